package org.dianjiao.plugin.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read and written in a process of its own, within its bounds. */
class ProcessFilesTest {

  private static final Locale LANGUAGE = Locale.forLanguageTag("lzh");
  private static final String LINES =
      "[{\"name\": \"lines\", \"label\": \"Lines\", \"extension\": \"txt\","
          + " \"media-type\": \"text/plain\"}]";

  @TempDir Path temporary;

  /** Marks the first character; a few words in the file make it do something else. */
  public static final class Scribe implements Plugin {
    @Override
    public Analyzer start(PluginContext context) {
      return new Desk();
    }

    private static final class Desk implements Analyzer, Importer, Exporter {
      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), List.of());
      }

      @Override
      public MarkedText read(String format, String fileName, InputStream content)
          throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        switch (text) {
          case "no" -> throw new IOException("line 1: no");
          case "long" -> text = "字".repeat(3_500_000);
          case "for ever" -> {
            while (true) {
              Thread.onSpinWait();
            }
          }
          case "exit" -> System.exit(3);
          default -> {}
        }
        Marked first = new Marked(new TextRange(0, 2), new Body.Tag("person"));
        return new MarkedText(fileName, text, LANGUAGE, List.of(first));
      }

      @Override
      public void write(String format, MarkedText text, OutputStream out) throws IOException {
        if (text.annotations().isEmpty()) {
          throw new IllegalStateException("nothing is marked");
        }
        String all = text.text() + text.annotations().get(0).body().kind();
        out.write(
            (text.title().equals("long") ? all.repeat(2_000_000) : all)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Refusal refusal(Future<?> asked) throws Exception {
    return (Refusal) assertThatThrownBy(() -> Hosted.get(asked)).cause().actual();
  }

  @Test
  void readsAndWritesInAProcess() throws Exception {
    String fields = "\"budget-ms\": 20000, \"imports\": %1$s, \"exports\": %1$s".formatted(LINES);
    Path folder = OnDisk.plugin(temporary.resolve("sample"), Scribe.class, fields);
    PluginLimits usual = Hosted.LIMITS;
    PluginLimits limits =
        new PluginLimits(
            usual.start(),
            usual.longestBudget(),
            usual.close(),
            usual.stop(),
            usual.queue(),
            usual.failures(),
            usual.firstPause(),
            usual.longestPause(),
            usual.proposals(),
            Json.readSettings("plugin-format-seconds: 3", Limits.class));
    try (Hosted plugin = Hosted.inProcess(folder, temporary.resolve("states"), Map.of(), limits)) {
      MarkedText read = Hosted.get(plugin.read("𠀋奕山\n"));
      assertThat(read.text()).isEqualTo("𠀋奕山\n");
      assertThat(read.title()).isEqualTo("a.txt");
      assertThat(Hosted.get(plugin.write(read))).isEqualTo("𠀋奕山\nperson");

      for (int i = 0; i < 6; i++) {
        Refusal no = refusal(plugin.read("no"));
        assertThat(no.getMessage()).isEqualTo("plugin sample: line 1: no");
        assertThat(no.code()).isEqualTo(FailureCode.MALFORMED);
      }
      MarkedText unmarked = new MarkedText("t", "曰", LANGUAGE, List.of());
      assertThat(refusal(plugin.write(unmarked)).getMessage())
          .isEqualTo("plugin sample: nothing is marked");

      Refusal tooLong = refusal(plugin.read("long"));
      assertThat(tooLong.code()).isEqualTo(FailureCode.PLUGIN_UNAVAILABLE);
      assertThat(tooLong.getMessage()).contains("the limit is 8388608");
      MarkedText title = new MarkedText("long", read.text(), LANGUAGE, read.annotations());
      assertThat(refusal(plugin.write(title)).getMessage()).contains("the limit is 8388608");

      assertThat(refusal(plugin.read("exit")).getMessage()).contains("exit code 3");
      long begun = System.nanoTime();
      assertThat(refusal(plugin.read("for ever")).getMessage())
          .contains("no answer to read in 3000 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
      assertThat(Hosted.get(plugin.read("曰曰")).text()).isEqualTo("曰曰"); // in a new process
    }
  }
}
