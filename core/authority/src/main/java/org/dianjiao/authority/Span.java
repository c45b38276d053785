package org.dianjiao.authority;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A time, as well as it is known.
 *
 * <pre>{@code
 * new Span("1650", "1706");      // a life
 * new Span("", "1703");          // died in 1703
 * new Span("1662-02-18", "1723-02-04");
 * }</pre>
 *
 * @param from its first year, month or day: ISO 8601 in the Gregorian calendar, years before 1 with
 *     a minus sign and 0000 for 1 BC; empty when it is not known
 * @param to its last, in the same way
 */
public record Span(String from, String to) {

  /** Nothing is known. */
  public static final Span UNKNOWN = new Span("", "");

  private static final Pattern DATE =
      Pattern.compile("(-?\\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?)?");

  /** Requires two dates, either of which may be empty, the first not behind the last. */
  public Span {
    check(from);
    check(to);
    if (!from.isEmpty() && !to.isEmpty() && year(from) > year(to)) {
      throw new IllegalArgumentException("the time from %s to %s ends first".formatted(from, to));
    }
  }

  private static void check(String date) {
    if (!Objects.requireNonNull(date, "date").isEmpty() && !DATE.matcher(date).matches()) {
      throw new IllegalArgumentException(
          "“%s” is no date; write 1650, 1650-03 or 1650-03-21".formatted(date));
    }
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return from.isEmpty() && to.isEmpty();
  }

  /** Whether a year may lie in it, as far as is known. */
  public boolean mayHold(int year) {
    return (from.isEmpty() || year(from) <= year) && (to.isEmpty() || year <= year(to));
  }

  private static int year(String date) {
    return Integer.parseInt(date.substring(0, date.startsWith("-") ? 5 : 4));
  }
}
