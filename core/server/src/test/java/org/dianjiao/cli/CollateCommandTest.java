package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.exchange.SharedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dianjiao collate} with good files and bad ones. */
class CollateCommandTest {

  @TempDir private Path folder;

  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private String text(String number) {
    return SharedFolder.texts().stream()
        .map(Path::toString)
        .filter(name -> name.contains("/" + number + "_"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void writesATableWithTheKnownDifferencesOfTwoEditions() throws IOException {
    Cli.Ran ran = cli.run("collate", text("001"), text("000"), "--format", "tsv");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("a_start\ta_end\ta_text\tb_start\tb_end\tb_text\tclass\n");
    assertThat(ran.out().lines().filter(line -> line.endsWith("\tvariant")))
        .map(line -> line.split("\t", -1))
        .map(row -> String.join("\t", row[0], row[2], row[3], row[5]))
        .containsExactlyElementsOf(
            Files.readAllLines(SharedFolder.path("data/variants/seed-pairs-001-000.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(row -> String.join("\t", row[1], row[2], row[4], row[5]))
                .toList());
  }

  @Test
  void countsFromTheFileAsItIs() {
    Path a = cli.file("a.txt", "\uFEFF天\r\n于地\r\n");
    Path b = cli.file("b.txt", "天\n於地\n");
    assertThat(cli.run("collate", a.toString(), b.toString(), "--format", "tsv").out())
        .contains("\n4\t5\t于\t2\t3\t於\tvariant\n");
  }

  @Test
  void writesEveryFormatToAFileAndSaysWhatItFound() throws IOException {
    Path a = cli.file("a.txt", "天于地\n");
    Path b = cli.file("b.txt", "天於地。\n");
    Path c = cli.file("c.txt", "天地\n");
    for (String format : new String[] {"table", "tsv", "tei", "html"}) {
      Path out = folder.resolve("out." + format);
      Cli.Ran ran =
          cli.run(
              "collate",
              a.toString(),
              b.toString(),
              c.toString(),
              "--format",
              format,
              "--out",
              out.toString());
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).isEqualTo("a – b: 1 variant, 1 mark\na – c: 1 only-a\n");
      assertThat(Files.readString(out)).contains("于").contains("於");
    }
  }

  @Test
  void saysWhatIsWrongWithFiles() throws IOException {
    Path good = cli.file("good.txt", "天地\n");
    Path empty = cli.file("empty.txt", " \n\n");
    Path foreign =
        Files.write(folder.resolve("gb.txt"), "于是天地玄黄".getBytes(Charset.forName("GB18030")));
    Path half = Files.write(folder.resolve("half.txt"), new byte[] {'a', '\n', (byte) 0xE5});
    refuses("empty.txt: the file is empty; there is nothing to collate", good, empty);
    refuses("gb.txt:1:1: byte 0:", good, foreign);
    refuses("the file looks like GB18030: convert it to UTF-8 first", good, foreign);
    refuses("half.txt:2:1: byte 2: E5 is not UTF-8", good, half);
    refuses("nowhere.txt: there is no such file", good, folder.resolve("nowhere.txt"));
    refuses("this is no file", good, folder);
    refuses("good.txt is named twice; a text has no differences from itself", good, good);
  }

  private void refuses(String words, Path one, Path other) {
    Cli.Ran ran = cli.run("collate", one.toString(), other.toString());
    assertThat(ran.code()).isPositive();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(words);
  }

  @Test
  void namesTheLimitThatATextIsOver() throws IOException {
    Path good = cli.file("good.txt", "天地\n");
    Path huge = folder.resolve("huge.txt");
    Files.write(huge, "天".repeat(1_000_001).getBytes(StandardCharsets.UTF_8));
    refuses(
        "huge.txt: the text has 1000001 UTF-16 units; 1000000 can be collated (limit collated-units)",
        good,
        huge);
  }

  @Test
  void wantsTwoFilesAtLeast() {
    Path one = cli.file("one.txt", "天地\n");
    assertThat(cli.run("collate", one.toString()).code()).isEqualTo(ExitCode.USAGE);
  }
}
