package org.dianjiao.blind;

import java.util.Locale;

/** What the people of a round are asked to do with their copies. */
public enum Task {
  /** Put marks; nothing else of the text changes. */
  PUNCTUATE,
  /** Mark names; the text does not change. */
  ANNOTATE,
  /** Correct the text itself. */
  TRANSCRIBE;

  /** As it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The task for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Task of(String word) {
    for (Task task : values()) {
      if (task.word().equals(word)) {
        return task;
      }
    }
    throw new IllegalArgumentException(
        "task \"%s\" is none of punctuate, annotate, transcribe".formatted(word));
  }
}
