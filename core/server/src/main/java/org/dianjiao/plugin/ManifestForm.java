package org.dianjiao.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    List<DataSource> sources) {

  private record Side(Optional<Integer> before, Optional<Integer> after) {}

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
        sources);
  }
}
