package org.dianjiao.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.Kind;
import org.dianjiao.collation.Segment;

/**
 * A collation as a terminal shows it: a line for each difference of characters, and what there is.
 */
final class CollationSummary {

  private static final int CONTEXT = 6;
  private static final int LONGEST = 40;

  private CollationSummary() {}

  /** All of several collations. */
  static String lines(List<Collation> collations) {
    return collations.stream().map(CollationSummary::lines).collect(Collectors.joining("\n"));
  }

  private static String lines(Collation collation) {
    StringBuilder lines = new StringBuilder(line(collation)).append('\n');
    Set<Segment> losses = collation.losses();
    Place place = new Place(collation.a().text());
    for (Segment one : collation.differences()) {
      if (one.kind() != Kind.MARK) {
        lines.append(
            "%-8s %-16s %s%s\n"
                .formatted(
                    place.of(one.aStart()),
                    one.kind().word(),
                    shown(collation, one),
                    losses.contains(one) ? "  lost by conversion?" : ""));
      }
    }
    return lines.toString();
  }

  /** How many differences there are of which kind, in one line. */
  static String line(Collation collation) {
    String counts =
        collation.counts().entrySet().stream()
            .filter(entry -> entry.getKey() != Kind.SAME)
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    return "%s – %s: %s"
        .formatted(
            collation.a().siglum(),
            collation.b().siglum(),
            counts.isEmpty() ? "no difference" : counts);
  }

  private static String shown(Collation collation, Segment one) {
    String text = collation.a().text();
    int from = boundary(text, Math.max(0, one.aStart() - CONTEXT));
    int to = boundary(text, Math.min(text.length(), one.aEnd() + CONTEXT));
    return "%s[%s|%s]%s"
        .formatted(
            onOneLine(text.substring(from, one.aStart())),
            cut(collation.a(one)),
            cut(collation.b(one)),
            onOneLine(text.substring(one.aEnd(), to)));
  }

  private static int boundary(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  private static String cut(String text) {
    int count = text.codePointCount(0, text.length());
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, count));
    return onOneLine(text.substring(0, end)) + (count > LONGEST ? "… (" + count + ")" : "");
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\\r\\n]+", "⏎").replace('\t', ' ');
  }

  /** Lines and columns of places that only go forward, both from 1; columns count code points. */
  private static final class Place {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Place(String text) {
      this.text = text;
    }

    String of(int unit) {
      for (; at < unit; at++) {
        if (text.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      return line + ":" + (text.codePointCount(lineStart, unit) + 1);
    }
  }
}
