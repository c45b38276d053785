package org.dianjiao.plugin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dianjiao.api.plugin.Settings;

/** The settings of one instance: what was given, and the default of everything else. Immutable. */
public final class SettingValues implements Settings {

  private final Map<String, Object> values;

  private SettingValues(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** All of them by name, in words that are the same for the same values. */
  String words() {
    return new TreeMap<>(values).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SettingValues settings && settings.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /**
   * Checks what was given against what is declared.
   *
   * @throws PluginRefused when a setting is unknown or has a value that is not allowed
   */
  static SettingValues of(List<SettingDeclaration> declared, Map<String, Object> given) {
    Map<String, Object> values = new HashMap<>();
    Map<String, Object> left = new HashMap<>(given);
    for (SettingDeclaration declaration : declared) {
      Object value = left.remove(declaration.name());
      values.put(
          declaration.name(), value == null ? declaration.standard() : declaration.check(value));
    }
    if (!left.isEmpty()) {
      throw new PluginRefused(
          "it has no setting \"%s\"; it has %s"
              .formatted(
                  left.keySet().iterator().next(),
                  declared.stream().map(SettingDeclaration::name).toList()));
    }
    return new SettingValues(values);
  }

  /** The same with other values, given as words, for those settings that are declared. */
  SettingValues with(List<SettingDeclaration> declared, Map<String, String> words) {
    Map<String, Object> changed = new HashMap<>(values);
    for (SettingDeclaration declaration : declared) {
      if (words.containsKey(declaration.name())) {
        changed.put(declaration.name(), declaration.parse(words.get(declaration.name())));
      }
    }
    return new SettingValues(changed);
  }

  /** All of them, by name. */
  Map<String, Object> all() {
    return values;
  }

  @Override
  public String string(String name) {
    return value(name, String.class);
  }

  @Override
  public double number(String name) {
    return value(name, Number.class).doubleValue();
  }

  @Override
  public boolean flag(String name) {
    return value(name, Boolean.class);
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "plugin.json declares no setting \"%s\" of type %s"
              .formatted(name, type.getSimpleName()));
    }
    return type.cast(value);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
