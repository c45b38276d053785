package org.dianjiao.search;

/** Another process works with the index. */
public final class IndexLocked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IndexLocked(String message, Throwable cause) {
    super(message, cause);
  }
}
