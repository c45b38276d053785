package org.dianjiao.durability;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Full;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Seen;
import org.dianjiao.durability.Observation.Shown;
import org.dianjiao.json.Json;
import org.dianjiao.text.ChangeSet;

/**
 * A person at an editor who types without pause, speaks the protocol of docs/protocol.md, and comes
 * back whenever the connection is gone. Everything runs on one event loop.
 *
 * <p>What it does when it comes back is left to chance: it waits until it has caught up before it
 * sends its frozen batch again, or sends it at once; or the tab is gone, with an edit of unknown
 * fate, and a new one is opened.
 */
final class Typist {

  private static final int LONGEST_PAUSE_MILLIS = 20;
  private static final int LONGEST_WAIT_MILLIS = 80;
  private static final int MOST_UPDATES = 40;
  private static final int REOPEN_MILLIS = 50;

  private final Vertx vertx;
  private final Context context;
  private final WebSocketClient sockets;
  private final Place place;
  private final Random random;
  private final Supplier<String> marks;
  private final Consumer<Observation> observer;
  private Tab tab;
  private Optional<WebSocket> socket = Optional.empty();
  private boolean shown;
  private boolean typing;
  private boolean ended;
  private long asked;

  /** Where a typist works, and as whom. */
  record Place(HttpDoor door, HttpDoor.Person person, String document) {}

