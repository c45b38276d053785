package org.dianjiao.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What the daily message says. What people wrote stands in one line each, and never first. */
final class DigestText {

  private static final int LONGEST = 160;

  private DigestText() {}

  /**
   * A piece of news.
   *
   * @param by whose deed it is
   * @param deed what they did, as in "they did this"
   * @param words what they said; empty for nothing
   * @param document its id
   */
  record Told(String by, String deed, String words, String document, String title, Instant at) {}

  /** The subject: only a number. */
  static String subject(int news) {
    return "Dianjiao: %d new in your inbox".formatted(news);
  }

  /**
   * The message.
   *
   * @param told the newest
   * @param all how many there are
   */
  static String text(URI address, String name, List<Told> told, int all) {
    StringBuilder text = new StringBuilder();
    text.append("For ").append(line(name)).append(": new since the last message.\r\n");
    for (Told one : told) {
      text.append("\r\n* ").append(line(one.by())).append(' ');
      text.append(one.deed());
      text.append(", in ").append(line(one.title())).append("\r\n");
      if (!one.words().isBlank()) {
        text.append("    > ").append(line(one.words())).append("\r\n");
      }
      text.append("    ").append(link(address, "/documents/" + one.document())).append("\r\n");
    }
    if (all > told.size()) {
      text.append("\r\nand %d more.\r\n".formatted(all - told.size()));
    }
    text.append("\r\nAll of it: ").append(link(address, "/")).append("\r\n");
    text.append("You asked for this message. To get no more of them: ");
    return text.append(link(address, "/account")).append("\r\n").toString();
  }

  private static String link(URI address, String path) {
    return address.toString().replaceAll("/+$", "") + path;
  }

  /** One line, cut, without what cannot be seen or turns the direction of writing. */
  private static String line(String words) {
    StringBuilder line = new StringBuilder();
    for (int point : words.codePoints().toArray()) {
      if (line.length() >= LONGEST) {
        return line.append('…').toString();
      }
      int type = Character.getType(point);
      boolean unseen =
          Character.isISOControl(point)
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || type == Character.SURROGATE;
      line.appendCodePoint(unseen ? ' ' : point);
    }
    return line.toString();
  }
}
