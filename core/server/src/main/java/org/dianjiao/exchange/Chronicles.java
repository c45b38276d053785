package org.dianjiao.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dianjiao.document.Change;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.ReviewPast;
import org.dianjiao.storage.Database;

/**
 * Chronicles of the documents that were asked about last, and what became of their review, read
 * from their logs and kept so that the next question finds them. Every method blocks; questions
 * about one document wait for each other.
 */
public final class Chronicles {

  private final Database database;
  private final Map<String, Kept> kept;

  private static final class Kept {
    private Chronicle chronicle = new Chronicle();
    private ReviewPast review = new ReviewPast();
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
    Kept found = kept(document);
    synchronized (found) {
      try {
        read(document, found.chronicle.revision(), revision, found.chronicle::add);
      } catch (RuntimeException halfRead) {
        found.chronicle = new Chronicle();
        throw halfRead;
      }
      return question.apply(found.chronicle);
    }
  }

  /**
   * Asks about the review of a document as it is at a revision at least.
   *
   * @param revision that the log is known to have
   */
  public <T> T review(String document, long revision, Function<ReviewPast, T> question) {
    Kept found = kept(document);
    synchronized (found) {
      try {
        read(document, found.review.revision(), revision, found.review::add);
      } catch (RuntimeException halfRead) {
        found.review = new ReviewPast();
        throw halfRead;
      }
      return question.apply(found.review);
    }
  }

  private Kept kept(String document) {
    synchronized (kept) {
      return kept.computeIfAbsent(document, fresh -> new Kept());
    }
  }

  private void read(String document, long known, long revision, Consumer<Change> listener) {
    new Replay(database, document).from(known + 1, revision, listener);
  }
}
