package org.dianjiao.calendar;

/** Writes dates in words, in the script of a text. */
final class Norm {

  private final boolean simplified;

  Norm(boolean simplified) {
    this.simplified = simplified;
  }

  /** The usual name of a reign. */
  String title(Reign reign) {
    return simplified ? Fold.of(reign.title()) : reign.title();
  }

  String of(Point point) {
    String year = year(point.title(), point.year());
    return point.month().map(month -> year + month(month)).orElse(year)
        + (point.day() > 0 ? day(point.day()) : "");
  }

  String year(String title, int number) {
    return title + (number == 1 ? "元" : Numerals.words(number)) + "年";
  }

  String month(Month month) {
    return switch (month.number()) {
      case -1 -> "正月";
      case -2 -> simplified ? "腊月" : "臘月";
      default -> month(month.number(), month.leap());
    };
  }

  String month(int number, boolean leap) {
    String word = number == 1 ? "正月" : Numerals.words(number) + "月";
    return leap ? (simplified ? "闰" : "閏") + word : word;
  }

  String day(int number) {
    return (number <= 10 ? "初" : "") + Numerals.words(number) + "日";
  }
}
