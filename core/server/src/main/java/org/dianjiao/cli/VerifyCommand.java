package org.dianjiao.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dianjiao.storage.ChainReport;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Quarantine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks logs from the first revision to the last; a server may run beside it. */
@Command(
    name = "verify",
    description = {
      "Check the logs of documents: no revision is missing, every hash is that of its content, no"
          + " epoch falls, every change can be done again, every snapshot is what its log makes.",
      "Prints a line for each document and a sum. A server may run meanwhile."
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Parameters(
      arity = "0..*",
      paramLabel = "DOCUMENT",
      description = "Documents, by id or by their only titles; all by default.")
  private List<String> documents = List.of();

  @Override
  public Integer call() {
    try (Database database = installation.read()) {
      Named named = new Named(database);
      List<DocumentRow> rows =
          documents.isEmpty()
              ? database.changeLog().documents().stream().map(named::document).toList()
              : documents.stream().map(named::document).toList();
      return check(database, rows);
    }
  }

  private int check(Database database, List<DocumentRow> rows) {
    PrintWriter out = spec.commandLine().getOut();
    long revisions = 0;
    int wrong = 0;
    for (DocumentRow row : rows) {
      ChainReport report = new LogCheck(database, row.id()).run();
      revisions += report.revisions();
      wrong += report.sound() ? 0 : 1;
      out.println(line(row, report));
      database.quarantine().find(row.id()).map(VerifyCommand::line).ifPresent(out::println);
    }
    out.println(
        "documents: %d, revisions in order: %d, documents wrong: %d"
            .formatted(rows.size(), revisions, wrong));
    return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String line(Quarantine.Entry entry) {
    return "       in quarantine since %s: %s".formatted(entry.since(), entry.reason());
  }

  private static String line(DocumentRow row, ChainReport report) {
    if (report.fault().isEmpty()) {
      return "ok     %s  %d revisions  %s".formatted(row.id(), report.revisions(), row.title());
    }
    String fault = report.fault().get().words();
    return "WRONG  %s  %s  %s".formatted(row.id(), fault, row.title());
  }
}
