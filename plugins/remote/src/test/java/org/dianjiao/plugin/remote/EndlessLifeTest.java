package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dianjiao.api.plugin.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins whose start or end never comes back. */
class EndlessLifeTest {

  @TempDir Path temporary;

  private Path install(Class<? extends Plugin> kind) throws Exception {
    return OnDisk.plugin(temporary.resolve("sample"), kind, "\"budget-ms\": 300");
  }

  @Test
  void isKilledWhenItDoesNotStart() throws Exception {
    Path states = temporary.resolve("states");
    Duration start = Duration.ofSeconds(2);
    try (Hosted plugin =
        Hosted.inProcess(
            install(Runaways.EndlessStart.class), states, Map.of(), Hosted.limits(start))) {
      assertThat(plugin.startedIn()).isLessThan(start.plusMillis(1_000));
      assertThat(plugin.described().state()).isEqualTo("failed");
      assertThat(plugin.described().reason()).contains("2000 ms");
      RunawayTest.assertNoneIsLeft(states);
    }
  }

  @Test
  void isKilledWhenItDoesNotClose() throws Exception {
    Path states = temporary.resolve("states");
    Hosted plugin = Hosted.inProcess(install(Runaways.EndlessClose.class), states, Map.of());
    assertThat(plugin.described().state()).isEqualTo("started");
    long asked = System.nanoTime();
    plugin.close();
    assertThat(Duration.ofNanos(System.nanoTime() - asked))
        .isLessThan(Duration.ofMillis(300 + 1_000 + 200));
    RunawayTest.assertNoneIsLeft(states);
  }
}
