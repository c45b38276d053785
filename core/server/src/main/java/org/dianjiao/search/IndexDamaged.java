package org.dianjiao.search;

/** There is no index that can be read; it is made again from the logs. */
public final class IndexDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IndexDamaged(String message) {
    super(message);
  }

  IndexDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
