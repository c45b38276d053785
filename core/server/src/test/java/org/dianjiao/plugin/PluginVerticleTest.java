package org.dianjiao.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.bus.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginVerticleTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final PluginLimits LIMITS =
      new PluginLimits(
          Duration.ofSeconds(20),
          Duration.ofMillis(400),
          SHORT,
          SHORT,
          2,
          2,
          SHORT,
          Duration.ofSeconds(2),
          100);

  @TempDir Path temporary;
  private Vertx vertx;
  private PluginClient client;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    RecordCodec.register(vertx);
    client = new PluginClient(vertx, Duration.ofSeconds(30));
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private String run(Class<? extends Plugin> plugin) throws Exception {
    return run(plugin, "", Map.of());
  }

  private String run(Class<? extends Plugin> plugin, String fields, Map<String, Object> settings)
      throws Exception {
    Path folder = PluginOnDisk.install(temporary.resolve("sample"), plugin, fields);
    PluginInstance instance =
        PluginInstance.of(
            "sample", PluginFolder.open(folder), settings, temporary.resolve("states"));
    return get(vertx.deployVerticle(new PluginVerticle(instance, LIMITS)));
  }

  private Future<TextAnalyzed> ask(String text) {
    return client.analyze(
        "sample", new AnalyzeText(text, new TextRange(0, text.length()), 42, "lzh", List.of()));
  }

  private static Refusal refusal(Future<?> asked) throws Exception {
    try {
      get(asked);
    } catch (java.util.concurrent.ExecutionException failed) {
      return (Refusal) failed.getCause();
    }
    throw new AssertionError("was not refused");
  }

  private PluginDescribed described() throws Exception {
    return get(client.describe("sample"));
  }

  private String state(String name) throws IOException {
    return Files.readString(temporary.resolve("states/sample").resolve(name));
  }

  @Test
  void answersWithVersionAndRevision() throws Exception {
    String settings =
        "\"settings\": [{\"name\": \"mark\", \"type\": \"string\", \"default\": \"。\"}]";
    run(SamplePlugins.Marker.class, settings, Map.of("mark", "！"));
    TextAnalyzed answer = get(ask("天津條約"));
    assertThat(answer.revision()).isEqualTo(42);
    assertThat(answer.version()).isEqualTo("1.0.0");
    assertThat(answer.covered()).isEqualTo(new TextRange(0, 4));
    assertThat(answer.proposals())
        .containsExactly(SamplePlugins.proposal("mark", TextRange.at(4), "！"));
    assertThat(described().state()).isEqualTo("started");
  }

  @Test
  void showsPluginsNothingButTheJdkAndTheApi() throws Exception {
    run(SamplePlugins.Spy.class);
    TextAnalyzed answer = get(ask("天津"));
    assertThat(answer.proposals().stream().map(Proposal::explanation))
        .containsExactly(
            "io.vertx.core.Vertx is not seen",
            "org.dianjiao.plugin.PluginVerticle is not seen",
            "org.slf4j.Logger is not seen",
            "org.dianjiao.api.Proposal is seen",
            "java.sql.Connection is seen");
    assertThat(answer.proposals()).allMatch(p -> p.best().label().equals("own"));
    assertThat(state("started")).isEqualTo("sample");
  }

  @Test
  void interruptsAnAnalyzerThatIsLate() throws Exception {
    run(SamplePlugins.Sleeper.class);
    Refusal late = refusal(ask("20000"));
    assertThat(late.code()).isEqualTo(FailureCode.PLUGIN_UNAVAILABLE);
    assertThat(late).hasMessage("plugin sample: no answer to analyze in 400 ms");
    get(ask("1"));
    assertThat(state("interrupted")).isEqualTo("cancelled true");
    assertThat(described().state()).isEqualTo("started");
  }

  @Test
  void givesUpOnAThreadThatDoesNotStop() throws Exception {
    run(SamplePlugins.Deaf.class);
    Future<TextAnalyzed> waiting = ask("1");
    Future<TextAnalyzed> behind = ask("2");
    assertThat(refusal(waiting)).hasMessage("plugin sample: no answer to analyze in 400 ms");
    assertThat(refusal(behind)).hasMessageContaining("run it out of process");
    assertThat(described().state()).isEqualTo("failed");
    assertThat(described().reason())
        .isEqualTo(
            "a thread of it did not stop 300 ms after it was interrupted; run it out of process");
    assertThat(refusal(ask("3"))).hasMessage("plugin sample is failed: " + described().reason());
  }

  @Test
  void saysBusyWhenTheQueueIsFull() throws Exception {
    run(SamplePlugins.Sleeper.class);
    List<Future<TextAnalyzed>> asked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asked.add(ask("150"));
    }
    Refusal busy = refusal(asked.get(3));
    assertThat(busy.code()).isEqualTo(FailureCode.BUSY);
    assertThat(busy).hasMessage("plugin sample has 2 questions waiting; try again");
    get(Future.all(asked.subList(0, 2))); // of the third it depends on whether the first has begun
  }

  @Test
  void suspendsAfterFailuresInARowAndComesBack() throws Exception {
    run(SamplePlugins.Sleeper.class);
    assertThat(refusal(ask("twelve"))).hasMessageStartingWith("plugin sample: NumberFormat");
    get(ask("1"));
    refusal(ask("twelve"));
    refusal(ask("twelve"));
    assertThat(described().state()).isEqualTo("suspended");
    assertThat(refusal(ask("1")))
        .hasMessageContaining("suspended: 2 failures in a row, the last: NumberFormatException")
        .hasMessageEndingWith("it is tried again in 1 s");
    long begun = System.nanoTime();
    while (ask("1").toCompletionStage().toCompletableFuture().handle((a, f) -> f != null).get()) {
      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(20).toNanos());
      Thread.sleep(20);
    }
    assertThat(described().state()).isEqualTo("started");
    assertThat(described().reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none | it answered nothing at all
          past | the covered range 0–1000 ends behind the window of 4 units
          half\ud840\udc00 | a proposal's range 4–5 cuts a character
          vary\u845b\udb40\udd00 | variation selector, at 5
          kind | a proposal of category "poem"; plugin.json declares [mark]
          text | a replacement holds half a character at its unit 0
          feed | a replacement holds the control character U+000D at its unit 1
          bell | a replacement holds the control character U+0007 at its unit 0
          long | a replacement of 20000 units; the limit is 16384
          many | 101 proposals in one answer; the limit is 100
          boom | StackOverflowError: deep
          """)
  void refusesAnAnswerAgainstTheRules(String text, String message) throws Exception {
    run(SamplePlugins.Wrong.class);
    Refusal refusal = refusal(ask(text));
    assertThat(refusal.code()).isEqualTo(FailureCode.PLUGIN_UNAVAILABLE);
    assertThat(refusal).hasMessageContaining(message);
  }

  @Test
  void doesNotCountAWrongQuestionAgainstThePlugin() throws Exception {
    run(SamplePlugins.Sleeper.class);
    AnalyzeText beyond = new AnalyzeText("1", new TextRange(0, 9), 0, "lzh", List.of());
    for (int i = 0; i < 3; i++) {
      Refusal refusal = refusal(client.analyze("sample", beyond));
      assertThat(refusal.code()).isEqualTo(FailureCode.MALFORMED);
      assertThat(refusal).hasMessage("focus ends at 9, behind the text of 1 units");
    }
    get(ask("1"));
  }

  @Test
  void saysWhyAPluginDidNotStart() throws Exception {
    run(SamplePlugins.Unstartable.class);
    assertThat(described().state()).isEqualTo("failed");
    assertThat(refusal(ask("1")))
        .hasMessage(
            "plugin sample is failed: IllegalStateException: the model has 3 layers, 4 are needed");
  }

  @Test
  void refusesAPluginWhoseCodeIsNotThere() throws Exception {
    Path folder = temporary.resolve("empty");
    PluginOnDisk.in(folder).manifest(PluginOnDisk.manifest("empty", ""));
    PluginInstance instance =
        PluginInstance.of("sample", PluginFolder.open(folder), Map.of(), temporary);
    get(vertx.deployVerticle(new PluginVerticle(instance, LIMITS)));
    assertThat(described().state()).isEqualTo("refused");
    assertThat(described().reason())
        .isEqualTo("there are neither jars in lib nor classes in target/classes");
  }

  @Test
  void looksUpAndTellsDecisions() throws Exception {
    run(SamplePlugins.Learner.class);
    Proposal proposal = SamplePlugins.proposal("mark", TextRange.at(0), "。");
    Decision decision =
        new Decision("one", proposal, "清", Decision.Outcome.ACCEPTED, 0, Optional.empty());
    get(client.decided("sample", new TellDecisions(List.of(decision, decision))));
    assertThat(get(client.lookUp("sample", new LookUp("奕山", "", 5))).entries())
        .extracting(entry -> entry.label())
        .containsExactly("奕山 after 2");
    assertThat(refusal(client.lookUp("sample", new LookUp(" ", "", 5))).code())
        .isEqualTo(FailureCode.MALFORMED);
  }

  @Test
  void hasNothingToLookUpInAPluginWithoutAnAuthorityFile() throws Exception {
    run(SamplePlugins.Sleeper.class);
    assertThat(refusal(client.lookUp("sample", new LookUp("奕山", "", 5))))
        .hasMessage("plugin sample has nothing to look up");
  }

  @Test
  void stopsWhileAnAnalyzerIsBusy() throws Exception {
    String deployment = run(SamplePlugins.Sleeper.class);
    Future<TextAnalyzed> asked = ask("20000");
    get(vertx.undeploy(deployment));
    assertThat(refusal(asked).getMessage()).contains("sample");
    assertThatThrownBy(() -> get(ask("1"))).hasMessageContaining("no plugin \"sample\" is running");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("plugin-sample"));
  }

  @Test
  void isSwitchedOffAfterFiveRestsWithinAnHour() throws Exception {
    Duration pause = Duration.ofMillis(1);
    PluginLimits hasty =
        new PluginLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(5), SHORT, SHORT, 2, 1, pause, pause, 100);
    Path folder = PluginOnDisk.install(temporary.resolve("sample"), SamplePlugins.Wrong.class, "");
    PluginInstance instance =
        PluginInstance.of(
            "sample", PluginFolder.open(folder), Map.of(), temporary.resolve("states"));
    get(vertx.deployVerticle(new PluginVerticle(instance, hasty)));
    for (int rest = 1; rest <= 5; rest++) {
      assertThat(described().state()).isEqualTo(rest == 1 ? "started" : "suspended");
      String refused = refusal(ask("none")).getMessage();
      while (refused.contains("it is tried again")) {
        refused = refusal(ask("none")).getMessage();
      }
    }
    assertThat(described().state()).isEqualTo("failed");
    assertThat(described().reason()).contains("it had to rest 5 times within an hour");
    assertThat(refusal(ask("fine")).getMessage()).contains("is failed");
  }
}
