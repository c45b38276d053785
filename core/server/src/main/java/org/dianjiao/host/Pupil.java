package org.dianjiao.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import org.dianjiao.document.Lesson;

/**
 * What one instance of a plugin is still to be told about one document, in the order of the log.
 * What is not kept in memory is in the log behind {@link #from}. Used on one context.
 */
final class Pupil {

  private final Deque<Lesson> waiting = new ArrayDeque<>();
  private boolean whole;
  private boolean busy;
  private long from;

  /**
   * A pupil.
   *
   * @param from up to which revision it was told everything
   * @param whole whether everything behind that will be added here; else it has to be read first
   */
  Pupil(long from, boolean whole) {
    this.from = from;
    this.whole = whole;
  }

  /** One more lesson; left to the log while what comes before it is not here. */
  void add(Lesson lesson) {
    if (whole) {
      waiting.addLast(lesson);
    }
  }

  /** From now on lessons are kept; what comes before them is read meanwhile and put in front. */
  void keep() {
    whole = true;
  }

  /** What was read from the log. */
  void putInFront(List<Lesson> read) {
    for (ListIterator<Lesson> last = read.listIterator(read.size()); last.hasPrevious(); ) {
      waiting.addFirst(last.previous());
    }
  }

  /** Forgets what waits, and leaves it to the log. */
  void leaveToTheLog() {
    from = told();
    whole = false;
    waiting.clear();
  }

  /** The next lessons, at most so many. */
  List<Lesson> next(int most) {
    List<Lesson> next = new ArrayList<>();
    for (Lesson lesson : waiting) {
      if (next.size() == most) {
        break;
      }
      next.add(lesson);
    }
    return next;
  }

  /** It was told the next lessons. */
  void wasTold(int lessons) {
    for (int i = 0; i < lessons; i++) {
      from = Math.max(from, waiting.removeFirst().revision() - 1);
    }
  }

  /** Up to which revision it was told everything, as far as is known here. */
  long told() {
    return waiting.isEmpty() ? from : waiting.getFirst().revision() - 1;
  }

  /** Whether nothing is left to be told, here or in the log. */
  boolean isUpToDate() {
    return whole && waiting.isEmpty();
  }

  /** Whether what it was not told yet has to be read from the log first. */
  boolean isBehind() {
    return !whole;
  }

  int waiting() {
    return waiting.size();
  }

  /** Whether it is being told something, or something is being read for it. */
  boolean isBusy() {
    return busy;
  }

  void busy(boolean now) {
    busy = now;
  }
}
