package org.dianjiao.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.json.Json;
import org.dianjiao.storage.Offers.Offer;
import org.dianjiao.suggestion.Suggestion;

/**
 * A page of what one plugin offers in a document: what came and went since the page before. A form
 * with fewer fields is from an earlier version, which kept everything on one page.
 *
 * @param plugin as it was then
 * @param revision at which the places count
 * @param reach what it was asked to look at; empty when it only did what somebody asked for by hand
 * @param left what it had still to look at
 * @param gone ids of earlier pages that are not offered any more
 * @param suggestions that came, or were asked for by hand only now
 * @param asked ids of those among them that somebody asked for by hand
 */
public record Kept(
    PluginDescribed plugin,
    long revision,
    Optional<TextRange> reach,
    List<TextRange> left,
    List<String> gone,
    List<Suggestion> suggestions,
    List<String> asked) {

  /** So many suggestions make a row that is written and read in one piece. */
  private static final int MOST_IN_A_ROW = 400;

  /** Copies the lists. */
  public Kept {
    left = left == null ? List.of() : List.copyOf(left);
    gone = gone == null ? List.of() : List.copyOf(gone);
    suggestions = List.copyOf(suggestions);
    asked = asked == null ? List.of() : List.copyOf(asked);
  }

  /** What it counts for among all that is written: at least one. */
  public int weight() {
    return Math.max(1, suggestions.size());
  }

  /**
   * How it is stored: in several rows when it is long, which may be written one by one, so that
   * others write in between. As long as the last is missing, everything is to be looked at again.
   */
  public List<Offer> rows() {
    List<Offer> rows = new ArrayList<>();
    for (int from = 0; from < weight(); from += MOST_IN_A_ROW) {
      int to = Math.min(suggestions.size(), from + MOST_IN_A_ROW);
      Kept row =
          part(
              from == 0 ? gone : List.of(),
              suggestions.subList(from, to),
              to == suggestions.size() ? left : reach.map(List::of).orElse(left));
      rows.add(new Offer(plugin.id(), revision, Json.text(row)));
    }
    return rows;
  }

  private Kept part(List<String> went, List<Suggestion> some, List<TextRange> unseen) {
    Set<String> ids = some.stream().map(Suggestion::id).collect(Collectors.toSet());
    List<String> byHand = asked.stream().filter(ids::contains).toList();
    return new Kept(plugin, revision, reach, unseen, went, some, byHand);
  }
}
