package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says of signs that were matched, and of those that were not, how they differ. */
final class Blocks {

  /** Longer stretches without a match are not other words for one thing, but each its own. */
  private static final int LONGEST_WORDING = 250;

  /** From so many signs on, stretches of very different length are each their own. */
  private static final int LONG = 40;

  private static final int MANY_TIMES = 6;
  private static final int LONGEST_TRANSPOSITION = 12;
  private static final int LONGEST_BETWEEN = 6;

  /** Shorter names seldom are sounds: 京城 and 京师 are other words. */
  private static final int SHORTEST_NAME = 3;

  private static final int LONGEST_NAME = 8;

  private final Signs a;
  private final Signs b;
  private final Likeness likeness;
  private final Names names;

  Blocks(Signs a, Signs b, Likeness likeness, Names names) {
    this.a = a;
    this.b = b;
    this.likeness = likeness;
    this.names = names;
  }

  /** All signs of both texts, in order. */
  List<Block> of(int[] match) {
    List<Block> blocks = new ArrayList<>();
    int aAt = 0;
    int bAt = 0;
    for (int i = 0; i < match.length; i++) {
      if (match[i] >= 0) {
        addGap(blocks, new Stretch(aAt, i, bAt, match[i]));
        blocks.add(Block.of(kind(i, match[i]), i, i + 1, match[i], match[i] + 1));
        aAt = i + 1;
        bAt = match[i] + 1;
      }
    }
    addGap(blocks, new Stretch(aAt, a.size(), bAt, b.size()));
    return joined(named(transposed(blocks)));
  }

  private Kind kind(int inA, int inB) {
    if (a.written(inA).equals(b.written(inB))) {
      return Kind.SAME;
    }
    if (likeness.soundAlike(a.keys()[inA], b.keys()[inB])) {
      return Kind.TRANSLITERATION;
    }
    return Kind.VARIANT;
  }

  private static void addGap(List<Block> blocks, Stretch gap) {
    int inA = gap.aTo() - gap.aFrom();
    int inB = gap.bTo() - gap.bFrom();
    int longer = Math.max(inA, inB);
    boolean apart =
        longer > LONGEST_WORDING || (longer > LONG && longer > MANY_TIMES * Math.min(inA, inB));
    if (inA > 0 && inB > 0 && !apart) {
      blocks.add(new Block(gap, Kind.WORDING));
      return;
    }
    if (inA > 0) {
      blocks.add(Block.of(Kind.ONLY_A, gap.aFrom(), gap.aTo(), gap.bFrom(), gap.bFrom()));
    }
    if (inB > 0) {
      blocks.add(Block.of(Kind.ONLY_B, gap.aTo(), gap.aTo(), gap.bFrom(), gap.bTo()));
    }
  }

  /** With gaps that have the same signs in another order, with or without some between, as one. */
  private List<Block> transposed(List<Block> blocks) {
    List<Block> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); ) {
      int last = blocks.get(i).isGap() ? lastTransposed(blocks, i) : -1;
      if (last < 0) {
        all.add(blocks.get(i++));
      } else {
        all.add(blocks.get(i).through(blocks.get(last), Kind.TRANSPOSITION));
        i = last + 1;
      }
    }
    return all;
  }

  /** The last block of a transposition that begins with one, or -1. */
  private int lastTransposed(List<Block> blocks, int first) {
    int between = 0;
    for (int last = first; last < blocks.size() && between <= LONGEST_BETWEEN; last++) {
      Block end = blocks.get(last);
      Block whole = blocks.get(first).through(end, Kind.TRANSPOSITION);
      if (whole.aLength() > LONGEST_TRANSPOSITION || whole.bLength() > LONGEST_TRANSPOSITION) {
        return -1;
      }
      if (!end.isGap()) {
        between++;
      } else if (whole.aLength() > 1 && sameSigns(whole.at())) {
        return last;
      }
    }
    return -1;
  }

  private boolean sameSigns(Stretch at) {
    int[] mine = Arrays.copyOfRange(a.keys(), at.aFrom(), at.aTo());
    int[] theirs = Arrays.copyOfRange(b.keys(), at.bFrom(), at.bTo());
    Arrays.sort(mine);
    Arrays.sort(theirs);
    return Arrays.equals(mine, theirs);
  }

  /**
   * With other words, or signs that a source relates, that are the same name as transliterations.
   */
  private List<Block> named(List<Block> blocks) {
    return blocks.stream()
        .map(
            block ->
                mayBeName(block) && isName(block.at())
                    ? new Block(block.at(), Kind.TRANSLITERATION)
                    : block)
        .toList();
  }

  private boolean mayBeName(Block block) {
    return block.kind() == Kind.WORDING
        || (block.kind() == Kind.VARIANT
            && a.keys()[block.at().aFrom()] != b.keys()[block.at().bFrom()]);
  }

  private boolean isName(Stretch at) {
    if (at.aTo() - at.aFrom() != at.bTo() - at.bFrom() || at.aTo() - at.aFrom() > LONGEST_NAME) {
      return false;
    }
    for (int left = 0; left <= Math.min(LONGEST_NAME, Math.min(at.aFrom(), at.bFrom())); left++) {
      for (int right = 0; right <= LONGEST_NAME && fits(at, right); right++) {
        if (left + right + at.aTo() - at.aFrom() < SHORTEST_NAME) {
          continue;
        }
        String one = written(a, at.aFrom() - left, at.aTo() + right);
        if (names.same(one, written(b, at.bFrom() - left, at.bTo() + right))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(Stretch at, int right) {
    return at.aTo() + right <= a.size() && at.bTo() + right <= b.size();
  }

  private static String written(Signs signs, int from, int to) {
    StringBuilder written = new StringBuilder();
    for (int sign = from; sign < to; sign++) {
      written.append(signs.written(sign));
    }
    return written.toString();
  }

  /** With transliterations side by side as one. */
  private static List<Block> joined(List<Block> blocks) {
    List<Block> all = new ArrayList<>();
    for (Block block : blocks) {
      Block before = all.isEmpty() ? null : all.get(all.size() - 1);
      if (before != null
          && before.kind() == Kind.TRANSLITERATION
          && block.kind() == Kind.TRANSLITERATION) {
        all.set(all.size() - 1, before.through(block, Kind.TRANSLITERATION));
      } else {
        all.add(block);
      }
    }
    return all;
  }
}
