package org.dianjiao.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.PlainTextReader;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Project;

/** The project that a new installation starts with: five real texts. */
final class DemoProject {

  private static final String NAME = "Demo 點校";
  private static final String LIST = "documents.tsv";
  private static final int COLUMNS = 3;

  private DemoProject() {}

  /** Makes it, unless there is a project already. Blocking. */
  static void make(Database database, Path folder, Limits limits) {
    if (database.projects().anyProject()) {
      return;
    }
    Project project = database.projects().create(NAME, DocumentImport.SYSTEM);
    PlainTextReader reader = new PlainTextReader(limits);
    try {
      for (String line : Files.readAllLines(folder.resolve(LIST))) {
        List<String> cells = List.of(line.split("\t", -1));
        if (!line.startsWith("#") && cells.size() == COLUMNS) {
          String text = reader.read(Files.readAllBytes(folder.resolve(cells.get(0)))).text();
          DocumentImport.store(database, project.id(), cells.get(2), text, DocumentImport.SYSTEM);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the demo project in " + folder, failure);
    }
  }
}
