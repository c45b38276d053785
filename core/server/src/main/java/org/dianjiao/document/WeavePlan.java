package org.dianjiao.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.text.ChangeSet;

/** Another choice of what of a weave is there, and what it would change. */
final class WeavePlan {

  private final Weave weave;
  private final List<Strand> strands;
  private final boolean[] after;

  /**
   * A choice.
   *
   * @param strands all of the weave, cut as needed
   * @param after which of them are there by this plan
   */
  WeavePlan(Weave weave, List<Strand> strands, boolean[] after) {
    this.weave = weave;
    this.strands = strands;
    this.after = after;
  }

  /** The plan that a change of the server followed, when it followed one. */
  static Optional<WeavePlan> of(Change change, Weave weave) {
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.UndoWork undo) {
        return Optional.of(weave.without(undo.deeds()::include));
      }
      if (effect instanceof Effect.TakeMarks take) {
        return Optional.of(MarkPlan.of(weave, take.whose(), take.passage()));
      }
      if (effect instanceof Effect.Restore restore) {
        return Optional.of(
            restore
                .passage()
                .map(passage -> weave.backTo(restore.revision(), passage))
                .orElseGet(() -> weave.backTo(restore.revision())));
      }
    }
    return Optional.empty();
  }

  /** What it does to the newest text. */
  ChangeSet changes() {
    Weave.Difference difference = new Weave.Difference();
    for (int i = 0; i < after.length; i++) {
      Strand strand = strands.get(i);
      boolean alive = strand.life().alive();
      difference.add(strand, !alive && after[i] ? weave.text(strand) : "", alive, after[i]);
    }
    return difference.changes();
  }

  /** Units that come back. */
  int restored() {
    return units(false, true);
  }

  /** Units that go. */
  int removed() {
    return units(true, false);
  }

  private int units(boolean before, boolean then) {
    int units = 0;
    for (int i = 0; i < after.length; i++) {
      Strand strand = strands.get(i);
      units += strand.life().alive() == before && after[i] == then ? strand.length() : 0;
    }
    return units;
  }

  /** The strands after the act that carries the plan out. */
  List<Strand> turned(Act act, boolean derived) {
    Map<Life, Life> turned = new HashMap<>();
    List<Strand> now = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      Strand strand = strands.get(i);
      now.add(
          strand.life().alive() == after[i]
              ? strand
              : strand.living(
                  turned.computeIfAbsent(strand.life(), life -> life.turned(act, derived))));
    }
    return now;
  }

  /** Where units are by this plan. */
  Places places() {
    return new Places();
  }

  /** Finds units by their ids. */
  final class Places {
    private final int[] byId;
    private final int[] firsts;
    private final int[] positions;
    private final int[] comeBack;

    private Places() {
      byId = new int[after.length];
      firsts = new int[after.length];
      positions = new int[after.length + 1];
      comeBack = new int[after.length + 1];
      Integer[] order = new Integer[after.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(strands.get(a).first(), strands.get(b).first()));
      for (int i = 0; i < after.length; i++) {
        Strand strand = strands.get(i);
        byId[i] = order[i];
        firsts[i] = strands.get(order[i]).first();
        positions[i + 1] = positions[i] + (after[i] ? strand.length() : 0);
        comeBack[i + 1] = comeBack[i] + (after[i] && !strand.life().alive() ? 1 : 0);
      }
    }

    /** Behind a unit, or where that would be; -1 stands for the beginning of the text. */
    int behind(int unit) {
      if (unit < 0) {
        return 0;
      }
      int strand = strandOf(unit);
      return positions[strand] + (after[strand] ? unit + 1 - strands.get(strand).first() : 0);
    }

    /** Where a unit is or would be. */
    int before(int unit) {
      int strand = strandOf(unit);
      return positions[strand] + (after[strand] ? unit - strands.get(strand).first() : 0);
    }

    /**
     * From the first to the last of the units between two, both included, that are there and were
     * in the text at some revision of a span; empty when there is none.
     *
     * @param from first revision of the span
     * @param until last revision of the span
     */
    Optional<Anchor> covering(int first, int last, long from, long until) {
      int low = strandOf(first);
      int high = strandOf(last);
      int start = low;
      while (start <= high && !isOf(start, from, until)) {
        start++;
      }
      if (start > high) {
        return Optional.empty();
      }
      int end = high;
      while (!isOf(end, from, until)) {
        end--;
      }
      return Optional.of(
          Anchor.of(
              start == low ? before(first) : positions[start],
              end == high ? behind(last) : positions[end + 1]));
    }

    private boolean isOf(int strand, long from, long until) {
      return after[strand] && strands.get(strand).life().aliveWithin(from, until);
    }

    /** Whether a unit comes back between two. */
    boolean comesBack(int first, int last) {
      return comeBack[strandOf(last) + 1] > comeBack[strandOf(first)];
    }

    private int strandOf(int unit) {
      int found = Arrays.binarySearch(firsts, unit);
      return byId[found >= 0 ? found : -found - 2];
    }
  }
}
