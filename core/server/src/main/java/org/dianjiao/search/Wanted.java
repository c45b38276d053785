package org.dianjiao.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dianjiao.search.Relatives.Bond;
import org.dianjiao.search.Relatives.Relative;

/** One character that is looked for, with what counts as it; or any character at all. */
public final class Wanted {

  /** Stands for any character that is no line end. */
  static final Wanted ANY = new Wanted("", -1, "", List.of());

  private final String asked;
  private final int codePoint;
  private final String selectors;
  private final List<Relative> relatives;
  private final int[] accepted;

  private Wanted(String asked, int codePoint, String selectors, List<Relative> relatives) {
    this.asked = asked;
    this.codePoint = codePoint;
    this.selectors = selectors;
    this.relatives = List.copyOf(relatives);
    int[] all = new int[relatives.size() + 1];
    for (int i = 0; i < relatives.size(); i++) {
      all[i] = relatives.get(i).codePoint();
    }
    all[relatives.size()] = codePoint;
    this.accepted = Arrays.stream(all).sorted().distinct().toArray();
  }

  /** A character as it stands in a question, with its selectors. */
  static Wanted of(String asked, Switches switches, Relatives relatives) {
    int codePoint = asked.codePointAt(0);
    List<Relative> counted =
        relatives.of(codePoint).stream()
            .filter(one -> one.codePoint() != codePoint)
            .filter(one -> one.bond() == Bond.VARIANT ? switches.variants() : switches.simplified())
            .toList();
    return new Wanted(asked, codePoint, asked.substring(Character.charCount(codePoint)), counted);
  }

  /** Whether any character counts. */
  boolean isAny() {
    return codePoint < 0;
  }

  /** As it was asked for; empty for any character. */
  public String asked() {
    return asked;
  }

  /** The selectors that it was asked for with. */
  String selectors() {
    return selectors;
  }

  /** Every code point that counts as it, ascending. */
  int[] accepted() {
    return accepted.clone();
  }

  boolean accepts(int found) {
    if (found == codePoint) {
      return true;
    }
    return isAny()
        ? found != '\n'
        : accepted.length > 1 && Arrays.binarySearch(accepted, found) >= 0;
  }

  /** The relatives that count as it. */
  public List<Relative> relatives() {
    return relatives;
  }

  /** How a character that was found is related to this one; empty when it is this one. */
  Optional<Relative> relative(int found) {
    return relatives.stream().filter(one -> one.codePoint() == found).findFirst();
  }
}
