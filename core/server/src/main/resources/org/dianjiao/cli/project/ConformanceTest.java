package @package@;

import java.io.IOException;
import java.nio.file.Path;
import org.dianjiao.testkit.PluginConformance;
import org.junit.jupiter.api.Test;

class ConformanceTest {

  @Test
  void keepsWhatAPluginPromises() throws IOException {
    PluginConformance.of(Path.of("")).run().requirePassed();
  }
}
