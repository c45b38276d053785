package org.dianjiao.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;

/**
 * Two lists of proposals for one text. What counts is what somebody would be offered: the place,
 * the category, and the candidates in their order; how sure a side is, and how it explains itself,
 * does not.
 *
 * @param pairs those that differ, in the order of their places
 */
public record SideBySide(Counts counts, List<Pair> pairs) {

  /** Copies the list. */
  public SideBySide {
    pairs = List.copyOf(pairs);
  }

  /** One place at which the sides differ; at least one of them proposes something there. */
  public record Pair(Optional<Proposal> before, Optional<Proposal> after) {

    /** Where. */
    public TextRange range() {
      return before.or(() -> after).orElseThrow().range();
    }
  }

  private record Place(TextRange range, String category) {

    static Place of(Proposal proposal) {
      return new Place(proposal.range(), proposal.category());
    }
  }

  /** Lays two lists side by side. */
  public static SideBySide of(List<Proposal> before, List<Proposal> after) {
    Map<Place, List<Proposal>> left = byPlace(before);
    Map<Place, List<Proposal>> right = byPlace(after);
    right.keySet().forEach(place -> left.putIfAbsent(place, new ArrayList<>()));
    long same = 0;
    long changed = 0;
    long gone = 0;
    long fresh = 0;
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<Place, List<Proposal>> entry : left.entrySet()) {
      List<Proposal> mine = entry.getValue();
      List<Proposal> theirs = right.getOrDefault(entry.getKey(), new ArrayList<>());
      same += withoutEqual(mine, theirs);
      int both = Math.min(mine.size(), theirs.size());
      changed += both;
      gone += mine.size() - both;
      fresh += theirs.size() - both;
      for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
        pairs.add(new Pair(at(mine, i), at(theirs, i)));
      }
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> pair.range().start())
            .thenComparingInt(pair -> pair.range().end()));
    return new SideBySide(new Counts(same, changed, gone, fresh), pairs);
  }

  private static Map<Place, List<Proposal>> byPlace(List<Proposal> proposals) {
    Map<Place, List<Proposal>> places = new LinkedHashMap<>();
    for (Proposal proposal : proposals) {
      places.computeIfAbsent(Place.of(proposal), place -> new ArrayList<>()).add(proposal);
    }
    return places;
  }

  /** Takes what both offer out of both lists; how many that were. */
  private static int withoutEqual(List<Proposal> mine, List<Proposal> theirs) {
    int before = mine.size();
    mine.removeIf(proposal -> removeFirst(theirs, offered(proposal)));
    return before - mine.size();
  }

  private static boolean removeFirst(List<Proposal> proposals, List<Action> offered) {
    for (int i = 0; i < proposals.size(); i++) {
      if (offered(proposals.get(i)).equals(offered)) {
        proposals.remove(i);
        return true;
      }
    }
    return false;
  }

  private static List<Action> offered(Proposal proposal) {
    return proposal.candidates().stream().map(Candidate::action).toList();
  }

  private static Optional<Proposal> at(List<Proposal> proposals, int index) {
    return index < proposals.size() ? Optional.of(proposals.get(index)) : Optional.empty();
  }
}
