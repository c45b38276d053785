package org.dianjiao.plugin.variants;

import java.util.Arrays;
import java.util.List;

/**
 * One regular form of a character.
 *
 * @param form the regular one, or - to leave the character as it is
 * @param relation of what type the character is: {@code variant} (異體), {@code simplified} and
 *     {@code traditional} (簡繁), {@code borrowed} (通假), {@code taboo} (避諱), {@code misprint} (訛),
 *     {@code old-form} (舊字形)
 * @param orthography of the texts in which the form is the regular one, or {@code both}
 * @param because the sources, in words
 * @param phrases where it holds; empty means everywhere
 */
record Regular(
    String character,
    String form,
    String relation,
    String orthography,
    double confidence,
    String because,
    List<String> phrases) {

  /**
   * A row of a table: all but the reason, which {@code because} gives, and phrases with | between.
   */
  static Regular of(String[] row, String because) {
    List<String> phrases =
        Arrays.stream(row[row.length - 1].split("\\|")).filter(word -> !word.isEmpty()).toList();
    return new Regular(
        row[0], row[1], row[2], row[3], Double.parseDouble(row[4]), because, phrases);
  }

  /** For the reviewer: {@code variant of 炮 (Unihan)}. */
  String inWords() {
    String how =
        switch (relation) {
          case "simplified", "traditional" -> " form ";
          case "borrowed", "taboo", "misprint" -> " for ";
          default -> " of ";
        };
    return relation + how + form + " (" + because + ")";
  }

  boolean isOfScript() {
    return relation.equals("simplified") || relation.equals("traditional");
  }

  boolean leavesAsIs() {
    return form.equals("-");
  }

  boolean suits(String wanted) {
    return orthography.equals("both") || wanted.equals("both") || orthography.equals(wanted);
  }

  /** Whether the character at an offset stands in one of the phrases. */
  boolean standsIn(String text, int offset) {
    return phrases.isEmpty() || phrases.stream().anyMatch(phrase -> covers(text, offset, phrase));
  }

  private boolean covers(String text, int offset, String phrase) {
    for (int at = phrase.indexOf(character); at >= 0; at = phrase.indexOf(character, at + 1)) {
      if (text.startsWith(phrase, offset - at)) {
        return true;
      }
    }
    return false;
  }

  /** The same, as sure as that. */
  Regular believed(double belief) {
    return new Regular(character, form, relation, orthography, belief, because, phrases);
  }

  /** The same, as sure as a look at the text around made it. */
  Regular believed(double belief, String reason) {
    return new Regular(
        character, form, relation, orthography, belief, because + ", " + reason, phrases);
  }
}
