package org.dianjiao.calendar;

import java.util.Optional;
import org.dianjiao.calendar.Expression.YearPart;

/**
 * What a text is telling of, while it is read: the year, month and day that later words go by.
 * Dates that point elsewhere are kept apart: 雍正五年 in an account of 同治.
 */
final class Story {

  private final boolean marked;
  private Optional<Point> told;
  private Optional<Point> mentioned = Optional.empty();
  private int mentionedFrom = -1;
  private int western;

  /**
   * At the beginning of a text.
   *
   * @param marked whether the text has marks that end its sentences
   */
  Story(boolean marked, Optional<Point> told) {
    this.marked = marked;
    this.told = told;
  }

  /** A heading begins something new. */
  void beginAnew() {
    told = Optional.empty();
    mentioned = Optional.empty();
  }

  /** A date of the West with the year that was named last, when it has none of its own. */
  Optional<Expression.Western> western(Expression date) {
    Optional<Expression.Western> its = date.western().map(one -> one.in(western));
    its.ifPresent(one -> western = one.year());
    return its.filter(one -> one.year() > 0);
  }

  /** Whether it tells of a reign. */
  boolean isOf(Reign reign) {
    return told.filter(point -> point.reign().equals(reign)).isPresent();
  }

  Optional<Point> told() {
    return told;
  }

  /** What an expression goes by. */
  Optional<Point> context(Expression date, Place place) {
    boolean near = mentioned.isPresent() && mentionedFrom == place.sentenceStart();
    if (!near || date.hasReign()) {
      return told;
    }
    boolean relative = date.year().flatMap(YearPart::shift).isPresent() || date.year().isEmpty();
    if (date.year().isEmpty() || relative) {
      return place.sentence() ? told : mentioned;
    }
    // 咸豐十年 … 十一年: of the reign that the sentence speaks of
    int number = date.year().get().number();
    boolean goesOn =
        !place.sentence()
            && number >= mentioned.get().year()
            && mentioned.get().reign().hasYear(number);
    return goesOn ? mentioned : told;
  }

  /** Whether a date points away from what is being told. */
  boolean isReference(Expression date, Place place, Point point, boolean confirmed) {
    if (told.isEmpty() || confirmed) {
      return false;
    }
    Point now = told.get();
    boolean back = point.last() < yearOf(now).first();
    if (back) {
      return true;
    }
    boolean apart = marked && date.hasReign() && !place.sentence() && !place.clause();
    return apart && point.first() > yearOf(now).last() + 400;
  }

  private static Point yearOf(Point point) {
    return Point.of(point.reign(), point.title(), point.year());
  }

  /** Goes on from a date. */
  void tell(Expression date, Place place, Point point, boolean reference) {
    mentioned = Optional.of(point);
    mentionedFrom = place.sentenceStart();
    if (reference) {
      return;
    }
    boolean relative = date.year().flatMap(YearPart::shift).isPresent();
    boolean moves =
        told.isEmpty()
            || place.sentence()
            || (!relative && (!marked || place.clause()))
            || (sameYear(told.get(), point) && !isEarlier(point));
    if (moves) {
      told = Optional.of(kept(date, point));
    }
  }

  /** 是年 does not forget the month. */
  private Point kept(Expression date, Point point) {
    boolean same = told.isPresent() && sameYear(told.get(), point);
    return same && point.month().isEmpty() && date.year().isPresent() ? told.get() : point;
  }

  private static boolean sameYear(Point one, Point other) {
    return one.reign().equals(other.reign()) && one.year() == other.year();
  }

  private boolean isEarlier(Point point) {
    return told.get().month().isPresent() && point.first() < told.get().first();
  }
}
