package org.dianjiao.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

  private static final Annotation PLACE =
      new Annotation("a1", Anchor.of(2, 4), new Body.Tag("place"), "lin");
  private static final Annotation NOTE =
      new Annotation("a2", Anchor.of(0, 9), new Body.Note("第三款"), "chen");

  @Test
  void findsWhatWasAdded() {
    Annotations annotations = Annotations.empty().add(PLACE).add(NOTE);
    assertThat(annotations.size()).isEqualTo(2);
    assertThat(annotations.get("a1")).contains(PLACE);
    assertThat(annotations.get("a3")).isEmpty();
    assertThat(annotations.stream()).containsExactly(NOTE, PLACE);
    assertThat(annotations.in(5, 6)).containsExactly(NOTE);
    assertThat(Annotations.of(List.of(PLACE, NOTE)).stream()).containsExactly(NOTE, PLACE);
  }

  @Test
  void keepsAuthorAndAnchorWhenTheBodyIsEdited() {
    Annotations annotations = Annotations.empty().add(PLACE).edit("a1", new Body.Tag("office"));
    assertThat(annotations.get("a1"))
        .contains(new Annotation("a1", Anchor.of(2, 4), new Body.Tag("office"), "lin"));
  }

  @Test
  void keepsWhatLostItsText() {
    Annotations annotations =
        Annotations.empty().add(PLACE).add(NOTE).map(ChangeSet.replace(9, 1, 5, "甲"));
    assertThat(annotations.get("a1").map(Annotation::anchor)).contains(new Anchor(1, 1, true));
    assertThat(annotations.get("a2").map(Annotation::anchor)).contains(Anchor.of(0, 6));
    assertThat(annotations.remove("a1").stream().map(Annotation::id)).containsExactly("a2");
  }

  @Test
  void refusesAnIdTwiceAndAnUnknownOne() {
    Annotations annotations = Annotations.empty().add(PLACE);
    assertThatThrownBy(() -> annotations.add(PLACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("annotation a1 is already there");
    assertThatThrownBy(() -> annotations.remove("a2")).hasMessage("there is no annotation a2");
    assertThatThrownBy(() -> annotations.edit("a2", new Body.Tag("work")))
        .hasMessage("there is no annotation a2");
  }

  @Test
  void requiresIdAndAuthor() {
    assertThatThrownBy(() -> new Annotation(" ", Anchor.of(0, 1), new Body.Tag("work"), "lin"))
        .hasMessage("annotation id is blank");
    assertThatThrownBy(() -> new Annotation("a1", Anchor.of(0, 1), new Body.Tag("work"), ""))
        .hasMessage("author of annotation a1 is blank");
  }
}
