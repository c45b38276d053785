package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks JSON against a schema: the keywords of JSON Schema that the reconciliation protocol's
 * schemas have, with {@code $ref} to another schema of the same file.
 */
final class Shape {

  private final JsonObject schemas;
  private final List<String> faults = new ArrayList<>();

  private Shape(JsonObject schemas) {
    this.schemas = schemas;
  }

  /** What is wrong, each with its path. */
  static List<String> faults(JsonObject schemas, String name, Object value) {
    Shape shape = new Shape(schemas);
    shape.check(schemas.getJsonObject(name), value, name);
    return shape.faults;
  }

  private void check(JsonObject schema, Object value, String path) {
    if (schema.containsKey("$ref")) {
      check(schemas.getJsonObject(schema.getString("$ref")), value, path);
      return;
    }
    require(isOf(schema.getString("type"), value), path, "is no " + schema.getString("type"));
    JsonArray words = schema.getJsonArray("enum");
    require(words == null || words.contains(value), path, "is none of " + words);
    String pattern = schema.getString("pattern");
    require(
        pattern == null || Pattern.compile(pattern).matcher(String.valueOf(value)).find(),
        path,
        "does not match " + pattern);
    JsonArray one = schema.getJsonArray("oneOf");
    require(
        one == null || one.stream().filter(each -> fits((JsonObject) each, value)).count() == 1,
        path,
        "is not exactly one of " + one);
    if (value instanceof JsonObject object) {
      object(schema, object, path);
    } else if (value instanceof JsonArray array) {
      array(schema, array, path);
    }
  }

  private void require(boolean right, String path, String fault) {
    if (!right) {
      faults.add(path + " " + fault);
    }
  }

  private boolean fits(JsonObject schema, Object value) {
    Shape alone = new Shape(schemas);
    alone.check(schema, value, "");
    return alone.faults.isEmpty();
  }

  private static boolean isOf(String type, Object value) {
    return type == null
        || switch (type) {
          case "object" -> value instanceof JsonObject;
          case "array" -> value instanceof JsonArray;
          case "string" -> value instanceof String;
          case "boolean" -> value instanceof Boolean;
          case "integer" -> value instanceof Integer || value instanceof Long;
          case "number" -> value instanceof Number;
          default -> throw new IllegalArgumentException("unknown type " + type);
        };
  }

  private void object(JsonObject schema, JsonObject object, String path) {
    for (Object field : schema.getJsonArray("required", new JsonArray())) {
      require(object.containsKey(field.toString()), path, "has no " + field);
    }
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    Object others = schema.getValue("additionalProperties");
    for (String field : object.fieldNames()) {
      if (properties.containsKey(field)) {
        check(properties.getJsonObject(field), object.getValue(field), path + "." + field);
      } else if (others instanceof JsonObject other) {
        check(other, object.getValue(field), path + "." + field);
      } else {
        require(!Boolean.FALSE.equals(others), path, "may not have " + field);
      }
    }
  }

  private void array(JsonObject schema, JsonArray array, String path) {
    JsonObject items = schema.getJsonObject("items");
    for (int i = 0; items != null && i < array.size(); i++) {
      check(items, array.getValue(i), path + "[" + i + "]");
    }
    JsonObject contained = schema.getJsonObject("contains");
    require(
        contained == null || array.stream().anyMatch(each -> fits(contained, each)),
        path,
        "has nothing like " + contained);
    require(
        !schema.getBoolean("uniqueItems", false)
            || array.stream().distinct().count() == array.size(),
        path,
        "has something twice");
  }
}
