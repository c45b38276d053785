package org.dianjiao.plugin.variants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dianjiao.testkit.PluginConformance;
import org.junit.jupiter.api.Test;

class ConformanceTest {

  @Test
  void keepsWhatAPluginPromises() throws IOException {
    PluginConformance.of(Path.of("")).withTexts(Fixture.TEXTS).run().requirePassed();
  }

  @Test
  void keepsItWhenItReplaces() throws IOException {
    PluginConformance.of(Path.of(""))
        .withTexts(Fixture.TEXTS)
        .withSettings(Map.of("mode", "replace", "target", "traditional"))
        .run()
        .requirePassed();
  }
}
