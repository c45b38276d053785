package org.dianjiao.plugin.remote;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.bus.FileContent;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.CommandProgressed;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.FileRead;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.PluginMessage.StopCommand;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.PluginMessage.WriteFile;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.bus.Refusal;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginVerticle;
import org.dianjiao.plugin.RunsIn;

/** An instance elsewhere, in the host that the server uses. For a plain thread. */
public final class Hosted implements AutoCloseable {

  /** This module, as it stands in the working tree. */
  public static final Path BRIDGE = Path.of("").toAbsolutePath();

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration CLOSE = Duration.ofMillis(300);

  /** As in the server, but the time to start and to close is short. */
  public static final PluginLimits LIMITS = limits(START);

  private final Vertx vertx;
  private final PluginClient client;
  private final Duration startedIn;

  private Hosted(PluginInstance instance, PluginLimits limits) throws Exception {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    RecordCodec.register(vertx);
    client = new PluginClient(vertx, Duration.ofMinutes(3));
    long begun = System.nanoTime();
    get(vertx.deployVerticle(new PluginVerticle(instance, limits)));
    startedIn = Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The usual limits with another time to start. */
  public static PluginLimits limits(Duration start) {
    PluginLimits usual = PluginLimits.defaults();
    return new PluginLimits(
        start,
        usual.longestBudget(),
        CLOSE,
        usual.stop(),
        usual.queue(),
        usual.failures(),
        usual.firstPause(),
        usual.longestPause(),
        usual.proposals());
  }

  /** Starts a plugin in a process of its own. */
  public static Hosted inProcess(Path folder, Path states, Map<String, Object> settings)
      throws Exception {
    return inProcess(folder, states, settings, LIMITS);
  }

  /** Starts a plugin in a process of its own, with other limits. */
  public static Hosted inProcess(
      Path folder, Path states, Map<String, Object> settings, PluginLimits limits)
      throws Exception {
    PluginInstance instance =
        PluginInstance.of("sample", PluginFolder.open(folder), settings, states);
    return new Hosted(
        instance.in(RunsIn.PROCESS, Bridge.local(BRIDGE, Isolation.DEFAULTS)), limits);
  }

  /** Starts a remote plugin. */
  public static Hosted over(Bridge bridge, Path folder, Path states) throws Exception {
    PluginInstance instance =
        PluginInstance.of("sample", PluginFolder.open(folder), Map.of(), states);
    return new Hosted(instance.in(RunsIn.REMOTE, bridge), LIMITS);
  }

  /** How long it took to start, or not to. */
  public Duration startedIn() {
    return startedIn;
  }

  /** Asks about a text. */
  public Future<TextAnalyzed> ask(String text) {
    return client.analyze(
        "sample", new AnalyzeText(text, new TextRange(0, text.length()), 42, "lzh", List.of()));
  }

  /** The answer to a question about a text. */
  public TextAnalyzed answer(String text) throws Exception {
    return get(ask(text));
  }

  /** Why a question about a text was refused. */
  public Refusal refusal(String text) throws Exception {
    try {
      get(ask(text));
    } catch (ExecutionException failed) {
      return (Refusal) failed.getCause();
    }
    throw new AssertionError("it was answered");
  }

  /** Has a file read. */
  public Future<MarkedText> read(String content) {
    FileContent file = FileContent.of(content.getBytes(StandardCharsets.UTF_8));
    return client.readFile("sample", new ReadFile("lines", "a.txt", file)).map(FileRead::text);
  }

  /** Has a document written. */
  public Future<String> write(MarkedText text) {
    return client
        .writeFile("sample", new WriteFile("lines", text))
        .map(written -> new String(written.content().array(), StandardCharsets.UTF_8));
  }

  /** Runs a command on a text; {@code far} hears how far it is. */
  public Future<CommandRan> run(
      String command,
      Map<String, Object> parameters,
      String text,
      Consumer<CommandProgressed> far) {
    TextRange all = new TextRange(0, text.length());
    return PluginEvents.progress(vertx, "sample", far)
        .ready()
        .compose(
            ready ->
                client.run(
                    "sample",
                    new RunCommand(
                        "run", command, parameters, "天", text, "lzh", List.of(), all, "P"),
                    START));
  }

  /** Stops the command. */
  public void stop() throws Exception {
    get(client.stop("sample", new StopCommand("run")));
  }

  /** How it is. */
  public PluginDescribed described() throws Exception {
    return get(client.describe("sample"));
  }

  /** What comes of something, waited for. */
  public static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(180, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