  Typist(
      Vertx vertx,
      WebSocketClient sockets,
      Place place,
      long seed,
      Supplier<String> marks,
      Consumer<Observation> observer) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.sockets = sockets;
    this.place = place;
    this.random = new Random(seed);
    this.marks = marks;
    this.observer = observer;
    this.tab = freshTab();
  }

  private Tab freshTab() {
    return new Tab(place.document(), "tab-%016x".formatted(random.nextLong()));
  }

  /** Comes in and types. */
  void begin() {
    context.runOnContext(
        now -> {
          typing = true;
          connect();
          pause();
        });
  }

  /** Types no more; what is typed is still sent. */
  void rest() {
    context.runOnContext(now -> typing = false);
  }

  /** Leaves for good. */
  void end() {
    context.runOnContext(
        now -> {
          ended = true;
          socket.ifPresent(WebSocket::close);
        });
  }

  /** What this typist holds, once everything typed is confirmed up to a revision. */
  void ifAtRest(long revision, Consumer<String> taker) {
    context.runOnContext(now -> tab.textAtRest(revision).ifPresent(taker));
  }

  // --- the connection -----------------------------------------------------------------------

  private void connect() {
    if (ended) {
      return;
    }
    place
        .door()
        .ticket(place.person())
        .compose(
            ticket ->
                sockets
                    .connect(place.door().port().getAsInt(), "localhost", "/api/socket")
                    .map(connected -> new Connected(connected, ticket)))
        .onComplete(
            done ->
                context.runOnContext(
                    now -> {
                      if (done.succeeded()) {
                        connected(done.result());
                      } else {
                        later(this::connect);
                      }
                    }));
  }

  private record Connected(WebSocket socket, String ticket) {}

  private void connected(Connected done) {
    WebSocket fresh = done.socket();
    socket = Optional.of(fresh);
    fresh.textMessageHandler(
        text ->
            context.runOnContext(
                now -> {
                  if (socket.filter(current -> current == fresh).isPresent()) {
                    received(Frame.read(text));
                  }
                }));
    fresh.exceptionHandler(reset -> {}); // the close handler is called after it
    fresh.closeHandler(closed -> context.runOnContext(now -> gone(fresh)));
    write(Frame.hello(done.ticket()));
    open();
    if (fresh.isClosed()) {
      gone(fresh);
    }
  }

  private void gone(WebSocket old) {
    if (socket.filter(current -> current == old).isEmpty()) {
      return;
    }
    socket = Optional.empty();
    shown = false;
    if (random.nextInt(8) == 0 && typing) {
      tab = freshTab();
    }
    later(this::connect);
  }

  private void later(Runnable work) {
    vertx.setTimer(
        1 + random.nextInt(LONGEST_WAIT_MILLIS), timer -> context.runOnContext(now -> work.run()));
  }

  private void open() {
    shown = false;
    asked = System.nanoTime();
    write(tab.open());
    if (random.nextBoolean()) {
      resend();
    }
  }

  private void resend() {
    tab.inFlight().ifPresent(frozen -> write(frozen.frame()));
  }

  private void write(String frame) {
    socket.filter(open -> !open.isClosed()).ifPresent(open -> open.writeTextMessage(frame));
  }

  // --- from the server ----------------------------------------------------------------------

  private void received(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "opened" -> opened(frame);
      case "resumed" -> resumed(frame);
      case "changes" -> changes(frame);
      case "done" -> done(frame);
      case "refused" -> refused(frame);
      case "head" -> head(frame.path("revision").asLong());
      case "storage-full" -> full();
      case "closed", "failed" -> vertx.setTimer(REOPEN_MILLIS, timer -> reopen());
      default -> {}
    }
  }

  /** Nothing is taken until the document is opened again; some try all the same. */
  private void full() {
    observer.accept(new Full(tab.client()));
    shown = shown && random.nextInt(4) == 0;
  }

  private void reopen() {
    context.runOnContext(now -> socket.ifPresent(open -> open()));
  }

  private void opened(JsonNode frame) {
    long revision = frame.path("revision").asLong();
    String text = frame.path("text").asText();
    observer.accept(new Shown(tab.client(), asked, revision, Optional.of(text)));
    tab.shown(revision, text);
    goOn(frame);
  }

  private void resumed(JsonNode frame) {
    long revision = frame.path("revision").asLong();
    observer.accept(new Shown(tab.client(), asked, revision, Optional.empty()));
    goOn(frame);
  }

  private void goOn(JsonNode frame) {
    tab.goOn(frame.path("epoch").asLong());
    shown = true;
    if (frame.path("sequence").asLong() <= tab.confirmed()) {
      resend();
    }
    head(frame.path("revision").asLong());
    submit();
  }

  private void head(long revision) {
    tab.pull(revision).filter(frame -> shown).ifPresent(this::write);
  }

  private void changes(JsonNode frame) {
    if (tab.local().isEmpty() || !shown) {
      return;
    }
    LocalText local = tab.local().get();
    long revision = frame.path("first").asLong();
    if (revision > local.revision() + 1) {
      head(revision);
      return;
    }
    for (JsonNode told : frame.path("changes")) {
      if (revision == local.revision() + 1) {
        take(local, revision, told);
      }
      revision++;
    }
    submit();
  }

  private void take(LocalText local, long revision, JsonNode told) {
    Edit edit = new Edit(told.path("client").asText(), told.path("sequence").asLong());
    ChangeSet changes = Json.read(told.path("changes").toString(), ChangeSet.class);
    observer.accept(new Seen(tab.client(), revision, edit, changes));
    if (!edit.client().equals(tab.client())) {
      local.received(changes);
      return;
    }
    if (edit.sequence() != tab.confirmed() + 1) {
      throw new IllegalStateException(
          "%s was told after number %d".formatted(edit, tab.confirmed()));
    }
    tab.confirm();
    observer.accept(new Acknowledged(edit, System.nanoTime(), revision));
  }

  private void done(JsonNode frame) {
    long sequence = tab.lastOf(frame.path("sequence").asLong()).orElseThrow();
    Edit last = new Edit(tab.client(), sequence);
    observer.accept(new Acknowledged(last, System.nanoTime(), frame.path("revision").asLong()));
  }

  private void refused(JsonNode frame) {
    String reason = frame.path("code").asText() + ": " + frame.path("message").asText();
    observer.accept(new Refused(new Edit(tab.client(), frame.path("sequence").asLong()), reason));
    tab = freshTab();
    socket.ifPresent(open -> open());
  }

  // --- typing -------------------------------------------------------------------------------

  private void pause() {
    vertx.setTimer(
        1 + random.nextInt(LONGEST_PAUSE_MILLIS),
        timer ->
            context.runOnContext(
                now -> {
                  if (typing) {
                    type();
                    pause();
                  }
                }));
  }

  private void type() {
    if (tab.local().isEmpty() || tab.unconfirmed() >= MOST_UPDATES) {
      return;
    }
    LocalText local = tab.local().get();
    String mark = marks.get();
    tab.type(Typing.anywhere(local.text(), mark, random), mark);
    submit();
  }

  private void submit() {
    if (!shown || tab.inFlight().isPresent() || tab.unconfirmed() == 0 || socket.isEmpty()) {
      return;
    }
    write(tab.freeze(place.person().id(), System.nanoTime(), observer));
  }
}
