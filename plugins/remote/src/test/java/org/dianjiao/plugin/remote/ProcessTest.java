package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dianjiao.api.Replace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {

  @TempDir Path temporary;

  @Test
  void answersFromAProcessWithNothingOfTheServers() throws Exception {
    String settings =
        "\"budget-ms\": 20000,"
            + " \"settings\": [{\"name\": \"word\", \"type\": \"string\", \"default\": \"\"}]";
    Path folder = OnDisk.plugin(temporary.resolve("sample"), Runaways.Tame.class, settings);
    try (Hosted plugin =
        Hosted.inProcess(folder, temporary.resolve("states"), Map.of("word", "𠀋 is one"))) {
      assertThat(plugin.described().reason()).isEmpty();
      assertThat(plugin.answer("天津").proposals().get(0).best().action())
          .isEqualTo(new Replace("1 variables, 𠀋 is one, true"));
    }
  }
}
