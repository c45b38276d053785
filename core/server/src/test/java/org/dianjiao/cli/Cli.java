package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Project;
import org.dianjiao.storage.StorageSettings;

/** A data folder and a terminal to run commands in. */
final class Cli {

  /** What a command left behind. */
  record Ran(int code, String out, String err) {}

  private final Path folder;

  Cli(Path folder) {
    this.folder = folder;
  }

  /** Where the database lies. */
  Path data() {
    return folder.resolve("data");
  }

  /** Opens the database as a server does. */
  Database open() {
    return Database.open(StorageSettings.defaults(data()));
  }

  /** A database with an administrator {@code root} and an empty project {@code Treaties}. */
  Project project() {
    try (Database database = open()) {
      Account root = database.accounts().create("root", "not a hash", true);
      return database.projects().create("Treaties", root.id());
    }
  }

  /** A file beside the database. */
  Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Runs a command that needs no data. */
  static Ran plain(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Dianjiao.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** Runs a command on the data. */
  Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    return plain(all.toArray(new String[0]));
  }
}
