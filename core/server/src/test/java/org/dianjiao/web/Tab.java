package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One end of a WebSocket: what is sent, what came, and how it ended. */
final class Tab {

  private static final int PATIENCE = 10;
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** What this end calls itself; no other does. */
  final String client = UUID.randomUUID().toString();

  private final ClientWebSocket socket;
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Short> closed = new CompletableFuture<>();

  Tab(WebSocketClient sockets, WebSocketConnectOptions at) {
    socket = sockets.webSocket();
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.closeHandler(end -> closed.complete(socket.closeStatusCode()));
    socket.connect(at).await();
  }

  static JsonObject frame(String type, String document) {
    return new JsonObject().put("type", type).put("document", document);
  }

  JsonObject open(String document) {
    return frame("open", document).put("client", client);
  }

  /** One edit of this end. */
  JsonObject submit(String document, long sequence, long base, Object... sections) {
    JsonArray changes = new JsonArray(List.of(sections));
    JsonObject update = new JsonObject().put("changes", changes).put("effects", new JsonArray());
    return frame("submit", document)
        .put("client", client)
        .put("sequence", sequence)
        .put("base", base)
        .put("updates", new JsonArray().add(update));
  }

  void send(JsonObject frame) {
    socket.writeTextMessage(frame.encode());
  }

  void sendText(String text) {
    socket.writeTextMessage(text);
  }

  void sendBinary(byte[] bytes) {
    socket.writeBinaryMessage(Buffer.buffer(bytes));
  }

  /** The next frame of a type; others before it are passed over. */
  JsonObject next(String type) {
    return next(type::equals, type);
  }

  private JsonObject next(Predicate<String> wanted, String words) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    List<String> passed = new ArrayList<>();
    try {
      while (true) {
        JsonObject frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
          throw new AssertionError("no frame %s, but %s".formatted(words, passed));
        }
        if (wanted.test(frame.getString("type"))) {
          return frame;
        }
        passed.add(frame.encode());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** The next frame of one of these types. */
  JsonObject nextOf(Set<String> types) {
    return next(types::contains, types.toString());
  }

  /** The next frame, when one comes within so long. */
  Optional<JsonObject> poll(long millis) throws InterruptedException {
    return Optional.ofNullable(frames.poll(millis, TimeUnit.MILLISECONDS));
  }

  /** Whether the connection has ended. */
  boolean isClosed() {
    return closed.isDone();
  }

  /** Goes away. */
  void close() {
    socket.close();
  }

  /** The server closes it within two seconds, because the right to it was taken away. */
  void closesAtOnce() throws Exception {
    long begun = System.nanoTime();
    assertThat(closeCode()).isEqualTo(4403);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
  }

  /** The code that the server closes with. */
  int closeCode() throws Exception {
    return closed.get(PATIENCE, TimeUnit.SECONDS);
  }
}
