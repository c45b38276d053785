package org.dianjiao.calendar;

/** Numbers as dates write them. */
final class Numerals {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String UNITS = "十百千";

  private Numerals() {}

  static boolean isPart(char unit) {
    return DIGITS.indexOf(unit) >= 0 || "十百千廿卅零○两".indexOf(unit) >= 0 || arabic(unit) >= 0;
  }

  private static int arabic(char unit) {
    if (unit >= '0' && unit <= '9') {
      return unit - '0';
    }
    return unit >= '０' && unit <= '９' ? unit - '０' : -1;
  }

  /** How many characters from a place on belong to a number. */
  static int length(String text, int from) {
    int at = from;
    while (at < text.length() && (isPart(text.charAt(at)) || (at > from && isAnd(text, at)))) {
      at++;
    }
    return at - from;
  }

  /** Whether 有 stands between tens and ones: 二十有八. */
  private static boolean isAnd(String text, int at) {
    return text.charAt(at) == '有'
        && text.charAt(at - 1) == '十'
        && at + 1 < text.length()
        && DIGITS.indexOf(text.charAt(at + 1)) > 0;
  }

  /** The number that some characters write, or 0. */
  static int value(String words) {
    if (words.isEmpty()) {
      return 0;
    }
    if (words.length() > 1 && words.chars().noneMatch(unit -> "十百千廿卅".indexOf(unit) >= 0)) {
      return placed(words);
    }
    int total = 0;
    int digit = 0;
    for (int i = 0; i < words.length(); i++) {
      char unit = words.charAt(i);
      if (UNITS.indexOf(unit) >= 0) {
        total += Math.max(digit, 1) * (int) Math.pow(10, UNITS.indexOf(unit) + 1);
        digit = 0;
      } else if (unit == '廿' || unit == '卅') {
        total += unit == '廿' ? 20 : 30;
      } else if (unit != '有' && unit != '零') {
        digit = digit(unit);
      }
    }
    return total + digit;
  }

  private static int placed(String words) {
    int total = 0;
    for (int i = 0; i < words.length(); i++) {
      char unit = words.charAt(i);
      total = total > 9999 ? 0 : total * 10 + digit(unit);
    }
    return total;
  }

  private static int digit(char unit) {
    return arabic(unit) >= 0 ? arabic(unit) : unit == '两' ? 2 : Math.max(0, DIGITS.indexOf(unit));
  }

  /** A number under a hundred as dates write it. */
  static String words(int number) {
    if (number >= 100) {
      return DIGITS.charAt(number / 100) + "百" + (number % 100 == 0 ? "" : words(number % 100));
    }
    String tens = number < 10 ? "" : (number < 20 ? "" : "" + DIGITS.charAt(number / 10)) + "十";
    return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
  }
}
