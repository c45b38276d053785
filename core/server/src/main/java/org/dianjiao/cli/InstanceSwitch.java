package org.dianjiao.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.people.Operation;
import org.dianjiao.plugin.InstanceFiles;
import org.dianjiao.plugin.PluginCatalog;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.PluginState;
import org.dianjiao.server.ConsoleNotes;
import org.dianjiao.server.ServerSettings;

/** Switches instances on and off by their files. */
final class InstanceSwitch {

  private final PluginPlaces places;
  private final ConsoleNotes notes;

  InstanceSwitch(ServerSettings settings) {
    this.places = settings.pluginPlaces();
    this.notes = new ConsoleNotes(settings);
  }

  /**
   * Turns one to a side.
   *
   * @return whether it was on the other side before
   * @throws CommandFailure when there is no such instance, or the operator's own file says
   *     otherwise
   */
  boolean turn(String instance, boolean on) throws IOException {
    Map<String, Boolean> sides = sides();
    if (!sides.containsKey(instance)) {
      throw new CommandFailure(
          "there is no instance \"%s\"; there are: %s"
              .formatted(instance, String.join(", ", sides.keySet())));
    }
    if (sides.get(instance) == on) {
      return false;
    }
    try {
      notes.leave(Operation.CONFIGURE_PLUGIN.word(), instance, on ? "on" : "off");
      new InstanceFiles(places).turn(instance, instance, on);
      return true;
    } catch (PluginRefused refused) {
      throw new CommandFailure(refused.getMessage(), refused);
    }
  }

  /** Which are there, and whether they are on; one that is refused is on, and does not run. */
  private Map<String, Boolean> sides() throws IOException {
    PluginCatalog catalog = PluginCatalog.read(places);
    Map<String, Boolean> sides = new TreeMap<>();
    for (PluginInstance one : catalog.instances()) {
      sides.put(one.id(), true);
    }
    for (PluginDescribed one : catalog.others()) {
      sides.put(one.id(), !one.state().equals(PluginState.STOPPED.word()));
    }
    return sides;
  }
}
