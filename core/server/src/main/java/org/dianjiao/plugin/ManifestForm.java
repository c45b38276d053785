package org.dianjiao.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.plugin.AnnotationDeclaration.Hue;

/** {@code plugin.json} as it is written. */
record ManifestForm(
    String id,
    String name,
    String version,
    String api,
    List<String> categories,
    Optional<Side> window,
    Integer budgetMs,
    Optional<Integer> parallelism,
    Optional<Boolean> deterministic,
    List<Map<String, Object>> settings,
    List<DataSource> sources,
    List<Kind> annotations,
    List<Command> commands,
    List<FormatDeclaration> imports,
    List<FormatDeclaration> exports,
    Optional<RemoteDeclaration> remote) {

  private record Side(Optional<Integer> before, Optional<Integer> after) {}

  private record Kind(
      String kind, String label, Hue hue, Optional<AnnotationDeclaration.TeiMapping> tei) {

    AnnotationDeclaration declaration() {
      return new AnnotationDeclaration(
          Objects.requireNonNull(kind, "kind of an annotation"),
          Objects.requireNonNull(label, "label of annotation " + kind),
          Optional.ofNullable(hue).orElse(Hue.GREY),
          tei);
    }
  }

  private record Command(
      String name,
      String label,
      Set<CommandDeclaration.Place> on,
      List<Map<String, Object>> parameters) {

    CommandDeclaration declaration() {
      return new CommandDeclaration(
          Objects.requireNonNull(name, "name of a command"),
          Objects.requireNonNull(label, "label of command " + name),
          Optional.ofNullable(on).orElse(Set.of()),
          parameters.stream().map(SettingDeclaration::of).toList());
    }
  }

  ManifestForm {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(budgetMs, "budget-ms");
    categories = List.copyOf(categories);
    settings = List.copyOf(settings);
    sources = List.copyOf(sources);
  }

  PluginManifest manifest() {
    return new PluginManifest(
        id,
        name,
        version,
        ApiVersion.parse(api),
        categories,
        new PluginManifest.Window(
            window.flatMap(Side::before).orElse(0), window.flatMap(Side::after).orElse(0)),
        Duration.ofMillis(budgetMs),
        parallelism.orElse(1),
        deterministic.orElse(true),
        settings.stream().map(SettingDeclaration::of).toList(),
        sources,
        annotations.stream().map(Kind::declaration).toList(),
        commands.stream().map(Command::declaration).toList(),
        imports,
        exports,
        remote);
  }
}
