package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.text.BareText;
import org.dianjiao.text.CodeUnits;

/** Finds what an index has to find, by comparing at every place of the whole text. */
final class NaiveSearch {

  private record Letter(int start, int end, int codePoint, String selectors, int note) {}

  private final List<Letter> letters = new ArrayList<>();
  private final char[] units;
  private final Switches switches;
  private final Relatives relatives;

  NaiveSearch(String text, Switches switches, Relatives relatives) {
    this.units = text.toCharArray();
    this.switches = switches;
    this.relatives = relatives;
    Notes notes = Notes.of(units, units.length);
    int at = 0;
    while (at < units.length) {
      int codePoint = text.codePointAt(at);
      int base = at + Character.charCount(codePoint);
      int end = base;
      while (codePoint != '\n'
          && end < units.length
          && CodeUnits.isVariationSelector(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      int note = switches.notes() ? notes.at(at) : -1;
      letters.add(new Letter(at, end, codePoint, text.substring(base, end), note));
      at = end;
    }
  }

  /** Each match as start and end. */
  List<List<Integer>> find(List<Wanted> wanted) {
    List<List<Integer>> found = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      int last = last(i, wanted);
      if (last >= 0) {
        found.add(List.of(letters.get(i).start(), letters.get(last).end()));
      }
    }
    return found;
  }

  private int last(int first, List<Wanted> wanted) {
    int note = letters.get(first).note();
    int index = 0;
    for (int i = first; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      boolean beside = letter.note() != note;
      if (beside && note >= 0) {
        return -1;
      }
      if (beside || isPassed(letter)) {
        if (i == first) {
          return -1;
        }
        continue;
      }
      if (!counts(letter, wanted.get(index))) {
        return -1;
      }
      if (++index == wanted.size()) {
        return letter.end() - letters.get(first).start() <= Scan.LONGEST ? i : -1;
      }
    }
    return -1;
  }

  private boolean isPassed(Letter letter) {
    char unit = units[letter.start()];
    boolean glyph =
        (unit == '〈' || unit == '〉') && Notes.isGlyphBracket(units, units.length, letter.start());
    return (switches.lines() && "\n\t \u3000".indexOf(unit) >= 0)
        || (switches.marks() && BareText.isMark(unit) && !glyph);
  }

  private boolean counts(Letter letter, Wanted wanted) {
    if (wanted.isAny()) {
      return letter.codePoint() != '\n';
    }
    boolean selected = switches.selectors() || letter.selectors().equals(wanted.selectors());
    int asked = wanted.asked().codePointAt(0);
    return selected
        && (asked == letter.codePoint()
            || relatives.of(asked).stream()
                .filter(one -> one.codePoint() == letter.codePoint())
                .anyMatch(
                    one ->
                        one.bond() == Relatives.Bond.VARIANT
                            ? switches.variants()
                            : switches.simplified()));
  }
}
