package org.dianjiao.text;

/**
 * Where a text may be cut: not inside a surrogate pair, and not between a character and the
 * variation selector that chooses its glyph (VS1–16, U+FE00–FE0F; VS17–256, U+E0100–E01EF).
 *
 * <p>A selector belongs to the character before it. At the start of a text or line there is none:
 * there a selector counts as a character of its own, as it does when it is inserted, so that what
 * an import brought in can be edited and taken away.
 */
public final class CodeUnits {

  private CodeUnits() {}

  /**
   * Refuses a change that damages a character.
   *
   * <ul>
   *   <li>What {@link #checkHalves} refuses.
   *   <li>An insert between a character and its selector.
   *   <li>A deletion or replacement of a character that leaves its selector behind.
   * </ul>
   *
   * <p>Allowed are: to put a selector behind a character, to take a selector away or replace it,
   * and to delete both together.
   *
   * <p>A change that passed can fail after it was rebased, when somebody else has meanwhile put a
   * selector behind the character that it deletes. Whoever rebases and does not want to refuse what
   * its author could not know then asks for {@link #checkHalves}, which rebasing keeps.
   *
   * @param before the text in which the change set begins
   * @throws MalformedChange with the offset of the damage in its message
   */
  public static void check(ChangeSet changes, Text before) {
    checkHalves(changes, before);
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> {
          if (!isBoundary(before, toA)) {
            throw new MalformedChange(
                "change at %d parts %s from its variation selector %s"
                    .formatted(toA, name(codePointBefore(before, toA)), name(at(before, toA))));
          }
        });
  }

  /**
   * Refuses a change that begins or ends inside a surrogate pair, and an insert that holds half of
   * one. Change sets that pass still pass after they were mapped over one another.
   *
   * @param before the text in which the change set begins
   * @throws MalformedChange with the offset of the damage in its message
   */
  public static void checkHalves(ChangeSet changes, Text before) {
    if (changes.length() != before.length()) {
      throw new IllegalArgumentException(
          "change set of length %d does not fit a text of length %d"
              .formatted(changes.length(), before.length()));
    }
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) -> {
          requireWhole(before, fromA);
          requireWhole(before, toA);
          int half = firstHalf(inserted);
          if (half >= 0) {
            throw new MalformedChange(
                "insert at %d holds half a character at its unit %d".formatted(fromA, half));
          }
        });
  }

  private static void requireWhole(Text before, int offset) {
    if (splitsPair(before, offset)) {
      throw new MalformedChange(
          "change at %d cuts the character %s in two"
              .formatted(offset, name(at(before, offset - 1))));
    }
  }

  /** Whether the text may be cut at an offset; its start and its end are boundaries. */
  public static boolean isBoundary(Text text, int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException(
          "offset " + offset + " is outside a text of " + text.length() + " units");
    }
    return !splitsPair(text, offset) && !followsBase(text, offset);
  }

  /** The last boundary that is not behind an offset. */
  public static int floor(Text text, int offset) {
    int boundary = offset;
    while (!isBoundary(text, boundary)) {
      boundary--;
    }
    return boundary;
  }

  /** The first boundary that is not before an offset. */
  public static int ceiling(Text text, int offset) {
    int boundary = offset;
    while (!isBoundary(text, boundary)) {
      boundary++;
    }
    return boundary;
  }

  /** Whether a code point is a variation selector. */
  public static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /** The index of the first surrogate without its other half, or -1 when there is none. */
  public static int firstHalf(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean splitsPair(Text text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isLowSurrogate(text.charAt(offset))
        && Character.isHighSurrogate(text.charAt(offset - 1));
  }

  private static boolean followsBase(Text text, int offset) {
    return offset > 0
        && offset < text.length()
        && isVariationSelector(at(text, offset))
        && text.charAt(offset - 1) != '\n';
  }

  private static int at(Text text, int offset) {
    char unit = text.charAt(offset);
    if (Character.isHighSurrogate(unit) && offset + 1 < text.length()) {
      char next = text.charAt(offset + 1);
      if (Character.isLowSurrogate(next)) {
        return Character.toCodePoint(unit, next);
      }
    }
    return unit;
  }

  private static int codePointBefore(Text text, int offset) {
    return at(text, splitsPair(text, offset - 1) ? offset - 2 : offset - 1);
  }

  private static String name(int codePoint) {
    return "U+%04X".formatted(codePoint);
  }
}
