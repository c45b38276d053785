package org.dianjiao.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One form for each value, byte for byte the same wherever it is written: JSON without spaces, keys
 * in the order of their UTF-16 units, strings as ECMAScript's {@code JSON.stringify} writes them
 * (RFC 8785). Numbers are whole.
 */
final class CanonicalJson {

  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final String LETTERS = "btnfr\"\\";
  private static final int FIRST_PRINTED = 0x20;

  private CanonicalJson() {}

  static String of(JsonNode value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(JsonNode value, StringBuilder json) {
    if (value.isObject()) {
      object(value, json);
    } else if (value.isArray()) {
      array(value, json);
    } else if (value.isTextual()) {
      string(value.textValue(), json);
    } else if (value.isFloatingPointNumber()) {
      throw new IllegalArgumentException(value + " is not a whole number");
    } else {
      json.append(value);
    }
  }

  private static void object(JsonNode object, StringBuilder json) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    String before = "{";
    for (String name : names) {
      json.append(before);
      string(name, json);
      json.append(':');
      write(object.get(name), json);
      before = ",";
    }
    json.append(names.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode array, StringBuilder json) {
    json.append('[');
    for (int i = 0; i < array.size(); i++) {
      json.append(i == 0 ? "" : ",");
      write(array.get(i), json);
    }
    json.append(']');
  }

  private static void string(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      int escape = SHORT.indexOf(unit);
      if (escape >= 0) {
        json.append('\\').append(LETTERS.charAt(escape));
      } else if (unit < FIRST_PRINTED) {
        json.append("\\u%04x".formatted((int) unit));
      } else {
        json.append(unit);
      }
    }
    json.append('"');
  }
}
