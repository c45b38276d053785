package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.CommandOrder;
import org.dianjiao.bus.DocumentCommand.Selection;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.CheckCommand;
import org.dianjiao.json.Json;

/**
 * Commands of plugins as somebody gives them, checked by the plugin's host before anything runs.
 */
final class CommandOrders {

  private final PluginClient plugins;

  CommandOrders(Vertx vertx, Duration timeout) {
    this.plugins = new PluginClient(vertx, timeout);
  }

  /**
   * A command as it is given.
   *
   * @param plugin the instance
   * @param name of the command
   * @param parameters that are not left to their defaults
   * @param selection empty when the whole document is meant
   */
  record Given(
      String plugin, String name, Map<String, Object> parameters, Optional<Selection> selection) {

    /** Requires a plugin and a command. */
    Given {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(name, "name");
      parameters = parameters == null ? Map.of() : parameters;
      parameters.values().removeIf(Objects::isNull);
      selection = selection == null ? Optional.empty() : selection;
    }
  }

  /**
   * A command that can be run.
   *
   * @param asked what a job keeps of it
   */
  record Checked(String plugin, String asked) {}

  /** Refuses what the plugin does not declare. */
  Future<Checked> checked(Given given, String place) {
    if (place.equals("project") && given.selection().isPresent()) {
      throw new IllegalArgumentException("a project has no selection");
    }
    return plugins
        .check(given.plugin(), new CheckCommand(given.name(), place, given.parameters()))
        .map(
            found ->
                new Checked(
                    given.plugin(),
                    Json.text(
                        new CommandOrder(
                            given.name(), found.label(), found.parameters(), given.selection()))));
  }
}
