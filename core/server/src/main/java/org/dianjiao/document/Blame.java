package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.suggestion.Maker;

/**
 * Who worked on each line: typed, deleted, annotated or corrected in it, or made a proposal that
 * was accepted there. Importing a text, accepting what somebody else proposed, and taking such a
 * decision back is not work on it. Also whether anything at all was done to it since it was brought
 * in.
 *
 * <p>Built by adding every change of a log from the first on; used by one thread. A change costs
 * O(lines).
 */
public final class Blame {

  private static final class Line {
    private int length;
    private Set<String> workers;
    private boolean touched;

    Line(int length, Set<String> workers, boolean touched) {
      this.length = length;
      this.workers = workers;
      this.touched = touched;
    }
  }

  private final List<Line> lines = new ArrayList<>(List.of(new Line(0, Set.of(), false)));
  private Anchors<String> annotations = Anchors.empty();
  private long revision;

  /** The revision that this blame stands at; 0 before the first change. */
  public long revision() {
    return revision;
  }

  /**
   * Adds the next change.
   *
   * @throws IllegalStateException when it is not the next one
   */
  public void add(Change change) {
    if (change.revision() != revision + 1) {
      throw new IllegalStateException(
          "blame is at revision " + revision + "; change leads to " + change.revision());
    }
    boolean work = change.effects().stream().noneMatch(Effect.Import.class::isInstance);
    Set<String> by = takesDecisionsBack(change) ? Set.of() : Set.of(change.author());
    Set<String> workers = work ? workersOf(change, by) : Set.of();
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, inserted) ->
                replace(fromB, fromB + (toA - fromA), inserted, workers, work));
    annotations = annotations.map(change.changes()).anchors();
    Map<String, Origin> accepted = Provenance.accepted(change);
    for (Effect effect : change.effects()) {
      if (work) {
        add(effect, by, accepted);
      } else if (effect instanceof Effect.AddAnnotation brought) {
        annotations = annotations.put(brought.id(), brought.anchor(), brought.id());
      }
    }
    revision = change.revision();
  }

  /** Everybody who worked on the lines that a range touches. */
  public Set<String> workers(int from, int to) {
    Set<String> workers = new HashSet<>();
    int start = 0;
    for (Line line : lines) {
      if (start <= to && start + line.length >= from) {
        workers.addAll(line.workers);
      }
      start += line.length + 1;
    }
    return workers;
  }

  /** For each line, in order, whether anything was done to it since it was brought in. */
  public List<Boolean> touched() {
    return lines.stream().map(line -> line.touched).toList();
  }

  private static boolean takesDecisionsBack(Change change) {
    return change.effects().stream().anyMatch(Effect.Revert.class::isInstance)
        && change.effects().stream().anyMatch(Effect.Reopen.class::isInstance);
  }

  /**
   * Whose work the text of a change is.
   *
   * @param by who made it, when that was work
   */
  private static Set<String> workersOf(Change change, Set<String> by) {
    Set<String> workers = new HashSet<>();
    boolean decided = false;
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Decide decide) {
        decided = true;
        if (decide.verdict().action().isPresent()) {
          workers.addAll(workers(Provenance.origin(decide.verdict(), change.author())));
        }
      }
    }
    return decided ? workers : by;
  }

  /**
   * Whose work it is that something stands there: what a plugin made and a person took is no work.
   */
  private static Set<String> workers(Origin origin) {
    if (origin instanceof Suggested suggested) {
      return suggested.maker() instanceof Maker.ByPerson person
          ? Set.of(person.account())
          : Set.of();
    }
    return Set.of(origin.account());
  }

  private void add(Effect effect, Set<String> by, Map<String, Origin> accepted) {
    if (effect instanceof Effect.AddAnnotation add) {
      Origin origin = accepted.get(add.id());
      put(add.id(), add.anchor(), origin == null ? by : workers(origin));
    } else if (effect instanceof Effect.RestoreAnnotation back) {
      put(back.id(), back.anchor(), union(by, Set.of(back.author())));
    } else if (effect instanceof Effect.MoveAnnotation move) {
      was(move.id(), by);
      put(move.id(), move.anchor(), by);
    } else if (effect instanceof Effect.EditAnnotation edit) {
      was(edit.id(), by);
    } else if (effect instanceof Effect.RemoveAnnotation remove) {
      was(remove.id(), by);
      annotations = annotations.remove(remove.id());
    }
  }

  private void put(String id, Anchor anchor, Set<String> workers) {
    annotations = annotations.put(id, anchor, id);
    worked(anchor, workers);
  }

  private void was(String id, Set<String> workers) {
    annotations.get(id).ifPresent(entry -> worked(entry.anchor(), workers));
  }

  private void worked(Anchor anchor, Set<String> workers) {
    int start = 0;
    for (Line line : lines) {
      if (start > anchor.end()) {
        return;
      }
      if (start + line.length >= anchor.start()) {
        line.workers = union(line.workers, workers);
        line.touched = true;
      }
      start += line.length + 1;
    }
  }

  private void replace(int from, int to, String inserted, Set<String> workers, boolean work) {
    int first = 0;
    int start = 0;
    while (start + lines.get(first).length < from) {
      start += lines.get(first).length + 1;
      first++;
    }
    int last = first;
    int lastStart = start;
    Set<String> all = union(lines.get(first).workers, workers);
    boolean touched = work || lines.get(first).touched;
    while (lastStart + lines.get(last).length < to) {
      lastStart += lines.get(last).length + 1;
      last++;
      all = union(all, lines.get(last).workers);
      touched |= lines.get(last).touched;
    }
    int tail = lastStart + lines.get(last).length - to;
    List<Line> fresh = new ArrayList<>();
    int length = from - start;
    for (String piece : inserted.split("\n", -1)) {
      fresh.add(new Line(length + piece.length(), all, touched));
      length = 0;
    }
    fresh.get(fresh.size() - 1).length += tail;
    lines.subList(first, last + 1).clear();
    lines.addAll(first, fresh);
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }
}
