package org.dianjiao.calendar;

import java.util.Optional;
import org.dianjiao.calendar.Expression.DayPart;
import org.dianjiao.calendar.Expression.MonthPart;
import org.dianjiao.calendar.Expression.YearPart;

/** Whether words that look like a date are one: 十年 may be how long something takes. */
final class Admission {

  private static final String SPAN_BEFORE = "第每逾历凡展满几数改为共半越阅经隔积需计限间住约近";
  private static final String SPAN_AFTER = "之内个余馀有久以更为次期后上不";
  private static final String POINTING = "自由至及于在迄从因缘据照按系当迨洎逮俟以与和即结约期是";
  private static final String MARKS = "，。、；：！？」』”）)》 　\n";

  private Admission() {}

  /** How sure it is that an expression is a date, 0 when it is none. */
  static double of(Expression date, Place place, Optional<Point> now) {
    if (date.isWestern()) {
      return 0.97;
    }
    if (date.hasReign()) {
      return date.year().flatMap(YearPart::whole).isPresent() ? 0.85 : 0.98;
    }
    if (date.year().isPresent()) {
      return year(date, date.year().get(), place, now);
    }
    if (date.month().isPresent()) {
      return month(date, date.month().get(), place, now);
    }
    return day(date, date.day().orElseThrow(), place, now);
  }

  private static double year(Expression date, YearPart part, Place place, Optional<Point> now) {
    if (part.shift().isPresent()) {
      return now.isPresent() && place.after() != '号' ? 0.93 : 0;
    }
    if (part.number() == 0) {
      return now.isPresent() || date.month().isPresent() ? 0.85 : 0;
    }
    if (date.month().isPresent()) {
      return SPAN_BEFORE.indexOf(place.before()) >= 0 && now.isEmpty() ? 0 : 0.95;
    }
    if (SPAN_BEFORE.indexOf(place.before()) >= 0 || place.before() == '同') {
      return 0;
    }
    if (place.clause()) {
      boolean span = SPAN_AFTER.indexOf(place.after()) >= 0;
      return span || part.number() > 99 ? 0 : MARKS.indexOf(place.after()) >= 0 ? 0.93 : 0.8;
    }
    boolean pointed =
        POINTING.indexOf(place.before()) >= 0 && SPAN_AFTER.indexOf(place.after()) < 0;
    return pointed && now.isPresent() && now.get().reign().hasYear(part.number()) ? 0.65 : 0;
  }

  private static double month(Expression date, MonthPart part, Place place, Optional<Point> now) {
    if (part.shift().isPresent()) {
      return now.flatMap(Point::month).isPresent() ? 0.93 : 0;
    }
    if (date.day().isPresent() || part.season() >= 0) {
      return 0.93;
    }
    if (SPAN_BEFORE.indexOf(place.before()) >= 0) {
      return 0;
    }
    boolean span = "个次余馀期之".indexOf(place.after()) >= 0 && part.number() != 1;
    if (place.clause()) {
      return span ? 0 : MARKS.indexOf(place.after()) >= 0 ? 0.93 : 0.85;
    }
    return POINTING.indexOf(place.before()) >= 0 && !span ? 0.7 : 0;
  }

  private static double day(Expression date, DayPart part, Place place, Optional<Point> now) {
    if (now.flatMap(Point::month).isEmpty()) {
      return 0;
    }
    if (part.shift().isPresent()) {
      return now.get().day() > 0 ? 0.9 : 0;
    }
    boolean ends = MARKS.indexOf(place.after()) >= 0;
    if (part.number() > 0 && part.cycle() < 0) {
      boolean pointed = place.clause() || POINTING.indexOf(place.before()) >= 0;
      // 三日 is three days, 初三日 a day
      boolean named = part.number() > 10 || date.end() - date.start() > 2;
      return pointed && named && ends ? 0.85 : 0;
    }
    return part.first() || part.number() != 0 ? 0.9 : place.clause() && ends ? 0.85 : 0;
  }
}
