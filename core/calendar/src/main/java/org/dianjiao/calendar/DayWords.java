package org.dianjiao.calendar;

import java.util.Optional;
import org.dianjiao.calendar.Expression.DayPart;
import org.dianjiao.calendar.Expression.MonthPart;
import org.dianjiao.calendar.Expression.YearPart;

/** Reads the day of a date: 初九日（癸丑）, 丙午朔, 晦, 上旬. */
final class DayWords {

  private static final String MARKS = "，。、；：！？』」”）)》 　\n";

  private final Cursor cursor;
  private final boolean follows;
  private final boolean inMonth;

  DayWords(Cursor cursor, Optional<YearPart> year, Optional<MonthPart> month) {
    this.cursor = cursor;
    this.follows = year.isPresent() || month.isPresent();
    this.inMonth = month.map(part -> part.season() < 0).orElse(false);
  }

  Optional<DayPart> read() {
    int from = cursor.at;
    if (follows && !inMonth) {
      return Optional.empty();
    }
    int third = inMonth ? cursor.takeOne("上旬", "中旬", "下旬") + 1 : 0;
    if (third > 0) {
      return Optional.of(new DayPart(0, -1, false, third, Optional.empty()));
    }
    int number = number();
    if (number > 0) {
      return Optional.of(new DayPart(number, cycleBeside(), false, 0, Optional.empty()));
    }
    int cycle = cursor.cycle();
    boolean first = (cycle >= 0 || inMonth) && cursor.take("朔");
    if (cycle >= 0 || first) {
      boolean last = !first && cursor.take("晦");
      cursor.take("日");
      return Optional.of(new DayPart(last ? -1 : first ? 1 : 0, cycle, first, 0, Optional.empty()));
    }
    int named = inMonth ? cursor.takeOne("既望", "望日", "望", "晦日", "晦") : -1;
    if (named >= 0) {
      return Optional.of(
          new DayPart(named == 0 ? 16 : named < 3 ? 15 : -1, -1, false, 0, Optional.empty()));
    }
    cursor.at = from;
    return Optional.empty();
  }

  private int number() {
    int from = cursor.at;
    boolean early = cursor.take("初");
    int day = cursor.numbered("日");
    if (day > 0) {
      return day;
    }
    int length = Numerals.length(cursor.text, cursor.at);
    int value = Numerals.value(cursor.text.substring(cursor.at, cursor.at + length));
    boolean ends =
        MARKS.indexOf(
                cursor.at + length < cursor.text.length()
                    ? cursor.text.charAt(cursor.at + length)
                    : '\n')
            >= 0;
    boolean named = early ? value < 11 : inMonth && ends;
    if (length > 0 && value < 32 && named) {
      cursor.at += length;
      return value;
    }
    cursor.at = from;
    return 0;
  }

  private int cycleBeside() {
    int from = cursor.at;
    boolean bracket = cursor.opens();
    int cycle = cursor.cycle();
    if (cycle >= 0) {
      cursor.take("日");
    }
    if (cycle < 0 || (bracket && !cursor.closes())) {
      cursor.at = from;
      return -1;
    }
    return cycle;
  }
}
