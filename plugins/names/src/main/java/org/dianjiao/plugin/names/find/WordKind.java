package org.dianjiao.plugin.names.find;

import java.util.BitSet;
import org.dianjiao.plugin.names.lexicon.FormTree;

/** The words of one kind. Most characters begin or end none, which is found out at once. */
final class WordKind {

  static final WordKind EMPTY = new WordKind();

  private static final int LONGEST_BACK = 4;

  private final FormTree tree = new FormTree();
  private final BitSet first = new BitSet();
  private final BitSet last = new BitSet();
  private final BitSet single = new BitSet();

  void add(String word) {
    tree.add(word);
    first.set(word.charAt(0));
    last.set(word.charAt(word.length() - 1));
    if (word.length() == 1) {
      single.set(word.charAt(0));
    }
  }

  /** How long the longest word is that begins there; 0 when none does. */
  int at(CharSequence text, int start) {
    return start < text.length() && first.get(text.charAt(start)) ? tree.longest(text, start) : 0;
  }

  boolean has(char character) {
    return single.get(character);
  }

  boolean has(CharSequence text) {
    return text.length() > 0 && at(text, 0) == text.length();
  }

  /** Whether a word ends before a place of a reading. */
  boolean endsAt(Reading reading, int end) {
    if (end == 0 || !last.get(reading.at(end - 1))) {
      return false;
    }
    for (int from = end - 1; from >= Math.max(0, end - LONGEST_BACK); from--) {
      if (first.get(reading.at(from)) && has(reading.bare().subSequence(from, end))) {
        return true;
      }
      if (reading.gap(from) != Reading.NOTHING) {
        return false;
      }
    }
    return false;
  }
}
