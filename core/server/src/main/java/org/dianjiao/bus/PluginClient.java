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

  /** Asks whether a command could be run so. */
  public Future<PluginMessage.CommandChecked> check(
      String plugin, PluginMessage.CheckCommand command) {
    return ask(plugin, "check-command", command, PluginMessage.CommandChecked.class);
  }

  /**
   * Runs a command.
   *
   * @param longest that it may take, what waits before it included
   */
  public Future<PluginMessage.CommandRan> run(
      String plugin, PluginMessage.RunCommand command, Duration longest) {
    return ask(plugin, "run-command", command, PluginMessage.CommandRan.class, longest);
  }

  /** Stops a command that runs, or that waits to. */
  public Future<DocumentReply.Noted> stop(String plugin, PluginMessage.StopCommand command) {
    return ask(plugin, "stop-command", command, DocumentReply.Noted.class);
  }

  /** Asks how it is. */
  public Future<PluginMessage.PluginDescribed> describe(String plugin) {
    PluginMessage.DescribePlugin command = new PluginMessage.DescribePlugin();
    return ask(plugin, "describe", command, PluginMessage.PluginDescribed.class);
  }

  private <R> Future<R> ask(String plugin, String verb, PluginMessage command, Class<R> answer) {
    return ask(plugin, verb, command, answer, timeout);
  }

  private <R> Future<R> ask(
      String plugin, String verb, PluginMessage command, Class<R> answer, Duration longest) {
    return Corridor.ask(vertx, Addresses.plugin(plugin, verb), command, answer, longest)
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
