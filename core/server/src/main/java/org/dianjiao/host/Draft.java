package org.dianjiao.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Operation;
import org.dianjiao.storage.NewEntry;

/** Changes that are tried on a state before the owner takes them, all or none. */
final class Draft {

  private final List<Logged> changes = new ArrayList<>();
  private final List<Unwritten> unwritten = new ArrayList<>();
  private Document document;

  Draft(Document document) {
    this.document = document;
  }

  /**
   * A change that is not on disk.
   *
   * @param state after it
   * @param entry as the log will have it
   */
  record Unwritten(Document state, NewEntry entry) {}

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
    Logged logged = new Logged(change, origin.hash());
    changes.add(logged);
    unwritten.add(new Unwritten(document, Operation.entry(logged)));
  }

  /** The state after the last change. */
  Document document() {
    return document;
  }

  List<Logged> changes() {
    return changes;
  }

  /** Each change as it goes to the disk. */
  List<Unwritten> unwritten() {
    return unwritten;
  }
}
