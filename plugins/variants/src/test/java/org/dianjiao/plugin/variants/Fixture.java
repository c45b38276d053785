package org.dianjiao.plugin.variants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.testkit.PluginFixture;

/** The plugin with its real tables, and the texts and data that the project is made for. */
final class Fixture {

  static final Path SHARED = Path.of("../../../shared");
  static final Path TEXTS = SHARED.resolve("texts");

  private Fixture() {}

  static PluginFixture start(Path state) throws Exception {
    return start(state, Map.of());
  }

  static PluginFixture start(Path state, Map<String, Object> settings) throws Exception {
    return PluginFixture.start(new VariantsPlugin(), Path.of(""), state, settings);
  }

  /** The plugin where every project has these rules: cells with tabs between them. */
  static Analyzer withRules(Path state, String... rules) throws Exception {
    List<List<String>> rows = Stream.of(rules).map(rule -> List.of(rule.split("\t", -1))).toList();
    PluginFolder folder = PluginFolder.open(Path.of(""));
    return new VariantsPlugin()
        .start(
            PluginInstance.of("variants", folder, Map.of(), state)
                .context((project, name) -> project.isEmpty() ? List.of() : rows));
  }

  /** What the best candidate would write, whether as text or as an annotation. */
  static String form(Proposal proposal) {
    return proposal.best().action() instanceof Replace replace
        ? replace.text()
        : proposal.best().label();
  }

  static String text(String name) throws IOException {
    return Files.readString(TEXTS.resolve(name));
  }

  static List<Path> texts() throws IOException {
    try (var files = Files.list(TEXTS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
