package org.dianjiao.plugin.remote;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginVerticle;
import org.dianjiao.plugin.RunsIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a process takes to start, and a question over the pipe beside one in the server. */
class PipeMeasurement {

  private static final Path VARIANTS = Hosted.BRIDGE.resolve("../variants").normalize();
  private static final Path DEMO = Hosted.BRIDGE.resolve("../../config/demo").normalize();
  private static final int UNITS = 2_000;
  private static final int WARM = 300;
  private static final int COUNTED = 1_000;

  @TempDir Path temporary;

  @Test
  void measure() throws Exception {
    String text = text();
    for (RunsIn place : List.of(RunsIn.SERVER, RunsIn.PROCESS, RunsIn.SERVER, RunsIn.PROCESS)) {
      measure(place, text);
    }
  }

  private static String text() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(DEMO)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.substring(0, all.offsetByCodePoints(0, UNITS));
  }

  private void measure(RunsIn place, String text) throws Exception {
    Vertx vertx = Vertx.vertx();
    RecordCodec.register(vertx);
    PluginClient client = new PluginClient(vertx, Duration.ofSeconds(60));
    PluginInstance instance =
        PluginInstance.of("variants", PluginFolder.open(VARIANTS), Map.of(), temporary)
            .in(place, Bridge.local(Hosted.BRIDGE, Isolation.DEFAULTS));
    List<Long> starts = new ArrayList<>();
    String deployed = "";
    for (int i = 0; i < 5; i++) {
      if (!deployed.isEmpty()) {
        Hosted.get(vertx.undeploy(deployed));
      }
      long begun = System.nanoTime();
      deployed =
          Hosted.get(vertx.deployVerticle(new PluginVerticle(instance, PluginLimits.defaults())));
      starts.add(System.nanoTime() - begun);
    }
    AnalyzeText question =
        new AnalyzeText(text, new TextRange(0, text.length()), 1, "lzh", List.of());
    List<Long> answers = new ArrayList<>();
    int proposals = 0;
    for (int i = 0; i < WARM + COUNTED; i++) {
      long begun = System.nanoTime();
      proposals = Hosted.get(client.analyze("variants", question)).proposals().size();
      if (i >= WARM) {
        answers.add(System.nanoTime() - begun);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: start p50 %.0f ms, last %.0f ms; %d units, %d proposals: p50 %.2f ms, p99 %.2f ms%n",
        place,
        at(starts, 0.5),
        starts.get(starts.size() - 1) / 1e6,
        text.length(),
        proposals,
        at(answers, 0.5),
        at(answers, 0.99));
    Hosted.get(vertx.close());
  }

  private static double at(List<Long> nanos, double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
  }
}
