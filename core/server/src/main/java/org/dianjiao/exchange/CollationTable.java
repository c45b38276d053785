package org.dianjiao.exchange;

import java.util.List;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.Segment;

/**
 * Writes the differences of witnesses as a table with tabs between its columns. Places are code
 * points of the files as they are. A line end in a text is written {@code \n}, a carriage return
 * {@code \r}, a tab {@code \t}, a backslash {@code \\}.
 *
 * <p>With more than two witnesses there is a last column more, the siglum of the second of each
 * pair; the first is always the same.
 */
public final class CollationTable {

  private static final String COLUMNS = "a_start\ta_end\ta_text\tb_start\tb_end\tb_text\tclass";

  private CollationTable() {}

  /** The table; collations of one first witness. */
  public static String write(List<Collation> collations) {
    boolean many = collations.size() > 1;
    StringBuilder table = new StringBuilder(COLUMNS).append(many ? "\twitness\n" : "\n");
    for (Collation collation : collations) {
      CodePoints a = new CodePoints(collation.a().text());
      CodePoints b = new CodePoints(collation.b().text());
      for (Segment one : collation.differences()) {
        table.append(a.before(one.aStart())).append('\t').append(a.before(one.aEnd())).append('\t');
        escape(collation.a(one), table);
        table.append('\t').append(b.before(one.bStart())).append('\t').append(b.before(one.bEnd()));
        escape(collation.b(one), table.append('\t'));
        table.append('\t').append(one.kind().word());
        if (many) {
          escape(collation.b().siglum(), table.append('\t'));
        }
        table.append('\n');
      }
    }
    return table.toString();
  }

  private static void escape(String text, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '\n' -> into.append("\\n");
        case '\r' -> into.append("\\r");
        case '\t' -> into.append("\\t");
        case '\\' -> into.append("\\\\");
        default -> into.append(unit);
      }
    }
  }

  /** Counts code points; asked for places that only go forward. */
  private static final class CodePoints {

    private final String text;
    private int unit;
    private int count;

    CodePoints(String text) {
      this.text = text;
    }

    int before(int place) {
      count += text.codePointCount(unit, place);
      unit = place;
      return count;
    }
  }
}
