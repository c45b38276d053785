package org.dianjiao.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.audit.AuditEntry;
import org.dianjiao.audit.Event;
import org.dianjiao.json.Json;
import org.dianjiao.storage.AuditLog;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Looks at the audit log; a server may run beside it. */
@Command(
    name = "audit",
    description = "Show or check who was let do what.",
    subcommands = {AuditCommand.Check.class, AuditCommand.Show.class})
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a command: says what there is. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "show or verify?");
  }

  /** Checks the chain. */
  @Command(
      name = "verify",
      description = {
        "Check the audit log: no entry is missing, every hash is that of its content, the last"
            + " entries are there.",
        "Prints how many entries are in order and the hash at the last one. Keep that elsewhere:"
            + " whoever writes the whole log anew, or cuts its end and says so where"
            + " the end is kept, makes every hash right. --head finds that."
      })
  static final class Check implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Installation installation;

    @Option(
        names = "--head",
        paramLabel = "HASH",
        description = "The hash that an earlier check printed: the log has to lead there.")
    private Optional<String> head = Optional.empty();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = installation.read()) {
        AuditLog.Report report = database.audit().verify(head);
        report.fault().ifPresent(fault -> out.println("WRONG  " + fault));
        out.println("entries in order: %d, hash %s".formatted(report.entries(), report.chain()));
        return report.fault().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
      }
    }
  }

  /** Prints entries. */
  @Command(
      name = "show",
      description = "Print entries of the audit log, oldest first, a line for each.")
  static final class Show implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Spec private CommandSpec spec;
    @Mixin private Installation installation;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        converter = Moment.class,
        description = "Only from this time on, in UTC: 2026-11-21T18:00:00Z.")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--account", paramLabel = "NAME", description = "Only what this person asked.")
    private Optional<String> account = Optional.empty();

    @Option(
        names = "--kind",
        paramLabel = "OPERATION",
        description = "Only this operation, such as set-role; docs/authority.md names all.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--json", description = "A line of JSON for each.")
    private boolean json;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = installation.read()) {
        Optional<String> id = account.map(name -> new Named(database).account(name).id());
        for (AuditEntry entry : all(database, new AuditLog.Wanted(since, id, kind))) {
          out.println(json ? Json.text(entry) : line(entry));
        }
      }
      return ExitCode.OK;
    }

    private static List<AuditEntry> all(Database database, AuditLog.Wanted wanted) {
      List<AuditEntry> all = new ArrayList<>();
      long before = Long.MAX_VALUE;
      List<AuditEntry> page = database.audit().read(wanted, before, PAGE);
      while (!page.isEmpty()) {
        all.addAll(page);
        before = page.get(page.size() - 1).number();
        page = database.audit().read(wanted, before, PAGE);
      }
      Collections.reverse(all);
      return all;
    }

    private static String line(AuditEntry entry) {
      Event event = entry.event();
      return "%d  %s  %s  %s  account=%s  thing=%s  address=%s  %s"
          .formatted(
              entry.number(),
              event.at(),
              event.outcome().word(),
              event.operation(),
              event.account(),
              event.thing(),
              event.address(),
              event.detail())
          .strip();
    }
  }

  /** Reads a time. */
  static final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String word) {
      try {
        return Instant.parse(word);
      } catch (DateTimeParseException wrong) {
        throw new TypeConversionException(
            "\"" + word + "\" is not of the form 2026-11-21T18:00:00Z");
      }
    }
  }
}
