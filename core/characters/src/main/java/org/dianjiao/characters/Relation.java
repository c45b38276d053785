package org.dianjiao.characters;

import java.util.List;
import java.util.Locale;

/**
 * One thing that sources say of two characters.
 *
 * <pre>{@code
 * new Relation('後', Kind.SIMPLIFIED, '后', List.of("tghb", "unihan"))  // 後 is simplified to 后
 * }</pre>
 *
 * @param from the code point that the sources speak of
 * @param kind what the other one is to it
 * @param to the other code point
 * @param sources names of those who say so, see {@link Variants#source}; never empty
 */
public record Relation(int from, Kind kind, int to, List<String> sources) {

  /** What {@code to} is to {@code from}. */
  public enum Kind {
    /** Its simplified form. */
    SIMPLIFIED,
    /** A traditional form of it. */
    TRADITIONAL,
    /** A variant of it (異體字): {@code from} is the regular one. */
    VARIANT,
    /** A character of the same meaning, either may stand for the other. */
    SEMANTIC,
    /** A character of the same meaning in some contexts. */
    SEMANTIC_SPECIAL,
    /** The same character in another shape that Unicode encoded apart. */
    Z_VARIANT,
    /** Borrowed for it (通假): 蚤 is written for 早. */
    BORROWED,
    /** Used as if it were its simplified form. */
    PSEUDO_SIMPLIFIED,
    /** The same character, encoded twice. */
    DUPLICATE,
    /** The numeral that {@code from} stands for, or the other way about. */
    NUMERIC;

    static Kind of(String word) {
      return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  /** Requires sources. */
  public Relation {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("nobody says so");
    }
  }

  /** The other one of the two, seen from either. */
  public int other(int codePoint) {
    return codePoint == from ? to : from;
  }

  /** Whether a source says so. */
  public boolean saidBy(String source) {
    return sources.contains(source);
  }
}
