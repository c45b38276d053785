package org.dianjiao.plugin.remote;

import java.io.IOException;

/** The other side did not answer, or said that it cannot; the message is for the administrator. */
public class ElsewhereFault extends IOException {

  private static final long serialVersionUID = 1L;

  /** A fault with a sentence of our own. */
  public ElsewhereFault(String message) {
    super(message);
  }

  /** A fault that has a cause. */
  public ElsewhereFault(String message, Throwable cause) {
    super(message, cause);
  }
}
