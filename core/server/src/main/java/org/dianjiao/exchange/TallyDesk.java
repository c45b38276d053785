package org.dianjiao.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dianjiao.document.ReviewPast;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.review.Tally;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.StorageFull;
import org.dianjiao.storage.Tallies.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in the logs of a project's documents, and keeps what was counted until a document changes.
 * Every method blocks.
 */
public final class TallyDesk {

  /** The format that tallies are kept in; those in another one are counted anew. */
  public static final int FORMAT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(TallyDesk.class);

  private final Database database;
  private final Chronicles chronicles;

  /**
   * A desk.
   *
   * @param chronicles in which the documents that change are read on
   */
  public TallyDesk(Database database, Chronicles chronicles) {
    this.database = database;
    this.chronicles = chronicles;
  }

  /**
   * What was counted in a project.
   *
   * @param tallies of documents, in their order
   * @param behind how many documents were not counted up to now, for want of time: they stand here
   *     as they were counted last, or not at all
   */
  public record Counted(Map<DocumentRow, Tally> tallies, int behind) {}

  /**
   * Counts in all documents of a project. One document is counted whatever it takes, so that
   * whoever asks again comes to an end.
   *
   * @param goesOn whether there is time for one document more
   */
  public Counted of(String project, BooleanSupplier goesOn) {
    List<DocumentRow> rows = database.projects().documents(project);
    Map<String, Kept> kept = database.tallies().of(project);
    Map<DocumentRow, Tally> tallies = new LinkedHashMap<>();
    int behind = 0;
    boolean counted = false;
    for (DocumentRow row : rows) {
      Optional<Kept> known = Optional.ofNullable(kept.get(row.id()));
      Optional<Tally> old = known.flatMap(TallyDesk::read);
      boolean current = known.isPresent() && known.get().revision() >= row.revision();
      if (old.isPresent() && current) {
        tallies.put(row, old.get());
      } else if (!counted || goesOn.getAsBoolean()) {
        counted = true;
        tallies.put(row, count(row));
      } else {
        behind++;
        old.ifPresent(tally -> tallies.put(row, tally));
      }
    }
    return new Counted(tallies, behind);
  }

  private static Optional<Tally> read(Kept kept) {
    if (kept.format() != FORMAT) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(kept.body(), Tally.class));
    } catch (MalformedJson unreadable) {
      LOG.warn("a tally cannot be read and is counted anew: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Tally count(DocumentRow row) {
    record Found(long revision, Tally tally) {}
    Found found =
        chronicles.review(
            row.id(), row.revision(), past -> new Found(past.revision(), past.tally()));
    try {
      database
          .tallies()
          .keep(row.id(), new Kept(found.revision(), FORMAT, Json.text(found.tally())));
    } catch (StorageFull full) { // only makes the next answer faster
      LOG.warn("the tally of {} is not kept: {}", row.id(), full.getMessage());
    }
    return found.tally();
  }

  /** What is counted in a log from its first change on, without anything that was kept. */
  public static Tally anew(Database database, DocumentRow row) {
    ReviewPast past = new ReviewPast();
    new Replay(database, row.id()).all(row.revision(), past::add);
    return past.tally();
  }
}
