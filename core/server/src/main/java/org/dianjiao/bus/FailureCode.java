package org.dianjiao.bus;

import java.util.Locale;

/** Why a request failed, as told to clients. Each has a number on the bus that never changes. */
public enum FailureCode {
  /** Not JSON, or a field is missing or of the wrong type. */
  MALFORMED(1),
  /** No such kind of frame. */
  UNKNOWN_TYPE(2),
  /** No such document, or none that this person may know of. */
  UNKNOWN_DOCUMENT(3),
  /** Nobody is signed in. */
  NOT_SIGNED_IN(4),
  /** The role is not enough. */
  NOT_PERMITTED(5),
  /** Four eyes: it is one's own work. */
  OWN_WORK(6),
  /** The base revision is ahead of the document. */
  BASE_AHEAD(7),
  /** A client number was left out. */
  SEQUENCE_GAP(8),
  /** A client number was used before, for something else. */
  SEQUENCE_REUSED(9),
  /** Over a limit in size. */
  TOO_LARGE(10),
  /** Over a limit in number. */
  TOO_MANY(11),
  /** The edit cuts a character in two. */
  HALF_CHARACTER(12),
  /** The change set does not fit the text. */
  WRONG_LENGTH(13),
  /** No such annotation. */
  UNKNOWN_ANNOTATION(14),
  /** No such suggestion, or not any more. */
  UNKNOWN_SUGGESTION(15),
  /** The id is taken. */
  DUPLICATE_ID(16),
  /** What was approved is not what stands there now. */
  TEXT_CHANGED(17),
  /** The plugin is not installed, suspended, or did not answer in time. */
  PLUGIN_UNAVAILABLE(18),
  /** Too much at once; try again. */
  BUSY(19),
  /** The storage cannot be reached; nothing was lost that was acknowledged. */
  UNAVAILABLE(20),
  /** The client speaks another version of the protocol. */
  PROTOCOL_VERSION(21),
  /** A fault of ours; the document was closed and opens again from its log. */
  INTERNAL(22),
  /** There is no room on the disk; nothing is written until there is. */
  STORAGE_FULL(23),
  /** The document's log cannot be read; an administrator has to look at it. */
  QUARANTINED(24),
  /** What is to be undone or restored is so already. */
  NOTHING_TO_DO(25),
  /** The base revision lies so far back that nothing is moved over all that came since. */
  BASE_BEHIND(26);

  private final int number;

  FailureCode(int number) {
    this.number = number;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return switch (this) {
      case NOT_SIGNED_IN -> 401;
      case NOT_PERMITTED, OWN_WORK -> 403;
      case UNKNOWN_DOCUMENT, UNKNOWN_ANNOTATION, UNKNOWN_SUGGESTION -> 404;
      case SEQUENCE_GAP,
          SEQUENCE_REUSED,
          DUPLICATE_ID,
          TEXT_CHANGED,
          BASE_AHEAD,
          BASE_BEHIND,
          NOTHING_TO_DO ->
          409;
      case TOO_LARGE -> 413;
      case TOO_MANY, BUSY -> 429;
      case HALF_CHARACTER, WRONG_LENGTH -> 422;
      case PLUGIN_UNAVAILABLE, UNAVAILABLE, QUARANTINED -> 503;
      case MALFORMED, UNKNOWN_TYPE, PROTOCOL_VERSION -> 400;
      case INTERNAL -> 500;
      case STORAGE_FULL -> 507;
    };
  }

  /** The code for a failure that is known by its HTTP status only. */
  public static FailureCode of(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_PERMITTED;
      case 404 -> UNKNOWN_DOCUMENT;
      case 409 -> DUPLICATE_ID;
      case 413 -> TOO_LARGE;
      case 429 -> TOO_MANY;
      case 503 -> UNAVAILABLE;
      case 500 -> INTERNAL;
      case 507 -> STORAGE_FULL;
      default -> MALFORMED;
    };
  }

  /** The code's number on the bus. */
  int number() {
    return number;
  }

  /** The code as it is written on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code for a number from the bus; an unknown number is {@link #UNAVAILABLE}. */
  static FailureCode ofNumber(int number) {
    for (FailureCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    return UNAVAILABLE;
  }
}
