package org.dianjiao.exchange.authority;

import java.util.Locale;
import java.util.Set;

/** Scripts and the language tags (BCP 47) by which other formats say them. */
final class Scripts {

  private static final Set<String> CHINESE = Set.of("zh", "zho", "chi", "lzh", "och", "ltc");
  private static final Set<String> TRADITIONAL = Set.of("tw", "hk", "mo");
  private static final Set<String> SIMPLIFIED = Set.of("cn", "sg", "my");
  private static final Set<String> CYRILLIC = Set.of("ru", "uk", "bg", "be", "kk", "ky", "mn");
  private static final Set<String> OTHERS = Set.of("ja", "ko", "ar", "fa", "he", "th", "hi", "ug");

  private Scripts() {}

  /** The tag for a form in a script. */
  static String language(String script) {
    return script.startsWith("Han") ? "zh-" + script : "und-" + script;
  }

  static boolean isChinese(String tag) {
    return CHINESE.contains(part(tag, 0));
  }

  /** The script that a tag names or means; empty when it means none. */
  static String script(String tag) {
    String[] parts = tag.split("[-_]", -1);
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].toLowerCase(Locale.ROOT);
      if (part.matches("[a-z]{4}")) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
      }
      if (isChinese(tag) && TRADITIONAL.contains(part)) {
        return "Hant";
      }
      if (isChinese(tag) && SIMPLIFIED.contains(part)) {
        return "Hans";
      }
    }
    String language = part(tag, 0);
    if (CYRILLIC.contains(language)) {
      return "Cyrl";
    }
    boolean latin = language.matches("[a-z]{2,3}") && !isChinese(tag);
    return latin && !OTHERS.contains(language) && !language.equals("und") ? "Latn" : "";
  }

  /** The script of most of a text, as far as we name any; empty for Chinese characters. */
  static String of(String text) {
    int letter = text.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN -> "Latn";
      case CYRILLIC -> "Cyrl";
      case MONGOLIAN -> "Mong";
      case TIBETAN -> "Tibt";
      case ARABIC -> "Arab";
      case HANGUL -> "Hang";
      case HIRAGANA, KATAKANA -> "Jpan";
      default -> "";
    };
  }

  static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private static String part(String tag, int at) {
    return tag.split("[-_]", -1)[at].toLowerCase(Locale.ROOT);
  }
}
