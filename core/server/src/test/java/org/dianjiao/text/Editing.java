package org.dianjiao.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Random texts and random edits, rich in what is hard: astral characters, selectors, line feeds.
 */
public class Editing extends DomainContextBase {

  private static final List<String> CHARACTERS =
      List.of(
          "a", "天", "津", "，", "\n", "𠲽", "𠸄", "😀", "辻\uDB40\uDD00", "㐂\uFE00", "\uDB40\uDD01");

  /** Texts of up to twenty characters. */
  @Provide
  public Arbitrary<Text> texts() {
    return characters(20).map(Text::of);
  }

  /** Up to five edits; many side by side or at one place. */
  @Provide
  public Arbitrary<Draft> drafts() {
    Arbitrary<Double> place = Arbitraries.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    Arbitrary<String> insert = Arbitraries.oneOf(Arbitraries.just(""), characters(4));
    return Combinators.combine(place, place, insert)
        .as(Draft.Stroke::new)
        .list()
        .ofMaxSize(5)
        .map(Draft::new);
  }

  private static Arbitrary<String> characters(int most) {
    return Arbitraries.of(CHARACTERS).list().ofMaxSize(most).map(list -> String.join("", list));
  }
}
