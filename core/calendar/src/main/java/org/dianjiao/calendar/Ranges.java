package org.dianjiao.calendar;

import java.util.List;
import java.util.Set;

/** Joins two dates that say from when until when: 三月初一日至初五日. */
final class Ranges {

  private static final Set<String> UNTIL =
      Set.of("至", "迄", "讫", "到", "以至", "以迄", "－", "—", "——", "～", "-", "–", "~");

  private Ranges() {}

  static void join(String text, String folded, List<Found> found) {
    for (int i = found.size() - 1; i > 0; i--) {
      Found from = found.get(i - 1);
      Found to = found.get(i);
      String between = folded.substring(from.end(), to.start()).strip();
      boolean both = from.reading().resolved() && to.reading().resolved();
      if (!UNTIL.contains(between) || !both) {
        continue;
      }
      String norm = from.reading().norm() + "至" + to.reading().norm();
      boolean inOrder = from.reading().first() <= to.reading().last();
      Reading reading =
          inOrder
              ? Reading.of(norm, from.reading().first(), to.reading().last())
              : Reading.faulty(
                  text.substring(from.start(), to.end()),
                  to.reading().norm() + " is before " + from.reading().norm());
      found.set(
          i - 1,
          new Found(
              from.start(),
              to.end(),
              reading,
              List.of(),
              from.reference(),
              Math.min(from.confidence(), to.confidence()),
              inOrder ? "from the first day of one to the last of the other" : reading.fault()));
      found.remove(i);
    }
  }
}
