package org.dianjiao.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.limits.Limits;

/**
 * The way to one client: frames go out in order, as fast as the client takes them; what it does not
 * take waits in a {@link Backlog}. Used on the event loop of the session.
 */
final class Outbox {

  private static final double NANOS = 1e9;

  private final Wire wire;
  private final Limits limits;
  private final Backlog backlog;
  private final List<Runnable> whenDrained = new ArrayList<>();
  private boolean full;
  private long fullSince;
  private double patienceSeconds;

  Outbox(Wire wire, Limits limits) {
    this.wire = wire;
    this.limits = limits;
    this.backlog = new Backlog(limits);
  }

  /**
   * Sends a frame, or keeps it until the client has taken what is before it.
   *
   * @return false when more waits than may: the client has to connect again
   */
  boolean send(Telling telling) {
    if (backlog.isEmpty() && !wire.isFull()) {
      write(telling);
      return true;
    }
    backlog.add(telling);
    return !backlog.isOver();
  }

  /** Whether the client has not taken yet what was sent. */
  boolean isFull() {
    return !backlog.isEmpty() || wire.isFull();
  }

  /** Does something once the client has taken what was sent. */
  void whenDrained(Runnable work) {
    whenDrained.add(work);
  }

  /** The wire takes more again. */
  void drained() {
    full = false;
    while (!wire.isFull()) {
      Optional<Telling> next = backlog.poll();
      if (next.isEmpty()) {
        break;
      }
      write(next.get());
    }
    if (!isFull()) {
      List<Runnable> work = List.copyOf(whenDrained);
      whenDrained.clear();
      work.forEach(Runnable::run);
    }
  }

  /** Whether the client has taken nothing for so long that it will not come back. */
  boolean isStalled(long nanos) {
    return full && (nanos - fullSince) / NANOS > patienceSeconds;
  }

  private void write(Telling telling) {
    wire.write(telling.frame());
    if (!full && wire.isFull()) {
      full = true;
      fullSince = System.nanoTime();
      patienceSeconds = limits.outboundSeconds() + (double) telling.bytes() / limits.slowestBytes();
    }
  }
}
