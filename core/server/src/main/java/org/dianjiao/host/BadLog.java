package org.dianjiao.host;

/** The log holds something that this server would not have written, or cannot read in bounds. */
final class BadLog extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadLog(String message) {
    super(message);
  }
}
