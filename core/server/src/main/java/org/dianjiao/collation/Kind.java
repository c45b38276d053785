package org.dianjiao.collation;

/** How two stretches of text that belong together are to each other. */
public enum Kind {
  /** Unit for unit the same. */
  SAME("same"),
  /** Other forms of one character, as a source says. */
  VARIANT("variant"),
  /** The sound of one name, written otherwise. */
  TRANSLITERATION("transliteration"),
  /** Other words. */
  WORDING("wording"),
  /** The same characters in another order. */
  TRANSPOSITION("transposition"),
  /** Only the first text has this. */
  ONLY_A("only-a"),
  /** Only the second text has this. */
  ONLY_B("only-b"),
  /** Other punctuation, spaces, line ends or markup; no other character. */
  MARK("mark");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** The word for it in tables and files. */
  public String word() {
    return word;
  }

  /** What it is when the texts change places. */
  public Kind mirrored() {
    return switch (this) {
      case ONLY_A -> ONLY_B;
      case ONLY_B -> ONLY_A;
      case SAME, VARIANT, TRANSLITERATION, WORDING, TRANSPOSITION, MARK -> this;
    };
  }
}
