package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds two dates against each other that a text says are one: 一千八百五十八年瑪乙月十六日即咸豐八年四月十六日. */
final class Equations {

  private static final Set<String> IS =
      Set.of("即", "卽", "即系", "系", "为", "即为", "，即", "，即系", "（", "(");
  private static final double DOUBTED = 0.6;

  private Equations() {}

  static void hold(Norm norm, String folded, List<Found> found) {
    for (int i = 1; i < found.size(); i++) {
      Found one = found.get(i - 1);
      Found other = found.get(i);
      String between = folded.substring(one.end(), other.start()).strip();
      if (!IS.contains(between) || !one.reading().resolved() || !other.reading().resolved()) {
        continue;
      }
      boolean same =
          one.reading().first() <= other.reading().last()
              && one.reading().last() >= other.reading().first();
      found.set(i - 1, same ? agreeing(one, other) : doubted(norm, one, other));
      found.set(i, same ? agreeing(other, one) : doubted(norm, other, one));
    }
  }

  private static Found agreeing(Found one, Found other) {
    return with(one, one.others(), one.confidence(), "the same as " + other.reading().norm());
  }

  /** With the day of the other one in the calendar of this. */
  private static Found doubted(Norm norm, Found one, Found other) {
    List<Reading> fits = new ArrayList<>(one.others());
    Reading reading = other.reading();
    if (reading.first() == reading.last()) {
      Reigns.all().day(reading.first(), one.reading().norm(), norm).ifPresent(fits::add);
    }
    String days = Days.shown(one.reading().first());
    String theirs = Days.shown(reading.first());
    return with(
        one,
        fits,
        Math.min(one.confidence(), DOUBTED),
        "%s is %s, but %s is %s".formatted(one.reading().norm(), days, reading.norm(), theirs));
  }

  private static Found with(Found one, List<Reading> others, double confidence, String why) {
    String reason = one.reason().isEmpty() ? why : one.reason() + "; " + why;
    return new Found(
        one.start(), one.end(), one.reading(), others, one.reference(), confidence, reason);
  }
}
