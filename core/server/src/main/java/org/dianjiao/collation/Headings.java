package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text is divided by: lines that begin with the number of an article ({@code 第三条}, {@code
 * 第四十二款}, {@code 卷二}) or with a date ({@code 六月初九日}, {@code 咸丰九年三月二十日}).
 */
final class Headings {

  private static final String NUMBER = "[〇○零一二三四五六七八九十廿卅百千\\d]{1,8}";

  private static final Pattern ARTICLE =
      Pattern.compile("(?:第(%s)([条條款则則章节節回卷篇号號])|(卷)(?:之)?(%s))".formatted(NUMBER, NUMBER));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\p{IsHan}{2})?(?:(元|%s)年)?(?:[（(][^（()）\\n]{1,9}[)）])?[春夏秋冬]?(?:(闰|閏)?(正|%s)月)?(?:初?(%s)日)?"
              .formatted(NUMBER, NUMBER, NUMBER));

  private static final String DIGITS = "〇一二三四五六七八九";

  private final List<Heading> found = new ArrayList<>();

  /**
   * A heading.
   *
   * @param key the same for headings that may belong together
   * @param from its first sign
   * @param to the sign behind it
   */
  record Heading(String key, int from, int to) {}

  private Headings() {}

  /** The headings of a text, in order. */
  static List<Heading> of(Signs signs) {
    Headings headings = new Headings();
    String text = signs.text();
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int first = signs.at(line);
      if (first < signs.size() && signs.from(first) < end) {
        headings.look(signs, first, end);
      }
      line = end + 1;
    }
    return headings.found;
  }

  private void look(Signs signs, int first, int end) {
    Matcher article = ARTICLE.matcher(signs.text()).region(signs.from(first), end);
    if (article.lookingAt()) {
      String number = article.group(1) == null ? article.group(4) : article.group(1);
      String unit = article.group(2) == null ? article.group(3) : article.group(2);
      add(signs, first, article.end(), modern(unit) + value(number));
      return;
    }
    Matcher date = DATE.matcher(signs.text()).region(signs.from(first), end);
    if (date.lookingAt() && (date.group(1) != null || date.group(3) != null)) {
      add(signs, first, date.end(), dateKey(date));
    }
  }

  private void add(Signs signs, int first, int end, String key) {
    found.add(new Heading(key, first, signs.at(end)));
  }

  private static String dateKey(Matcher date) {
    return "%s年%s%s月%s日"
        .formatted(
            value(date.group(1)),
            date.group(2) == null ? "" : "闰",
            value(date.group(3)),
            value(date.group(4)));
  }

  private static String modern(String unit) {
    return switch (unit) {
      case "條" -> "条";
      case "則" -> "则";
      case "節" -> "节";
      case "號" -> "号";
      default -> unit;
    };
  }

  /** A number as it is counted, whichever way it is written; -1 for none. */
  private static int value(String number) {
    if (number == null) {
      return -1;
    }
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < number.length(); i++) {
      char sign = number.charAt(i);
      int unit =
          switch (sign) {
            case '十', '廿', '卅' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
          };
      if (unit > 0) {
        int times = sign == '廿' ? 2 : sign == '卅' ? 3 : Math.max(1, digit);
        sum += times * unit;
        digit = 0;
      } else {
        digit = digit * 10 + digit(sign);
      }
    }
    return sum + digit;
  }

  private static int digit(char sign) {
    return switch (sign) {
      case '元', '正' -> 1;
      case '零', '○' -> 0;
      default -> sign <= '9' ? sign - '0' : DIGITS.indexOf(sign);
    };
  }
}
