package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
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
    return PluginFixture.start(new NamesPlugin(), Path.of(""), state, settings);
  }

  /** The identification that the best candidate would make. */
  static Body.Identification best(Proposal proposal) {
    return (Body.Identification) ((Annotate) proposal.best().action()).body();
  }

  static String text(String name) throws IOException {
    return Files.readString(TEXTS.resolve(name));
  }
}
