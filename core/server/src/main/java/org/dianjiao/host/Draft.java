package org.dianjiao.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.Logged;

/** Changes that are tried on a state before the owner takes them, all or none. */
final class Draft {

  private final List<Logged> changes = new ArrayList<>();
  private final List<Document> states = new ArrayList<>();
  private Document document;

  Draft(Document document) {
    this.document = document;
  }

  /** Who numbers the changes, and the hash of what was sent. */
  record Origin(String account, String client, long sequence, String hash, Instant at) {}

  /**
   * Adds one more change.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  void add(Update update, Origin origin) {
    int index = changes.size();
    Change change =
        new Change(
            document.revision() + 1,
            origin.account(),
            origin.client(),
            origin.sequence() + index,
            update.changes(),
            update.effects(),
            origin.at());
    document = document.apply(change);
    changes.add(new Logged(change, origin.hash()));
    states.add(document);
  }

  /** The state after the last change. */
  Document document() {
    return document;
  }

  List<Logged> changes() {
    return changes;
  }

  /** The state after each change. */
  List<Document> states() {
    return states;
  }
}
