package org.dianjiao.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which documents are not to be opened, because opening them failed. It is in the database, so that
 * a document which takes one server down is not tried by the next.
 */
public interface Quarantine {

  /**
   * A document that nobody may open before an administrator lets it out.
   *
   * @param document its id
   * @param since when it was put here
   * @param reason a sentence for people
   */
  record Entry(String document, Instant since, String reason) {}

  /**
   * Writes down that a document is about to be loaded; to be followed by {@link #loaded}.
   *
   * @param within attempts before this time are forgotten
   * @return how many attempts there were, with this one; 0 when there is no such document
   */
  int attempt(String document, Instant now, Duration within);

  /** It was loaded, or could not be for a reason that is not its fault: its attempts are gone. */
  void loaded(String document);

  /** Puts a document into quarantine; the first reason stays. */
  void put(String document, Instant now, String reason);

  /** Why a document may not be opened; empty when it may. */
  Optional<Entry> find(String document);

  /** Lets a document out; whether it was in. */
  boolean release(String document);

  /** All that are in, the newest first. */
  List<Entry> all();
}
