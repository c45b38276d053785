package org.dianjiao.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.util.Random;

/**
 * A tab in which nobody types. It opens its document, and when its connection is lost it comes back
 * as the editor in the browser does: after a growing random wait, with a fresh ticket. Used on one
 * event loop; anybody may ask whether it is open.
 */
final class IdleTab {

  private static final int FIRST_WAIT = 250;
  private static final int LONGEST_WAIT = 5_000;
  private static final int MOST_DOUBLINGS = 5;

  private final Way way;
  private final String document;
  private final String name;
  private final Random random;
  private volatile boolean opened;
  private boolean stopped;
  private int attempt;

  /** How to get to the server. */
  record Way(Vertx vertx, HttpClient http, WebSocketClient sockets, int port, String cookie) {}

  IdleTab(Way way, String document, String name) {
    this.way = way;
    this.document = document;
    this.name = name;
    this.random = new Random(name.hashCode());
  }

  /** Whether the document's state has come, and the connection is there. */
  boolean isOpen() {
    return opened;
  }

  void stop() {
    stopped = true;
  }

  void connect() {
    way.http()
        .request(HttpMethod.POST, way.port(), "localhost", "/api/ticket")
        .compose(
            request ->
                request
                    .putHeader("X-Dianjiao", "1")
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cookie", way.cookie())
                    .send("{}"))
        .compose(answer -> answer.body())
        .map(body -> body.toJsonObject().getString("ticket"))
        .compose(
            ticket ->
                way.sockets()
                    .connect(way.port(), "localhost", "/api/socket")
                    .onSuccess(socket -> open(socket, ticket)))
        .onFailure(lost -> comeBack());
  }

  private void open(WebSocket socket, String ticket) {
    socket.textMessageHandler(this::received);
    socket.closeHandler(closed -> comeBack());
    socket.writeTextMessage(Wire.hello(ticket));
    socket.writeTextMessage(Wire.open(document, name));
  }

  private void received(String frame) {
    if (!opened && frame.startsWith("{\"type\":\"opened\"")) {
      opened = true;
      attempt = 0;
    }
  }

  private void comeBack() {
    opened = false;
    if (stopped) {
      return;
    }
    int longest = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(MOST_DOUBLINGS, attempt++));
    double wait = FIRST_WAIT + random.nextDouble() * (longest - FIRST_WAIT / 2.0);
    way.vertx().setTimer((long) Math.min(LONGEST_WAIT, wait), due -> connect());
  }
}
