package org.dianjiao.search;

import java.util.List;

/** Which characters are directly related to one, and who says so. Any thread may ask. */
@FunctionalInterface
public interface Relatives {

  /** Nothing is related to anything. */
  Relatives NONE = codePoint -> List.of();

  /** What folds a relative into the character that is asked for. */
  enum Bond {
    /** Two forms of one character. */
    VARIANT,
    /** The simplified and a traditional form. */
    SIMPLIFIED
  }

  /**
   * A relative of a character.
   *
   * @param codePoint the relative
   * @param bond which switch counts it as the character
   * @param relation in the words of the sources
   * @param sources that say so
   */
  record Relative(int codePoint, Bond bond, String relation, List<String> sources) {
    /** Copies the list. */
    public Relative {
      sources = List.copyOf(sources);
    }
  }

  /** The direct relatives of a character, never those of its relatives. */
  List<Relative> of(int codePoint);
}
