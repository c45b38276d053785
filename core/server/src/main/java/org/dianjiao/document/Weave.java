package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Section;

/**
 * Every unit that ever stood in a text, in one order that never changes, each with its life. What
 * was deleted keeps its place, so the text at any revision, the exact difference between two, who
 * wrote what, and the text without some of its changes are all read off in one walk.
 *
 * <p>The representation is the weave of the Source Code Control System (Rochkind 1975). What is
 * inserted where something is gone stands behind it.
 *
 * <p>Built by adding every change of a log from the first on, or from a state on what came since;
 * used by one thread. Units have ids, counted in the order in which they were written. A walk costs
 * O(strands).
 */
final class Weave {

  private final StringBuilder written = new StringBuilder();
  private final Strands strands = new Strands();
  private final Undone undone = new Undone();
  private long revision;

  /** A weave that begins with a state, as if one act had brought all of its text in. */
  static Weave since(Document state, Act act) {
    Weave weave = new Weave();
    weave.revision = state.revision();
    String text = state.text().toString();
    if (!text.isEmpty()) {
      Life life = Life.of(act);
      weave.strands.insert(0, new Strand(weave.write(text), text.length(), life));
    }
    return weave;
  }

  /** The newest revision; 0 before the first change. */
  long revision() {
    return revision;
  }

  /** Units of the newest text. */
  int length() {
    return strands.length();
  }

  /** Adds the next change. */
  void add(Change change) {
    Optional<WeavePlan> planned = WeavePlan.of(change, this);
    if (planned.isPresent() && planned.get().changes().equals(change.changes())) {
      strands.replaceAll(planned.get().turned(WeaveStep.author(change), undone.derives(change)));
    } else {
      new WeaveStep(change, this, undone.derives(change)).apply();
    }
    undone.add(change);
    revision = change.revision();
  }

  /** The acts that stay undone when some others are undone, too. */
  Predicate<Act> undoneWithout(Predicate<Act> acts) {
    return undone.without(acts);
  }

  /** Whether a change only follows from what else is done and undone. */
  boolean derives(Change change) {
    return undone.derives(change);
  }

  /** The strands, for one step. */
  Strands strands() {
    return strands;
  }

  /** Writes text down; its first unit's id. */
  int write(String text) {
    written.append(text);
    return written.length() - text.length();
  }

  /** The text of a strand. */
  String text(Strand strand) {
    return written.substring(strand.first(), strand.first() + strand.length());
  }

  /** The id of a unit of the newest text. */
  int unitAt(int position) {
    return strands.unitAt(position);
  }

  /** Tells all strands, in order; those that were only cut are told as one. */
  void forEach(Consumer<Strand> visitor) {
    Strand[] last = new Strand[1];
    strands.forEach(
        strand -> {
          Strand before = last[0];
          if (before != null
              && before.life() == strand.life()
              && before.first() + before.length() == strand.first()) {
            last[0] = new Strand(before.first(), before.length() + strand.length(), before.life());
          } else {
            if (before != null) {
              visitor.accept(before);
            }
            last[0] = strand;
          }
        });
    if (last[0] != null) {
      visitor.accept(last[0]);
    }
  }

  /** All strands, in order. */
  List<Strand> all() {
    List<Strand> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  /** The text at a revision. */
  String textAt(long at) {
    StringBuilder text = new StringBuilder();
    forEach(
        strand -> {
          if (strand.life().aliveAt(at)) {
            text.append(written, strand.first(), strand.first() + strand.length());
          }
        });
    return text.toString();
  }

  /** Units of the text at a revision. */
  int lengthAt(long at) {
    int[] length = {0};
    forEach(strand -> length[0] += strand.life().aliveAt(at) ? strand.length() : 0);
    return length[0];
  }

  /** What makes the text at one revision out of that at another, later or earlier. */
  ChangeSet changes(long from, long to) {
    Difference difference = new Difference();
    forEach(
        strand ->
            difference.add(
                strand, text(strand), strand.life().aliveAt(from), strand.life().aliveAt(to)));
    return difference.changes();
  }

  /** What makes the newest text one without some acts. */
  WeavePlan without(Predicate<Act> acts) {
    Predicate<Act> before = undone.without(acts);
    return plan(all(), strand -> strand.life().aliveWithout(acts, before));
  }

  /** What takes a change back: what it did comes undone where nothing later has to do with it. */
  WeavePlan reverting(long reverted) {
    return plan(all(), strand -> strand.life().alive() != strand.life().isBy(reverted));
  }

  /** What makes the newest text that of an earlier revision. */
  WeavePlan backTo(long earlier) {
    return plan(all(), strand -> strand.life().aliveAt(earlier));
  }

  /** As {@link #backTo(long)}, only from the first to the last unit of a range of that text. */
  WeavePlan backTo(long earlier, TextRange range) {
    List<Strand> cut = new ArrayList<>();
    List<Boolean> there = new ArrayList<>();
    int[] position = {0};
    int[] ends = {Integer.MAX_VALUE, -1};
    Consumer<Strand> add =
        strand -> {
          boolean alive = strand.life().aliveAt(earlier);
          int end = position[0] + (alive ? strand.length() : 0);
          if (alive && end > range.start() && position[0] < range.end()) {
            ends[0] = Math.min(ends[0], cut.size());
            ends[1] = cut.size();
          }
          position[0] = end;
          cut.add(strand);
          there.add(alive);
        };
    int[] before = {0};
    forEach(
        strand -> {
          Strand rest = strand;
          if (strand.life().aliveAt(earlier)) {
            for (int edge : List.of(range.start(), range.end())) {
              int units = edge - before[0];
              if (units > 0 && units < rest.length()) {
                add.accept(rest.head(units));
                rest = rest.tail(units);
                before[0] += units;
              }
            }
            before[0] += rest.length();
          }
          add.accept(rest);
        });
    boolean[] after = new boolean[cut.size()];
    for (int i = 0; i < after.length; i++) {
      boolean inside = i >= ends[0] && i <= ends[1];
      after[i] = inside ? there.get(i) : cut.get(i).life().alive();
    }
    return new WeavePlan(this, cut, after);
  }

  private WeavePlan plan(List<Strand> of, Predicate<Strand> there) {
    boolean[] after = new boolean[of.size()];
    for (int i = 0; i < after.length; i++) {
      after[i] = there.test(of.get(i));
    }
    return new WeavePlan(this, of, after);
  }

  /** Strands that come and go, as a change set; each run of them is one section. */
  static final class Difference {
    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder inserted = new StringBuilder();
    private int kept;
    private int deleted;

    void add(Strand strand, String text, boolean before, boolean after) {
      if (before && after) {
        flush();
        kept += strand.length();
      } else if (before) {
        keep();
        deleted += strand.length();
      } else if (after) {
        keep();
        inserted.append(text);
      }
    }

    private void keep() {
      if (kept > 0) {
        sections.add(Section.keep(kept));
        kept = 0;
      }
    }

    private void flush() {
      if (deleted > 0 || inserted.length() > 0) {
        sections.add(Section.replace(deleted, inserted.toString()));
        deleted = 0;
        inserted.setLength(0);
      }
    }

    ChangeSet changes() {
      flush();
      keep();
      return ChangeSet.ofSections(sections);
    }
  }
}
