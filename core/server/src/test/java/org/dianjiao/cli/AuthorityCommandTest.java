package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dianjiao.cli.Cli.Ran;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityCommandTest {

  @TempDir private Path folder;
  private Cli cli;
  private Project project;

  @BeforeEach
  void makeProject() {
    cli = new Cli(folder);
    project = cli.project();
  }

  private int stored(String file) {
    try (Database database = cli.open()) {
      return database.authorityFiles().whole(file).entries().size();
    }
  }

  @Test
  void takesAFileOverAsOneStepAndWritesItOutAgain() {
    Path rows = cli.file("a.tsv", "x:1\tperson\t甲公;Hant\nx:2\tplace\t某地\nx:3\tredirect\tx:1\n");
    String[] arguments = {
      "authority", "import", "--format", "tsv", "--project", "Treaties", rows.toString()
    };

    Ran first = cli.run(arguments);
    Ran again = cli.run(arguments);
    Ran out = cli.run("authority", "export", "--format", "tsv", "--project", "Treaties");

    assertThat(first.err()).isEmpty();
    assertThat(first.out()).startsWith("3 added, 0 replaced, 0 the same");
    assertThat(again.out()).startsWith("0 added, 0 replaced, 3 the same");
    assertThat(out.out()).contains("x:1\tperson\t甲公;Hant\n", "x:3\tredirect\tx:1\n");
    assertThat(stored(project.id())).isEqualTo(3);
  }

  @Test
  void keepsOrReplacesWhatIsThereWithAnotherContent() {
    Path before = cli.file("a.tsv", "x:1\tperson\t甲公\n");
    Path after = cli.file("b.tsv", "x:1\tperson\t甲公\t甲君\nx:2\tperson\t乙公\n");
    cli.run("authority", "import", "--format", "tsv", "--project", "Treaties", before.toString());

    Ran tried =
        cli.run(
            "authority",
            "import",
            "--format",
            "tsv",
            "--project",
            "Treaties",
            "--try",
            "--keep",
            after.toString());
    Ran done =
        cli.run(
            "authority", "import", "--format", "tsv", "--project", "Treaties", after.toString());

    assertThat(tried.out())
        .startsWith("would be: 1 added, 0 replaced, 0 the same, 1 kept as they were");
    assertThat(done.out()).startsWith("1 added, 1 replaced, 0 the same");
  }

  @Test
  void takesNothingOverWhenThereIsAFaultUnlessToldSo() {
    Path rows = cli.file("a.tsv", "x:1\tperson\t甲公\nx:2\tghost\t某地\n");

    Ran refused = cli.run("authority", "import", "--format", "tsv", rows.toString());
    Ran skipped =
        cli.run("authority", "import", "--format", "tsv", "--skip-faults", rows.toString());

    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("a.tsv: line 2: x:2: the type is “ghost”", "nothing was taken over: 1 faults");
    assertThat(skipped.out()).startsWith("1 added");
    assertThat(stored(AuthorityFiles.SERVER)).isEqualTo(516 + 1);
  }

  @Test
  void checksFilesAndFindsDuplicates() {
    Path rows =
        cli.file(
            "a.jsonl",
            """
            {"id":"x:1","type":"person","labels":[{"text":"薩布素","kind":"preferred"}],\
            "relations":[{"kind":"child-of","target":"x:9"}]}
            {"id":"x:2","type":"person","labels":[{"text":"萨布素","kind":"preferred"}]}
            """);

    Ran checked = cli.run("authority", "check", "--format", "jsonl", rows.toString());
    cli.run("authority", "import", "--format", "jsonl", "--project", "Treaties", rows.toString());
    Ran found = cli.run("authority", "duplicates", "--project", "Treaties");

    assertThat(checked.code()).isEqualTo(ExitCode.FAILED);
    assertThat(checked.err()).contains("x:1: child-of x:9: there is no such entity");
    assertThat(found.out()).startsWith("0.70\tx:1\tx:2\t薩布素\t萨布素\tboth are written 萨布素");
  }
}
