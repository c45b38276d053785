package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as bytes in UTF-8, of bounded depth. Thread safe. */
public final class JsonBytes {

  private static final int MAX_DEPTH = 32;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE) // whoever reads bounds the bytes
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBytes() {}

  /** An object without fields. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Writes a value.
   *
   * @throws Malformed when a string in it holds half a character
   */
  public static byte[] write(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException fault) {
      throw new Malformed("cannot be written as JSON: " + fault.getOriginalMessage());
    }
  }

  /**
   * Reads an object.
   *
   * @throws Malformed when it is not JSON, or no object
   */
  public static Field read(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw new Malformed("it is not a JSON object");
      }
      return Field.root(node);
    } catch (JsonProcessingException fault) {
      throw new Malformed(
          "it is not JSON: %s at byte %d"
              .formatted(
                  fault.getOriginalMessage(),
                  fault.getLocation() == null ? 0 : fault.getLocation().getByteOffset()));
    } catch (IOException fault) {
      throw new Malformed("it is not JSON: " + fault.getMessage());
    }
  }
}
