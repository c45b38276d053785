package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.collation.Apparatus;
import org.dianjiao.collation.Apparatus.Entry;
import org.dianjiao.collation.Kind;
import org.dianjiao.collation.Witness;

/**
 * Writes witnesses as one HTML page to read and to print: side by side, each difference with its
 * number and class, which is written and not only coloured. No script, nothing from elsewhere.
 */
public final class CollationPage {

  private static final String STYLE =
      """
      body { font: 1rem/1.8 "Noto Serif CJK SC", "Noto Serif CJK TC", "Songti SC", SimSun, serif; margin: 1.5rem auto; max-width: 90rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
      h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; }
      .row { display: grid; grid-template-columns: repeat(var(--witnesses), minmax(0, 1fr)); gap: 0 1.5rem; border-top: 1px solid #ddd; padding: .3rem 0; break-inside: avoid-page; }
      .row > div { white-space: pre-wrap; overflow-wrap: anywhere; }
      .head { font-weight: bold; position: sticky; top: 0; background: #fff; }
      mark { background: none; color: inherit; border-bottom: 2px solid; padding: 0 .05em; }
      mark sup { font: .6rem sans-serif; margin-left: .1em; }
      mark:target, tr:target { outline: 2px solid #1a1a1a; }
      .variant { border-color: #2e6b34; background: #e8f3e9; } .transliteration { border-color: #0b5a78; background: #e3f0f5; }
      .wording { border-color: #a02020; background: #fbe9e7; } .transposition { border-color: #6a3d9a; background: #f0e8f7; }
      .only-a, .only-b { border-color: #8a5a00; background: #fdf1d8; } .absent { border-bottom-style: dotted; }
      .lost { outline: 1px dashed #8a5a00; }
      .punctuation { border-bottom: 1px dotted #767676; }
      table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #ccc; padding: .2rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
      @media (max-width: 45rem) { .row { grid-template-columns: 1fr; } .row > div { border-left: 4px solid #ddd; padding-left: .6rem; } .row > div + div { margin-top: .3rem; border-color: #999; } .row > div::before { content: attr(data-siglum) " "; font: .7rem sans-serif; color: #595959; } .head { display: none; } }
      @media print { body { margin: 0; max-width: none; font-size: 10pt; } .head { position: static; } mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; text-decoration: none; } }
      """;

  /** Longer readings are cut in the list of differences; they stand whole above it. */
  private static final int LONGEST = 120;

  private final Apparatus apparatus;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder list = new StringBuilder();
  private final Map<Kind, Integer> counts = new LinkedHashMap<>();
  private final List<StringBuilder> columns = new ArrayList<>();
  private int number;

  private CollationPage(Apparatus apparatus) {
    this.apparatus = apparatus;
    apparatus.witnesses().forEach(witness -> columns.add(new StringBuilder()));
  }

