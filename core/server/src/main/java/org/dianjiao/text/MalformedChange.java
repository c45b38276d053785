package org.dianjiao.text;

/**
 * A change that would leave half a character or a bare carriage return behind. Its message names
 * the offsets; the text is as it was.
 */
public final class MalformedChange extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MalformedChange(String message) {
    super(message);
  }
}
