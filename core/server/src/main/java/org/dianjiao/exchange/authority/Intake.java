package org.dianjiao.exchange.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.authority.Entry;

/**
 * What was read from a file: the entries by their ids, and what is wrong. Of the faults the first
 * are kept, all are counted. One thread only.
 */
public final class Intake {

  private static final int KEPT_FAULTS = 1000;

  private final int most;
  private final Map<URI, Entry> entries = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int faultCount;

  /** One that takes so many entries. */
  Intake(int most) {
    this.most = most;
  }

  /**
   * Takes an entry; a second one with its id is a fault.
   *
   * @throws TooManyEntries when there is no place for it
   */
  void add(int line, Entry entry) {
    if (entries.size() == most) {
      throw new TooManyEntries(line, most);
    }
    if (entries.putIfAbsent(entry.id(), entry) != null) {
      fault(line, entry.id() + " is there twice; the first one counts");
    }
  }

  /** Does something that may find a fault. */
  void attempt(int line, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException | NullPointerException refused) {
      fault(line, String.valueOf(refused.getMessage()));
    }
  }

  void fault(int line, String message) {
    faultCount++;
    if (faults.size() < KEPT_FAULTS) {
      faults.add(new Fault(line, message));
    }
  }

  /** The entries in their order. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The first of what is wrong, in the order in which it was found. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** How much is wrong. */
  public int faultCount() {
    return faultCount;
  }

  /** More entries than fit. */
  public static final class TooManyEntries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyEntries(int line, int most) {
      super(
          "line %d: there are more than %d entries (limit authority-entries)"
              .formatted(line, most));
    }
  }
}
