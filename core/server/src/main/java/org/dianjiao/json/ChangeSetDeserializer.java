package org.dianjiao.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Section;

/**
 * Reads the form that {@link ChangeSetSerializer} writes, from anybody: every other form is refused
 * with a sentence that names the part, counted from 0.
 *
 * <p>Empty parts are allowed and left out, and parts that belong together are joined, so that what
 * was read is always in the one form that {@link ChangeSet} knows.
 */
public final class ChangeSetDeserializer extends StdDeserializer<ChangeSet> {

  private static final long serialVersionUID = 1L;

  /** Makes a deserializer; it has no state. */
  public ChangeSetDeserializer() {
    super(ChangeSet.class);
  }

  @Override
  public ChangeSet deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      throw malformed(json, "change set is no array");
    }
    List<Section> sections = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      int part = sections.size();
      if (token == JsonToken.START_ARRAY) {
        json.nextToken();
        int deleted = length(json, part);
        sections.add(Section.replace(deleted, lines(json, part)));
      } else {
        sections.add(Section.keep(length(json, part)));
      }
    }
    try {
      return ChangeSet.ofSections(sections);
    } catch (IllegalArgumentException refused) {
      throw JsonMappingException.from(json, refused.getMessage(), refused);
    }
  }

  private static int length(JsonParser json, int part) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() != JsonParser.NumberType.INT
        || json.getIntValue() < 0) {
      throw malformed(
          json,
          "part %d of the change set has %s where a length from 0 to %d should be"
              .formatted(part, json.currentToken(), Integer.MAX_VALUE));
    }
    return json.getIntValue();
  }

  private static String lines(JsonParser json, int part) throws IOException {
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return "";
    }
    String first = line(json, part);
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return first;
    }
    StringBuilder inserted = new StringBuilder(first);
    while (json.currentToken() != JsonToken.END_ARRAY) {
      inserted.append('\n').append(line(json, part));
      json.nextToken();
    }
    return inserted.toString();
  }

  private static String line(JsonParser json, int part) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw malformed(
          json,
          "part %d of the change set has %s where a line of text should be"
              .formatted(part, json.currentToken()));
    }
    String line = json.getText();
    int lineFeed = line.indexOf('\n');
    if (lineFeed >= 0) {
      throw malformed(
          json,
          "part %d of the change set has a line feed at unit %d of a line"
              .formatted(part, lineFeed));
    }
    return line;
  }

  private static JsonMappingException malformed(JsonParser json, String message) {
    return JsonMappingException.from(json, message);
  }
}
