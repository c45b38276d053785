package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.collation.Headings.Heading;

/**
 * Cuts two texts at headings that belong together, before a sign is aligned: those with the same
 * number or date whose words below are not too unlike, in the order that has most in common.
 */
final class Sections {

  /** Pairs of headings that are looked at; texts with more are not cut. */
  private static final int MOST_PAIRS = 20_000;

  /** Signs below a heading that are looked at. */
  private static final int LOOK = 400;

  /** The share of pairs of neighbours that words below headings have to have in common. */
  private static final double LEAST = 0.2;

  private final Alike alike;

  private Sections(Alike alike) {
    this.alike = alike;
  }

  /**
   * Headings that belong together.
   *
   * @param weight how much what is below them has in common
   */
  private record Pair(Heading a, Heading b, double weight) {}

  /** The stretches that belong together, in order; together both texts, whole. */
  static List<Stretch> of(Signs a, Signs b, Alike alike) {
    List<Heading> inA = Headings.of(a);
    List<Heading> inB = Headings.of(b);
    Sections sections = new Sections(alike);
    List<Stretch> stretches = new ArrayList<>();
    int aAt = 0;
    int bAt = 0;
    for (Pair pair : sections.chain(sections.pairs(inA, inB))) {
      stretches.add(new Stretch(aAt, pair.a.from(), bAt, pair.b.from()));
      stretches.add(new Stretch(pair.a.from(), pair.a.to(), pair.b.from(), pair.b.to()));
      aAt = pair.a.to();
      bAt = pair.b.to();
    }
    stretches.add(new Stretch(aAt, a.size(), bAt, b.size()));
    return stretches;
  }

  private List<Pair> pairs(List<Heading> inA, List<Heading> inB) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < inB.size(); i++) {
      places.computeIfAbsent(inB.get(i).key(), key -> new ArrayList<>()).add(i);
    }
    long all =
        inA.stream().mapToLong(one -> places.getOrDefault(one.key(), List.of()).size()).sum();
    List<Pair> pairs = new ArrayList<>();
    if (all > MOST_PAIRS) {
      return pairs;
    }
    for (int i = 0; i < inA.size(); i++) {
      for (int j : places.getOrDefault(inA.get(i).key(), List.of())) {
        weigh(
            inA.get(i),
            end(inA, i, alike.a().length),
            inB.get(j),
            end(inB, j, alike.b().length),
            pairs);
      }
    }
    return pairs;
  }

  private static int end(List<Heading> headings, int at, int end) {
    return at + 1 < headings.size() ? headings.get(at + 1).from() : end;
  }

  private void weigh(Heading one, int oneEnd, Heading other, int otherEnd, List<Pair> pairs) {
    int length = Math.min(LOOK, Math.min(oneEnd - one.to(), otherEnd - other.to()));
    long[] mine = neighbours(alike.a(), one.to(), Math.min(oneEnd, one.to() + length * 5 / 4 + 1));
    long[] theirs =
        neighbours(alike.b(), other.to(), Math.min(otherEnd, other.to() + length * 5 / 4 + 1));
    int common = common(mine, theirs);
    double share = 2.0 * common / Math.max(1, mine.length + theirs.length);
    if (share >= LEAST) {
      pairs.add(new Pair(one, other, common));
    }
  }

  private static long[] neighbours(int[] signs, int from, int to) {
    long[] pairs = new long[Math.max(0, to - from - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) signs[from + i] << 32) | signs[from + i + 1];
    }
    Arrays.sort(pairs);
    return pairs;
  }

  private static int common(long[] one, long[] other) {
    int common = 0;
    int j = 0;
    for (int i = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** Those pairs, in one order in both texts, that weigh most together. */
  private List<Pair> chain(List<Pair> pairs) {
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> pair.a.from())
            .thenComparingInt(pair -> -pair.b.from()));
    double[] heaviest = new double[alike.b().length + 2];
    int[] last = new int[heaviest.length];
    Arrays.fill(last, -1);
    int[] before = new int[pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      int place = pairs.get(i).b.from() + 1;
      double most = 0;
      before[i] = -1;
      for (int at = place - 1; at > 0; at -= at & -at) {
        if (heaviest[at] > most) {
          most = heaviest[at];
          before[i] = last[at];
        }
      }
      double mine = most + pairs.get(i).weight;
      for (int at = place; at < heaviest.length; at += at & -at) {
        if (mine > heaviest[at]) {
          heaviest[at] = mine;
          last[at] = i;
        }
      }
    }
    return chosen(pairs, before, best(heaviest, last));
  }

  private static int best(double[] heaviest, int[] last) {
    int best = 0;
    for (int at = 1; at < heaviest.length; at++) {
      best = heaviest[at] > heaviest[best] ? at : best;
    }
    return best == 0 ? -1 : last[best];
  }

  private static List<Pair> chosen(List<Pair> pairs, int[] before, int last) {
    List<Pair> chain = new ArrayList<>();
    for (int at = last; at >= 0; at = before[at]) {
      chain.add(0, pairs.get(at));
    }
    return chain;
  }
}
