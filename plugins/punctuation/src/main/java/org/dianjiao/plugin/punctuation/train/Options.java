package org.dianjiao.plugin.punctuation.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Options of a command, {@code --name value}; each has a default, so that no other name passes. */
final class Options {

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  static Options parse(String[] arguments, Map<String, String> defaults) {
    Map<String, String> values = new LinkedHashMap<>(defaults);
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!defaults.containsKey(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "option " + arguments[i] + " is unknown or has no value; options are " + defaults);
      }
      values.put(name, arguments[i + 1]);
    }
    return new Options(values);
  }

  String text(String name) {
    return values.get(name);
  }

  int integer(String name) {
    return Integer.parseInt(values.get(name));
  }

  double number(String name) {
    return Double.parseDouble(values.get(name));
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
