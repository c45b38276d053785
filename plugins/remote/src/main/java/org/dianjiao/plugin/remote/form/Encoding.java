package org.dianjiao.plugin.remote.form;

/** What the other side's offsets count. */
public enum Encoding {
  /** 16-bit units, as Java and JavaScript do. */
  UTF_16("utf-16"),
  /** Code points, as Python does. */
  UTF_32("utf-32");

  private final String word;

  Encoding(String word) {
    this.word = word;
  }

  /** As {@code plugin.json} says it. */
  public String word() {
    return word;
  }

  /**
   * The encoding of a name.
   *
   * @throws Malformed when there is none
   */
  public static Encoding of(Field name) {
    for (Encoding encoding : values()) {
      if (encoding.word.equals(name.text())) {
        return encoding;
      }
    }
    throw name.wrong("is \"%s\", not utf-16 or utf-32".formatted(name.text()));
  }
}
