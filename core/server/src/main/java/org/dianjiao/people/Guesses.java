package org.dianjiao.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Of how many pieces a password is made for somebody who guesses as people choose: a common
 * password or word, a name of the person or of this server, a run of one character, a sequence, a
 * walk over the keyboard, a year, or what was there before once more, each counts as one piece;
 * every other character as one of its own. The fewest pieces that it can be read as count.
 */
final class Guesses {

  private static final List<String> PLACES = List.of("dianjiao", "點校", "点校");

  /** What lies side by side on keyboards; each is walked both ways. */
  private static final List<String> KEYS =
      List.of(
          "`1234567890-=",
          "qwertyuiop[]\\",
          "asdfghjkl;'",
          "zxcvbnm,./",
          "qwertzuiopü",
          "asdfghjklöä",
          "yxcvbnm,.-",
          "azertyuiop",
          "qsdfghjklm",
          "wxcvbn",
          "1qaz",
          "2wsx",
          "3edc",
          "4rfv",
          "5tgb",
          "6yhn",
          "7ujm",
          "8ik,",
          "9ol.",
          "147258369",
          "789456123");

  private static final int SHORTEST_WALK = 3;
  private static final String STRANGE = "@$!€013457|";
  private static final String PLAIN = "asieoleastl";

  private final String password;
  private final String plain;
  private final List<String> words = new ArrayList<>();

  private Guesses(String password, String name) {
    this.password = password.toLowerCase(Locale.ROOT);
    this.plain = plain(this.password);
    words.addAll(PLACES);
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.codePointCount(0, word.length()) >= 2) {
        words.add(word);
      }
    }
  }

  /** The fewest pieces of a password of somebody with this name, which may be empty. */
  static int pieces(String password, String name) {
    return new Guesses(Normalizer.normalize(password, Normalizer.Form.NFKC), name).fewest();
  }

  private static String plain(String words) {
    StringBuilder plain = new StringBuilder(words);
    for (int i = 0; i < plain.length(); i++) {
      int at = STRANGE.indexOf(plain.charAt(i));
      if (at >= 0) {
        plain.setCharAt(i, PLAIN.charAt(at));
      }
    }
    return plain.toString();
  }

  /** The shortest way from the start to the end over pieces. */
  private int fewest() {
    int[] best = new int[password.length() + 1];
    for (int end = 1; end <= password.length(); end++) {
      best[end] = best[end - 1] + 1;
      for (int start = 0; start < end - 1; start++) {
        if (best[start] + 1 < best[end] && isPiece(start, end)) {
          best[end] = best[start] + 1;
        }
      }
    }
    return best[password.length()];
  }

  private boolean isPiece(int start, int end) {
    String part = password.substring(start, end);
    return isWord(part)
        || isWord(plain.substring(start, end))
        || isYear(part)
        || isSequence(part)
        || isWalk(part)
        || (part.length() >= 2 && password.substring(0, start).contains(part));
  }

  private boolean isWord(String part) {
    boolean common =
        part.length() >= CommonPasswords.SHORTEST
            && part.length() <= CommonPasswords.LONGEST
            && CommonPasswords.contains(part);
    return common || words.contains(part);
  }

  private static boolean isYear(String part) {
    return part.length() == 4
        && part.chars().allMatch(unit -> unit >= '0' && unit <= '9')
        && (part.startsWith("1") || part.startsWith("20"));
  }

  /** Each character follows the one before by the same step: none, up or down. */
  private static boolean isSequence(String part) {
    if (part.length() < SHORTEST_WALK) {
      return part.length() == 2 && part.charAt(0) == part.charAt(1);
    }
    int step = part.charAt(1) - part.charAt(0);
    for (int i = 2; i < part.length(); i++) {
      if (part.charAt(i) - part.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }

  private static boolean isWalk(String part) {
    if (part.length() < SHORTEST_WALK) {
      return false;
    }
    String back = new StringBuilder(part).reverse().toString();
    return KEYS.stream().anyMatch(row -> row.contains(part) || row.contains(back));
  }
}
