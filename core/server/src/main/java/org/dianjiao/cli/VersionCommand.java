package org.dianjiao.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dianjiao.storage.SqliteVersion;
import org.dianjiao.web.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs here. */
@Command(name = "version", description = "Print the versions of Dianjiao, Java and SQLite.")
final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Dianjiao " + Version.TEXT);
    out.println(
        "Java %s (%s)"
            .formatted(System.getProperty("java.version"), System.getProperty("java.vendor")));
    out.println("SQLite " + SqliteVersion.text());
    return ExitCode.OK;
  }
}
