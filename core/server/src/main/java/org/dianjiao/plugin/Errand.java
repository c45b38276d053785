package org.dianjiao.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.json.Json;

/**
 * What the bridge is told about the plugin that it is to reach; written as JSON into its one
 * setting.
 *
 * @param settings of the instance, with all defaults
 * @param parameters the types of the parameters of each command
 * @param can what a remote plugin does besides analyzing; a process says it when it starts
 */
record Errand(
    String plugin,
    String version,
    int parallelism,
    Map<String, Object> settings,
    Map<String, Map<String, String>> parameters,
    List<String> can,
    long startMillis,
    long budgetMillis,
    long formatMillis,
    long commandMillis,
    long closeMillis,
    int answerBytes,
    Optional<InProcess> process,
    Optional<OverHttp> http) {

  private static final String SETTING = "errand";
  private static final int MIB = 1024 * 1024;

  private record InProcess(List<String> classPath, int heapMib) {}

  private record OverHttp(
      String url, Optional<String> tokenFile, List<String> allow, String encoding) {}

  /** The settings of the bridge to an instance. */
  static Settings settings(PluginInstance instance, Bridge bridge, PluginLimits limits)
      throws IOException {
    PluginManifest manifest = instance.manifest();
    Errand errand =
        new Errand(
            manifest.id(),
            manifest.version(),
            manifest.parallelism(),
            instance.settings().all(),
            parameters(manifest),
            can(manifest),
            limits.start().toMillis(),
            limits.budget(manifest).toMillis(),
            limits.formatBudget().toMillis(),
            limits.command().toMillis(),
            limits.close().toMillis(),
            bridge.isolation().answerMib() * MIB,
            instance.runs() == RunsIn.PROCESS
                ? Optional.of(inProcess(instance.folder(), bridge))
                : Optional.empty(),
            manifest.remote().map(remote -> overHttp(remote, bridge)));
    return new One(Json.text(errand));
  }

  private static InProcess inProcess(PluginFolder folder, Bridge bridge) throws IOException {
    return new InProcess(
        folder.classPath().stream().map(Path::toString).toList(), bridge.isolation().heapMib());
  }

  private static OverHttp overHttp(RemoteDeclaration remote, Bridge bridge) {
    return new OverHttp(
        bridge.url().orElseThrow().toString(),
        bridge.tokenFile().map(Path::toString),
        bridge.isolation().allow(),
        remote.positionEncoding());
  }

  private static Map<String, Map<String, String>> parameters(PluginManifest manifest) {
    Map<String, Map<String, String>> parameters = new TreeMap<>();
    for (CommandDeclaration command : manifest.commands()) {
      parameters.put(
          command.name(),
          command.parameters().stream()
              .collect(Collectors.toMap(SettingDeclaration::name, one -> one.type().word())));
    }
    return parameters;
  }

  private static List<String> can(PluginManifest manifest) {
    List<String> can = new ArrayList<>();
    add(can, "look-up", manifest.remote().map(RemoteDeclaration::looksUp).orElse(false));
    add(can, "command", !manifest.commands().isEmpty());
    add(can, "read", !manifest.imports().isEmpty());
    add(can, "write", !manifest.exports().isEmpty());
    return can;
  }

  private static void add(List<String> can, String question, boolean able) {
    if (able) {
      can.add(question);
    }
  }

  /** The bridge's one setting. */
  private record One(String errand) implements Settings {

    @Override
    public String string(String name) {
      if (name.equals(SETTING)) {
        return errand;
      }
      throw other(name);
    }

    @Override
    public double number(String name) {
      throw other(name);
    }

    @Override
    public boolean flag(String name) {
      throw other(name);
    }

    private static IllegalArgumentException other(String name) {
      return new IllegalArgumentException("the bridge has no setting \"" + name + "\"");
    }
  }
}
