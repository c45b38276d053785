package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.api.Body;

/** Names of a text and how often each is there, as a table whose cells tabs part. */
final class NameList {

  /** A report has a limit; nobody reads more. */
  private static final int MOST_LINES = 1_500;

  private static final int MOST_FORMS = 5;

  private final Map<Named, Line> lines = new LinkedHashMap<>();

  private record Named(URI entity, String label, String type) {}

  /** How a name occurs. */
  private static final class Line {
    private final Set<String> written = new LinkedHashSet<>();
    private String link = "";
    private int tagged;
    private int found;

    private int count() {
      return tagged + found;
    }
  }

  /** Somebody has tagged it. */
  void tagged(Body.Identification who, String written, String link) {
    line(who, written, link).tagged++;
  }

  /** Nobody has tagged it; this plugin takes it for the name. */
  void found(Body.Identification who, String written, String link) {
    line(who, written, link).found++;
  }

  private Line line(Body.Identification who, String written, String link) {
    Named named = new Named(who.entity(), who.label(), who.type());
    Line line = lines.computeIfAbsent(named, one -> new Line());
    line.written.add(written);
    line.link = line.link.isEmpty() ? link : line.link;
    return line;
  }

  /** The table: the most frequent first. */
  String report() {
    if (lines.isEmpty()) {
      return "no names\n";
    }
    List<Map.Entry<Named, Line>> sorted = new ArrayList<>(lines.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<Named, Line> one) -> -one.getValue().count())
            .thenComparing(one -> one.getKey().label())
            .thenComparing(one -> one.getKey().entity()));
    StringBuilder report = new StringBuilder("count\ttagged\tname\tkind\twritten\tlink\n");
    sorted.stream().limit(MOST_LINES).forEach(one -> append(report, one.getKey(), one.getValue()));
    if (sorted.size() > MOST_LINES) {
      report.append("and ").append(sorted.size() - MOST_LINES).append(" more names\n");
    }
    return report.toString();
  }

  private static void append(StringBuilder report, Named named, Line line) {
    String written =
        line.written.stream()
            .limit(MOST_FORMS)
            .map(NameList::cell)
            .collect(Collectors.joining("|"));
    report.append(line.count()).append('\t').append(line.tagged).append('\t');
    report.append(cell(named.label())).append('\t').append(cell(named.type())).append('\t');
    report.append(written).append('\t').append(cell(line.link)).append('\n');
  }

  /** What would part cells or lines is a space in one, and what is long is cut. */
  private static String cell(String words) {
    String plain = words.replaceAll("\\p{Cntrl}", " ");
    int end = plain.offsetByCodePoints(0, Math.min(30, plain.codePointCount(0, plain.length())));
    return words.startsWith("http") ? plain : plain.substring(0, end);
  }
}
