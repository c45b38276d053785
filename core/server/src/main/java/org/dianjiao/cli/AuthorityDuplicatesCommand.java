package org.dianjiao.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dianjiao.authority.Duplicates;
import org.dianjiao.authority.Entity;
import org.dianjiao.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists entities that may be one. */
@Command(
    name = "duplicates",
    description = {
      "List entities that may be one, the likeliest first: likelihood, both ids, labels, reasons,",
      "with tabs between them."
    })
final class AuthorityDuplicatesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;
  @Mixin private AuthoritySource source;

  @Option(names = "--limit", paramLabel = "N", description = "The most that are listed; 200.")
  private int limit = 200;

  @Override
  public Integer call() {
    List<Entity> entities;
    try (Database database = installation.read()) {
      entities =
          source.entries(database).stream()
              .filter(Entity.class::isInstance)
              .map(Entity.class::cast)
              .toList();
    }
    List<Duplicates.Pair> pairs = Duplicates.among(entities);
    PrintWriter out = spec.commandLine().getOut();
    pairs.stream().limit(limit).forEach(pair -> out.println(line(pair)));
    if (pairs.size() > limit) {
      spec.commandLine().getErr().println("… and %d more".formatted(pairs.size() - limit));
    }
    return ExitCode.OK;
  }

  private static String line(Duplicates.Pair pair) {
    return String.join(
        "\t",
        "%.2f".formatted(pair.likelihood()),
        pair.one().id().toString(),
        pair.other().id().toString(),
        pair.one().label(),
        pair.other().label(),
        String.join("; ", pair.reasons()));
  }
}
