package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Asks analyzers. Every future fails with a {@link Refusal}. */
public final class PluginClient {

  private final Vertx vertx;
  private final Duration timeout;

  /**
   * A client of all analyzers.
   *
   * @param timeout above every analyzer's own budget; the host answers when that is spent
   */
  public PluginClient(Vertx vertx, Duration timeout) {
    this.vertx = vertx;
    this.timeout = timeout;
  }

  /** Looks at a window of text. */
  public Future<PluginMessage.TextAnalyzed> analyze(
      String plugin, PluginMessage.AnalyzeText command) {
    return ask(plugin, "analyze", command, PluginMessage.TextAnalyzed.class);
  }

  /** Tells what persons decided. */
  public Future<DocumentReply.Noted> decided(String plugin, PluginMessage.TellDecisions command) {
    return ask(plugin, "decided", command, DocumentReply.Noted.class);
  }

  /** Searches the plugin's authority file. */
  public Future<PluginMessage.LookedUp> lookUp(String plugin, PluginMessage.LookUp command) {
    return ask(plugin, "look-up", command, PluginMessage.LookedUp.class);
  }

  /** Has a file read. */
  public Future<PluginMessage.FileRead> readFile(String plugin, PluginMessage.ReadFile command) {
    return ask(plugin, "read-file", command, PluginMessage.FileRead.class);
  }

  /** Has a document written as a file. */
  public Future<PluginMessage.FileWritten> writeFile(
      String plugin, PluginMessage.WriteFile command) {
    return ask(plugin, "write-file", command, PluginMessage.FileWritten.class);
  }

  /** Asks how it is. */
  public Future<PluginMessage.PluginDescribed> describe(String plugin) {
    PluginMessage.DescribePlugin command = new PluginMessage.DescribePlugin();
    return ask(plugin, "describe", command, PluginMessage.PluginDescribed.class);
  }

  private <R> Future<R> ask(String plugin, String verb, PluginMessage command, Class<R> answer) {
    return Corridor.ask(vertx, Addresses.plugin(plugin, verb), command, answer, timeout)
        .recover(
            failure ->
                Corridor.nobodyThere(failure)
                    ? Future.failedFuture(
                        new Refusal(
                            FailureCode.PLUGIN_UNAVAILABLE,
                            "no plugin \"" + plugin + "\" is running"))
                    : Future.failedFuture(failure));
  }
}
