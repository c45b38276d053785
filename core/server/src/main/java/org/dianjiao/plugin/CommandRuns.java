package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.Refusal;

/** The commands of one plugin that run or wait, so that they can be stopped. On one context. */
final class CommandRuns {

  private final Vertx vertx;
  private final String instance;
  private final CommandDesk desk;
  private final Map<String, PluginCall<?>> runs = new HashMap<>();

  CommandRuns(Vertx vertx, String instance, CommandDesk desk) {
    this.vertx = vertx;
    this.instance = instance;
    this.desk = desk;
  }

  /** How the plugin is asked; tells of the call when it is begun. */
  @FunctionalInterface
  interface Asking {
    Future<CommandRan> ask(
        String what, Question<CommandRan> question, Consumer<PluginCall<CommandRan>> begun);
  }

  /**
   * Runs a command.
   *
   * @throws Refusal when it cannot be asked so
   */
  Future<CommandRan> run(RunCommand command, Asking plugin) {
    desk.request(command, ToldProgress.UNHEARD);
    String run = command.run();
    if (runs.containsKey(run)) {
      throw new Refusal(FailureCode.MALFORMED, "run %s goes on already".formatted(run));
    }
    return plugin
        .ask(
            command.command(),
            (analyzer, cancellation) ->
                desk.run(
                    (Commands) analyzer,
                    desk.request(command, new ToldProgress(vertx, instance, run, cancellation))),
            call -> runs.put(run, call))
        .onComplete(ended -> runs.remove(run));
  }

  /** One that has not ended. */
  Optional<PluginCall<?>> get(String run) {
    return Optional.ofNullable(runs.get(run));
  }

  /** What whoever waits for a command that was stopped is told. */
  static Refusal stopped() {
    return new Refusal(FailureCode.PLUGIN_UNAVAILABLE, "the command was stopped");
  }
}
