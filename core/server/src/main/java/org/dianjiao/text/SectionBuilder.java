package org.dianjiao.text;

import java.util.Arrays;

/**
 * Collects the sections of a change set from left to right, and joins those that belong together.
 */
final class SectionBuilder {

  private int[] sections = new int[8];
  private int size;
  private final StringBuilder inserted = new StringBuilder();

  void keep(int length) {
    add(length, SectionCursor.KEPT, false);
  }

  void replace(int length, String insert) {
    add(length, insert.length(), false);
    append(insert, 0, insert.length());
  }

  /**
   * Adds a section. Neighbours that keep, that only delete or that only insert at one place become
   * one; two replacements stay apart unless they are to be joined, because positions between them
   * have a place of their own.
   *
   * @param insert units that are inserted, or {@link SectionCursor#KEPT}
   * @param join whether the section goes on with the change before it
   */
  void add(int length, int insert, boolean join) {
    if (length == 0 && insert <= 0) {
      return;
    }
    int last = size - 2;
    if (last >= 0 && insert <= 0 && insert == sections[last + 1]) {
      sections[last] += length;
    } else if (last >= 0 && length == 0 && sections[last] == 0) {
      sections[last + 1] += insert;
    } else if (join) {
      sections[last] += length;
      sections[last + 1] += insert;
    } else {
      push(length, insert);
    }
  }

  /** Adds the text of the section that was added last. */
  void append(CharSequence text, int from, int to) {
    inserted.append(text, from, to);
  }

  int size() {
    return size;
  }

  ChangeSet build() {
    return new ChangeSet(Arrays.copyOf(sections, size), inserted.toString());
  }

  private void push(int length, int insert) {
    if (size == sections.length) {
      sections = Arrays.copyOf(sections, size * 2);
    }
    sections[size++] = length;
    sections[size++] = insert;
  }
}
