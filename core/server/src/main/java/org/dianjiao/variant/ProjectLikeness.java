package org.dianjiao.variant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dianjiao.collation.Likeness;

/** What is known of characters, and what a project decided besides. Immutable. */
public final class ProjectLikeness implements Likeness {

  private final Likeness known;
  private final Map<Integer, Set<Integer>> decided = new HashMap<>();

  /** By tables, and by the rules of a project. */
  public ProjectLikeness(Likeness known, Pairs pairs) {
    this.known = known;
    for (int one : pairs.characters()) {
      Set<Integer> others = decided.computeIfAbsent(known.key(one), none -> new TreeSet<>());
      pairs.of(one).forEach(pair -> others.add(known.key(pair.other())));
    }
  }

  @Override
  public int key(int codePoint) {
    return known.key(codePoint);
  }

  @Override
  public int[] like(int key) {
    int[] others = known.like(key);
    IntStream more = decided.getOrDefault(key, Set.of()).stream().mapToInt(Integer::intValue);
    return IntStream.concat(IntStream.of(others), more).distinct().sorted().toArray();
  }

  @Override
  public boolean soundAlike(int one, int other) {
    return known.soundAlike(one, other);
  }
}
