package org.dianjiao.plugin.punctuation.model;

/** What may stand behind a character besides a pause mark: one half of a pair. */
public enum Paired {
  /** A quotation begins: {@code 「} or {@code 『} stands before the next character. */
  QUOTE_OPENS(0),
  /** A quotation ends. */
  QUOTE_CLOSES(1),
  /** The title of a work begins: {@code 《} stands before the next character. */
  TITLE_OPENS(2),
  /** The title of a work ends. */
  TITLE_CLOSES(3);

  /** Their number. */
  static final int COUNT = values().length;

  private final int label;

  Paired(int label) {
    this.label = label;
  }

  /** Its number in a model; it never changes. */
  public int label() {
    return label;
  }
}
