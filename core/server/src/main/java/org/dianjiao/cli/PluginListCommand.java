package org.dianjiao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.json.Json;
import org.dianjiao.plugin.PluginCatalog;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists instances as the files say that they are. */
@Command(
    name = "list",
    description = {
      "List every instance: id, version, state, where it runs, categories, and why it does not run.",
      "It tells what the files say: \"found\" runs in a server on this data, \"stopped\" is switched"
          + " off, \"refused\" does not fit. Whether it works, a server knows."
    })
final class PluginListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(names = "--json", description = "A line of JSON for each.")
  private boolean json;

  /**
   * An instance.
   *
   * @param runs where; empty when it does not
   */
  private record Line(
      String id,
      String plugin,
      String version,
      String state,
      String runs,
      List<String> categories,
      String reason) {

    static Line of(PluginInstance instance) {
      return new Line(
          instance.id(),
          instance.manifest().id(),
          instance.manifest().version(),
          PluginState.FOUND.word(),
          instance.runs().word(),
          instance.manifest().categories(),
          "");
    }

    static Line of(PluginDescribed other) {
      return new Line(
          other.id(),
          other.plugin(),
          other.version(),
          other.state(),
          other.runs(),
          other.categories(),
          other.reason());
    }

    String words() {
      String whose = plugin.isEmpty() || plugin.equals(id) ? "" : " of " + plugin;
      String where = runs.isEmpty() ? "" : " in " + runs;
      return "%s%s  %s  %s%s  %s%s"
          .formatted(
              id,
              whose,
              version.isEmpty() ? "?" : version,
              state,
              where,
              String.join(",", categories),
              reason.isEmpty() ? "" : "  " + reason)
          .stripTrailing();
    }
  }

  @Override
  public Integer call() throws IOException {
    PluginCatalog catalog = PluginCatalog.read(installation.settings().pluginPlaces());
    List<Line> lines = new ArrayList<>();
    catalog.instances().forEach(instance -> lines.add(Line.of(instance)));
    catalog.others().forEach(other -> lines.add(Line.of(other)));
    lines.sort(Comparator.comparing(Line::id));
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(line -> out.println(json ? Json.text(line) : line.words()));
    return ExitCode.OK;
  }
}
