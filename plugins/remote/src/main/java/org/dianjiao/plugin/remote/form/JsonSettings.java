package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianjiao.api.plugin.Settings;

/**
 * Settings that came as JSON; the host has checked them.
 *
 * @param values a string, a number, or true or false for each that is declared
 */
public record JsonSettings(ObjectNode values) implements Settings {

  @Override
  public String string(String name) {
    JsonNode value = value(name);
    if (!value.isTextual()) {
      throw other(name, "string");
    }
    return value.textValue();
  }

  @Override
  public double number(String name) {
    JsonNode value = value(name);
    if (!value.isNumber()) {
      throw other(name, "number");
    }
    return value.doubleValue();
  }

  @Override
  public boolean flag(String name) {
    JsonNode value = value(name);
    if (!value.isBoolean()) {
      throw other(name, "boolean");
    }
    return value.booleanValue();
  }

  private JsonNode value(String name) {
    return values.path(name);
  }

  private static IllegalArgumentException other(String name, String type) {
    return new IllegalArgumentException(
        "plugin.json declares no setting \"%s\" of type %s".formatted(name, type));
  }
}
