package org.dianjiao.variant;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a project decided about one character or word.
 *
 * @param from as it stands in texts
 * @param form the regular form; empty to leave it as it is (a rule that forbids)
 * @param type {@code variant} (異體), {@code simplified}, {@code traditional} (簡繁), {@code borrowed}
 *     (通假), {@code taboo} (避諱), {@code misprint} (訛), {@code old-form} (舊字形)
 * @param words in which it holds, each with {@code from} in it; none means everywhere
 * @param reason why, in words
 */
public record Rule(String from, String form, String type, List<String> words, String reason) {

  /** What a variant can be. */
  public static final Set<String> TYPES =
      Set.of("variant", "simplified", "traditional", "borrowed", "taboo", "misprint", "old-form");

  private static final int MOST_CHARACTERS = 8;
  private static final int MOST_WORDS = 100;
  private static final int MOST_WORD = 20;
  private static final int MOST_REASON = 500;

  /** Requires text of bounded length, and a reason. */
  public Rule {
    Objects.requireNonNull(type, "type");
    words = List.copyOf(words);
    require("the character", from, 1, MOST_CHARACTERS);
    require("the form of " + from, form, 0, MOST_CHARACTERS);
    require("the reason for " + from, reason.strip(), 1, MOST_REASON);
    if (form.equals(from)) {
      throw new IllegalArgumentException(
          "%s is the form of itself; a form of nothing, or -, leaves it alone".formatted(from));
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "the type of %s is “%s”; there are %s"
              .formatted(from, type, String.join(", ", TYPES.stream().sorted().toList())));
    }
    if (words.size() > MOST_WORDS) {
      throw new IllegalArgumentException(
          "%s holds in %d words; %d at most".formatted(from, words.size(), MOST_WORDS));
    }
    for (String word : words) {
      require("a word of " + from, word, 1, MOST_WORD);
      if (!word.contains(from)) {
        throw new IllegalArgumentException("the word %s has no %s in it".formatted(word, from));
      }
    }
  }

  private static void require(String what, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw new IllegalArgumentException(
          "%s has %d characters; it may have %d to %d".formatted(what, length, least, most));
    }
    if (text.codePoints().anyMatch(Rule::unfit)) {
      throw new IllegalArgumentException(
          "%s has a tab, a line end or half a character in it".formatted(what));
    }
  }

  private static boolean unfit(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** Whether it leaves things as they are. */
  public boolean forbids() {
    return form.isEmpty();
  }

  /** Whether it speaks of the same as another: two such cannot both be followed. */
  boolean contradicts(Rule other) {
    return from.equals(other.from) && Set.copyOf(words).equals(Set.copyOf(other.words));
  }

  /** Whether it holds at a place where its {@code from} stands. */
  boolean holds(String text, int start) {
    return words.isEmpty() || words.stream().anyMatch(word -> covers(text, start, word));
  }

  private boolean covers(String text, int start, String word) {
    for (int at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
      if (text.startsWith(word, start - at)) {
        return true;
      }
    }
    return false;
  }
}
