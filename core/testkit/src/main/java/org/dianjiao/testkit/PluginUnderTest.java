package org.dianjiao.testkit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.bus.FileContent;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.PluginMessage.StopCommand;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.PluginMessage.WriteFile;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.bus.Refusal;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginVerticle;

/** A running instance and its bus address. For a plain thread; every method blocks. */
final class PluginUnderTest implements AutoCloseable {

  /** That all texts here belong to. */
  static final String PROJECT = "project-under-test";

  private static final Duration TIMEOUT = Duration.ofMinutes(12);

  private final Vertx vertx;
  private final PluginClient client;
  private final String id;

  /** Starts an instance in the host that the server uses. */
  PluginUnderTest(PluginInstance instance, PluginLimits limits) {
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    RecordCodec.register(vertx);
    this.client = new PluginClient(vertx, TIMEOUT);
    this.id = instance.id();
    await(vertx.deployVerticle(new PluginVerticle(instance, limits)));
  }

  /** How it is. */
  PluginDescribed described() {
    return await(client.describe(id));
  }

  /** Everything that is proposed for a text. */
  List<Proposal> proposals(Sample sample) {
    return analyze(sample, sample.all(), List.of()).proposals();
  }

  /** The answer to one question. */
  TextAnalyzed analyze(Sample sample, TextRange focus, List<Marked> annotations) {
    return answer(sample, ask(sample, focus, annotations));
  }

  /** The answers to questions that are all put before the first is answered. */
  List<TextAnalyzed> analyzeAtOnce(List<Sample> samples) {
    List<Future<TextAnalyzed>> asked = new ArrayList<>();
    samples.forEach(sample -> asked.add(ask(sample, sample.all(), List.of())));
    List<TextAnalyzed> answers = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      answers.add(answer(samples.get(i), asked.get(i)));
    }
    return answers;
  }

  /** A question, not waited for. */
  Future<TextAnalyzed> ask(Sample sample, TextRange focus, List<Marked> annotations) {
    return client.analyze(
        id, new AnalyzeText(sample.text(), focus, 0, "lzh", annotations, PROJECT));
  }

  /** Tells it what persons decided; comes back when it has heard. */
  void tell(List<Decision> decisions) {
    await(client.decided(id, new TellDecisions(decisions)));
  }

  /**
   * What it finds in its authority file.
   *
   * @throws Refusal when it has none, or does not answer
   */
  List<Body.Identification> lookUp(String query, String type, int limit) {
    return await(client.lookUp(id, new LookUp(query, type, limit))).entries();
  }

  /**
   * What it reads in a file.
   *
   * @throws Refusal when it says no, or does not answer
   */
  MarkedText readFile(String format, String fileName, FileContent content) {
    ReadFile file = new ReadFile(format, fileName, content);
    return await(client.readFile(id, file)).text();
  }

  /**
   * The file that it makes of a document.
   *
   * @throws Refusal when it says no, or does not answer
   */
  byte[] writeFile(String format, MarkedText text) {
    return await(client.writeFile(id, new WriteFile(format, text))).content().array();
  }

  /**
   * What a command with its default parameters says and proposes.
   *
   * @throws Refusal when it does not answer, or wrongly
   */
  CommandRan run(String command, Sample sample, TextRange selection) {
    return await(begin(command, sample, selection));
  }

  /** A command, not waited for; it runs under its own name. */
  Future<CommandRan> begin(String command, Sample sample, TextRange selection) {
    RunCommand question =
        new RunCommand(
            command, command, Map.of(), "", sample.text(), "lzh", List.of(), selection, PROJECT);
    return client.run(id, question, TIMEOUT);
  }

  /** Stops a command that was begun. */
  void stop(String command) {
    await(client.stop(id, new StopCommand(command)));
  }

  private static TextAnalyzed answer(Sample sample, Future<TextAnalyzed> asked) {
    try {
      return await(asked);
    } catch (Refusal refusal) {
      throw new AssertionError(sample.name() + ": " + refusal.getMessage(), refusal);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
