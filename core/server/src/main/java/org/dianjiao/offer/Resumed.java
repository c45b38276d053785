package org.dianjiao.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.dianjiao.document.Change;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Offers.Offer;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.suggestion.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one plugin offered in a document when it was last kept, brought to where the document is
 * now. What cannot be read, or is too old, is left out: it is computed again when somebody asks.
 *
 * @param last the newest page
 * @param offered all pages together, at the head
 * @param since what happened after the newest page, in the order of the log
 * @param first revision of the oldest page
 * @param written suggestions on all pages, and at least one for each page
 */
public record Resumed(Kept last, Suggestions offered, List<Change> since, long first, int written) {

  private static final Logger LOG = LoggerFactory.getLogger(Resumed.class);

  /** Behind so many changes looking again is less work than following. */
  private static final int MOST_CHANGES = 10_000;

  /** Copies the list. */
  public Resumed {
    since = List.copyOf(since);
  }

  /** What was kept for a document that is at a revision now. Blocking. */
  public static List<Resumed> of(Database database, String document, long revision) {
    List<List<Kept>> plugins =
        database.offers().of(document).stream()
            .collect(
                Collectors.groupingBy(Offer::instance, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(pages -> read(document, pages))
            .filter(pages -> isUsable(pages, revision))
            .toList();
    long from = plugins.stream().mapToLong(Resumed::first).min().orElse(revision);
    List<Change> changes =
        from == revision
            ? List.of()
            : new Replay(database, document)
                .changes(from + 1, revision).stream().map(Logged::change).toList();
    return plugins.stream().map(pages -> followed(pages, changes)).toList();
  }

  /** Empty when a page cannot be read. */
  private static List<Kept> read(String document, List<Offer> pages) {
    List<Kept> read = new ArrayList<>();
    for (Offer page : pages) {
      try {
        read.add(Json.read(page.body(), Kept.class));
      } catch (MalformedJson unreadable) {
        LOG.warn(
            "what {} offered in {} cannot be read and is passed over: {}",
            page.instance(),
            document,
            unreadable.getMessage());
        return List.of();
      }
    }
    return read;
  }

  private static boolean isUsable(List<Kept> pages, long revision) {
    long at = revision - MOST_CHANGES;
    for (Kept page : pages) {
      if (page.revision() < at || page.revision() > revision) {
        return false;
      }
      at = page.revision();
    }
    return !pages.isEmpty();
  }

  private static long first(List<Kept> pages) {
    return pages.get(0).revision();
  }

  /** Pages of one plugin, in order, and what happened since the first of them. */
  public static Resumed followed(List<Kept> pages, List<Change> changes) {
    String plugin = pages.get(0).plugin().id();
    Suggestions offered = Suggestions.NONE;
    long at = first(pages);
    int written = 0;
    for (Kept page : pages) {
      offered = followed(plugin, offered, between(changes, at, page.revision()));
      offered =
          offered
              .without(page.gone())
              .with(Suggestions.of(page.suggestions()).askedFor(page.asked()));
      at = page.revision();
      written += page.weight();
    }
    List<Change> since = between(changes, at, Long.MAX_VALUE);
    return new Resumed(
        pages.get(pages.size() - 1),
        followed(plugin, offered, since),
        since,
        first(pages),
        written);
  }

  private static List<Change> between(List<Change> changes, long after, long upTo) {
    return changes.stream()
        .filter(change -> change.revision() > after && change.revision() <= upTo)
        .toList();
  }

  private static Suggestions followed(String plugin, Suggestions before, List<Change> changes) {
    Suggestions offered = before;
    for (Change change : changes) {
      Settled settled = Settled.by(change.effects());
      List<String> decided = settled.decided().stream().map(Suggestion::id).toList();
      List<Suggestion> reopened =
          settled.reopened().stream().filter(one -> isBy(plugin, one)).toList();
      offered = offered.map(change.changes()).left().without(decided).reopened(reopened).left();
    }
    return offered;
  }

  private static boolean isBy(String plugin, Suggestion suggestion) {
    return suggestion.maker() instanceof Maker.ByPlugin by && by.plugin().equals(plugin);
  }
}
