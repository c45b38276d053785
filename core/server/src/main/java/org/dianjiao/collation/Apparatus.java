package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.List;

/**
 * Several witnesses laid side by side, each collated with the first. What all have the same stands
 * once; where at least one differs from the first there is an entry with what each has.
 *
 * @param witnesses the first is the one that all others are compared with
 * @param entries all of every witness, in order
 */
public record Apparatus(List<Witness> witnesses, List<Entry> entries) {

  /** Copies the lists. */
  public Apparatus {
    witnesses = List.copyOf(witnesses);
    entries = List.copyOf(entries);
  }

  /**
   * A place.
   *
   * @param readings what each witness has there
   * @param kinds how each but the first differs from the first there: at most one kind other than
   *     same, the gravest
   * @param lost whether a witness may have lost a character there
   */
  public record Entry(List<String> readings, List<Kind> kinds, boolean lost) {

    /** Copies the lists. */
    public Entry {
      readings = List.copyOf(readings);
      kinds = List.copyOf(kinds);
    }

    /** Whether all have the same. */
    public boolean isCommon() {
      return kinds.stream().allMatch(kind -> kind == Kind.SAME);
    }
  }

  /**
   * Lays collations side by side.
   *
   * @param collations all of the same first witness, at least one
   */
  public static Apparatus of(List<Collation> collations) {
    Witness first = collations.get(0).a();
    if (!collations.stream().allMatch(collation -> collation.a().equals(first))) {
      throw new IllegalArgumentException("the collations are of different first witnesses");
    }
    List<Witness> witnesses = new ArrayList<>(List.of(first));
    collations.forEach(collation -> witnesses.add(collation.b()));
    List<Lane> lanes = collations.stream().map(Lane::new).toList();
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (lanes.stream().anyMatch(Lane::isOpen)) {
      int end = takeNext(lanes, at);
      entries.add(entry(first.text().substring(at, end), lanes));
      at = end;
    }
    return new Apparatus(witnesses, entries);
  }

  /** Takes what comes next from all: what only some have, what is common, or what differs. */
  private static int takeNext(List<Lane> lanes, int at) {
    if (lanes.stream().anyMatch(lane -> lane.isInsertionAt(at))) {
      lanes.forEach(lane -> lane.takeInsertion(at));
      return at;
    }
    if (isCommonAt(lanes, at)) {
      int end = endOfCommon(lanes);
      lanes.forEach(lane -> lane.takeSame(end));
      return end;
    }
    int end = endOfDifferences(lanes, at);
    lanes.forEach(lane -> lane.take(end));
    return end;
  }

  private static boolean isCommonAt(List<Lane> lanes, int at) {
    return lanes.stream().allMatch(lane -> lane.isSameAt(at));
  }

  private static int endOfCommon(List<Lane> lanes) {
    return lanes.stream().mapToInt(Lane::end).min().orElseThrow();
  }

  /** Where a place ends at which some differ: inside no difference of any. */
  private static int endOfDifferences(List<Lane> lanes, int at) {
    int end = at;
    int reached;
    do {
      reached = end;
      for (Lane lane : lanes) {
        end = Math.max(end, lane.endOfDifferences(at, end));
      }
    } while (end > reached);
    return end;
  }

  private static Entry entry(String first, List<Lane> lanes) {
    List<String> readings = new ArrayList<>(List.of(first));
    List<Kind> kinds = new ArrayList<>();
    boolean lost = false;
    for (Lane lane : lanes) {
      readings.add(lane.taken());
      kinds.add(lane.kind());
      lost |= lane.lost();
    }
    return new Entry(readings, kinds, lost);
  }
}
