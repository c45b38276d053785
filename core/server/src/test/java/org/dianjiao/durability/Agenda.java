package org.dianjiao.durability;

import java.util.PriorityQueue;
import java.util.Random;

/**
 * Virtual time: what is to happen, in the order of its instants. Everything that a simulation does
 * runs from here, on one thread; chance comes from one seed.
 */
final class Agenda {

  static final long MILLI = 1_000_000L;
  static final long SECOND = 1_000 * MILLI;

  /** Something that ends all at once, with all that it still had to do. */
  static final class Life {
    private boolean over;

    boolean isOver() {
      return over;
    }

    void end() {
      over = true;
    }
  }

  private record Task(long at, long order, Life life, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          (one, other) ->
              one.at != other.at
                  ? Long.compare(one.at, other.at)
                  : Long.compare(one.order, other.order));
  private final Random random;
  private long now;
  private long order;

  Agenda(long seed) {
    random = new Random(seed);
  }

  /** Nanoseconds since the beginning. */
  long now() {
    return now;
  }

  Random random() {
    return random;
  }

  boolean oneIn(int count) {
    return count > 0 && random.nextInt(count) == 0;
  }

  /** A time from nothing up to a bound, short ones more often. */
  long upTo(long nanos) {
    double part = random.nextDouble();
    return (long) (part * part * nanos);
  }

  void after(long nanos, Life life, Runnable work) {
    at(now + nanos, life, work);
  }

  void at(long instant, Life life, Runnable work) {
    tasks.add(new Task(Math.max(now, instant), order++, life, work));
  }

  /** Does what is next; false when that would be after the given instant, or there is nothing. */
  boolean step(long end) {
    while (!tasks.isEmpty() && tasks.peek().at() <= end) {
      Task task = tasks.remove();
      if (!task.life().isOver()) {
        now = task.at();
        task.work().run();
        return true;
      }
    }
    return false;
  }
}
