package org.dianjiao.plugin.punctuation.learn;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * What was learned in one project: which mark belongs in which gap. A gap counts once, however
 * often it is seen; what was decided there last holds. It is a function of the decisions in the
 * order in which they were made, and for different gaps of the decisions in any order. Not for more
 * than one thread.
 */
final class Notebook {

  /** So many gaps are kept of one project; of more, a part that depends on nothing but them. */
  static final int MOST_EXAMPLES = 10_000;

  /** So many of the last decisions are known again when they are told again. */
  static final int MOST_TOLD = 20_000;

  /** From one decided gap to the next, when what lies between counts as passed over. */
  private static final int LONGEST_PASSAGE = 60;

  private final TreeMap<Long, Example> examples;
  private final Set<Long> told;
  private int decisions;

  /** A notebook as it was written. */
  Notebook(Map<Long, Example> examples, Collection<Long> told, int decisions) {
    this.examples = new TreeMap<>(examples);
    this.told = new LinkedHashSet<>(told);
    this.decisions = decisions;
  }

  static Notebook empty() {
    return new Notebook(Map.of(), List.of(), 0);
  }

  /** By the name of the gap, in the order of the names. */
  Map<Long, Example> examples() {
    return examples;
  }

  Set<Long> told() {
    return told;
  }

  /** How many decisions were heard since the beginning, or since all was forgotten. */
  int decisions() {
    return decisions;
  }

  /** Forgets what was learned, but not which decisions that was from. */
  void forget() {
    examples.clear();
    decisions = 0;
  }

  /**
   * Hears a decision.
   *
   * @param id differs from decision to decision
   * @param mark that belongs in the gap; empty when a decision about it was taken back
   * @param reader says what the model thinks of a line, and of how likely a pause it would propose
   *     a mark
   * @return whether it was news
   */
  boolean hear(long id, Page page, int gap, Optional<Mark> mark, Reader reader) {
    if (!told.add(id)) {
      return false;
    }
    dropFirst(told, MOST_TOLD);
    decisions++;
    if (mark.isEmpty()) {
      examples.remove(page.key(gap));
      return true;
    }
    int first = Math.min(gap, decidedBeside(page, gap, -1) + 1);
    int last = Math.max(gap, decidedBeside(page, gap, 1) - 1);
    PunctuationModel.Reading reading = reader.read(page, first, last + 1);
    for (int i = first; i <= last; i++) {
      float[] probabilities = reading.probabilities(i);
      boolean decided = i == gap;
      if (decided || wasPassed(page, i, probabilities, reader)) {
        Mark belongs = decided ? mark.get() : Mark.ALL.get(page.standing()[i]);
        Gap seen = Gap.of(probabilities, page.codes(), i);
        examples.put(page.key(i), new Example(seen, belongs, decided));
      }
    }
    while (examples.size() > MOST_EXAMPLES) {
      examples.pollLastEntry(); // names are hashes: those that are left are a fair sample
    }
    return true;
  }

  /** What the model thinks of lines on which decisions were made. */
  record Reader(PunctuationModel model, double leastPause) {

    PunctuationModel.Reading read(Page page, int first, int end) {
      return model.read(Line.of(page.codes()), first, end);
    }
  }

  /**
   * The next gap to one side that was decided about, if it still stands as decided; otherwise the
   * gap itself, turned so that nothing is between. One that was decided in the same stroke does not
   * stand yet, so nobody needs to have looked at what is between.
   */
  private int decidedBeside(Page page, int gap, int direction) {
    for (int i = 1; i <= LONGEST_PASSAGE; i++) {
      int beside = gap + direction * i;
      if (beside < 0 || beside >= page.size()) {
        break;
      }
      Example known = examples.get(page.key(beside));
      if (known != null && known.decided()) {
        boolean stands = known.mark().label() == page.standing()[beside];
        return stands ? beside : gap;
      }
    }
    return gap;
  }

  /** Without a mark, a gap in which one would be proposed may still be open. */
  private static boolean wasPassed(Page page, int gap, float[] probabilities, Reader reader) {
    return page.standing()[gap] != 0
        || (page.open().get(gap) && 1 - probabilities[0] < reader.leastPause());
  }

  private static void dropFirst(Set<Long> all, int most) {
    Iterator<Long> oldest = all.iterator();
    while (all.size() > most) {
      oldest.next();
      oldest.remove();
    }
  }
}
