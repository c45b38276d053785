package org.dianjiao.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents that changed last, so that following an edit reads no more than the edit. */
final class States {

  private static final Logger LOG = LoggerFactory.getLogger(States.class);
  private static final int MOST = 16;

  private final Database database;
  private final Map<String, Long> unreadable = new HashMap<>();
  private final Map<String, Document> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Document> eldest) {
          return size() > MOST;
        }
      };

  States(Database database) {
    this.database = database;
  }

  /** A document as it is now. Empty when its log cannot be read; that is said once. */
  Optional<Document> of(DocumentRow row) {
    try {
      Replay replay = new Replay(database, row.id());
      Document state = known.get(row.id());
      Document now = state == null ? replay.at(row.revision()) : state;
      for (Logged logged : replay.changes(now.revision() + 1, row.revision())) {
        now = now.apply(logged.change());
      }
      known.put(row.id(), now);
      unreadable.remove(row.id());
      return Optional.of(now);
    } catch (IllegalStateException | IllegalArgumentException fault) {
      LOG.warn("document {} is not indexed: {}", row.id(), fault.getMessage());
      known.remove(row.id());
      unreadable.put(row.id(), row.revision());
      return Optional.empty();
    }
  }

  /** Whether a log could not be read, and has not grown since. */
  boolean isUnreadable(DocumentRow row) {
    return unreadable.getOrDefault(row.id(), 0L) >= row.revision();
  }

  /** Lets go of all documents. */
  void forget() {
    known.clear();
  }
}
