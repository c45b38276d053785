package org.dianjiao.exchange;

import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.calendar.Days;
import org.dianjiao.json.OrNull;

/**
 * What the best candidate of a proposal says of its words, in the fields of a line.
 *
 * @param type kind of name; {@code date} for a date
 * @param entity id in the authority file; null for a name that it does not have
 * @param norm preferred form of a name, or the whole date in words
 * @param start first day of a date in the Gregorian calendar; {@code julianStart} in the Julian
 *     one, when it is before the reform of 1582
 */
record Meaning(
    Optional<String> type,
    Optional<OrNull> entity,
    Optional<String> norm,
    Optional<String> start,
    Optional<String> end,
    Optional<Long> firstDay,
    Optional<Long> lastDay,
    Optional<String> julianStart,
    Optional<String> julianEnd,
    Optional<Boolean> reference,
    Optional<String> error) {

  private static final Meaning NONE = of(Optional.empty(), Optional.empty(), Optional.empty());

  static Meaning of(Action action, String surface) {
    Body body = action instanceof Annotate annotate ? annotate.body() : null;
    if (body instanceof Body.Identification name) {
      return of(
          Optional.of(name.type()),
          Optional.of(new OrNull(Optional.of(name.entity().toString()))),
          Optional.of(name.label()));
    }
    if (body instanceof Body.Tag tag) {
      return of(
          Optional.of(tag.name()), Optional.of(new OrNull(Optional.empty())), Optional.of(surface));
    }
    return body instanceof Body.Date date ? of(date) : NONE;
  }

  private static Meaning of(Optional<String> type, Optional<OrNull> entity, Optional<String> norm) {
    return new Meaning(
        type,
        entity,
        norm,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Meaning of(Body.Date date) {
    boolean known = date.resolved();
    return new Meaning(
        Optional.of(date.kind()),
        Optional.empty(),
        Optional.of(date.norm()),
        when(known, date.start()),
        when(known, date.end()),
        known ? Optional.of(date.firstDay()) : Optional.empty(),
        known ? Optional.of(date.lastDay()) : Optional.empty(),
        known ? julian(date.firstDay()) : Optional.empty(),
        known ? julian(date.lastDay()) : Optional.empty(),
        Optional.of(date.reference()),
        when(!known, date.fault()));
  }

  /** As people write it of days before the Gregorian calendar. */
  private static Optional<String> julian(long day) {
    return day < Days.REFORM ? Optional.of(Days.julian(day)) : Optional.empty();
  }

  private static Optional<String> when(boolean there, String word) {
    return there ? Optional.of(word) : Optional.empty();
  }
}
