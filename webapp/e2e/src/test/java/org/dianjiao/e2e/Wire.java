package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * Somebody who edits over the protocol, without a browser. Sees every change and can tell who made
 * it. One submit is in flight at a time; the next one waits for it.
 */
final class Wire implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_NS = Duration.ofSeconds(60).toNanos();

  private final String document;
  private final String client = UUID.randomUUID().toString();
  private final List<JsonNode> log = new ArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;
  private String text = "";
  private int revision = -1;
  private int place;
  private int submitted;
  private int confirmed;
  private int asked;
  private int answered;
  private String trouble = "";

  private Wire(String document) {
    this.document = document;
  }

  static Wire open(URI server, Account account, String document) {
    Wire wire = new Wire(document);
    String address = "ws://" + server.getAuthority() + "/api/socket";
    wire.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://" + server.getAuthority())
            .buildAsync(URI.create(address), wire)
            .join();
    String ticket = account.post("/api/ticket", Map.of()).get("ticket").asText();
    wire.send(
        JSON.createObjectNode().put("type", "hello").put("protocol", 1).put("ticket", ticket));
    wire.send(wire.frame("open").put("client", wire.client));
    wire.awaitThat("the document", () -> wire.revision >= 0);
    return wire;
  }

  private ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type).put("document", document);
  }

  private void send(ObjectNode frame) {
    socket.sendText(frame.toString(), true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      try {
        received(JSON.readTree(message.toString()));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    lost("closed: " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    lost(failure.toString());
  }

  private synchronized void lost(String why) {
    trouble = why;
    notifyAll();
  }

  private synchronized void received(JsonNode frame) {
    switch (frame.get("type").asText()) {
      case "opened" -> {
        text = frame.get("text").asText();
        revision = frame.get("revision").asInt();
      }
      case "changes" -> {
        int known = revision + 1 - frame.get("first").asInt();
        for (int index = known; index < frame.get("changes").size(); index++) {
          take(frame.get("changes").get(index));
        }
      }
      case "done" -> answered = frame.get("sequence").asInt();
      case "refused", "failed", "closed" -> trouble = frame.toString();
      default -> {}
    }
    notifyAll();
  }

  private void take(JsonNode change) {
    Edit edit = Edit.parse(change.get("changes"));
    place = edit.map(place);
    text = edit.apply(text);
    revision++;
    log.add(change);
    if (change.get("client").asText().equals(client)) {
      confirmed = change.get("sequence").asInt();
    }
  }

  /** Waits for the edit before this one, then replaces and does not wait. */
  void replace(int from, int to, String insert) {
    awaitConfirmed();
    synchronized (this) {
      int start = Math.min(Math.max(0, from), text.length());
      int end = Math.min(Math.max(start, to), text.length());
      submit(Edit.replacement(text.length(), start, end, insert), JSON.createArrayNode());
    }
  }

  /** Does something to annotations or proposals; offsets count in the text as it is. */
  void does(ObjectNode... effects) {
    awaitConfirmed();
    synchronized (this) {
      submit(
          Edit.replacement(text.length(), 0, 0, ""),
          JSON.createArrayNode().addAll(List.of(effects)));
    }
  }

  /** Says something to the others, and waits until it is said. */
  void says(ObjectNode talk) {
    int sequence;
    synchronized (this) {
      sequence = ++asked;
      ObjectNode frame = frame("talk").put("client", client + "-talk").put("sequence", sequence);
      send(frame.put("revision", revision).set("talk", talk));
    }
    awaitThat("an answer to what is said", () -> answered == sequence);
  }

  private void submit(Edit edit, ArrayNode effects) {
    ObjectNode frame = frame("submit").put("client", client).put("sequence", ++submitted);
    frame.put("base", revision);
    frame.putArray("updates").addObject().set("changes", edit.json());
    ((ObjectNode) frame.get("updates").get(0)).set("effects", effects);
    send(frame);
  }

  void awaitConfirmed() {
    awaitThat("the confirmation of edit " + submitted, () -> confirmed == submitted);
  }

  /** Waits until the log holds this text, inserted by somebody after so many changes. */
  void awaitInserted(String words, int after) {
    awaitThat("an insertion of " + words, () -> inserted(words, after));
  }

  /** Waits until somebody proposes this text, after so many changes. */
  void awaitProposed(String words, int after) {
    awaitThat("a proposal of " + words, () -> proposed(words, after));
  }

  private boolean proposed(String words, int after) {
    return log.subList(after, log.size()).stream()
        .anyMatch(change -> change.get("effects").toString().contains(words));
  }

  /** What is proposed now and neither decided nor withdrawn: texts by id. */
  synchronized Map<String, String> proposals() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonNode change : log) {
      for (JsonNode effect : change.get("effects")) {
        switch (effect.get("is").asText()) {
          case "propose", "revise-proposal" ->
              texts.put(effect.get("id").asText(), effect.at("/candidates/0/action/text").asText());
          case "withdraw-proposal" -> texts.remove(effect.get("id").asText());
          default -> {}
        }
      }
    }
    return texts;
  }

  /** Waits until somebody has deleted something after so many changes. */
  void awaitDeletion(int after) {
    awaitThat("a deletion", () -> deleted(after));
  }

  private boolean deleted(int after) {
    return log.subList(after, log.size()).stream()
        .anyMatch(change -> Edit.parse(change.get("changes")).deleted() > 0);
  }

  private boolean inserted(String words, int after) {
    return log.subList(after, log.size()).stream()
        .anyMatch(change -> Edit.parse(change.get("changes")).inserted().contains(words));
  }

  private synchronized void awaitThat(String what, BooleanSupplier happened) {
    long until = System.nanoTime() + PATIENCE_NS;
    while (!happened.getAsBoolean()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || !trouble.isEmpty()) {
        throw new IllegalStateException("waited for " + what + " in vain; " + trouble);
      }
      try {
        wait(left);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }
  }

  /** An offset that is to follow the text from now on. */
  synchronized void follow(int offset) {
    place = offset;
  }

  synchronized int place() {
    return place;
  }

  synchronized String text() {
    return text;
  }

  /** What has happened since it was opened. */
  synchronized List<JsonNode> log() {
    return List.copyOf(log);
  }

  /** What others than this one did. */
  List<JsonNode> byOthers() {
    return log().stream().filter(change -> !change.get("client").asText().equals(client)).toList();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
