package org.dianjiao.search;

import org.dianjiao.search.Trace.Passed;

/**
 * Looks for a phrase in units of text, one beginning after the other.
 *
 * <p>A match begins with the first character that is asked for and ends behind the last; it covers
 * at most {@link #LONGEST} units. What begins outside all notes takes nothing from a note while
 * notes are passed over; what begins in a note stays in it. Matches may overlap.
 */
final class Scan {

  /** Units from the beginning of a match to its end, with all that is passed over. */
  static final int LONGEST = 400;

  /** Behind the last place where a match may begin, so many units have to be known. */
  static final int LOOK_AHEAD = LONGEST + Notes.LONGEST;

  private static final int NOWHERE = -1;
  private static final int OUTSIDE = -1;

  private final char[] units;
  private final int length;
  private final Notes notes;
  private final Phrase phrase;
  private final Switches switches;
  private final Beginnings beginnings;

  /**
   * A scan of the first units of an array, which begin at the start of a text or outside all notes.
   */
  Scan(char[] units, int length, Phrase phrase, Beginnings beginnings) {
    this.units = units;
    this.length = length;
    this.phrase = phrase;
    this.switches = phrase.switches();
    this.notes = switches.notes() ? Notes.of(units, length) : Notes.of(units, 0);
    this.beginnings = beginnings;
  }

  /** Where the next match begins, from an offset to before another; -1 when there is none. */
  int next(int from, int before) {
    for (int at = from; at < before; at++) {
      if (beginnings.mayBe(units[at]) && end(at, Trace.NONE) != NOWHERE) {
        return at;
      }
    }
    return NOWHERE;
  }

  /** Behind the match that begins at an offset, or -1 when none does. */
  int end(int start, Trace trace) {
    boolean inside =
        (start > 0 && Character.isSurrogatePair(units[start - 1], units[start]))
            || Units.isAttached(units, length, start);
    if (inside || Phrase.isPassed(units, length, start, switches)) {
      return NOWHERE;
    }
    int note = notes.at(start);
    int at = start;
    for (int index = 0; index < phrase.wanted().size(); index++) {
      if (index > 0) {
        at = skip(at, note, trace);
      }
      if (at == NOWHERE || at - start >= LONGEST) {
        return NOWHERE;
      }
      at = take(phrase.wanted().get(index), at, trace);
      if (at == NOWHERE || at - start > LONGEST) {
        return NOWHERE;
      }
    }
    return at;
  }

  private int take(Wanted wanted, int at, Trace trace) {
    int found = Character.codePointAt(units, at, length);
    if (!wanted.accepts(found)) {
      return NOWHERE;
    }
    int base = at + Character.charCount(found);
    int end = base == length ? base : Units.behind(units, length, at);
    boolean chosen = end > base;
    if (!switches.selectors() && !wanted.isAny() && !sameSelectors(wanted, base, end)) {
      return NOWHERE;
    }
    if (chosen && switches.selectors()) {
      trace.passed(Passed.SELECTORS);
    }
    trace.took(wanted, at, end);
    return end;
  }

  private boolean sameSelectors(Wanted wanted, int from, int to) {
    String selectors = wanted.selectors();
    return selectors.length() == to - from
        && (from == to || selectors.contentEquals(new String(units, from, to - from)));
  }

  /** The next unit that counts, from an offset on, for a match of a note. */
  private int skip(int from, int note, Trace trace) {
    int at = from;
    while (at < length) {
      int here = notes.at(at);
      if (here != note) {
        if (note != OUTSIDE) {
          return NOWHERE;
        }
        at = Units.behind(units, length, notes.end(here) - 1);
        trace.passed(Passed.NOTES);
      } else if (Phrase.isPassed(units, length, at, switches)) {
        trace.passed(Units.isLayout(units[at]) ? Passed.LINES : Passed.MARKS);
        at = Units.behind(units, length, at);
      } else {
        return at;
      }
    }
    return NOWHERE;
  }
}
