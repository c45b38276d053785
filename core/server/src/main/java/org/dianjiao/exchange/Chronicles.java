package org.dianjiao.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.dianjiao.document.Chronicle;
import org.dianjiao.storage.Database;

/**
 * Chronicles of the documents that were asked about last, read from their logs and kept so that the
 * next question finds them. Every method blocks; questions about one document wait for each other.
 */
public final class Chronicles {

  private final Database database;
  private final Map<String, Kept> kept;

  private static final class Kept {
    private Chronicle chronicle = new Chronicle();
  }

  /**
   * None yet.
   *
   * @param most documents that are kept at a time; a chronicle takes about as much memory as its
   *     document's log has text and edits
   */
  public Chronicles(Database database, int most) {
    this.database = database;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Asks about a document as it is at a revision at least.
   *
   * @param revision that the log is known to have
   */
  public <T> T ask(String document, long revision, Function<Chronicle, T> question) {
    Kept found;
    synchronized (kept) {
      found = kept.computeIfAbsent(document, fresh -> new Kept());
    }
    synchronized (found) {
      try {
        read(document, found.chronicle, revision);
      } catch (RuntimeException halfRead) {
        found.chronicle = new Chronicle();
        throw halfRead;
      }
      return question.apply(found.chronicle);
    }
  }

  private void read(String document, Chronicle chronicle, long revision) {
    new Replay(database, document).from(chronicle.revision() + 1, revision, chronicle::add);
  }
}
