package org.dianjiao.plugin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A setting that a plugin has.
 *
 * @param name in lower case with dashes
 * @param type what values it takes
 * @param standard the value when none is given
 * @param oneOf the only values allowed; empty when any of the type is
 * @param label for people; its name when none is given
 * @param help a sentence for who fills it in, may be empty
 */
public record SettingDeclaration(
    String name, Type type, Object standard, List<Object> oneOf, String label, String help) {

  private static final Set<String> KEYS =
      Set.of("name", "type", "default", "one-of", "label", "help");
  private static final int MAX_HELP = 500;

  /** What values a setting takes. */
  public enum Type {
    /** Words. */
    STRING(String.class),
    /** A number, whole or not. */
    NUMBER(Number.class),
    /** True or false. */
    BOOLEAN(Boolean.class);

    private final Class<?> values;

    Type(Class<?> values) {
      this.values = values;
    }

    private static Type of(Object word) {
      for (Type type : values()) {
        if (type.word().equals(word)) {
          return type;
        }
      }
      throw new PluginRefused("type " + word + " is not string, number or boolean");
    }

    /** The type as it is told to others. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Checks the name, and the default and the allowed values against the type. */
  public SettingDeclaration {
    PluginManifest.requireWord("setting", name);
    PluginManifest.requireLabel("setting " + name, label);
    if (help.length() > MAX_HELP) {
      throw new PluginRefused(
          "help of setting %s has %d units; it may have %d"
              .formatted(name, help.length(), MAX_HELP));
    }
    oneOf = List.copyOf(oneOf);
    for (Object allowed : oneOf) {
      requireType(name, type, allowed);
    }
    requireAllowed(name, type, oneOf, standard);
  }

  /**
   * Reads an entry of {@code settings} in {@code plugin.json}.
   *
   * @throws PluginRefused when something is missing, unknown or of the wrong type
   */
  static SettingDeclaration of(Map<String, Object> entry) {
    Set<String> unknown = new TreeSet<>(entry.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new PluginRefused("a setting has no " + String.join(", ", unknown));
    }
    if (!(entry.get("name") instanceof String name)) {
      throw new PluginRefused("a setting has no name");
    }
    if (entry.get("default") == null) {
      throw new PluginRefused("setting " + name + " has no default");
    }
    if (!(entry.getOrDefault("one-of", List.of()) instanceof List<?> oneOf)) {
      throw new PluginRefused("one-of of setting " + name + " is no list");
    }
    if (oneOf.stream().anyMatch(Objects::isNull)) {
      throw new PluginRefused("one-of of setting " + name + " holds nothing at all");
    }
    Type type = Type.of(entry.get("type"));
    return new SettingDeclaration(
        name,
        type,
        entry.get("default"),
        List.copyOf(oneOf),
        words(name, entry.getOrDefault("label", name)),
        words(name, entry.getOrDefault("help", "")));
  }

  private static String words(String name, Object value) {
    if (value instanceof String words) {
      return words;
    }
    throw new PluginRefused("label and help of setting " + name + " are words");
  }

  /**
   * Checks a value from a settings file.
   *
   * @throws PluginRefused when it is of another type or not one of the allowed
   */
  Object check(Object value) {
    requireAllowed(name, type, oneOf, value);
    return value;
  }

  /**
   * The value that words from a command line stand for.
   *
   * @throws PluginRefused when they do not fit the type
   */
  Object parse(String words) {
    return check(
        switch (type) {
          case STRING -> words;
          case NUMBER -> number(words);
          case BOOLEAN -> flag(words);
        });
  }

  private Object number(String words) {
    try {
      return Double.valueOf(words);
    } catch (NumberFormatException fault) {
      throw new PluginRefused("setting " + name + " is \"" + words + "\", which is no number");
    }
  }

  private Object flag(String words) {
    return switch (words) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new PluginRefused("setting " + name + " is \"" + words + "\", not true or false");
    };
  }

  private static void requireAllowed(String name, Type type, List<Object> oneOf, Object value) {
    requireType(name, type, value);
    if (!oneOf.isEmpty() && oneOf.stream().noneMatch(allowed -> same(allowed, value))) {
      throw new PluginRefused(
          "setting " + name + " is \"" + value + "\", which is not one of " + oneOf);
    }
  }

  private static void requireType(String name, Type type, Object value) {
    if (!type.values.isInstance(value)) {
      throw new PluginRefused(
          "setting " + name + " is \"" + value + "\", which is no " + type.word());
    }
  }

  private static boolean same(Object allowed, Object value) {
    return (allowed instanceof Number one && value instanceof Number other)
        ? one.doubleValue() == other.doubleValue()
        : allowed.equals(value);
  }
}
