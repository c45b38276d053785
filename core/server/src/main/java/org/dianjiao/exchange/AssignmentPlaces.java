package org.dianjiao.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Place;
import org.dianjiao.document.Change;
import org.dianjiao.storage.Assignments.KnownPlace;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageFull;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where given passages are now: they follow every change in the document's log since they were
 * given. How far they were followed is kept, so that the next question reads what is new only.
 * Every method blocks.
 */
public final class AssignmentPlaces {

  private static final Logger LOG = LoggerFactory.getLogger(AssignmentPlaces.class);

  /** Fewer changes are rather read again than written down. */
  private static final int WORTH_KEEPING = 100;

  private static final int WORDS = 16;

  private final Database database;

  /** The places in documents of this database. */
  public AssignmentPlaces(Database database) {
    this.database = database;
  }

  /**
   * The lines that a range touches, as they are at a revision.
   *
   * @throws IllegalArgumentException when it lies outside of the text
   */
  public Assignment.Given given(String document, long revision, int start, int end) {
    Text text = new Replay(database, document).at(revision).text();
    if (start < 0 || end < start || end > text.length()) {
      throw new IllegalArgumentException(
          "range %d–%d is not in a text of %d units".formatted(start, end, text.length()));
    }
    Line first = text.lineAt(start);
    Line last = text.lineAt(end);
    String line = text.slice(first.start(), first.end());
    int few = line.offsetByCodePoints(0, Math.min(WORDS, line.codePointCount(0, line.length())));
    return new Assignment.Given(
        revision,
        Place.of(first.start(), last.end()),
        first.index() + 1,
        last.index() - first.index() + 1,
        line.substring(0, few));
  }

  /**
   * Where the passages of assignments of one document are at a revision.
   *
   * @param revision that the log is known to have
   * @return by the id of the assignment; those of whole documents are not in it
   */
  public Map<String, Place> of(String document, long revision, List<Assignment> assignments) {
    Map<String, KnownPlace> kept = database.assignments().places(document);
    Map<String, KnownPlace> known = new HashMap<>();
    for (Assignment assignment : assignments) {
      assignment
          .given()
          .map(given -> new KnownPlace(given.revision(), given.place()))
          .ifPresent(
              given ->
                  known.put(
                      assignment.id(),
                      Optional.ofNullable(kept.get(assignment.id()))
                          .filter(later -> later.revision() <= revision)
                          .orElse(given)));
    }
    long from = known.values().stream().mapToLong(KnownPlace::revision).min().orElse(revision);
    new Replay(database, document).from(from + 1, revision, change -> follow(known, change));
    if (revision - from >= WORTH_KEEPING) {
      keep(document, known);
    }
    Map<String, Place> places = new HashMap<>();
    known.forEach((id, where) -> places.put(id, where.place()));
    return places;
  }

  private static void follow(Map<String, KnownPlace> known, Change change) {
    known.replaceAll(
        (id, where) ->
            where.revision() < change.revision()
                ? new KnownPlace(change.revision(), where.place().map(change.changes()))
                : where);
  }

  /** Only makes the next answer faster: when there is no room on the disk, this one is good too. */
  private void keep(String document, Map<String, KnownPlace> known) {
    try {
      database.assignments().keepPlaces(known);
    } catch (StorageFull full) {
      LOG.warn("places in {} are not kept: {}", document, full.getMessage());
    }
  }
}
