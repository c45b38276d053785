package org.dianjiao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.PlainText;
import org.dianjiao.exchange.PlainTextReader;
import org.dianjiao.exchange.UnreadableText;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.storage.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings plain text files in, each as a document; all of them or, when one is refused, none. */
@Command(
    name = "import",
    description = {
      "Bring plain text files (UTF-8) into a project, each as a document.",
      "Every character is kept; line ends become LF. Prints id and title of each document.",
      "When one file is refused, none is brought in."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int LONGEST_TITLE = 300;
  private static final String INSTEAD = "import in the browser";

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(
      names = "--project",
      required = true,
      paramLabel = "NAME",
      description = "The project, by name or id.")
  private String project = "";

  @Option(names = "--create", description = "Make the project when there is none of this name.")
  private boolean create;

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "The title of a single document; the name of the file by default.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Whose import it is; that of the first administrator by default.")
  private Optional<String> as = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Text files in UTF-8.")
  private List<Path> files = List.of();

  private record Read(Path file, PlainText text) {}

  @Override
  public Integer call() {
    if (title.isPresent() && files.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--title is for one file; there are " + files.size());
    }
    title.ifPresent(this::checkTitle);
    List<Read> read = readAll(installation.settings().limits());
    if (read.size() < files.size()) {
      return ExitCode.FAILED;
    }
    new FreeSpace(installation.settings().storage()).require("imports");
    try (Database database = installation.write(INSTEAD)) {
      Account author = author(database);
      Project target = target(database, author);
      refuseWithoutRight(database, target, author);
      for (Read one : read) {
        AtTheConsole.does(database, Operation.IMPORT_DOCUMENT, target.id());
        DocumentRow row =
            DocumentImport.store(
                database, target.id(), titleOf(one.file()), one.text().text(), author.id());
        out().println(row.id() + "  " + row.title());
      }
    }
    return ExitCode.OK;
  }

  private Project target(Database database, Account author) {
    boolean missing =
        database.projects().all().stream()
            .noneMatch(
                known ->
                    known.project().id().equals(project) || known.project().name().equals(project));
    if (create && missing && author.administrator()) {
      AtTheConsole.does(database, Operation.MAKE_PROJECT, "");
      return database.projects().create(project, author.id());
    }
    return new Named(database).project(project);
  }

  private void checkTitle(String words) {
    if (words.isBlank() || words.length() > LONGEST_TITLE) {
      throw new ParameterException(
          spec.commandLine(),
          "a title has 1 to %d characters; this one has %d"
              .formatted(LONGEST_TITLE, words.strip().length()));
    }
  }

  private List<Read> readAll(Limits limits) {
    PlainTextReader reader = new PlainTextReader(limits);
    List<Read> read = new ArrayList<>();
    for (Path file : files) {
      try {
        PlainText text = reader.read(TextFile.bytes(file, limits));
        text.changes().forEach(change -> err().println(file + ": " + change));
        read.add(new Read(file, text));
      } catch (UnreadableText refused) {
        err().println(refused.in(file.toString()));
      } catch (CommandFailure refused) {
        err().println(file + ": " + refused.getMessage());
      }
    }
    return read;
  }

  private String titleOf(Path file) {
    String name = file.getFileName().toString();
    String standard =
        name.endsWith(".txt") && name.length() > ".txt".length()
            ? name.substring(0, name.length() - ".txt".length())
            : name;
    return title.orElse(standard);
  }

  private Account author(Database database) {
    if (as.isPresent()) {
      return new Named(database).account(as.get());
    }
    return database.accounts().all().stream()
        .filter(Account::administrator)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "there is no administrator yet whose import it could be; make one with"
                        + " dianjiao user add --administrator NAME"));
  }

  private static void refuseWithoutRight(Database database, Project target, Account author) {
    Optional<Role> role =
        author.administrator()
            ? Optional.of(Role.MANAGER)
            : database.projects().role(target.id(), author.id());
    Permission.IMPORT_DOCUMENT
        .refusal(role)
        .ifPresent(
            reason -> {
              throw new CommandFailure(author.name() + ": " + reason);
            });
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
