package org.dianjiao.bus;

import java.util.Locale;

/** Why a request failed, as told to clients. The order is the number on the bus: add at the end. */
public enum FailureCode {
  /** Not JSON, or a field is missing or of the wrong type. */
  MALFORMED,
  /** No such kind of frame. */
  UNKNOWN_TYPE,
  /** No such document, or none that this person may know of. */
  UNKNOWN_DOCUMENT,
  /** Nobody is signed in. */
  NOT_SIGNED_IN,
  /** The role is not enough. */
  NOT_PERMITTED,
  /** Four eyes: it is one's own work. */
  OWN_WORK,
  /** The base revision is ahead of the document. */
  BASE_AHEAD,
  /** A client number was left out. */
  SEQUENCE_GAP,
  /** A client number was used before, for something else. */
  SEQUENCE_REUSED,
  /** Over a limit in size. */
  TOO_LARGE,
  /** Over a limit in number. */
  TOO_MANY,
  /** The edit cuts a character in two. */
  HALF_CHARACTER,
  /** The change set does not fit the text. */
  WRONG_LENGTH,
  /** No such annotation. */
  UNKNOWN_ANNOTATION,
  /** No such suggestion, or not any more. */
  UNKNOWN_SUGGESTION,
  /** The id is taken. */
  DUPLICATE_ID,
  /** What was approved is not what stands there now. */
  TEXT_CHANGED,
  /** The plugin is not installed, suspended, or did not answer in time. */
  PLUGIN_UNAVAILABLE,
  /** Too much at once; try again. */
  BUSY,
  /** The storage cannot be reached; nothing was lost that was acknowledged. */
  UNAVAILABLE,
  /** The client speaks another version of the protocol. */
  PROTOCOL_VERSION,
  /** A fault of ours; the document was closed and opens again from its log. */
  INTERNAL;

  private static final FailureCode[] ALL = values();

  /** The code as it is written on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code for a number from the bus; an unknown number is {@link #UNAVAILABLE}. */
  public static FailureCode ofNumber(int number) {
    return number >= 0 && number < ALL.length ? ALL[number] : UNAVAILABLE;
  }
}
