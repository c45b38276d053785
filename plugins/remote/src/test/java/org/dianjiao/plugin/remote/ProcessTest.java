package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.bus.PluginMessage.CommandProgressed;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {

  private static final String COMMAND =
      """
      "budget-ms": 1000, "commands": [{"name": "steps", "label": "Steps", "on": ["document"],
        "parameters": [{"name": "steps", "type": "number", "default": 100000}]}]""";

  @TempDir Path temporary;

  /** Goes through a text in steps, each of which takes a moment. */
  public static final class Steps implements Plugin {

    private static final class Walker implements Analyzer, Commands {
      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), List.of());
      }

      @Override
      public CommandResult run(CommandRequest request) throws Exception {
        long steps = (long) request.parameters().number("steps");
        for (long step = 0; step < steps; step++) {
          request.progress().done(step, steps);
          Thread.sleep(20);
        }
        List<Candidate> candidates = List.of(new Candidate(new Replace("。"), 0.9, "。"));
        int end = request.selection().end();
        return new CommandResult(
            steps + " steps in " + request.text().title(),
            List.of(
                new Proposal("mark", TextRange.at(end), candidates, "here it ends", List.of())));
      }
    }

    @Override
    public Analyzer start(PluginContext context) {
      return new Walker();
    }
  }

  /** It may take longer than a question: its budget is another. */
  @Test
  void runsCommandsThatTellHowFarTheyAreAndCanBeStopped() throws Exception {
    Path folder = OnDisk.plugin(temporary.resolve("sample"), Steps.class, COMMAND);
    Queue<CommandProgressed> told = new ConcurrentLinkedQueue<>();
    try (Hosted plugin = Hosted.inProcess(folder, temporary.resolve("states"), Map.of())) {
      CommandRan ran = Hosted.get(plugin.run("steps", Map.of("steps", 70), "天𠀋", told::add));
      assertThat(ran.report()).isEqualTo("70 steps in 天");
      assertThat(ran.proposals().get(0).range()).isEqualTo(TextRange.at(3));
      assertThat(told).hasSizeGreaterThan(2).allMatch(one -> one.total() == 70);
      told.clear();
      Future<CommandRan> endless = plugin.run("steps", Map.of(), "天", told::add);
      while (told.isEmpty()) {
        Thread.sleep(10);
      }
      long stopped = System.nanoTime();
      plugin.stop();
      assertThatThrownBy(() -> Hosted.get(endless)).hasMessageContaining("was stopped");
      assertThat(plugin.answer("天").proposals()).isEmpty(); // its one thread is back
      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(1));
    }
  }

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
