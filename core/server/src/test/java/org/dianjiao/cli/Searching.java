package org.dianjiao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** The command that makes the search index anew, for tests of a server that runs. */
public final class Searching {

  private Searching() {}

  /** Runs it on a folder of data; what it printed. */
  public static String reindex(Path data) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Dianjiao.run(out, out, "reindex", "--data", data.toString());
    return printed.toString();
  }
}
