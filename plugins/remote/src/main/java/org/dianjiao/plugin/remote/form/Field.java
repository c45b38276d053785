package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value in what came as JSON, and the way to it: whatever is wrong is told with its place, as
 * {@code proposals[3].range.start}. Every method throws {@link Malformed}.
 */
public final class Field {

  private final JsonNode node;
  private final String path;

  private Field(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** All of it. */
  static Field root(JsonNode node) {
    return new Field(node, "");
  }

  /** A field that has to be there. */
  public Field get(String name) {
    return find(name).orElseThrow(() -> wrong("has no " + name));
  }

  /** A field that may be left out, or be null. */
  public Optional<Field> find(String name) {
    if (!node.isObject()) {
      throw wrong("is no object");
    }
    JsonNode found = node.get(name);
    return found == null || found.isNull()
        ? Optional.empty()
        : Optional.of(new Field(found, path.isEmpty() ? name : path + "." + name));
  }

  /** A string. */
  public String text() {
    if (!node.isTextual()) {
      throw wrong("is no string");
    }
    return node.textValue();
  }

  /** A whole number that fits 32 bits. */
  public int integer() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw wrong("is " + shortened() + ", no whole number");
    }
    return node.intValue();
  }

  /** A whole number that fits 64 bits. */
  public long number() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong("is " + shortened() + ", no whole number");
    }
    return node.longValue();
  }

  /** A number, whole or not. */
  public double fraction() {
    if (!node.isNumber()) {
      throw wrong("is " + shortened() + ", no number");
    }
    return node.doubleValue();
  }

  /** True or false. */
  public boolean flag() {
    if (!node.isBoolean()) {
      throw wrong("is " + shortened() + ", not true or false");
    }
    return node.booleanValue();
  }

  /** An object as it is. */
  public ObjectNode object() {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw wrong("is no object");
  }

  /** A list, each of it read in the same way. */
  public <T> List<T> list(Function<Field, T> read) {
    if (!node.isArray()) {
      throw wrong("is no list");
    }
    List<T> all = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      all.add(read.apply(new Field(node.get(i), path + "[" + i + "]")));
    }
    return all;
  }

  /** A list that may be left out. */
  public <T> List<T> list(String name, Function<Field, T> read) {
    return find(name).map(field -> field.list(read)).orElse(List.of());
  }

  /** Makes a value that checks itself, and tells where it was when it does not like it. */
  public <T> T make(Supplier<T> value) {
    try {
      return value.get();
    } catch (Malformed fault) {
      throw fault;
    } catch (IllegalArgumentException fault) {
      throw wrong("is wrong: " + fault.getMessage());
    }
  }

  /** What is wrong with it. */
  public Malformed wrong(String what) {
    return new Malformed((path.isEmpty() ? "it" : path) + " " + what);
  }

  private String shortened() {
    String words = node.toString();
    return words.length() > 40 ? words.substring(0, 40) + "…" : words;
  }
}
