package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Editing.class)
class ChangeSetPropertiesTest {

  @Property
  void convergesWhoeverComesFirst(@ForAll Text text, @ForAll Draft one, @ForAll Draft other) {
    ChangeSet a = one.on(text);
    ChangeSet b = other.on(text);
    ChangeSet firstA = a.compose(b.map(a, false));
    ChangeSet firstB = b.compose(a.map(b, true));
    assertThat(firstA.apply(text)).isEqualTo(firstB.apply(text));
  }

  @Property
  void composesInAnyGrouping(
      @ForAll Text text, @ForAll Draft one, @ForAll Draft two, @ForAll Draft three) {
    ChangeSet a = one.on(text);
    ChangeSet b = two.on(a.apply(text));
    ChangeSet c = three.on(b.apply(a.apply(text)));
    Text left = a.compose(b).compose(c).apply(text);
    assertThat(left).isEqualTo(a.compose(b.compose(c)).apply(text));
    assertThat(left).isEqualTo(c.apply(b.apply(a.apply(text))));
  }

  @Property
  void restoresTheTextByTheInverse(@ForAll Text text, @ForAll Draft draft) {
    ChangeSet changes = draft.on(text);
    Text after = changes.apply(text);
    ChangeSet inverse = changes.invert(text);
    assertThat(inverse.apply(after)).isEqualTo(text);
    assertThat(inverse.invert(after)).isEqualTo(changes);
  }

  @Property
  void mapsPositionsInOrder(@ForAll Text text, @ForAll Draft draft) {
    ChangeSet changes = draft.on(text);
    int last = 0;
    for (int position = 0; position <= text.length(); position++) {
      int before = changes.mapPos(position, -1);
      int behind = changes.mapPos(position, 1);
      assertThat(before).isBetween(0, behind);
      assertThat(behind).isBetween(last, changes.newLength());
      last = before;
    }
  }

  @Property
  void losesAPositionOnlyWhereSomethingIsDeleted(@ForAll Text text, @ForAll Draft draft) {
    ChangeSet changes = draft.on(text);
    for (int position = 1; position < text.length(); position++) {
      boolean before = changes.deletes(position - 1, position);
      boolean after = changes.deletes(position, position + 1);
      assertThat(changes.mapPos(position, 1, MapMode.TRACK_BEFORE).isEmpty()).isEqualTo(before);
      assertThat(changes.mapPos(position, 1, MapMode.TRACK_AFTER).isEmpty()).isEqualTo(after);
      OptionalInt across = changes.mapPos(position, 1, MapMode.TRACK_DELETE);
      assertThat(across.isPresent() || (before && after)).isTrue();
    }
  }

  @Property
  void hasOneFormForOneWalk(@ForAll Text text, @ForAll Draft draft) {
    ChangeSet changes = draft.on(text);
    assertThat(ChangeSet.ofSections(changes.sections()))
        .isEqualTo(changes)
        .hasSameHashCodeAs(changes);
  }

  @Property
  void keepsCharactersWholeWhenMappedOrComposed(
      @ForAll Text text, @ForAll Draft one, @ForAll Draft other) {
    ChangeSet a = one.on(text);
    ChangeSet b = other.on(text);
    CodeUnits.check(a, text);
    CodeUnits.checkHalves(b.map(a, false), a.apply(text));
    CodeUnits.checkHalves(a.compose(b.map(a, false)), text);
  }
}
