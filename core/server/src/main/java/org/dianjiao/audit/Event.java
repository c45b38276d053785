package org.dianjiao.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Something that is to be written into the audit log. Whatever comes from outside is made one line:
 * each control character and each line separator is written as {@code \}{@code uXXXX}, and what is
 * too long is cut.
 *
 * @param at when, exact to a millisecond
 * @param outcome what became of it
 * @param operation the word of what was asked for
 * @param account id of who asked; empty when nobody was signed in
 * @param thing id of the account, project or document that it is about; empty for the server
 * @param address of the network that it came from; empty when it came from this machine's console
 * @param detail a code or a number, never content and never a secret
 */
public record Event(
    Instant at,
    Outcome outcome,
    String operation,
    String account,
    String thing,
    String address,
    String detail) {

  private static final int LONGEST = 200;

  /** Makes each word one line. */
  public Event {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    Objects.requireNonNull(outcome, "outcome");
    operation = line(operation);
    account = line(account);
    thing = line(thing);
    address = line(address);
    detail = line(detail);
  }

  /** Made of what is one line already, it is the same line. */
  private static String line(String words) {
    StringBuilder line = new StringBuilder();
    for (int point : words.codePoints().toArray()) {
      String written = isUnfit(point) ? "\\u%04X".formatted(point) : Character.toString(point);
      if (line.length() + written.length() > LONGEST) {
        break;
      }
      line.append(written);
    }
    return line.toString();
  }

  private static boolean isUnfit(int point) {
    int type = Character.getType(point);
    return Character.isISOControl(point)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
