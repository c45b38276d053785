package org.dianjiao.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Project;
import org.dianjiao.storage.ProjectSummary;

/** Finds what people name by title or by id. */
final class Named {

  private final Database database;

  Named(Database database) {
    this.database = database;
  }

  /** The document with this id, or the only one with this title. */
  DocumentRow document(String name) {
    return database.projects().document(name).orElseGet(() -> titled(name));
  }

  private DocumentRow titled(String title) {
    List<DocumentRow> found =
        database.projects().all().stream()
            .flatMap(project -> database.projects().documents(project.project().id()).stream())
            .filter(row -> row.title().equals(title))
            .toList();
    if (found.isEmpty()) {
      throw new CommandFailure("there is no document \"" + title + "\"");
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          "%d documents are called \"%s\"; name one by its id: %s"
              .formatted(
                  found.size(),
                  title,
                  found.stream().map(DocumentRow::id).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  /** The project with this id, or the only one with this name. */
  Project project(String name) {
    List<Project> all = database.projects().all().stream().map(ProjectSummary::project).toList();
    List<Project> found =
        all.stream()
            .filter(project -> project.id().equals(name) || project.name().equals(name))
            .toList();
    if (found.isEmpty()) {
      String others =
          all.isEmpty()
              ? "there is none yet"
              : "there are: " + all.stream().map(Project::name).collect(Collectors.joining(", "));
      throw new CommandFailure("there is no project \"%s\"; %s".formatted(name, others));
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          "%d projects are called \"%s\"; name one by its id: %s"
              .formatted(
                  found.size(),
                  name,
                  found.stream().map(Project::id).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  /** The account with this name. */
  Account account(String name) {
    return database
        .accounts()
        .byName(name)
        .orElseThrow(() -> new CommandFailure("there is no account \"" + name + "\""));
  }
}
