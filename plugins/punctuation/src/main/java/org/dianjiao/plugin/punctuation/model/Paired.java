package org.dianjiao.plugin.punctuation.model;

/** What may stand behind a character besides a pause mark: one half of a pair. */
public enum Paired {
  /** A quotation begins: {@code 「} or {@code 『} stands before the next character. */
  QUOTE_OPENS,
  /** A quotation ends. */
  QUOTE_CLOSES,
  /** The title of a work begins: {@code 《} stands before the next character. */
  TITLE_OPENS,
  /** The title of a work ends. */
  TITLE_CLOSES;

  /** Their number. */
  static final int COUNT = values().length;
}
