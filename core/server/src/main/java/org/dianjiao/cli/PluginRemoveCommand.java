package org.dianjiao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dianjiao.people.Operation;
import org.dianjiao.plugin.InstanceFile;
import org.dianjiao.plugin.InstanceFiles;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginStage;
import org.dianjiao.plugin.PluginStore;
import org.dianjiao.plugin.PluginVersion;
import org.dianjiao.server.ConsoleNotes;
import org.dianjiao.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an installed plugin away. */
@Command(
    name = "remove",
    description = {
      "Remove an installed plugin; suggestions that it made stay until somebody decides on them.",
      "Refused while the file of an instance needs it, unless forced. What its instances wrote"
          + " in plugins/states of the data folder stays."
    })
final class PluginRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Installation installation;

  @Option(names = "--force", description = "Although instances need it; they are refused then.")
  private boolean force;

  @Parameters(
      paramLabel = "ID[@VERSION]",
      description = "Which plugin, and which of its versions when there are more.")
  private String named = "";

  @Override
  public Integer call() {
    ServerSettings settings = installation.settings();
    PluginPlaces places = settings.pluginPlaces();
    PluginStore store = new PluginStore(places, settings.limits());
    String[] parts = named.split("@", 2);
    if (isOnlyKept(store, parts, places)) {
      new ConsoleNotes(settings).leave(Operation.DISCARD_STAGED_PLUGIN.word(), parts[0], parts[1]);
      new PluginStage(places).discard(parts[0], PluginVersion.parse(parts[1]));
      spec.commandLine().getOut().println("discarded %s %s".formatted(parts[0], parts[1]));
      return ExitCode.OK;
    }
    PluginVersion version = chosen(store, parts);
    List<String> users = force ? List.of() : users(places, store, parts[0], version);
    if (!users.isEmpty()) {
      throw new CommandFailure(
          "%s %s is needed by %s; change these files, or use --force"
              .formatted(parts[0], version, String.join(", ", users)));
    }
    new ConsoleNotes(settings).leave("uninstall-plugin", parts[0], version.toString());
    store.remove(parts[0], version);
    spec.commandLine().getOut().println("removed %s %s".formatted(parts[0], version));
    return ExitCode.OK;
  }

  /** Whether it is there to be tried only. */
  private static boolean isOnlyKept(PluginStore store, String[] parts, PluginPlaces places) {
    return parts.length == 2
        && store.versions(parts[0]).stream().noneMatch(v -> v.toString().equals(parts[1]))
        && new PluginStage(places).has(parts[0], parts[1]);
  }

  private static PluginVersion chosen(PluginStore store, String[] parts) {
    String id = parts[0];
    List<PluginVersion> versions = store.versions(id);
    String there = versions.stream().map(PluginVersion::toString).collect(Collectors.joining(", "));
    if (versions.isEmpty()) {
      throw new CommandFailure(
          store.bundled(id).isPresent()
              ? id + " came with the server; switch it off with \"dianjiao plugin disable\""
              : "no plugin \"" + id + "\" is installed");
    }
    if (parts.length == 1) {
      if (versions.size() > 1) {
        throw new CommandFailure(
            "%s is installed as %s; say which, as %s@%s".formatted(id, there, id, versions.get(0)));
      }
      return versions.get(0);
    }
    return versions.stream()
        .filter(version -> version.toString().equals(parts[1]))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "%s is not installed in version %s; it is in %s"
                        .formatted(id, parts[1], there)));
  }

  /** Files that name this version, or no version and would find none or an older one instead. */
  private static List<String> users(
      PluginPlaces places, PluginStore store, String id, PluginVersion version) {
    List<PluginVersion> versions = store.versions(id);
    boolean newest = versions.get(versions.size() - 1).equals(version);
    List<String> users = new ArrayList<>();
    new InstanceFiles(places)
        .all()
        .forEach(
            (instance, file) -> {
              Optional<InstanceFile> said = said(file);
              if (said.isPresent() && said.get().plugin().orElse(instance).equals(id)) {
                boolean needs = said.get().version().map(version.toString()::equals).orElse(newest);
                if (needs) {
                  users.add(file.toString());
                }
              }
            });
    return users;
  }

  private static Optional<InstanceFile> said(Path file) {
    try {
      return Optional.of(InstanceFile.read(file));
    } catch (PluginRefused broken) {
      return Optional.empty(); // it runs nothing, so it needs nothing
    }
  }
}
