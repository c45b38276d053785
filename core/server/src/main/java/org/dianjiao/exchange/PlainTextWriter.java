package org.dianjiao.exchange;

import org.dianjiao.text.BareText;
import org.dianjiao.text.Text;

/** Writes a text as plain text, with line feeds and nothing added; to be encoded as UTF-8. */
public final class PlainTextWriter {

  private PlainTextWriter() {}

  /** Every character as it stands. */
  public static String full(Text text) {
    return text.toString();
  }

  /** Without punctuation marks, as {@link BareText} says what one is. */
  public static String bare(Text text) {
    return BareText.of(text.toString()).content();
  }
}
