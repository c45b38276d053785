package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index is made anew where no server runs; beside one it is in SearchBorderTest. */
class ReindexCommandTest {

  @TempDir Path folder;

  @Test
  void readsEveryDocumentAgain() {
    Cli cli = new Cli(folder);
    cli.project();
    Path text = cli.file("text.txt", "使臣進京");
    assertThat(cli.run("import", "--project", "Treaties", text.toString()).code()).isZero();
    for (int times = 0; times < 2; times++) {
      Cli.Ran ran = cli.run("reindex");
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains("1 of 1").contains("documents indexed: 1, in ");
      assertThat(ran.code()).isZero();
    }
  }
}
