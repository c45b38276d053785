package org.dianjiao.bench;

import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;

/**
 * One tab: keeps the length of its text and its unconfirmed edits, as an editor does, but not the
 * text. Everything runs on one event loop.
 */
final class LoadClient {

  private final WebSocket socket;
  private final String document;
  private final String name;
  private final Meter meter;
  private final Random random;
  private final Runnable onConfirmed;
  private List<ChangeSet> unconfirmed = new ArrayList<>();
  private int inFlight;
  private int length;
  private long revision;
  private long confirmed;
  private boolean opened;

  LoadClient(
      WebSocket socket,
      Wire wire,
      String document,
      String name,
      Meter meter,
      java.util.function.Consumer<LoadClient> onConfirmed) {
    this.socket = socket;
    this.document = document;
    this.name = name;
    this.meter = meter;
    this.random = new Random(name.hashCode());
    this.onConfirmed = () -> onConfirmed.accept(this);
    socket.textMessageHandler(frame -> received(wire.read(frame)));
    socket.closeHandler(closed -> meter.closed(name));
  }

  void open(String ticket) {
    socket.writeTextMessage(Wire.hello(ticket));
    socket.writeTextMessage(Wire.open(document, name));
  }

  boolean isOpen() {
    return opened;
  }

  long revision() {
    return revision;
  }

  int length() {
    return length;
  }

  boolean isAtRest() {
    return unconfirmed.isEmpty();
  }

  /** Types one character somewhere. */
  void type() {
    int at = random.nextInt(length + 1);
    ChangeSet changes = ChangeSet.replace(length, at, at, "字");
    length++;
    unconfirmed.add(changes);
    meter.typed(name);
    submit();
  }

  void close() {
    socket.close();
  }

  private void submit() {
    if (inFlight == 0 && !unconfirmed.isEmpty()) {
      inFlight = unconfirmed.size();
      socket.writeTextMessage(Wire.submit(document, name, confirmed + 1, revision, unconfirmed));
    }
  }

  private void received(Wire.Received frame) {
    switch (frame.type()) {
      case "opened" -> {
        opened = true;
        revision = frame.revision().orElseThrow();
        length = frame.text().orElseThrow().length();
      }
      case "changes" -> changes(frame);
      case "refused", "failed", "closed" ->
          meter.failed(frame.type() + ": " + frame.message().orElse(""));
      default -> {}
    }
  }

  private void changes(Wire.Received frame) {
    long at = frame.first().orElseThrow();
    boolean own = false;
    for (Wire.Told told : frame.changes()) {
      if (at == revision + 1) {
        revision = at;
        if (told.client().equals(name)) {
          own = true;
          confirm(told);
        } else {
          others(told);
        }
      }
      at++;
    }
    if (own) {
      submit();
      onConfirmed.run();
    }
  }

  private void confirm(Wire.Told told) {
    unconfirmed.remove(0);
    inFlight--;
    confirmed = told.sequence();
    meter.acknowledged(name, told.sequence());
  }

  private void others(Wire.Told told) {
    ChangeSet others = told.changes();
    length += others.newLength() - others.length();
    for (int i = 0; i < unconfirmed.size(); i++) {
      ChangeSet own = unconfirmed.get(i);
      unconfirmed.set(i, own.map(others, false));
      others = others.map(own, true);
    }
    meter.seen(told.client(), told.sequence());
  }
}
