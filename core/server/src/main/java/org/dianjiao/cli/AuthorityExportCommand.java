package org.dianjiao.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.authority.Entry;
import org.dianjiao.exchange.authority.AuthorityFormat;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the server's authority file, or a project's own, out as it is stored now. */
@Command(
    name = "export",
    description = {
      "Write the server's authority file, or a project's own, out. A server may run meanwhile.",
      "tsv, jsonl: everything; tei: lists of persons, places …; skos: JSON-LD."
    })
final class AuthorityExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;
  @Mixin private AuthoritySource source;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = GivenEntities.Word.class,
      description = "tsv, jsonl, tei or skos.")
  private AuthorityFormat format = AuthorityFormat.TSV;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it; to the standard output by default.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() {
    if (!format.isWritten()) {
      throw new CommandFailure(format.word() + " is only read; write tsv, jsonl, tei or skos");
    }
    List<Entry> entries;
    try (Database database = installation.read()) {
      entries = source.entries(database);
    }
    try {
      write(entries);
    } catch (IOException failure) {
      throw new CommandFailure("cannot write: " + failure, failure);
    }
    return ExitCode.OK;
  }

  private void write(List<Entry> entries) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isEmpty()) {
      format.write(entries, source.title(), out);
      out.flush();
      return;
    }
    try (BufferedWriter file = Files.newBufferedWriter(output.get())) {
      format.write(entries, source.title(), file);
    }
    out.println("%d entries".formatted(entries.size()));
  }
}
