package org.dianjiao.people;

import java.util.Optional;
import java.util.Set;

/**
 * Whether words can be told apart by looking at them, as far as their characters go: nothing that
 * cannot be seen, nothing that turns the direction of writing, no space that only looks like one.
 * Letters of different scripts that look alike are not found.
 */
public final class Legible {

  /** Letters and marks that show nothing: fillers of Hangul, the empty Braille cell, a joiner. */
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private static final int IDEOGRAPHIC_SPACE = 0x3000;

  private Legible() {}

  /**
   * Refuses words that hold something else than what one sees.
   *
   * @param what they are, for the message
   * @throws IllegalArgumentException naming the character and its place
   */
  public static void check(String what, String words) {
    Optional<Integer> place = firstUnseen(words);
    if (place.isPresent()) {
      throw new IllegalArgumentException(
          "%s holds U+%04X, which cannot be seen or is taken for something else, as its character %d"
              .formatted(
                  what, words.codePointAt(place.get()), words.codePointCount(0, place.get()) + 1));
    }
  }

  /** The words without what {@link #check} refuses. */
  public static String kept(String words) {
    String left = words;
    for (Optional<Integer> at = firstUnseen(left); at.isPresent(); at = firstUnseen(left)) {
      int point = left.codePointAt(at.get());
      left = left.substring(0, at.get()) + left.substring(at.get() + Character.charCount(point));
    }
    return left;
  }

  private static Optional<Integer> firstUnseen(String words) {
    int before = 0;
    for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
      int point = words.codePointAt(at);
      boolean twice = isSpace(point) && isSpace(before);
      if (twice || BLANK.contains(point) || isUnseen(point)) {
        return Optional.of(at);
      }
      before = point;
    }
    return Optional.empty();
  }

  private static boolean isSpace(int point) {
    return point == ' ' || point == IDEOGRAPHIC_SPACE;
  }

  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.SPACE_SEPARATOR -> !isSpace(point);
      default -> false;
    };
  }
}
