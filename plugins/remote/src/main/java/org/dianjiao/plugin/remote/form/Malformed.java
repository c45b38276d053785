package org.dianjiao.plugin.remote.form;

/** What came over the border is not what the protocol says; the message names field and numbers. */
public final class Malformed extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A fault in what came. */
  public Malformed(String message) {
    super(message);
  }
}
