package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Characters that are looked for one behind the other.
 *
 * @param wanted the characters, the first of which stands where a match begins
 * @param switches what counts as the same, and what is passed over between them
 */
public record Phrase(List<Wanted> wanted, Switches switches) {

  private static final String ANY = "□？?";

  /** Copies the list and requires a character. */
  public Phrase {
    wanted = List.copyOf(wanted);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("a phrase without a character");
    }
  }

  /**
   * What a person wrote; of what is passed over in a text, nothing is asked for.
   *
   * @param literal whether □ and ？ mean themselves
   */
  static List<Wanted> read(String words, boolean literal, Switches switches, Relatives relatives) {
    char[] units = words.toCharArray();
    Notes notes = Notes.of(units, units.length);
    boolean mixed = switches.notes() && hasTextBeside(units, notes);
    List<Wanted> wanted = new ArrayList<>();
    int at = 0;
    while (at < units.length) {
      int end = Units.behind(units, units.length, at);
      boolean any = !literal && ANY.indexOf(units[at]) >= 0;
      boolean inNote = mixed && notes.at(at) >= 0;
      if (any && !inNote) {
        wanted.add(Wanted.ANY);
      } else if (!inNote && !isPassed(units, units.length, at, switches)) {
        String asked =
            switches.selectors()
                ? Character.toString(words.codePointAt(at))
                : words.substring(at, end);
        wanted.add(Wanted.of(asked, switches, relatives));
      }
      at = end;
    }
    return wanted;
  }

  private static boolean hasTextBeside(char[] units, Notes notes) {
    for (int at = 0; at < units.length; at++) {
      if (notes.at(at) < 0 && !Units.isMark(units[at]) && !Units.isLayout(units[at])) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands at an offset is passed over wherever it stands, notes aside. */
  static boolean isPassed(char[] units, int length, int at, Switches switches) {
    char unit = units[at];
    return (switches.lines() && Units.isLayout(unit))
        || (switches.marks() && Units.isMark(unit) && !Notes.isGlyphBracket(units, length, at));
  }
}
