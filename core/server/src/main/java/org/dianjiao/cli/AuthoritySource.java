package org.dianjiao.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entry;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Option;

/** The option that says which authority file is meant. */
final class AuthoritySource {

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "Whose own file is meant; the server's by default.")
  private Optional<String> project = Optional.empty();

  /** What stands in it, by the ids. */
  List<Entry> entries(Database database) {
    String file =
        project.map(name -> new Named(database).project(name).id()).orElse(AuthorityFiles.SERVER);
    return database.authorityFiles().whole(file).entries().stream()
        .sorted(Comparator.comparing(entry -> entry.id().toString()))
        .toList();
  }

  /** What to call it. */
  String title() {
    return project.map(name -> "Authority file of " + name).orElse("Authority file");
  }
}
