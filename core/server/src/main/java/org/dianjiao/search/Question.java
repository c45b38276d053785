package org.dianjiao.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What is looked for, and where.
 *
 * @param project whose documents
 * @param documents that may be looked into, in the order of the answer
 * @param phrases all of which a document has to hold; none when only annotations are looked for
 * @param filter annotations that are looked for, or that a match has to overlap
 * @param from how many matches are passed over
 * @param limit how many are told
 * @param millis that looking may take
 */
public record Question(
    String project,
    List<String> documents,
    List<Phrase> phrases,
    TagFilter filter,
    int from,
    int limit,
    int millis) {

  private static final char QUOTE = '"';

  /** Copies the lists, and refuses a question that asks for nothing. */
  public Question {
    documents = List.copyOf(documents);
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty() && filter.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to look for: no character, or only what is passed over, and no"
              + " annotation");
    }
  }

  /**
   * Reads what a person wrote. Words that a space parts are looked for each by itself; within "…" a
   * space, □ and ？ mean themselves, elsewhere □ and ？ stand for any one character.
   *
   * @throws IllegalArgumentException when a quotation mark is not closed, or nothing but □ is left
   */
  public static List<Phrase> phrases(String words, Switches switches, Relatives relatives) {
    List<Phrase> phrases = new ArrayList<>();
    int at = 0;
    while (at < words.length()) {
      char unit = words.charAt(at);
      if (unit == QUOTE) {
        int end = words.indexOf(QUOTE, at + 1);
        if (end < 0) {
          throw new IllegalArgumentException(
              "the quotation mark at %d of the question is not closed".formatted(at + 1));
        }
        add(
            phrases,
            Phrase.read(words.substring(at + 1, end), true, switches, relatives),
            switches);
        at = end + 1;
      } else if (Units.isLayout(unit)) {
        at++;
      } else {
        int end = at;
        while (end < words.length()
            && words.charAt(end) != QUOTE
            && !Units.isLayout(words.charAt(end))) {
          end++;
        }
        add(phrases, Phrase.read(words.substring(at, end), false, switches, relatives), switches);
        at = end;
      }
    }
    return phrases;
  }

  private static void add(List<Phrase> phrases, List<Wanted> wanted, Switches switches) {
    if (wanted.isEmpty()) {
      return;
    }
    if (wanted.stream().allMatch(Wanted::isAny)) {
      throw new IllegalArgumentException(
          "□ and ？ stand for any character; at least one has to be said, or write \"□\"");
    }
    phrases.add(new Phrase(wanted, switches));
  }
}
