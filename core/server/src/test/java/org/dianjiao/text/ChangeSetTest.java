package org.dianjiao.text;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

  @Test
  void replacesOneRange() {
    ChangeSet changes = ChangeSet.replace(6, 2, 4, "和約");
    assertThat(changes).hasToString("2 2:2 2");
    assertThat(changes.apply(Text.of("天津條約草案"))).hasToString("天津和約草案");
  }

  @Test
  void changesNothingWhenEmpty() {
    ChangeSet empty = ChangeSet.empty(3);
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty).isEqualTo(ChangeSet.replace(3, 1, 1, "")).hasToString("3");
    assertThat(ChangeSet.empty(0).isEmpty()).isTrue();
    assertThat(empty.touches(0, 3)).isFalse();
  }

  @Test
  void speaksOfTheOldTextInEveryEdit() {
    List<Edit> edits = List.of(new Edit(3, 3, "丙"), new Edit(0, 1, "甲"), new Edit(3, 3, "丁"));
    assertThat(ChangeSet.of(3, edits).apply(Text.of("一二三"))).hasToString("甲二三丙丁");
  }

  @Test
  void joinsWhatBelongsTogether() {
    List<Section> grains =
        List.of(
            Section.keep(1),
            Section.keep(0),
            Section.keep(2),
            Section.replace(1, ""),
            Section.replace(0, ""),
            Section.replace(1, ""),
            Section.replace(0, "a"),
            Section.replace(0, "b"));
    assertThat(ChangeSet.ofSections(grains).sections())
        .containsExactly(Section.keep(3), Section.replace(2, ""), Section.replace(0, "ab"));
  }

  @Test
  void knowsWhatIsGone() {
    ChangeSet changes =
        ChangeSet.of(9, List.of(new Edit(2, 4, "甲乙丙"), new Edit(4, 5, ""), new Edit(6, 7, "")));
    assertThat(changes.deletes(2, 5)).isTrue();
    assertThat(changes.deletes(2, 6)).isFalse();
    assertThat(changes.deletes(1, 3)).isFalse();
    assertThat(changes.deletes(5, 7)).isFalse();
    assertThat(changes.deletes(3, 3)).isFalse();
  }

  @Test
  void findsItsWayInALongChangeSet() {
    long seed = 1858;
    Random random = new Random(seed);
    List<Edit> edits = new ArrayList<>();
    BitSet deleted = new BitSet();
    BitSet touched = new BitSet();
    for (int at = 3; at < 4_990; at += 3 + random.nextInt(9)) {
      Edit edit = new Edit(at, at + random.nextInt(3), "約".repeat(1 + random.nextInt(2)));
      edits.add(edit);
      deleted.set(edit.from(), edit.to());
      touched.set(edit.from(), edit.to() + 1);
    }
    ChangeSet changes = ChangeSet.of(5_000, edits);
    Text numbered =
        Text.of(IntStream.range(0, 5_000).mapToObj(Character::toString).collect(joining()));
    Text after = changes.apply(numbered);
    for (int position = 0; position < 5_000; position++) {
      String where = "position " + position + ", seed " + seed;
      assertThat(changes.touches(position, position)).as(where).isEqualTo(touched.get(position));
      assertThat(changes.deletes(position, position + 1))
          .as(where)
          .isEqualTo(deleted.get(position));
      if (!deleted.get(position)) {
        int mapped = changes.mapPos(position, 1);
        assertThat(after.charAt(mapped)).as(where).isEqualTo(numbered.charAt(position));
      }
    }
  }

  @Test
  void refusesLengthsThatDoNotFit() {
    ChangeSet changes = ChangeSet.replace(6, 2, 4, "");
    assertThatThrownBy(() -> changes.apply(Text.of("條約")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("change set of length 6 does not fit a text of length 2");
    assertThatThrownBy(() -> changes.map(ChangeSet.empty(5), false))
        .hasMessage("change set of length 6 does not fit a change set of length 5");
    assertThatThrownBy(() -> changes.compose(ChangeSet.empty(6)))
        .hasMessage("change set of length 6 cannot follow one that makes 4 units");
    assertThatThrownBy(() -> changes.invert(Text.EMPTY))
        .hasMessage("change set of length 6 does not fit a text of length 0");
  }

  @Test
  void refusesPlacesOutside() {
    assertThatThrownBy(() -> ChangeSet.replace(6, 4, 7, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edit from 4 to 7 is outside a text of 6 units");
    assertThatThrownBy(() -> new Edit(4, 3, "")).hasMessage("edit from 4 to 3");
    assertThatThrownBy(() -> ChangeSet.empty(6).mapPos(7, 1))
        .hasMessage("position 7 is outside a change set of length 6");
    assertThatThrownBy(() -> ChangeSet.empty(6).mapPos(-1, 1))
        .hasMessage("position -1 is outside a change set of length 6");
  }

  @Test
  void refusesMoreThanATextCanHold() {
    List<Section> sections = List.of(Section.keep(Integer.MAX_VALUE), Section.keep(1));
    assertThatThrownBy(() -> ChangeSet.ofSections(sections))
        .hasMessage("change set of 2147483648 units is too long");
    List<Section> growing = List.of(Section.keep(Integer.MAX_VALUE), Section.replace(0, "a"));
    assertThatThrownBy(() -> ChangeSet.ofSections(growing))
        .hasMessage("change set from 2147483647 to 2147483648 units is too long");
  }

  @Test
  void refusesACarriageReturn() {
    assertThatThrownBy(() -> ChangeSet.replace(6, 4, 4, "天津\r\n"))
        .isInstanceOf(MalformedChange.class)
        .hasMessage("insert holds a carriage return at its unit 2");
    assertThatThrownBy(() -> ChangeSet.ofSections(List.of(Section.replace(0, "\r"))))
        .isInstanceOf(MalformedChange.class);
  }
}
