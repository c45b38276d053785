package org.dianjiao.plugin.punctuation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dianjiao.testkit.PluginConformance;
import org.junit.jupiter.api.Test;

class ConformanceTest {

  @Test
  void keepsWhatAPluginPromises() throws IOException {
    PluginConformance.of(Path.of("")).run().requirePassed();
  }

  @Test
  void keepsItWhenItProofreads() throws IOException {
    PluginConformance.of(Path.of(""))
        .withSettings(Map.of("mode", "proofread"))
        .run()
        .requirePassed();
  }
}
