package org.dianjiao.exchange;

import java.util.BitSet;
import java.util.List;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Run;
import org.dianjiao.text.BareText;

/** The punctuation marks of a text and where each came from. */
final class TeiMarks {

  private final BitSet marks = new BitSet();
  private final List<Run> runs;
  private final int length;
  private int run;

  TeiMarks(String text, List<Run> runs) {
    BareText bare = BareText.of(text);
    for (int i = 0; i < text.length(); i++) {
      if (BareText.isMark(text.charAt(i)) && bare.leavesOut(i)) {
        marks.set(i);
      }
    }
    this.runs = runs;
    this.length = text.length();
  }

  /** Whether the unit at an offset is a mark. */
  boolean at(int offset) {
    return marks.get(offset);
  }

  /** The offset of the first mark from an offset on; the text's length when there is none. */
  int next(int offset) {
    int next = marks.nextSetBit(offset);
    return next < 0 ? length : next;
  }

  /** Where the unit at an offset came from. Ask in ascending order. */
  Origin origin(int offset) {
    while (runs.get(run).end() <= offset) {
      run++;
    }
    return runs.get(run).origin();
  }
}
