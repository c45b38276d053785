package org.dianjiao.plugin.remote.http;

import java.io.IOException;

/**
 * Nothing came back, not one byte: asking again does no harm where the question changes nothing.
 */
final class Unreached extends IOException {

  private static final long serialVersionUID = 1L;

  Unreached(String message, Throwable cause) {
    super(message, cause);
  }
}
