package org.dianjiao.text;

/** Walks over the sections of a change set in steps as long as the walker likes. */
final class SectionCursor {

  /** In the place of an inserted length: the section is kept. */
  static final int KEPT = -1;

  private static final int DONE = -2;

  private final int[] sections;
  private final String inserted;
  private int next;
  private int textStart;
  private int textEnd;

  /** What is left of the section's old text. */
  int length;

  /** What is left of the section's new text, {@link #KEPT}, or a value below when done. */
  int insert;

  /** How much of the section was walked. */
  int walked;

  SectionCursor(int[] sections, String inserted) {
    this.sections = sections;
    this.inserted = inserted;
    next();
  }

  void next() {
    if (next < sections.length) {
      length = sections[next++];
      insert = sections[next++];
      textStart = textEnd;
      textEnd += Math.max(0, insert);
    } else {
      length = 0;
      insert = DONE;
    }
    walked = 0;
  }

  boolean done() {
    return insert == DONE;
  }

  boolean changes() {
    return insert >= 0;
  }

  boolean keeps() {
    return insert == KEPT;
  }

  /** A number that is another for each section, and grows. */
  int section() {
    return next;
  }

  /** What is left of the section in the new text. */
  int newLength() {
    return insert < 0 ? length : insert;
  }

  void walkOld(int distance) {
    if (distance == length) {
      next();
    } else {
      length -= distance;
      walked += distance;
    }
  }

  void walkNew(int distance) {
    if (keeps()) {
      walkOld(distance);
    } else if (distance == insert) {
      next();
    } else {
      insert -= distance;
      walked += distance;
    }
  }

  /** Adds the whole text that the section inserts. */
  void appendTextTo(SectionBuilder target) {
    target.append(inserted, textStart, textEnd);
  }

  /** Adds so many units of the section's new text, from where the walk in it stands. */
  void appendTextTo(SectionBuilder target, int units) {
    target.append(inserted, textStart + walked, textStart + walked + units);
  }
}
