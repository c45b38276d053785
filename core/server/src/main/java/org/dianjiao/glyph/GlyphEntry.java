package org.dianjiao.glyph;

import java.util.Objects;
import org.dianjiao.people.Legible;
import org.dianjiao.text.CodeUnits;

/**
 * What a person writes about a glyph.
 *
 * @param description how annotations call it: {@code ⿰口佛}, {@code CB00166}, words
 * @param ids an ideographic description, or empty
 * @param form the character that stands for it, encoded or of private use, or empty
 * @param note anything else, or empty
 */
public record GlyphEntry(String description, String ids, String form, String note) {

  private static final int MOST_DESCRIPTION = 200;
  private static final int MOST_IDS = 64;
  private static final int MOST_NOTE = 4_000;

  /** Requires a description that one can read, and one character at most as the form. */
  public GlyphEntry {
    Objects.requireNonNull(description, "description");
    ids = Objects.requireNonNullElse(ids, "");
    form = Objects.requireNonNullElse(form, "");
    note = Objects.requireNonNullElse(note, "");
    if (description.isBlank() || description.length() > MOST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "the description of a glyph has 1 to %d units, not %d"
              .formatted(MOST_DESCRIPTION, description.length()));
    }
    Legible.check("the description", description);
    checkIds(ids);
    checkForm(form);
    if (note.length() > MOST_NOTE) {
      throw new IllegalArgumentException(
          "a note on a glyph has at most %d units, not %d".formatted(MOST_NOTE, note.length()));
    }
  }

  private static void checkIds(String ids) {
    boolean described = ids.codePoints().allMatch(sign -> isOperator(sign) || isComponent(sign));
    if (!ids.isEmpty()
        && (ids.length() > MOST_IDS || !isOperator(ids.codePointAt(0)) || !described)) {
      throw new IllegalArgumentException(
          "\"%s\" is no ideographic description: it begins with an operator such as ⿰, and holds"
                  .formatted(ids)
              + " operators and Chinese characters, %d units at most".formatted(MOST_IDS));
    }
  }

  private static void checkForm(String form) {
    if (form.isEmpty()) {
      return;
    }
    int sign = form.codePointAt(0);
    String rest = form.substring(Character.charCount(sign));
    boolean one =
        rest.isEmpty()
            || (rest.codePointCount(0, rest.length()) == 1
                && CodeUnits.isVariationSelector(rest.codePointAt(0)));
    if (!one || !(isPrivateUse(sign) || isComponent(sign))) {
      throw new IllegalArgumentException(
          "\"%s\" is not one Chinese character or one of private use".formatted(form));
    }
  }

  /** Whether its form is a code that means nothing but what the project says. */
  public boolean isPrivateUse() {
    return !form.isEmpty() && isPrivateUse(form.codePointAt(0));
  }

  private static boolean isPrivateUse(int sign) {
    return Character.getType(sign) == Character.PRIVATE_USE;
  }

  private static boolean isOperator(int sign) {
    return (sign >= 0x2FF0 && sign <= 0x2FFF) || sign == 0x31EF;
  }

  private static boolean isComponent(int sign) {
    return Character.isIdeographic(sign)
        || (sign >= 0x2E80 && sign <= 0x2FDF)
        || (sign >= 0x31C0 && sign <= 0x31E3);
  }
}
