package org.dianjiao.document;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dianjiao.text.ChangeSet;

/**
 * One entry of a document's log.
 *
 * @param revision the state it leads to; the first change leads to revision 1
 * @param author id of the account
 * @param client name of the tab that sent it
 * @param sequence number that the client gave it; (client, sequence) occurs once in a log
 * @param changes what it does to the text of revision - 1
 * @param effects what else it does, in order; positions count in the text after it
 * @param at when it was accepted, for display only
 */
public record Change(
    long revision,
    String author,
    String client,
    long sequence,
    ChangeSet changes,
    List<Effect> effects,
    Instant at) {

  /** Requires a revision and a sequence from 1. */
  public Change {
    if (revision < 1 || sequence < 1) {
      throw new IllegalArgumentException(
          "revision " + revision + " and sequence " + sequence + " count from 1");
    }
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(changes, "changes");
    effects = List.copyOf(effects);
    Objects.requireNonNull(at, "at");
  }
}
