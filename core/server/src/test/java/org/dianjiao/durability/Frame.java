package org.dianjiao.durability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.text.ChangeSet;

/** The frames of a client, written from docs/protocol.md and not with the code of the server. */
final class Frame {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Frame() {}

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(text, notJson);
    }
  }

  static String hello(String ticket) {
    return frame("hello").put("protocol", 1).put("ticket", ticket).toString();
  }

  static String open(String document, String client, Optional<LocalText> since, long epoch) {
    ObjectNode frame = frame("open").put("document", document).put("client", client);
    since.ifPresent(local -> frame.put("since", local.revision()).put("epoch", epoch));
    return frame.toString();
  }

  static String pull(String document, long from) {
    return frame("pull").put("document", document).put("from", from).toString();
  }

  static String submit(
      String document, String client, long sequence, long base, List<ChangeSet> updates) {
    ObjectNode frame =
        frame("submit")
            .put("document", document)
            .put("client", client)
            .put("sequence", sequence)
            .put("base", base);
    ArrayNode sent = frame.putArray("updates");
    for (ChangeSet changes : updates) {
      ObjectNode update = sent.addObject();
      update.set("changes", read(Json.text(changes)));
      update.putArray("effects");
    }
    return frame.toString();
  }

  static String approve(
      String document, String client, long sequence, int start, int end, String passage) {
    ObjectNode frame =
        frame("approve").put("document", document).put("client", client).put("sequence", sequence);
    frame
        .putArray("passages")
        .addObject()
        .put("start", start)
        .put("end", end)
        .put("hash", seen(passage));
    return frame.toString();
  }

  /** As the protocol writes the hash of a passage about which nothing is said. */
  static String seen(String passage) {
    ObjectNode form = MAPPER.createObjectNode();
    form.putArray("annotations");
    return sha256(form.put("text", passage).toString());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static ObjectNode frame(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }
}
