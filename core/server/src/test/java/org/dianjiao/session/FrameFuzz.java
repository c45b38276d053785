package org.dianjiao.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes frames that are nearly right: a frame of the protocol, most of its values taken from what
 * the document is like, some from a pool of what programs stumble over; then, sometimes, a tree
 * whose parts are exchanged, or a text whose letters are.
 */
final class FrameFuzz {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] KINDS = {
    "open",
    "pull",
    "here",
    "analyze",
    "dismiss",
    "decide",
    "approve",
    "withdraw",
    "ready",
    "unready",
    "talk",
    "revert",
    "close"
  };
  private static final String[] EFFECTS = {
    "add-annotation",
    "add-annotation",
    "edit-annotation",
    "move-annotation",
    "remove-annotation",
    "propose",
    "withdraw-proposal",
    "decide",
    "reopen",
    "approve",
    "withdraw-approval",
    "mark-ready",
    "draw-sample",
    "open-sample",
    "revert",
    "import"
  };
  private static final String[] TALK = {
    "start-thread",
    "add-comment",
    "edit-comment",
    "remove-comment",
    "resolve-thread",
    "reopen-thread",
    "approve"
  };
  private static final String[] BODIES = {
    "tag", "identification", "regularization", "glyph", "gap", "date", "note"
  };
  private static final String[] WORDS = {
    "",
    "文",
    "𠲽",
    "\uD842",
    "\uDFBD",
    "a\nb",
    "\r\n",
    "\u0000",
    "\uFEFF",
    "e\u0301",
    "\u202E",
    "person",
    "lost",
    "variant",
    "__proto__",
    "../../x",
    "null",
    "文\uFE00",
    "\uFFFE",
    "1e999"
  };
  private static final long[] NUMBERS = {
    -1,
    0,
    1,
    2,
    3,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 31,
    1L << 53,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final String[] TRASH = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "-",
    "1e400",
    "\\ud83d",
    "\\u0000",
    "NaN",
    "\uD83D",
    "/*",
    "'",
    "\"type\":\"open\",",
    "0x10",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "99999999999999999999"
  };

  private final Random random;
  private final Known known;

  /** What the document is like, as far as the fuzz wants to know. */
  static final class Known {
    final String document;
    long revision = 1;
    int length;
    final List<String> ids = new ArrayList<>();

    Known(String document, int length) {
      this.document = document;
      this.length = length;
    }
  }

  FrameFuzz(Random random, Known known) {
    this.random = random;
    this.known = known;
  }

  /** The next frame of a client whose next number is this. */
  String frame(String client, long sequence) {
    ObjectNode frame = random.nextInt(3) > 0 ? submit(client, sequence) : other(client, sequence);
    switch (random.nextInt(8)) {
      case 0 -> mutate(frame);
      case 1 -> {
        return garble(frame.toString());
      }
      default -> {}
    }
    return frame.toString();
  }

  private ObjectNode begin(String type) {
    return NODES.objectNode().put("type", type).put("document", rarely() ? word() : known.document);
  }

  private ObjectNode submit(String client, long sequence) {
    ObjectNode frame =
        begin("submit")
            .put("client", client)
            .put("sequence", rarely() ? number() : sequence)
            .put("base", rarely() ? number() : known.revision - random.nextInt(3));
    ArrayNode updates = frame.putArray("updates");
    int length = known.length;
    int count = rarely() ? random.nextInt(40) : 1;
    for (int i = 0; i < count; i++) {
      ObjectNode update = updates.addObject();
      length = changes(update.putArray("changes"), length);
      ArrayNode effects = update.putArray("effects");
      for (int j = random.nextInt(10) - 7; j > 0; j--) {
        effects.add(effect(length));
      }
    }
    return frame;
  }

  /** A change set for a text of this length, mostly; returns the length after it. */
  private int changes(ArrayNode changes, int length) {
    int at = 0;
    int after = 0;
    for (int part = random.nextInt(4); part > 0 && at <= length; part--) {
      int keep = random.nextInt(length - at + 1);
      if (keep > 0) {
        changes.add(keep);
      }
      at += keep;
      int delete = Math.min(length - at, random.nextInt(20) - 10);
      ArrayNode change = changes.addArray();
      change.add(Math.max(0, delete));
      at += Math.max(0, delete);
      after += keep;
      if (random.nextBoolean()) {
        String word = WORDS[random.nextInt(rarely() ? WORDS.length : 3)];
        change.add(word);
        after += word.length();
      }
    }
    int rest = length - at + (rarely() ? random.nextInt(5) - 2 : 0);
    if (rest != 0) {
      changes.add(rest);
    }
    return after + Math.max(0, rest);
  }

  private ObjectNode effect(int length) {
    int start = rarely() ? (int) number() : random.nextInt(length + 1);
    int end = rarely() ? (int) number() : Math.min(length, start + random.nextInt(6));
    ObjectNode effect =
        NODES
            .objectNode()
            .put("is", EFFECTS[random.nextInt(rarely() ? EFFECTS.length : 7)])
            .put("id", random.nextBoolean() ? id() : "mark-%012x".formatted(random.nextInt(5_000)))
            .put("start", start)
            .put("end", end)
            .put("category", "proposal")
            .put("explanation", word())
            .put("outcome", "accepted")
            .put("revision", number());
    effect.set("body", body());
    effect.putArray("candidates").add(candidate());
    return effect;
  }

  private ObjectNode candidate() {
    ObjectNode candidate =
        NODES.objectNode().put("confidence", random.nextDouble()).put("label", word());
    candidate.set("action", action());
    return candidate;
  }

  private ObjectNode action() {
    ObjectNode action = NODES.objectNode();
    if (random.nextBoolean()) {
      return action.put("is", "replace").put("text", word());
    }
    action.put("is", "annotate").set("body", body());
    return action;
  }

  private ObjectNode body() {
    return NODES
        .objectNode()
        .put("is", BODIES[random.nextInt(BODIES.length)])
        .put("name", rarely() ? word() : "person")
        .put("entity", "local:P0003")
        .put("label", "奕山")
        .put("type", "person")
        .put("form", rarely() ? word() : "炮")
        .put("relation", rarely() ? word() : "variant")
        .put("description", "⿰口佛")
        .put("reason", rarely() ? word() : "lost")
        .put("quantity", rarely() ? number() : 1)
        .put("text", rarely() ? "文".repeat(20_000) : "注");
  }

  private ObjectNode other(String client, long sequence) {
    ObjectNode frame =
        begin(KINDS[random.nextInt(KINDS.length)])
            .put("client", client)
            .put("sequence", rarely() ? number() : sequence)
            .put("from", random.nextBoolean() ? known.revision : number())
            .put("revision", random.nextBoolean() ? known.revision : number())
            .put("anchor", random.nextBoolean() ? random.nextInt(known.length + 1) : number())
            .put("head", random.nextBoolean() ? random.nextInt(known.length + 1) : number())
            .put("start", rarely() ? number() : 0)
            .put("end", rarely() ? number() : known.length)
            .put("plugin", word())
            .put("outcome", random.nextBoolean() ? "accepted" : "rejected")
            .put("candidate", rarely() ? number() : 0)
            .put("approval", id())
            .put("hash", word());
    if (random.nextBoolean()) {
      frame.put("since", known.revision).put("epoch", rarely() ? number() : 1);
    }
    frame.put("ready", id());
    frame
        .putObject("talk")
        .put("is", TALK[random.nextInt(TALK.length)])
        .put("thread", random.nextBoolean() ? id() : "thread-%010d".formatted(random.nextInt(9)))
        .put("id", "comment-%09d".formatted(random.nextInt(1_000)))
        .put("start", rarely() ? number() : 0)
        .put("end", rarely() ? number() : known.length)
        .put("text", word())
        .putArray("mentions");
    frame
        .putArray("passages")
        .addObject()
        .put("start", rarely() ? number() : 0)
        .put("end", rarely() ? number() : known.length)
        .put("hash", word());
    frame.putArray("suggestions").add(id()).add(id());
    return frame;
  }

  /** Puts something else in the place of a part. */
  private void mutate(ObjectNode frame) {
    JsonNode place = frame;
    while (place.isContainerNode() && !place.isEmpty()) {
      List<JsonNode> parts = new ArrayList<>();
      place.forEach(parts::add);
      JsonNode next = parts.get(random.nextInt(parts.size()));
      if (!next.isContainerNode() || next.isEmpty() || random.nextInt(4) == 0) {
        break;
      }
      place = next;
    }
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, anything());
      }
    } else if (place instanceof ArrayNode array && !array.isEmpty()) {
      array.set(random.nextInt(array.size()), anything());
    }
  }

  private JsonNode anything() {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(number());
      case 2 -> NODES.textNode(word());
      case 3 -> NODES.arrayNode().add(number()).add(word());
      case 4 -> NODES.objectNode().put("is", "replace").put(word(), word());
      case 5 -> NODES.numberNode(random.nextGaussian());
      case 6 -> NODES.booleanNode(true);
      default -> MAPPER.createArrayNode().addAll(List.of(body(), action()));
    };
  }

  private String garble(String frame) {
    StringBuilder text = new StringBuilder(frame);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(at);
        case 1 -> text.insert(at, TRASH[random.nextInt(TRASH.length)]);
        case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
      }
    }
    return text.toString();
  }

  private boolean rarely() {
    return random.nextInt(20) == 0;
  }

  private long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private String id() {
    return known.ids.isEmpty() ? word() : known.ids.get(random.nextInt(known.ids.size()));
  }
}
