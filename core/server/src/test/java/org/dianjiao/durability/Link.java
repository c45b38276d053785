package org.dianjiao.durability;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.session.SessionOnWire;

/**
 * One connection: frames keep their order each way and take a while. It can break so that the
 * client knows and the server does not yet, with frames still on their way to the server; or with
 * the server; or one way only.
 */
final class Link implements SessionOnWire.End {

  private static final long NOTICED = 400 * Agenda.MILLI;
  private static final long DRAINED = 60 * Agenda.MILLI;

  private final Agenda agenda;
  private final SimulatedServer server;
  private final Supplier<Weather> weather;
  private final Consumer<String> receiver;
  private final Runnable gone;
  private final Life clientEnd = new Life();
  private SessionOnWire session;
  private boolean serverClosed;
  private boolean deaf;
  private long up;
  private long down;

  Link(
      Agenda agenda,
      SimulatedServer server,
      Supplier<Weather> weather,
      Consumer<String> receiver,
      Runnable gone) {
    this.agenda = agenda;
    this.server = server;
    this.weather = weather;
    this.receiver = receiver;
    this.gone = gone;
    server.vertx().room().run(() -> session = server.accept(this));
  }

  private long hop() {
    return agenda.upTo(weather.get().longestHop());
  }

  // --- the client's end ---------------------------------------------------------------------

  boolean isOpen() {
    return !clientEnd.isOver();
  }

  void send(String text) {
    if (isOpen() && !deaf) {
      up = Math.max(up, agenda.now() + hop());
      agenda.at(up, server.life(), () -> arrived(text));
    }
  }

  private void arrived(String text) {
    if (!serverClosed) {
      server.vertx().room().run(() -> session.received(text));
    }
  }

  /** The network loses the connection. */
  void lose() {
    leave();
    agenda.at(
        Math.max(up, agenda.now()) + agenda.upTo(NOTICED), server.life(), this::serverNotices);
  }

  /** The server is gone; what it sent may still arrive. */
  void serverDied() {
    agenda.after(agenda.upTo(DRAINED), clientEnd, this::leave);
  }

  /** The server hears nothing any more; what it says still arrives for a while. */
  void goDeaf(long nanos) {
    deaf = true;
    agenda.after(nanos, clientEnd, this::leave);
  }

  private void leave() {
    if (isOpen()) {
      clientEnd.end();
      gone.run();
    }
  }

  private void serverNotices() {
    if (!serverClosed) {
      serverClosed = true;
      server.vertx().room().run(() -> session.ended());
    }
  }

  // --- the server's end -----------------------------------------------------------------------

  @Override
  public void write(String text) {
    if (!serverClosed) {
      down = Math.max(down, agenda.now() + hop());
      agenda.at(down, clientEnd, () -> receiver.accept(text));
    }
  }

  @Override
  public void close() {
    agenda.after(0, server.life(), this::serverNotices);
    down = Math.max(down, agenda.now() + hop());
    agenda.at(down, clientEnd, this::leave);
  }
}
