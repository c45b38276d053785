package org.dianjiao.plugin.remote;

import java.nio.file.Path;
import java.util.List;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.RunsIn;
import org.dianjiao.testkit.PluginConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that conforms does so in a process of its own, too. */
class ProcessConformanceTest {

  @TempDir Path temporary;

  /** Full stops behind 也, where none is. */
  public static final class Stops implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return request -> {
        String text = request.text();
        List<Proposal> proposals =
            java.util.stream.IntStream.range(request.focus().start(), request.focus().end())
                .filter(i -> text.charAt(i) == '也')
                .filter(i -> i + 1 == text.length() || "。，？」\ufe00".indexOf(text.charAt(i + 1)) < 0)
                .mapToObj(i -> stop(i + 1))
                .toList();
        return new Analysis(request.focus(), proposals);
      };
    }

    private static Proposal stop(int at) {
      Candidate candidate = new Candidate(new Replace("。"), 0.9, "。");
      return new Proposal(
          "mark", TextRange.at(at), List.of(candidate), "a sentence may end here", List.of());
    }
  }

  @Test
  void conforms() throws Exception {
    String fields =
        "\"budget-ms\": 5000, \"window\": {\"before\": 2, \"after\": 2}, \"parallelism\": 3";
    Path folder = OnDisk.plugin(temporary.resolve("sample"), Stops.class, fields);
    PluginConformance.of(folder)
        .in(RunsIn.PROCESS, Bridge.local(Hosted.BRIDGE, Isolation.DEFAULTS))
        .run()
        .requirePassed();
  }
}
