package org.dianjiao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.NewStep;
import org.dianjiao.exchange.authority.AuthorityFormat;
import org.dianjiao.exchange.authority.ImportPlan;
import org.dianjiao.exchange.authority.Intake;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes entries over into the server's authority file or a project's own, as one step. */
@Command(
    name = "import",
    description = {
      "Take entries over into the server's authority file, or into a project's own.",
      "tsv, jsonl, tei, skos: as export writes them, or by others;",
      "cbdb: tables BIOG_MAIN, then ALTNAME_DATA, ADDR_CODES, OFFICE_CODES as CSV (CC BY-NC-SA 4.0);",
      "dila: persons or places in TEI (CC BY-SA 3.0); chgis: the listing of TGAZ as CSV;",
      "geonames: an extract, then alternateNamesV2 (CC BY 4.0); wikidata: JSON, an item in each"
          + " line (CC0).",
      "Everything is one step, which can be undone. With a fault nothing is taken over."
    })
final class AuthorityImportCommand implements Callable<Integer> {

  private static final String INSTEAD = "import over HTTP (docs/authority-file.md)";

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = GivenEntities.Word.class,
      description = "What the files are.")
  private AuthorityFormat format = AuthorityFormat.TSV;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "Whose file it goes into; the server's by default.")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--keep",
      description = "Where an id has another content already, keep that; it is replaced otherwise.")
  private boolean keep;

  @Option(
      names = "--skip-faults",
      description = "Leave out what cannot be understood; otherwise nothing is taken over.")
  private boolean skipFaults;

  @Option(names = "--try", description = "Say what would be done, and do nothing.")
  private boolean tryOnly;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in UTF-8, or .gz of such.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    int most = installation.settings().limits().authorityEntries();
    Intake intake = GivenEntities.read(format, files, most, spec.commandLine().getErr());
    if (intake.faultCount() > 0 && !skipFaults) {
      spec.commandLine()
          .getErr()
          .println(
              "nothing was taken over: %d faults; --skip-faults leaves them out"
                  .formatted(intake.faultCount()));
      return ExitCode.FAILED;
    }
    try (Database database = tryOnly ? installation.read() : installation.write(INSTEAD)) {
      take(database, intake, most);
    }
    return ExitCode.OK;
  }

  private void take(Database database, Intake intake, int most) {
    String file =
        project.map(name -> new Named(database).project(name).id()).orElse(AuthorityFiles.SERVER);
    AuthorityDesk desk = new AuthorityDesk(database);
    if (!tryOnly) {
      desk.ship();
    }
    EntityFile there = desk.seen(file).file();
    ImportPlan plan = ImportPlan.of(there, intake.entries(), keep);
    try {
      plan.requireRoom(there, most);
    } catch (IllegalArgumentException full) {
      throw new CommandFailure(full.getMessage(), full);
    }
    if (!tryOnly && !plan.changes().isEmpty()) {
      AtTheConsole.does(
          database,
          project.isPresent() ? Operation.CHANGE_PROJECT_AUTHORITY : Operation.CHANGE_AUTHORITY,
          file);
      database.authorityFiles().add(file, NewStep.byServer(Deed.IMPORT, plan.changes()));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s%d added, %d replaced, %d the same%s"
            .formatted(
                tryOnly ? "would be: " : "",
                plan.added(),
                plan.replaced(),
                plan.same(),
                keep ? ", %d kept as they were".formatted(plan.kept()) : ""));
  }
}
