package org.dianjiao.document;

import java.time.Instant;
import java.util.Objects;

/**
 * Something in a document that concerns somebody.
 *
 * @param account whom
 * @param kind what it is
 * @param revision of the change that it is
 * @param by whose change that was
 * @param at when
 * @param start where it is now
 * @param end behind it
 * @param words a few, to know it by: a comment, or the text that stood there
 */
public record News(
    String account,
    Kind kind,
    long revision,
    String by,
    Instant at,
    int start,
    int end,
    String words) {

  /** What concerns people. */
  public enum Kind {
    /** A comment names them. */
    MENTION,
    /** Somebody said more in a thread in which they had said something. */
    REPLY,
    /** Somebody changed a passage that they had approved. */
    APPROVAL,
    /** Somebody decided on a proposal of theirs. */
    PROPOSAL,
    /** Somebody reworded, moved or removed an annotation of theirs. */
    ANNOTATION,
    /** Somebody gave them work, changed it, or finished what they gave; this is not in the log. */
    ASSIGNMENT,
    /** Double work that they do, decide or started began, came to them, or ended; nor is this. */
    ROUND
  }

  /** Requires its parts. */
  public News {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(words, "words");
  }

  /** The same at another place. */
  News at(int from, int to) {
    return new News(account, kind, revision, by, at, from, to, words);
  }
}
