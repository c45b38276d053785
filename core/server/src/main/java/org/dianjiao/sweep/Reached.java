package org.dianjiao.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a sweep is in one document. What is to be done there is found once, at the base, so that
 * it is the same when it is gone on with after a restart.
 *
 * @param base revision at which it was found
 * @param steps that are done
 * @param written the changes that were made
 * @param left places that were left alone, because their text had changed
 */
public record Reached(long base, int steps, List<Written> written, int left) {

  /**
   * One change.
   *
   * @param places at which it did something
   */
  public record Written(long revision, int places) {}

  /** Copies the list. */
  public Reached {
    written = List.copyOf(written);
  }

  /** Nothing is done yet. */
  public static Reached at(long base) {
    return new Reached(base, 0, List.of(), 0);
  }

  /** The same with more places left alone. */
  public Reached leaving(int more) {
    return new Reached(base, steps, written, left + more);
  }

  /** One step further. */
  public Reached and(List<Written> more) {
    List<Written> all = new ArrayList<>(written);
    all.addAll(more);
    return new Reached(base, steps + 1, all, left);
  }

  /** Places at which something was done. */
  public int places() {
    return written.stream().mapToInt(Written::places).sum();
  }
}
