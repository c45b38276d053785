package org.dianjiao.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dianjiao.search.IndexDesk;
import org.dianjiao.search.IndexLocked;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the search index anew; a server that runs does it itself. */
@Command(
    name = "reindex",
    description = {
      "Make the search index anew from the logs of all documents.",
      "A server that runs is asked to do so, and answers from the index meanwhile."
    })
final class ReindexCommand implements Callable<Integer> {

  private static final int TAKE_OVER_MILLIS = 30_000;
  private static final int LOOK_MILLIS = 100;

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = installation.read();
        IndexDesk desk = new IndexDesk(database, installation.settings().storage().directory())) {
      try {
        desk.open();
      } catch (IndexLocked running) {
        return askServer(desk, out);
      }
      desk.renew();
      List<String> documents = desk.behind();
      for (int i = 0; i < documents.size(); i++) {
        desk.follow(documents.subList(i, i + 1));
        out.println("%d of %d".formatted(i + 1, documents.size()));
      }
      out.println("documents indexed: %d, in %s".formatted(documents.size(), desk.folder()));
      return ExitCode.OK;
    }
  }

  private static int askServer(IndexDesk desk, PrintWriter out) throws InterruptedException {
    desk.request();
    for (int waited = 0; desk.isRequested(); waited += LOOK_MILLIS) {
      if (waited > TAKE_OVER_MILLIS) {
        throw new CommandFailure(
            "another process works with the index in %s and does not take the request over"
                .formatted(desk.folder()),
            new IllegalStateException());
      }
      Thread.sleep(LOOK_MILLIS);
    }
    out.println("the running server makes its index anew; what it has done is in its log");
    return ExitCode.OK;
  }
}
