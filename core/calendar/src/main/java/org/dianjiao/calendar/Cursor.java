package org.dianjiao.calendar;

/** Reads words of a folded text one after the other. */
final class Cursor {

  final String text;
  int at;

  Cursor(String text, int at) {
    this.text = text;
    this.at = at;
  }

  boolean isAt(String word) {
    return text.startsWith(word, at);
  }

  /** Steps over a word when it stands here. */
  boolean take(String word) {
    boolean here = isAt(word);
    at += here ? word.length() : 0;
    return here;
  }

  /** Steps over the first of some words that stands here; its index, or -1. */
  int takeOne(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (take(words[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The character here, or a blank at the end. */
  char next() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  char before(int place) {
    return place > 0 ? text.charAt(place - 1) : '\n';
  }

  /** Steps over a number that is followed by a word, and over that; 0 when there is none. */
  int numbered(String... units) {
    int length = Numerals.length(text, at);
    if (length == 0) {
      return 0;
    }
    int from = at;
    at += length;
    if (takeOne(units) >= 0) {
      return Numerals.value(text.substring(from, from + length));
    }
    at = from;
    return 0;
  }

  /** Steps over two characters of the cycle; their place, or -1. */
  int cycle() {
    int place = Cycle.at(text, at);
    at += place < 0 ? 0 : 2;
    return place;
  }

  /** Steps over an opening bracket. */
  boolean opens() {
    return takeOne("（", "(", "〔", "〈") >= 0;
  }

  /** Steps over a closing bracket. */
  boolean closes() {
    return takeOne("）", ")", "〕", "〉") >= 0;
  }
}
