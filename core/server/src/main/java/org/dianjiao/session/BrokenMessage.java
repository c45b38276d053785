package org.dianjiao.session;

/** A message that no client of ours sends: the connection ends. */
final class BrokenMessage extends Exception {

  private static final long serialVersionUID = 1L;

  private final CloseCode code;

  BrokenMessage(CloseCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  CloseCode code() {
    return code;
  }
}
