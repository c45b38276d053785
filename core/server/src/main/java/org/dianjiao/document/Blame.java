package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;

/**
 * Who worked on each line: typed, deleted, annotated or corrected in it, or made a proposal that
 * was accepted there. Importing a text and accepting what somebody else proposed is not work on it.
 *
 * <p>Built by adding every change of a log from the first on; used by one thread. A change costs
 * O(lines).
 */
public final class Blame {

  private static final class Line {
    private int length;
    private Set<String> workers;

    Line(int length, Set<String> workers) {
      this.length = length;
      this.workers = workers;
    }
  }

  private final List<Line> lines = new ArrayList<>(List.of(new Line(0, Set.of())));
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
    Set<String> workers = workersOf(change);
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, inserted) ->
                replace(fromB, fromB + (toA - fromA), inserted, workers));
    for (Effect effect : change.effects()) {
      add(effect, change.author());
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

  private static Set<String> workersOf(Change change) {
    Set<String> workers = new HashSet<>();
    boolean decided = false;
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Import) {
        return Set.of();
      }
      if (effect instanceof Effect.Decide decide) {
        decided = true;
        worker(decide.verdict(), change.author(), workers);
      }
    }
    return decided ? workers : Set.of(change.author());
  }

  private static void worker(Verdict verdict, String reviewer, Set<String> workers) {
    if (verdict.outcome() == Outcome.CORRECTED) {
      workers.add(reviewer);
    } else if (verdict.outcome() == Outcome.ACCEPTED
        && verdict.suggestion().maker() instanceof Maker.ByPerson person) {
      workers.add(person.account());
    }
  }

  private void add(Effect effect, String author) {
    if (effect instanceof Effect.AddAnnotation add) {
      addWorker(add.anchor(), author);
    } else if (effect instanceof Effect.MoveAnnotation move) {
      addWorker(move.anchor(), author);
    }
  }

  private void addWorker(Anchor anchor, String author) {
    int start = 0;
    for (Line line : lines) {
      if (start <= anchor.end() && start + line.length >= anchor.start()) {
        line.workers = union(line.workers, Set.of(author));
      }
      start += line.length + 1;
    }
  }

  private void replace(int from, int to, String inserted, Set<String> workers) {
    int first = 0;
    int start = 0;
    while (start + lines.get(first).length < from) {
      start += lines.get(first).length + 1;
      first++;
    }
    int last = first;
    int lastStart = start;
    Set<String> all = union(lines.get(first).workers, workers);
    while (lastStart + lines.get(last).length < to) {
      lastStart += lines.get(last).length + 1;
      last++;
      all = union(all, lines.get(last).workers);
    }
    int tail = lastStart + lines.get(last).length - to;
    List<Line> fresh = new ArrayList<>();
    int length = from - start;
    for (String piece : inserted.split("\n", -1)) {
      fresh.add(new Line(length + piece.length(), all));
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
