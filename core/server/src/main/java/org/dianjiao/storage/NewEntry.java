package org.dianjiao.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A change that is to become a revision.
 *
 * @param revision that it will be; the first of a batch is the head plus one
 * @param author account id of who made it, may be empty for the system
 * @param client name of the client that sent it
 * @param sequence the client's own number for it, from 1; with the client it is unique in the
 *     document
 * @param format version of the form of {@code op}
 * @param op the change as stored and replayed, JSON
 * @param opHash of what the client sent, before rebasing; tells a resend from a reused number
 * @param at when it was accepted, cut to milliseconds
 */
public record NewEntry(
    long revision,
    String author,
    String client,
    long sequence,
    int format,
    String op,
    String opHash,
    Instant at) {

  /** Requires numbers from 1, a client, and text that both engines can keep. */
  public NewEntry {
    if (revision < 1 || sequence < 1) {
      throw new IllegalArgumentException(
          "revision " + revision + " and sequence " + sequence + " have to be at least 1");
    }
    StorableText.require("client", client);
    StorableText.require("author", author);
    StorableText.require("op hash", opHash);
    StorableText.require("op", op);
    if (client.isEmpty()) {
      throw new IllegalArgumentException("revision " + revision + " names no client");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
