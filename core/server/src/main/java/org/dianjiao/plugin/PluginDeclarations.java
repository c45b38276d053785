package org.dianjiao.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dianjiao.bus.InstalledPlugin;

/** What plugins declare in {@code plugin.json}, as it is told to others. */
final class PluginDeclarations {

  private PluginDeclarations() {}

  static InstalledPlugin of(PluginManifest manifest, boolean bundled) {
    return new InstalledPlugin(
        manifest.id(),
        manifest.name(),
        manifest.version(),
        bundled,
        manifest.categories(),
        settings(manifest.settings()),
        manifest.sources().stream()
            .map(one -> new InstalledPlugin.Source(one.file(), one.origin(), one.license()))
            .toList(),
        manifest.annotations().stream().map(PluginDeclarations::kind).toList(),
        manifest.commands().stream().map(PluginDeclarations::command).toList(),
        formats(manifest.imports()),
        formats(manifest.exports()));
  }

  private static List<InstalledPlugin.Setting> settings(List<SettingDeclaration> declared) {
    return declared.stream()
        .map(
            one ->
                new InstalledPlugin.Setting(
                    one.name(),
                    one.type().word(),
                    one.standard(),
                    one.oneOf(),
                    one.label(),
                    one.help()))
        .toList();
  }

  private static InstalledPlugin.Kind kind(AnnotationDeclaration one) {
    return new InstalledPlugin.Kind(
        one.kind(),
        one.label(),
        one.hue().word(),
        one.tei().map(tei -> new InstalledPlugin.Tei(tei.element(), tei.type())));
  }

  private static InstalledPlugin.Command command(CommandDeclaration one) {
    return new InstalledPlugin.Command(
        one.name(),
        one.label(),
        one.places().stream()
            .sorted(Comparator.naturalOrder())
            .map(place -> place.name().toLowerCase(Locale.ROOT))
            .toList(),
        settings(one.parameters()));
  }

  private static List<InstalledPlugin.Format> formats(List<FormatDeclaration> declared) {
    return declared.stream()
        .map(
            one ->
                new InstalledPlugin.Format(
                    one.name(), one.label(), one.extension(), one.mediaType()))
        .toList();
  }
}
