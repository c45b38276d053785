package org.dianjiao.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianjiao.text.BareText;
import org.dianjiao.text.Edit;

/**
 * What marks somebody put where: one entry for each place between two bare units, before the first
 * and behind the last. A mark is a UTF-16 unit; the variation selectors of marks are left out.
 *
 * @param bare the text without marks
 * @param gaps the marks at each place, in their order; empty where none stands
 */
public record Markings(String bare, List<String> gaps) {

  /** Requires an entry for each place. */
  public Markings {
    gaps = List.copyOf(gaps);
    if (gaps.size() != bare.length() + 1) {
      throw new IllegalArgumentException(
          "%d places for a bare text of %d units".formatted(gaps.size(), bare.length()));
    }
  }

  /** The marks of a text. */
  public static Markings of(String full) {
    BareText bare = BareText.of(full);
    List<String> gaps = new ArrayList<>(bare.length() + 1);
    for (int place = 0; place <= bare.length(); place++) {
      gaps.add(marks(full.substring(bare.endOf(place), bare.startOf(place))));
    }
    return new Markings(bare.content(), gaps);
  }

  /**
   * The marks that edits put into a text without any. What they would do besides is left out, as is
   * an edit that would change more than marks.
   */
  public static Markings of(String bare, List<Edit> edits) {
    List<String> gaps = new ArrayList<>(Collections.nCopies(bare.length() + 1, ""));
    for (Edit edit : edits) {
      BareText inserted = BareText.of(edit.insert());
      if (inserted.content().equals(bare.substring(edit.from(), edit.to()))) {
        for (int place = 0; place <= inserted.length(); place++) {
          String gap =
              marks(edit.insert().substring(inserted.endOf(place), inserted.startOf(place)));
          gaps.set(edit.from() + place, gaps.get(edit.from() + place) + gap);
        }
      }
    }
    return new Markings(bare, gaps);
  }

  private static String marks(String gap) {
    return gap.chars()
        .filter(unit -> BareText.isMark((char) unit))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
