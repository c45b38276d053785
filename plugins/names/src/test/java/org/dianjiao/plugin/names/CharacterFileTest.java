package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names go out as CoNLL and come in again. */
class CharacterFileTest {

  private static final Locale LANGUAGE = Locale.forLanguageTag("lzh");

  @TempDir Path state;

  private static String written(String text, Marked... names) throws IOException {
    return written(new MarkedText("t", text, LANGUAGE, List.of(names)));
  }

  private static String written(MarkedText text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CharacterFileWriter(text).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static MarkedText read(String file) {
    return CharacterFileReader.read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static Marked marked(int start, int end, Body body) {
    return new Marked(new TextRange(start, end), body);
  }

  private static Body person(String label) {
    return new Body.Identification(URI.create("local:P0003"), label, "person");
  }

  @Test
  void writesOneCharacterALine() throws IOException {
    assertThat(written("奕山奏\n曰", marked(0, 2, person("奕 山")), marked(2, 3, new Body.Tag("a b"))))
        .isEqualTo(
            """
            奕\tB-person\tlocal:P0003\t奕+山
            山\tI-person\tlocal:P0003\t奕+山
            奏\tB-a+b\t_\t_

            曰\tO\t_\t_
            """);
  }

  /** Whatever a text is made of, and however names lie in it. */
  @Test
  void comesBackAsItWas() throws IOException {
    String text = "\n\t 葛\udb40\udd00\ud840\udc00%+\n\n　a,\"\n";
    List<Marked> names =
        List.of(
            marked(1, 2, new Body.Tag("_")),
            marked(1, 6, person("+ %_\t")),
            marked(3, 6, person("葛")),
            marked(3, 6, person("葛")),
            marked(6, 13, new Body.Tag("謂")),
            marked(13, 14, new Body.Tag("謂")));
    MarkedText back = read(written(new MarkedText("", text, LANGUAGE, names)));
    assertThat(back.text()).isEqualTo(text);
    assertThat(back.annotations()).containsExactlyInAnyOrderElementsOf(names);
  }

  /** All that this plugin finds in the real texts, and the texts themselves. */
  @Test
  void bringsRealTextsThere() throws Exception {
    PluginFixture names = Fixture.start(state);
    try (Stream<Path> texts = Files.list(Fixture.TEXTS)) {
      for (Path file : texts.filter(one -> one.toString().endsWith(".txt")).toList()) {
        String text = Files.readString(file).replace("\r\n", "\n");
        List<Marked> found =
            names.proposals(text).stream().map(one -> new Marked(one.range(), body(one))).toList();
        MarkedText back = read(written(new MarkedText("", text, LANGUAGE, found)));
        assertThat(back.text()).isEqualTo(text);
        assertThat(back.annotations()).containsExactlyInAnyOrderElementsOf(found).isNotEmpty();
      }
    }
  }

  private static Body body(Proposal proposal) {
    return ((Annotate) proposal.best().action()).body();
  }

  @Test
  void leavesOutWhatIsNoName() throws IOException {
    assertThat(
            written(
                "於\n",
                marked(0, 1, new Body.Regularization("于", "variant")),
                marked(1, 1, new Body.Tag("place")),
                marked(0, 2, new Body.Tag("place"))))
        .isEqualTo("於\tO\t_\t_\n\n");
  }

  @Test
  void readsWhatOthersWrite() {
    MarkedText read =
        read(
            "\ufeff李 NN B-PER\r\n鴻 NN M-PER\r\n章 NN E-PER\r\n \r\n".replace(" \r\n", "\r\n")
                + "津 S-LOC");
    assertThat(read.text()).isEqualTo("李鴻章\n津");
    assertThat(read.annotations())
        .containsExactly(marked(0, 3, new Body.Tag("person")), marked(4, 5, new Body.Tag("place")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          奕\\tO\\n山 | line 2: no tag beside "山"
          奕\\tX-person | line 1: "X-person" is no tag
          奕\\tB- | line 1: "B-" is no tag
          \\n\\n奕\\tB-person\\tno link\\t_ | line 3: Illegal character in path
          奕\\tB-person\\trelative\\t_ | line 1: entity relative is not an absolute URI
          奕\\tB-%zz | line 1: URLDecoder
          """)
  void saysWhichLineIsWrong(String file, String words) {
    String content = file.replace("\\t", "\t").replace("\\n", "\n");
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void saysWhereItIsNotUtf8() {
    assertThatThrownBy(() -> CharacterFileReader.read(new byte[] {'a', '\n', (byte) 0xd6}))
        .hasMessage("line 2: this is not UTF-8");
  }
}
