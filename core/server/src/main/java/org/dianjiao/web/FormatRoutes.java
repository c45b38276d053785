package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.bus.InstalledPlugin;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.exchange.ExportFormat;
import org.dianjiao.people.Operation;

/** What formats of files can be read and written: those of the house, and of plugins that run. */
final class FormatRoutes {

  private final PluginDirectory directory;
  private final InstanceClient instances;
  private final Reply reply;

  FormatRoutes(PluginDirectory directory, InstanceClient instances, Reply reply) {
    this.directory = directory;
    this.instances = instances;
    this.reply = reply;
  }

  /**
   * A format.
   *
   * @param plugin the instance that reads or writes it; empty for one of the house
   * @param by what the plugin is called
   * @param destination the machine that texts go to; empty when they stay on this one
   */
  private record Format(
      String plugin,
      String by,
      String destination,
      String name,
      String label,
      String extension,
      String mediaType) {

    static Format ofTheHouse(String name, String label, String extension, String mediaType) {
      return new Format("", "", "", name, label, extension, mediaType.split(";", 2)[0]);
    }

    static Format of(PluginDescribed by, InstalledPlugin.Format format) {
      return new Format(
          by.id(),
          by.name(),
          by.destination(),
          format.name(),
          format.label(),
          format.extension(),
          format.mediaType());
    }
  }

  private record Formats(List<Format> imports, List<Format> exports) {}

  void on(Routes routes) {
    routes.get("/api/formats", Operation.LIST_FORMATS, this::list);
  }

  private void list(RoutingContext request) {
    Future<List<InstalledPlugin>> installed =
        instances.list().map(listed -> listed.plugins()).otherwise(List.of());
    reply.of(
        request,
        directory.all().compose(running -> installed.map(declared -> of(running, declared))));
  }

  private static Formats of(List<PluginDescribed> running, List<InstalledPlugin> declared) {
    List<Format> imports = new ArrayList<>();
    imports.add(Format.ofTheHouse("text", "Plain text", "txt", "text/plain"));
    imports.addAll(of(running, declared, InstalledPlugin::imports));
    List<Format> exports =
        new ArrayList<>(Arrays.stream(ExportFormat.values()).map(FormatRoutes::of).toList());
    exports.addAll(of(running, declared, InstalledPlugin::exports));
    return new Formats(imports, exports);
  }

  private static Format of(ExportFormat format) {
    String extension = format.fileName("x").substring(2);
    return Format.ofTheHouse(format.word(), format.label(), extension, format.mediaType());
  }

  private static List<Format> of(
      List<PluginDescribed> running,
      List<InstalledPlugin> declared,
      Function<InstalledPlugin, List<InstalledPlugin.Format>> which) {
    return running.stream()
        .filter(PluginDescribed::isStarted)
        .flatMap(
            one ->
                declared.stream()
                    .filter(plugin -> plugin.id().equals(one.plugin()))
                    .filter(plugin -> plugin.version().equals(one.version()))
                    .flatMap(plugin -> which.apply(plugin).stream())
                    .map(format -> Format.of(one, format)))
        .toList();
  }
}
