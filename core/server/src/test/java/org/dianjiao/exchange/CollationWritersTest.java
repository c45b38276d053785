package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.dianjiao.collation.Apparatus;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.KnownCharacters;
import org.dianjiao.collation.Names;
import org.dianjiao.collation.Witness;
import org.junit.jupiter.api.Test;

/** What is written of a collation: a table, TEI that is valid and holds every witness, a page. */
class CollationWritersTest {

  private static final Witness A =
      new Witness("一 & <b>", "議定\t𠲽國，於是\n<script>alert('x')</script>■〈口佛〉\uE844");
  private static final Witness B = new Witness("二\"", "议定𠲽国於於是。<i>\\大■■〈口佛〉");
  private static final Witness C = new Witness("三", "議定國於是\n■〈口佛〉\uE844完");

  private static Collation collate(Witness a, Witness b) {
    return Collation.of(a, b, KnownCharacters.load(), Names.none());
  }

  private static Apparatus apparatus() {
    return Apparatus.of(List.of(collate(A, B), collate(A, C)));
  }

  @Test
  void countsCodePointsInTheTable() {
    Collation collation = collate(new Witness("A", "𠲽于\n地"), new Witness("B", "𠲽於\\地，"));
    assertThat(CollationTable.write(List.of(collation)))
        .isEqualTo(
            """
            a_start\ta_end\ta_text\tb_start\tb_end\tb_text\tclass
            1\t2\t于\t1\t2\t於\tvariant
            2\t3\t\\n\t2\t3\t\\\\\tmark
            4\t4\t\t4\t5\t，\tmark
            """);
  }

  @Test
  void namesTheWitnessWhenThereAreSeveral() {
    String table = CollationTable.write(List.of(collate(A, B), collate(A, C)));
    assertThat(table.lines().findFirst().orElseThrow()).endsWith("\tclass\twitness");
    assertThat(table.lines().skip(1)).allMatch(line -> line.split("\t", -1).length == 8);
  }

  @Test
  void writesValidTeiThatHoldsEveryWitness() throws Exception {
    String xml = CollationTei.write(apparatus(), "1.0");
    assertThat(TeiSchema.faults(xml)).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(witness(xml, "#w-" + (i + 1))).isEqualTo(apparatus().witnesses().get(i).text());
    }
  }

  @Test
  void writesValidTeiOfRealTexts() throws Exception {
    List<Witness> texts = new ArrayList<>();
    for (var file : SharedFolder.texts()) {
      texts.add(new Witness(file.getFileName().toString(), Files.readString(file)));
    }
    Apparatus apparatus =
        Apparatus.of(
            List.of(collate(texts.get(4), texts.get(2)), collate(texts.get(4), texts.get(3))));
    String xml = CollationTei.write(apparatus, "1.0");
    assertThat(TeiSchema.faults(xml)).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(witness(xml, "#w-" + (i + 1))).isEqualTo(apparatus.witnesses().get(i).text());
    }
  }

  /** The text of a witness, put together from what is common and from its readings. */
  private static String witness(String xml, String id) throws Exception {
    XMLStreamReader reader =
        SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    boolean others = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inside |= reader.getLocalName().equals("ab");
        if (reader.getLocalName().equals("rdg")) {
          others = !List.of(reader.getAttributeValue(null, "wit").split(" ", -1)).contains(id);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inside &= !reader.getLocalName().equals("ab");
        others &= !reader.getLocalName().equals("rdg");
      } else if (event == XMLStreamConstants.CHARACTERS && inside && !others) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  @Test
  void escapesEverythingOnThePage() {
    String page = CollationPage.write(apparatus(), "1.0 <x>");
    assertThat(page)
        .contains("&lt;script&gt;")
        .contains("&#39;")
        .contains("一 &amp; &lt;b&gt;")
        .contains("data-siglum=\"二&quot;\"")
        .contains("1.0 &lt;x&gt;")
        .doesNotContain("<script")
        .doesNotContain("<i>");
  }
}
