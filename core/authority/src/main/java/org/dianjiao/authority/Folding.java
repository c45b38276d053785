package org.dianjiao.authority;

import java.text.Normalizer;
import java.util.Locale;
import org.dianjiao.characters.Orthography;
import org.dianjiao.characters.Relation;
import org.dianjiao.characters.Variants;

/**
 * Makes forms meet that differ only in how they are written: traditional and simplified characters,
 * variants that the list of 1955 (第一批异体字整理表) sets aside, Latin letters with and without case and
 * accents, the several apostrophes, wide and narrow, one space and many.
 *
 * <p>For looking up only: what comes out is nobody's text. Folding what was folded changes nothing.
 * The tables are read when something is folded for the first time.
 */
public final class Folding {

  private static final int MOST_STEPS = 3;

  private Folding() {}

  /** The form under which a text is looked up; empty for text that is blank or all accents. */
  public static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    String plain = isPlain(text) ? text : latin(text);
    plain.codePoints().map(Folding::character).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(one -> one >= 0x3400 && one <= 0x9FFF);
  }

  private static String latin(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{Mn}", "")
        .replaceAll("[‘’‛ʻʼʽʾʿ`´]", "'")
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static int character(int codePoint) {
    if (!Character.isIdeographic(codePoint)) {
      return codePoint;
    }
    return codePoint < Plane.SIZE ? Plane.FOLDED[codePoint] : compute(codePoint);
  }

  private static int compute(int codePoint) {
    int now = codePoint;
    for (int step = 0; step < MOST_STEPS; step++) {
      int next = step(now);
      if (next == now) {
        return now;
      }
      now = next;
    }
    return now;
  }

  private static int step(int codePoint) {
    int simplified = Orthography.load().simplified(codePoint);
    return simplified == codePoint ? regular(codePoint) : simplified;
  }

  /** The one character as a variant of which the list of 1955 names it; itself otherwise. */
  private static int regular(int codePoint) {
    int[] regular =
        Variants.load().of(codePoint).stream()
            .filter(one -> one.kind() == Relation.Kind.VARIANT && one.saidBy("dypytz"))
            .filter(one -> one.to() == codePoint)
            .mapToInt(Relation::from)
            .toArray();
    return regular.length == 1 ? regular[0] : codePoint;
  }

  /** The characters of the first plane, computed once for all who ask. */
  private static final class Plane {

    static final int SIZE = 0x10000;
    static final char[] FOLDED = fold();

    private static char[] fold() {
      char[] folded = new char[SIZE];
      for (int codePoint = 0; codePoint < SIZE; codePoint++) {
        int to = Character.isIdeographic(codePoint) ? compute(codePoint) : codePoint;
        folded[codePoint] = to < SIZE ? (char) to : (char) codePoint;
      }
      return folded;
    }
  }
}
