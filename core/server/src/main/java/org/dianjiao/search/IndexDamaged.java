package org.dianjiao.search;

/** The index cannot be read; it has to be made again from the logs. */
public final class IndexDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IndexDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
