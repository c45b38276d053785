package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Surnames;

/** What names look like and what stands beside them: the words of {@code patterns.tsv}. */
public final class Vocabulary {

  private static final int STRONG = 3;

  private final Map<String, WordKind> kinds = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();
  private final byte[] foreign = new byte[Character.MAX_VALUE + 1];

  /** Reads rows of a kind and its words, with spaces between them. */
  public Vocabulary(Fold fold, List<List<String>> rows) {
    for (List<String> row : rows) {
      WordKind kind = kinds.computeIfAbsent(row.get(0), name -> new WordKind());
      List<String> all = words.computeIfAbsent(row.get(0), name -> new ArrayList<>());
      for (String word : row.get(1).split(" ", -1)) {
        kind.add(fold.of(word));
        all.add(fold.of(word));
      }
    }
    for (byte weight = 1; weight <= STRONG; weight++) {
      for (String one : words.getOrDefault("transliteration" + weight, List.of())) {
        foreign[one.charAt(0)] = weight;
      }
    }
  }

  /** The surnames. */
  public Surnames surnames() {
    return new Surnames(Set.copyOf(words.getOrDefault("surname", List.of())));
  }

  /** How long the longest word of a kind is that begins there; 0 when none does. */
  int at(String kind, CharSequence text, int start) {
    return kind(kind).at(text, start);
  }

  /** Whether a whole text is a word of a kind. */
  boolean is(String kind, CharSequence text) {
    return kind(kind).has(text);
  }

  /** Whether a character is a word of a kind. */
  boolean is(String kind, char character) {
    return kind(kind).has(character);
  }

  /** Whether a word of a kind ends before a place of a reading. */
  boolean endsAt(String kind, Reading reading, int end) {
    return kind(kind).endsAt(reading, end);
  }

  /** The words of one kind, for who looks for them at every character. */
  WordKind kind(String kind) {
    return kinds.getOrDefault(kind, WordKind.EMPTY);
  }

  /** How much a character looks like one that writes a foreign sound: 0 to 3. */
  int foreign(char character) {
    return foreign[character];
  }

  /** How much all characters of a stretch do, on average. */
  double foreign(Reading reading, int from, int to) {
    int sum = 0;
    for (int at = from; at < to; at++) {
      sum += foreign[reading.at(at)];
    }
    return (double) sum / (to - from);
  }
}
