package org.dianjiao.plugin.remote.child;

import org.dianjiao.api.plugin.Progress;

/** A question that is being answered: hears when it is cancelled, and tells how far it is. */
final class Task implements Progress {

  private static final long EVERY_NANOS = 100_000_000;

  private final Heard heard;
  private volatile boolean cancelled;
  private long told = System.nanoTime() - EVERY_NANOS;

  /** The thread that answers. Guarded by this. */
  private Thread runner;

  /** Hears how far it is. */
  @FunctionalInterface
  interface Heard {
    void done(long parts, long total);
  }

  Task(Heard heard) {
    this.heard = heard;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public synchronized void done(long parts, long total) {
    long now = System.nanoTime();
    if (now - told >= EVERY_NANOS || parts == total) {
      told = now;
      heard.done(parts, total);
    }
  }

  synchronized void enter() {
    runner = Thread.currentThread();
    if (cancelled) {
      runner.interrupt();
    }
  }

  synchronized void leave() {
    runner = null;
    Thread.interrupted(); // an interrupt was meant for this question, not for the next
  }

  synchronized void cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
  }
}
