package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.document.Change;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Offers.Offer;
import org.dianjiao.suggestion.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one plugin offered in a document when it was closed. What cannot be read, or is too old, is
 * left out: it is computed again when somebody asks.
 *
 * @param plugin as it was then
 * @param revision at which the places count
 * @param reach what it was asked to look at; empty when it only did what somebody asked for by hand
 * @param suggestions that were open
 * @param asked ids of those that somebody asked for by hand
 */
record Kept(
    PluginDescribed plugin,
    long revision,
    Optional<TextRange> reach,
    List<Suggestion> suggestions,
    List<String> asked) {

  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  /** Behind so many changes looking again is less work than following. */
  private static final int MOST_CHANGES = 10_000;

  /** Copies the lists; a form without the ids is from before anybody could ask by hand. */
  Kept {
    suggestions = List.copyOf(suggestions);
    asked = asked == null ? List.of() : List.copyOf(asked);
  }

  /**
   * What was kept, and what happened to the document since.
   *
   * @param since in the order of the log
   */
  record Followed(Kept offered, List<Change> since) {}

  /** Keeps what is offered. Blocking. */
  static void keep(Database database, String document, List<Kept> kept) {
    database
        .offers()
        .keep(
            document,
            kept.stream()
                .map(one -> new Offer(one.plugin().id(), one.revision(), Json.text(one)))
                .toList());
  }

  /** What was kept for a document that is at a revision now. Blocking. */
  static List<Followed> of(Database database, String document, long revision) {
    List<Followed> found = new ArrayList<>();
    for (Offer offer : database.offers().of(document)) {
      if (offer.revision() <= revision && revision - offer.revision() <= MOST_CHANGES) {
        try {
          Kept kept = Json.read(offer.body(), Kept.class);
          found.add(new Followed(kept, since(database, document, offer.revision(), revision)));
        } catch (MalformedJson unreadable) {
          LOG.warn(
              "what {} offered in {} cannot be read and is passed over: {}",
              offer.instance(),
              document,
              unreadable.getMessage());
        }
      }
    }
    return found;
  }

  private static List<Change> since(Database database, String document, long from, long revision) {
    return from == revision
        ? List.of()
        : new Replay(database, document)
            .changes(from + 1, revision).stream().map(Logged::change).toList();
  }
}
