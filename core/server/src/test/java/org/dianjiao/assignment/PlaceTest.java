package org.dianjiao.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlaceTest {

  /** The middle line of three. */
  private static final String TEXT = "議將從前\n使臣進京\n天津條約";

  private static final Place MIDDLE = Place.of(5, 9);

  private static Place after(Place place, int from, int to, String insert) {
    return place.map(ChangeSet.replace(TEXT.length(), from, to, insert));
  }

  private static String text(Place place, int from, int to, String insert) {
    Text changed = ChangeSet.replace(TEXT.length(), from, to, insert).apply(Text.of(TEXT));
    return changed.slice(place.start(), place.end());
  }

  @Test
  void movesWithTextBeforeAndStaysWithTextBehind() {
    assertThat(after(MIDDLE, 0, 2, "")).isEqualTo(Place.of(3, 7));
    assertThat(after(MIDDLE, 11, 12, "大沽口")).isEqualTo(MIDDLE);
    assertThat(after(MIDDLE, 4, 4, "，")).isEqualTo(Place.of(6, 10)); // the end of the line above
  }

  @Test
  void whatIsTypedAtItsEndsBelongsToIt() {
    assertThat(text(after(MIDDLE, 9, 9, "。"), 9, 9, "。")).isEqualTo("使臣進京。");
    assertThat(text(after(MIDDLE, 5, 5, "「"), 5, 5, "「")).isEqualTo("「使臣進京");
    assertThat(text(after(MIDDLE, 7, 7, "，"), 7, 7, "，")).isEqualTo("使臣，進京");
  }

  @Test
  void staysWhenAllOfItIsWrittenAnew() {
    Place anew = after(MIDDLE, 5, 9, "使臣晉京。");
    assertThat(text(anew, 5, 9, "使臣晉京。")).isEqualTo("使臣晉京。");
    Place empty = after(MIDDLE, 5, 9, "");
    assertThat(empty).isEqualTo(Place.of(5, 5));
    assertThat(empty.map(ChangeSet.replace(TEXT.length() - 4, 5, 5, "大沽")))
        .isEqualTo(Place.of(5, 7));
  }

  @Test
  void anEmptyLineThatIsToBeTranscribedGrows() {
    Place line = Place.of(2, 2);
    assertThat(line.map(ChangeSet.replace(5, 2, 2, "天津"))).isEqualTo(Place.of(2, 4));
  }

  @Test
  void isGoneForGoodWhenItIsDeletedWithTextBesideIt() {
    Place gone = after(MIDDLE, 4, 9, "");
    assertThat(gone).isEqualTo(new Place(4, 4, true));
    assertThat(after(MIDDLE, 0, TEXT.length(), "甲")).isEqualTo(new Place(0, 0, true));
    assertThat(gone.map(ChangeSet.replace(9, 4, 4, "使臣進京"))).isEqualTo(new Place(4, 4, true));
    assertThat(gone.map(ChangeSet.replace(9, 0, 2, ""))).isEqualTo(new Place(2, 2, true));
    assertThat(Place.of(2, 2).map(ChangeSet.replace(5, 1, 3, ""))).isEqualTo(new Place(1, 1, true));
  }

  @Test
  void keepsWhatIsLeftWhenAnEndIsDeleted() {
    assertThat(after(MIDDLE, 3, 7, "")).isEqualTo(Place.of(3, 5));
    assertThat(after(MIDDLE, 7, 12, "")).isEqualTo(Place.of(5, 7));
  }

  /** One change at a time or all in one: a unit of the passages that is left stays inside. */
  @RepeatedTest(20)
  void neverLosesAUnitThatIsLeft(RepetitionInfo info) {
    long seed = 4_000L + info.getCurrentRepetition();
    Random random = new Random(seed);
    int length = 40;
    Place place = Place.of(10, 20);
    List<Integer> inside = new ArrayList<>();
    for (int unit = 10; unit < 20; unit++) {
      inside.add(unit);
    }
    for (int step = 0; step < 30; step++) {
      int from = random.nextInt(length + 1);
      int to = Math.min(length, from + random.nextInt(3));
      ChangeSet change = ChangeSet.replace(length, from, to, "甲乙丙".substring(0, random.nextInt(4)));
      place = place.map(change);
      List<Integer> left = new ArrayList<>();
      for (int unit : inside) {
        if (unit < from || unit >= to) {
          left.add(change.mapPos(unit, 1));
        }
      }
      inside = left;
      length = change.newLength();
      assertThat(place.end()).as("seed " + seed).isLessThanOrEqualTo(length);
      if (!place.gone()) {
        for (int unit : inside) {
          assertThat(unit).as("seed " + seed).isBetween(place.start(), place.end() - 1);
        }
      } else {
        assertThat(inside).as("seed " + seed).isEmpty();
      }
    }
  }
}
