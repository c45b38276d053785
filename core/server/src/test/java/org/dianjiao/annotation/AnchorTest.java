package org.dianjiao.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Draft;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Editing;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

class AnchorTest {

  private static final Anchor RANGE = Anchor.of(3, 6);
  private static final Anchor POINT = Anchor.of(3, 3);

  @Test
  void doesNotWidenWhenTextIsTypedAtItsEdges() {
    assertThat(RANGE.map(replace(3, 3, "ab"))).isEqualTo(Anchor.of(5, 8));
    assertThat(RANGE.map(replace(6, 6, "ab"))).isEqualTo(RANGE);
  }

  @Test
  void widensWhenTextIsTypedInside() {
    assertThat(RANGE.map(replace(4, 4, "ab"))).isEqualTo(Anchor.of(3, 8));
  }

  @Test
  void goesWithTheTextBeforeIt() {
    assertThat(RANGE.map(replace(0, 2, "abc"))).isEqualTo(Anchor.of(4, 7));
    assertThat(RANGE.map(replace(7, 9, ""))).isEqualTo(RANGE);
  }

  @Test
  void keepsToWhatIsLeftOfItsText() {
    assertThat(RANGE.map(replace(2, 4, ""))).isEqualTo(Anchor.of(2, 4));
    assertThat(RANGE.map(replace(5, 8, "abc"))).isEqualTo(Anchor.of(3, 5));
    assertThat(RANGE.map(replace(2, 4, "ab"))).isEqualTo(Anchor.of(4, 6));
  }

  @Test
  void takesInWhatReplacesItsFirstOrLastUnits() {
    assertThat(RANGE.map(replace(3, 4, "abc"))).isEqualTo(Anchor.of(3, 8));
    assertThat(RANGE.map(replace(5, 6, "abc"))).isEqualTo(Anchor.of(3, 8));
  }

  @Test
  void isOrphanedWhenItsTextIsGone() {
    assertThat(RANGE.map(replace(3, 6, ""))).isEqualTo(orphan(3));
    assertThat(RANGE.map(replace(1, 8, ""))).isEqualTo(orphan(1));
    assertThat(RANGE.map(replace(1, 8, "ab"))).isEqualTo(orphan(1));
  }

  @Test
  void isOrphanedWhenItsTextIsReplacedInOneStepOrInTwo() {
    ChangeSet delete = replace(3, 6, "");
    ChangeSet insert = ChangeSet.replace(delete.newLength(), 3, 3, "abc");
    assertThat(RANGE.map(replace(3, 6, "abc"))).isEqualTo(orphan(3));
    assertThat(RANGE.map(delete).map(insert)).isEqualTo(orphan(3));
    assertThat(RANGE.map(delete.compose(insert))).isEqualTo(orphan(3));
  }

  @Test
  void isOrphanedWhenItsTextGoesPieceByPiece() {
    ChangeSet pieces = ChangeSet.of(10, List.of(new Edit(2, 4, "a"), new Edit(4, 7, "b")));
    assertThat(RANGE.map(pieces)).isEqualTo(orphan(2));
  }

  @Test
  void staysOrphanedAndMovesAsAPlace() {
    assertThat(orphan(3).map(replace(0, 0, "ab"))).isEqualTo(orphan(5));
    assertThat(orphan(3).map(replace(3, 3, "ab"))).isEqualTo(orphan(3));
    assertThat(orphan(3).map(replace(1, 5, "ab"))).isEqualTo(orphan(1));
  }

  @Test
  void leavesAPointAliveUnlessADeletionRunsAcrossIt() {
    assertThat(POINT.map(replace(3, 3, "ab"))).isEqualTo(POINT);
    assertThat(POINT.map(replace(1, 3, ""))).isEqualTo(Anchor.of(1, 1));
    assertThat(POINT.map(replace(3, 5, ""))).isEqualTo(POINT);
    assertThat(POINT.map(replace(2, 4, ""))).isEqualTo(orphan(2));
    assertThat(POINT.map(replace(2, 4, "ab"))).isEqualTo(orphan(2));
  }

  @Property
  @Domain(Editing.class)
  void staysInsideTheTextAndOnWholeCharacters(@ForAll Text text, @ForAll Draft draft) {
    ChangeSet changes = draft.on(text);
    Text after = changes.apply(text);
    for (int start = 0; start <= text.length(); start++) {
      for (int end = start; end <= text.length(); end++) {
        if (isCharacter(text, start) && isCharacter(text, end)) {
          Anchor mapped = Anchor.of(start, end).map(changes);
          assertThat(isCharacter(after, mapped.start())).isTrue();
          assertThat(isCharacter(after, mapped.end())).isTrue();
          assertThat(mapped.orphaned() || mapped.isEmpty() == (start == end)).isTrue();
        }
      }
    }
  }

  /** Whether no surrogate pair is cut; a selector may meet another character when texts merge. */
  private static boolean isCharacter(Text text, int offset) {
    return CodeUnits.isBoundary(text, offset)
        || !Character.isLowSurrogate(text.charAt(offset))
        || !Character.isHighSurrogate(text.charAt(offset - 1));
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatThrownBy(() -> Anchor.of(4, 3)).hasMessage("anchor from 4 to 3");
    assertThatThrownBy(() -> Anchor.of(-1, 3)).hasMessage("anchor from -1 to 3");
    assertThatThrownBy(() -> new Anchor(3, 4, true)).hasMessage("orphaned anchor from 3 to 4");
  }

  private static ChangeSet replace(int from, int to, String insert) {
    return ChangeSet.replace(10, from, to, insert);
  }

  private static Anchor orphan(int place) {
    return new Anchor(place, place, true);
  }
}
