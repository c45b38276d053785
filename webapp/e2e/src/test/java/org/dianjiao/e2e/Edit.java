package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A change set of the protocol.
 *
 * @param parts from the start of the text to its end
 */
record Edit(List<Part> parts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A stretch of the text before.
   *
   * @param length in UTF-16 units
   * @param insert what stands there after; the same as before when {@code kept}
   */
  record Part(int length, boolean kept, String insert) {}

  static Edit parse(JsonNode json) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : json) {
      if (part.isInt()) {
        parts.add(new Part(part.asInt(), true, ""));
      } else {
        List<String> lines = new ArrayList<>();
        part.forEach(line -> lines.add(line.asText()));
        parts.add(
            new Part(
                part.get(0).asInt(), false, String.join("\n", lines.subList(1, lines.size()))));
      }
    }
    return new Edit(parts);
  }

  static Edit replacement(int length, int from, int to, String insert) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(from, true, ""));
    parts.add(new Part(to - from, false, insert));
    parts.add(new Part(length - to, true, ""));
    parts.removeIf(part -> part.length() == 0 && part.insert().isEmpty());
    return new Edit(parts);
  }

  ArrayNode json() {
    ArrayNode json = JSON.createArrayNode();
    for (Part part : parts) {
      if (part.kept()) {
        json.add(part.length());
      } else {
        ArrayNode replaced = json.addArray().add(part.length());
        if (!part.insert().isEmpty()) {
          part.insert().lines().forEach(replaced::add);
          if (part.insert().endsWith("\n")) {
            replaced.add("");
          }
        }
      }
    }
    return json;
  }

  String apply(String text) {
    StringBuilder after = new StringBuilder();
    int at = 0;
    for (Part part : parts) {
      after.append(part.kept() ? text.substring(at, at + part.length()) : part.insert());
      at += part.length();
    }
    return after.toString();
  }

  /** Where an offset goes; what is inserted at it stands before it. */
  int map(int offset) {
    int before = 0;
    int after = 0;
    for (Part part : parts) {
      int end = before + part.length();
      if (part.kept() && offset < end) {
        return after + offset - before;
      }
      after += part.kept() ? part.length() : part.insert().length();
      before = end;
      if (!part.kept() && offset < end) {
        return after;
      }
    }
    return after;
  }

  String inserted() {
    return parts.stream().map(Part::insert).collect(Collectors.joining("\n")).strip();
  }

  /** How many units go. */
  int deleted() {
    return parts.stream().filter(part -> !part.kept()).mapToInt(Part::length).sum();
  }

  /** Whether the text is the same after it, whatever it was before. */
  boolean isIdle() {
    return parts.stream().allMatch(Part::kept);
  }
}
