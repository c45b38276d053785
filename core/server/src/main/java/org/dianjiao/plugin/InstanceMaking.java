package org.dianjiao.plugin;

import java.util.Optional;

/** Makes an instance of what a settings file says: where it may run, and how it is reached. */
final class InstanceMaking {

  private final PluginPlaces places;

  InstanceMaking(PluginPlaces places) {
    this.places = places;
  }

  /**
   * An instance.
   *
   * @param trusted whether the operator wrote the file
   * @throws PluginRefused when it may not run so
   */
  PluginInstance make(String id, PluginShelf.Installed plugin, InstanceFile file, boolean trusted) {
    file.sha256().ifPresent(plugin.folder()::require);
    return PluginInstance.of(id, plugin.folder(), file.settings(), places.states())
        .in(runsIn(plugin, file, trusted), way(file, trusted));
  }

  private static RunsIn runsIn(PluginShelf.Installed plugin, InstanceFile file, boolean trusted) {
    if (plugin.folder().manifest().remote().isPresent()) {
      if (file.url().isEmpty()) {
        throw new PluginRefused(
            "it is a remote plugin, and no settings file of the operator's names its url");
      }
      return RunsIn.REMOTE;
    }
    RunsIn standard = plugin.bundled() ? RunsIn.SERVER : RunsIn.PROCESS;
    RunsIn wanted = file.run().orElse(standard);
    boolean vouched = trusted && file.sha256().isPresent();
    if (wanted == RunsIn.SERVER && !plugin.bundled() && !vouched) {
      throw new PluginRefused(
          "run: server is for a file of the operator's that names the sha256 of the plugin");
    }
    return wanted;
  }

  private Bridge way(InstanceFile file, boolean trusted) {
    if (file.reachesOut() && !trusted) {
      throw new PluginRefused(
          "url, token-file and allow are for a file of the operator's in " + places.settings());
    }
    Bridge bridge = places.bridge();
    Bridge allowing =
        new Bridge(
            bridge.folder(),
            bridge.isolation().allowing(file.allow()),
            Optional.empty(),
            Optional.empty());
    return file.url().isEmpty()
        ? allowing
        : allowing.to(
            Bridge.url(file.url().get()), file.tokenFile().map(places.settings()::resolve));
  }
}
