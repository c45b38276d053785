package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** What the host of an analyzer answers to. Called on the context that registered it. */
public interface PluginEndpoint {

  /** Looks at a window of text. */
  Future<PluginMessage.TextAnalyzed> analyze(PluginMessage.AnalyzeText command);

  /** Hears what persons decided. */
  Future<DocumentReply.Noted> decided(PluginMessage.TellDecisions command);

  /** Searches the plugin's authority file. */
  Future<PluginMessage.LookedUp> lookUp(PluginMessage.LookUp command);

  /** Reads a file. */
  Future<PluginMessage.FileRead> readFile(PluginMessage.ReadFile command);

  /** Writes a document as a file. */
  Future<PluginMessage.FileWritten> writeFile(PluginMessage.WriteFile command);

  /** Says whether a command could be run so. */
  Future<PluginMessage.CommandChecked> check(PluginMessage.CheckCommand command);

  /** Runs a command. */
  Future<PluginMessage.CommandRan> run(PluginMessage.RunCommand command);

  /** Stops a command; one that has ended is none. */
  Future<DocumentReply.Noted> stop(PluginMessage.StopCommand command);

  /** Says how it is. */
  Future<PluginMessage.PluginDescribed> describe(PluginMessage.DescribePlugin command);

  /** Registers a host at all its addresses. */
  static Listening serve(Vertx vertx, String plugin, PluginEndpoint host) {
    return new Listening(
        List.of(
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "analyze"),
                PluginMessage.AnalyzeText.class,
                host::analyze),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "decided"),
                PluginMessage.TellDecisions.class,
                host::decided),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "look-up"),
                PluginMessage.LookUp.class,
                host::lookUp),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "read-file"),
                PluginMessage.ReadFile.class,
                host::readFile),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "write-file"),
                PluginMessage.WriteFile.class,
                host::writeFile),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "check-command"),
                PluginMessage.CheckCommand.class,
                host::check),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "run-command"),
                PluginMessage.RunCommand.class,
                host::run),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "stop-command"),
                PluginMessage.StopCommand.class,
                host::stop),
            Corridor.answer(
                vertx,
                Addresses.plugin(plugin, "describe"),
                PluginMessage.DescribePlugin.class,
                host::describe)));
  }
}
