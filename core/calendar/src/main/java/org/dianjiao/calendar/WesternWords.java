package org.dianjiao.calendar;

import java.util.Optional;
import org.dianjiao.calendar.Expression.Western;

/** Reads years, months and days of the West, as Chinese texts write them. */
final class WesternWords {

  private static final int NEWEST = 2100;

  /** Months of Russia in the treaties of Qing; folded. */
  private static final String[][] RUSSIAN = {
    {"恩瓦尔", "雅那瓦尔", "言瓦里", "雅努阿尔"},
    {"费富拉尔", "费伏拉里", "非瓦拉尔", "斐富拉里"},
    {"玛尔特", "马尔特", "玛尔他"},
    {"阿普列尔", "阿普里尔", "阿普列里"},
    {"玛乙", "马乙", "玛伊"},
    {"伊云", "依云", "伊雍"},
    {"伊由尔", "伊由勒", "伊玉勒", "伊羽尔"},
    {"阿幹古斯特", "阿福古斯特", "阿乌古斯特"},
    {"先贴布尔", "森提雅布尔", "辛贴布尔", "先特雅布尔"},
    {"鄂克提雅布尔", "鄂克托布尔", "沃克提雅布尔", "鄂克佳布尔"},
    {"诺雅布尔", "诺雅卜尔", "诺雅普尔"},
    {"德喀布尔", "铁喀布尔", "迭喀布尔", "德克布尔"},
  };

  private WesternWords() {}

  /** A day of a Russian month without its year: 伊雲月初一日. */
  static Optional<Western> day(Cursor cursor) {
    int from = cursor.at;
    Western western = rest(cursor, 0, true, false);
    if (western.month() > 0 && western.day() > 0) {
      return Optional.of(western);
    }
    cursor.at = from;
    return Optional.empty();
  }

  /** Whether a date of the West may begin with a character. */
  static boolean mayBegin(char folded) {
    return "俄公西阳泰耶儒中民".indexOf(folded) >= 0 || Numerals.isPart(folded) || isRussian(folded);
  }

  private static boolean isRussian(char folded) {
    return "恩雅言费非斐玛马阿伊依先森辛鄂沃诺德铁迭".indexOf(folded) >= 0;
  }

  /** A date that stands by itself: 一千八百五十八年玛乙月十六日, 西曆1858年. */
  static Optional<Western> read(Cursor cursor) {
    int from = cursor.at;
    if (cursor.takeOne("中华民国", "民国") >= 0) {
      int ofRepublic = cursor.take("元年") ? 1 : cursor.numbered("年");
      if (ofRepublic > 0 && ofRepublic < 200) {
        return Optional.of(rest(cursor, 1911 + ofRepublic, false, false));
      }
      cursor.at = from;
    }
    boolean russian = cursor.takeOne("俄历", "俄国历", "儒略历") >= 0;
    boolean named = russian || cursor.takeOne("公元", "西元", "西历", "公历", "阳历", "泰西历", "耶稣降生") >= 0;
    int length = Numerals.length(cursor.text, cursor.at);
    int year = cursor.numbered("年");
    if (year < (named ? 1 : 1000) || year > NEWEST || (!named && length < 4)) {
      cursor.at = from;
      return Optional.empty();
    }
    return Optional.of(rest(cursor, year, russian, false));
  }

  /** A year or a day in brackets beside a Chinese date: （一八五九）. */
  static Optional<Western> beside(Cursor cursor) {
    int from = cursor.at;
    if (!cursor.opens()) {
      return Optional.empty();
    }
    boolean russian = cursor.takeOne("俄历", "儒略历") >= 0;
    cursor.takeOne("公元", "西元", "西历", "公历", "阳历", "即");
    int length = Numerals.length(cursor.text, cursor.at);
    int year =
        length == 0 ? 0 : Numerals.value(cursor.text.substring(cursor.at, cursor.at + length));
    cursor.at += length;
    if (length >= 3 && year > 0 && year <= NEWEST) {
      cursor.take("年");
      Western western = rest(cursor, year, russian, true);
      if (cursor.closes()) {
        return Optional.of(western);
      }
    }
    cursor.at = from;
    return Optional.empty();
  }

  private static Western rest(Cursor cursor, int year, boolean julian, boolean beside) {
    int month = 0;
    boolean russian = julian;
    for (int i = 0; i < RUSSIAN.length && month == 0; i++) {
      int from = cursor.at;
      if (cursor.takeOne(RUSSIAN[i]) >= 0 && cursor.take("月")) {
        month = i + 1;
        russian = true;
      } else {
        cursor.at = from;
      }
    }
    int from = cursor.at;
    month = month == 0 && year > 0 ? cursor.numbered("月") : month;
    int day = month == 0 ? 0 : ofMonth(cursor);
    if (!possible(month, day)) {
      cursor.at = from;
      return new Western(year, 0, 0, russian, beside);
    }
    return new Western(year, month, day, russian, beside);
  }

  private static int ofMonth(Cursor cursor) {
    int from = cursor.at;
    cursor.take("初");
    int day = cursor.numbered("日", "号");
    cursor.at = day == 0 ? from : cursor.at;
    return day;
  }

  private static boolean possible(int month, int day) {
    int longest = month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return month >= 0 && month <= 12 && day >= 0 && day <= longest;
  }
}
