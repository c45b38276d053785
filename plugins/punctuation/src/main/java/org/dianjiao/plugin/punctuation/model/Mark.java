package org.dianjiao.plugin.punctuation.model;

import java.util.List;
import java.util.Optional;

/** What can stand behind a character: no mark, or one of the seven pause marks. */
public enum Mark {
  /** No pause. */
  NONE(0, "", ""),
  /** The comma of a pause inside a sentence. */
  COMMA(1, "，", ",﹐､"),
  /** The full stop. */
  FULL_STOP(2, "。", "｡．."),
  /** The comma between the items of a list. */
  LIST_COMMA(3, "、", "﹑"),
  /** The pause between parallel or loosely joined sentences. */
  SEMICOLON(4, "；", ";﹔"),
  /** The announcement of speech or of a list. */
  COLON(5, "：", ":﹕"),
  /** The end of a question. */
  QUESTION(6, "？", "?﹖"),
  /** The end of an exclamation. */
  EXCLAMATION(7, "！", "!﹗");

  /** All marks including {@link #NONE}, by label. */
  public static final List<Mark> ALL = List.of(values());

  /** All marks but {@link #NONE}, by label. */
  public static final List<Mark> PAUSES = ALL.subList(1, ALL.size());

  private final int label;
  private final String text;
  private final String otherForms;

  Mark(int label, String text, String otherForms) {
    this.label = label;
    this.text = text;
    this.otherForms = otherForms;
  }

  /** Its number in a model; it never changes. */
  public int label() {
    return label;
  }

  /** The mark as it is written, empty for {@link #NONE}. */
  public String text() {
    return text;
  }

  /** The pause mark that a character is, also in its half-width and ASCII forms. */
  public static Optional<Mark> of(int codePoint) {
    for (Mark mark : ALL) {
      if (mark != NONE
          && (mark.text.codePointAt(0) == codePoint || mark.otherForms.indexOf(codePoint) >= 0)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }
}
