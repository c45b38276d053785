package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The protocol as {@code docs/plugin-protocol.yaml} describes it, and whether a body is as it says:
 * of the right types, with every field that is required and none that is not described.
 */
final class Description {

  private static final Path FILE = Path.of("../../docs/plugin-protocol.yaml");
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "required",
          "properties",
          "items",
          "enum",
          "const",
          "oneOf",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "additionalProperties",
          "description",
          "contentEncoding",
          "$ref");

  private final JsonNode root;

  private Description(JsonNode root) {
    this.root = root;
  }

  static Description read() throws IOException {
    return new Description(new YAMLMapper().readTree(FILE.toFile()));
  }

  JsonNode root() {
    return root;
  }

  /** The schema of the body of a question. */
  JsonNode question(String name) {
    return operation(name).at("/requestBody/content/application~1json/schema");
  }

  /** The schema of its answer. */
  JsonNode answer(String name) {
    return operation(name).at("/responses/200/content/application~1json/schema");
  }

  private JsonNode operation(String name) {
    return root.path("paths").path("/" + name).path("post");
  }

  /** What is wrong with a value. */
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode given, JsonNode value, String path, List<String> faults) {
    JsonNode schema = given;
    if (given.has("$ref")) {
      schema = root.at(given.get("$ref").textValue().substring(1));
    }
    if (schema.isMissingNode()) {
      throw new AssertionError("nothing is described at " + given);
    }
    schema.fieldNames().forEachRemaining(Description::requireKnown);
    if (schema.has("oneOf")) {
      oneOf(schema, value, path, faults);
      return;
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add(path + " is " + value + ", not " + schema.get("const"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(path + " is " + value + ", which is none of " + schema.get("enum"));
    }
    if (schema.has("type") && !isOf(schema.get("type"), value)) {
      faults.add(path + " is " + value + ", no " + schema.get("type"));
      return;
    }
    bounds(schema, value, path, faults);
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), path + "[" + i + "]", faults);
      }
    } else if (value.isObject()) {
      object(schema, value, path, faults);
    }
  }

  private static void requireKnown(String keyword) {
    if (!KNOWN.contains(keyword)) {
      throw new AssertionError("the test does not know the keyword " + keyword);
    }
  }

  private void oneOf(JsonNode schema, JsonNode value, String path, List<String> faults) {
    int fitting = 0;
    for (JsonNode one : schema.get("oneOf")) {
      List<String> here = new ArrayList<>();
      check(one, value, path, here);
      fitting += here.isEmpty() ? 1 : 0;
    }
    if (fitting != 1) {
      faults.add(path + " fits " + fitting + " of " + schema.get("oneOf").size() + ": " + value);
    }
  }

  private static void bounds(JsonNode schema, JsonNode value, String path, List<String> faults) {
    boolean below = schema.has("minimum") && value.doubleValue() < schema.get("minimum").asDouble();
    boolean above = schema.has("maximum") && value.doubleValue() > schema.get("maximum").asDouble();
    boolean few = schema.has("minItems") && value.size() < schema.get("minItems").asInt();
    boolean many = schema.has("maxItems") && value.size() > schema.get("maxItems").asInt();
    if (below || above || few || many) {
      faults.add(path + " is out of bounds: " + value);
    }
  }

  private void object(JsonNode schema, JsonNode value, String path, List<String> faults) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.textValue())) {
        faults.add(path + " has no " + required.textValue());
      }
    }
    Iterator<Map.Entry<String, JsonNode>> fields = value.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String below = path + "." + field.getKey();
      JsonNode described = schema.path("properties").path(field.getKey());
      if (!described.isMissingNode()) {
        check(described, field.getValue(), below, faults);
      } else if (schema.has("additionalProperties")) {
        check(schema.get("additionalProperties"), field.getValue(), below, faults);
      } else {
        faults.add(below + " is not described");
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOf(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.textValue()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new AssertionError("the test does not know the type " + type);
    };
  }
}
