package org.dianjiao.plugin.punctuation.structure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;

/**
 * What the names in a text say about its marks: none stands inside a name, and two of one kind side
 * by side are a list.
 */
public final class Names {

  private static final Set<String> LISTED = Set.of("person", "place", "polity", "people");

  private final BitSet inside = new BitSet();
  private final BitSet between = new BitSet();

  /** The names among the annotations of a text: what is identified. */
  public Names(List<Marked> annotations) {
    Map<Integer, Set<String>> endings = new HashMap<>();
    for (Marked marked : annotations) {
      if (marked.body() instanceof Body.Identification name && !marked.range().isEmpty()) {
        TextRange range = marked.range();
        inside.set(range.start() + 1, range.end());
        endings.merge(range.end(), Set.of(name.type()), Names::both);
      }
    }
    for (Marked marked : annotations) {
      if (marked.body() instanceof Body.Identification name
          && !marked.range().isEmpty()
          && LISTED.contains(name.type())
          && endings.getOrDefault(marked.range().start(), Set.of()).contains(name.type())) {
        between.set(marked.range().start());
      }
    }
    between.andNot(inside);
  }

  private static Set<String> both(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Whether a place is strictly inside a name. */
  public boolean isInside(int place) {
    return inside.get(place);
  }

  /** Whether a place parts two names of one kind. */
  public boolean isBetween(int place) {
    return between.get(place);
  }
}
