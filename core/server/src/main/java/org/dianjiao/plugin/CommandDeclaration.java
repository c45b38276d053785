package org.dianjiao.plugin;

import java.util.List;
import java.util.Set;

/**
 * A command that a plugin has: what the browser offers, where, and which form it draws first.
 *
 * @param name in lower case with dashes
 * @param label for people
 * @param places what it can be run on
 * @param parameters that are asked for
 */
public record CommandDeclaration(
    String name, String label, Set<Place> places, List<SettingDeclaration> parameters) {

  /** What a command can be run on. */
  public enum Place {
    SELECTION,
    DOCUMENT,
    PROJECT
  }

  /** Requires a word, a label, a place at least, and parameters of distinct names. */
  public CommandDeclaration {
    PluginManifest.requireWord("command", name);
    PluginManifest.requireLabel("command " + name, label);
    places = Set.copyOf(places);
    if (places.isEmpty()) {
      throw new PluginRefused("command " + name + " can be run on nothing");
    }
    parameters = List.copyOf(parameters);
    PluginManifest.requireDistinct(
        "parameter of " + name, parameters.stream().map(SettingDeclaration::name).toList());
  }
}
