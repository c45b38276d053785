package org.dianjiao.plugin.punctuation.structure;

/**
 * The number at the beginning of an article: {@code 第三条}, {@code 第四十二款}. What it numbers follows
 * behind a colon, unless the sentence goes on and speaks of the article.
 */
public final class Numbering {

  private static final int LONGEST = 9;
  private static final String DIGITS = "一二三四五六七八九十百千零〇";
  private static final String GOING_ON = "约所内之即既与款条载";
  private static final String UNITS = "条款则章节";

  private Numbering() {}

  /** Whether the text of an article begins behind a gap. */
  public static boolean isBefore(BareLine line, int gap) {
    return gap + 1 < line.size()
        && GOING_ON.indexOf(line.line().codes()[gap + 1]) < 0
        && endsAt(line, gap);
  }

  /** Whether such a number is the whole line up to a gap. */
  public static boolean endsAt(BareLine line, int gap) {
    int[] codes = line.line().codes();
    if (gap < 2 || gap >= LONGEST || codes[0] != '第' || UNITS.indexOf(codes[gap]) < 0) {
      return false;
    }
    for (int i = 1; i < gap; i++) {
      if (DIGITS.indexOf(codes[i]) < 0) {
        return false;
      }
    }
    return true;
  }
}
