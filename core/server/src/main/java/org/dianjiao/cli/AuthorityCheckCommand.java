package org.dianjiao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.FileCheck;
import org.dianjiao.exchange.authority.AuthorityFormat;
import org.dianjiao.exchange.authority.Intake;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong in files of entities, or between the entries of a stored file. */
@Command(
    name = "check",
    description = {
      "Say what is wrong in files of entities before they are imported: with --format.",
      "Without files: what is wrong between the entries of the server's file or a project's own."
    })
final class AuthorityCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;
  @Mixin private AuthoritySource source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = GivenEntities.Word.class,
      description = "What the files are.")
  private Optional<AuthorityFormat> format = Optional.empty();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files in UTF-8, or .gz of such.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    int wrong = 0;
    List<Entry> entries;
    if (files.isEmpty()) {
      try (Database database = installation.read()) {
        entries = source.entries(database);
      }
    } else {
      Intake intake = read();
      entries = intake.entries();
      wrong = intake.faultCount();
    }
    List<FileCheck.Finding> findings = FileCheck.of(entries);
    findings.forEach(finding -> spec.commandLine().getErr().println(finding));
    spec.commandLine()
        .getOut()
        .println("%d entries, %d faults".formatted(entries.size(), wrong + findings.size()));
    return wrong + findings.size() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private Intake read() {
    AuthorityFormat known =
        format.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "--format is missing for the files"));
    int most = installation.settings().limits().authorityEntries();
    return GivenEntities.read(known, files, most, spec.commandLine().getErr());
  }
}