  /**
   * The page, to be encoded as UTF-8.
   *
   * @param version of the program
   */
  public static String write(Apparatus apparatus, String version) {
    CollationPage page = new CollationPage(apparatus);
    page.rows();
    String rows = page.out.toString();
    page.out.setLength(0);
    page.head();
    page.out.append(rows).append("</main>\n");
    page.differences();
    page.out.append("<p><small>Dianjiao ");
    escape(version, page.out);
    page.out.append("</small></p>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void head() {
    out.append("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    for (Witness witness : apparatus.witnesses()) {
      escape(witness.siglum() + " ", out);
    }
    out.append("</title>\n<style>\n").append(STYLE).append(":root { --witnesses: ");
    out.append(apparatus.witnesses().size()).append("; }\n</style>\n</head>\n<body>\n");
    out.append("<h1 lang=\"en\">Collation</h1>\n<p lang=\"en\">");
    out.append(
        "Each witness is compared with the first. Found by a program; judged by nobody yet.");
    out.append("</p>\n<table lang=\"en\">\n<tr><th>class</th><th>places</th></tr>\n");
    Arrays.stream(Kind.values())
        .filter(counts::containsKey)
        .forEach(
            kind ->
                out.append("<tr><td><mark class=\"")
                    .append(style(kind))
                    .append("\">")
                    .append(kind.word())
                    .append("</mark></td><td>")
                    .append(counts.get(kind))
                    .append("</td></tr>\n"));
    out.append("</table>\n<main>\n<div class=\"row head\">");
    for (Witness witness : apparatus.witnesses()) {
      escape(witness.siglum(), out.append("<div>"));
      out.append("</div>");
    }
    out.append("</div>\n");
  }

  private static String style(Kind kind) {
    return kind == Kind.MARK ? "punctuation" : kind.word();
  }

  private void rows() {
    for (Entry entry : apparatus.entries()) {
      if (entry.isCommon()) {
        common(entry.readings().get(0));
      } else {
        different(entry);
      }
    }
    endRow();
  }

  private void common(String text) {
    int end = text.lastIndexOf('\n');
    if (end >= 0) {
      columns.forEach(column -> escape(text.substring(0, end), column));
      endRow();
    }
    columns.forEach(column -> escape(text.substring(end + 1), column));
  }

  private void different(Entry entry) {
    Kind shown = gravest(entry.kinds());
    number += shown == Kind.MARK ? 0 : 1;
    for (int i = 0; i < columns.size(); i++) {
      reading(columns.get(i), entry, i, i == 0 ? shown : entry.kinds().get(i - 1));
    }
    counts.merge(shown, 1, Integer::sum);
    line(entry, shown);
    if (entry.readings().stream().anyMatch(reading -> reading.contains("\n"))) {
      endRow();
    }
  }

  private static Kind gravest(List<Kind> kinds) {
    return kinds.stream()
        .filter(kind -> kind != Kind.SAME)
        .reduce((one, other) -> one == Kind.MARK ? other : one)
        .orElse(Kind.SAME);
  }

  private void reading(StringBuilder column, Entry entry, int witness, Kind kind) {
    String text = entry.readings().get(witness);
    if (kind == Kind.SAME) {
      escape(text, column);
      return;
    }
    boolean lost = entry.lost() && text.isEmpty();
    column
        .append("<mark class=\"")
        .append(style(kind))
        .append(text.isEmpty() ? " absent" : "")
        .append(lost ? " lost" : "")
        .append("\" title=\"")
        .append(kind.word())
        .append(lost ? ", lost by conversion?" : "")
        .append(witness == 0 && kind != Kind.MARK ? "\" id=\"d" + number : "")
        .append("\">");
    escape(text, column);
    if (kind != Kind.MARK) {
      column.append("<sup><a href=\"#l").append(number).append("\">").append(number);
      column.append("</a></sup>");
    }
    column.append("</mark>");
  }

  private void line(Entry entry, Kind kind) {
    if (kind == Kind.MARK) {
      return;
    }
    list.append("<tr id=\"l").append(number).append("\"><td><a href=\"#d").append(number);
    list.append("\">").append(number).append("</a></td><td>").append(kind.word());
    list.append(entry.lost() ? " (lost by conversion?)" : "").append("</td>");
    for (String reading : entry.readings()) {
      int end =
          reading.offsetByCodePoints(
              0, Math.min(LONGEST, reading.codePointCount(0, reading.length())));
      escape(reading.substring(0, end), list.append("<td>"));
      list.append(end < reading.length() ? "…</td>" : "</td>");
    }
    list.append("</tr>\n");
  }

  private void endRow() {
    if (columns.stream().anyMatch(column -> column.length() > 0)) {
      out.append("<div class=\"row\">");
      for (int i = 0; i < columns.size(); i++) {
        escape(apparatus.witnesses().get(i).siglum(), out.append("<div data-siglum=\""));
        out.append("\">").append(columns.get(i)).append("</div>");
      }
      out.append("</div>\n");
    }
    columns.forEach(column -> column.setLength(0));
  }

  private void differences() {
    out.append("<h2 lang=\"en\">Differences of characters</h2>\n<table>\n");
    out.append("<tr lang=\"en\"><th>number</th><th>class</th>");
    for (Witness witness : apparatus.witnesses()) {
      escape(witness.siglum(), out.append("<th>"));
      out.append("</th>");
    }
    out.append("</tr>\n").append(list).append("</table>\n");
  }

  private static void escape(String text, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '&' -> into.append("&amp;");
        case '<' -> into.append("&lt;");
        case '>' -> into.append("&gt;");
        case '"' -> into.append("&quot;");
        case '\'' -> into.append("&#39;");
        default -> into.append(unit);
      }
    }
  }
}
