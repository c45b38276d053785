package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTest {

  @Property(tries = 30)
  void isEditedAsAStringIs(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder model = new StringBuilder(content(random, random.nextInt(20_000)));
    Text text = Text.of(model.toString());
    for (int i = 0; i < 150; i++) {
      int from = random.nextInt(model.length() + 1);
      int span =
          random.nextInt(10) == 0 ? model.length() - from : Math.min(5, model.length() - from);
      int to = from + random.nextInt(span + 1);
      String insert = content(random, random.nextInt(random.nextInt(10) == 0 ? 6_000 : 4));
      text = text.replace(from, to, insert);
      model.replace(from, to, insert);
      assertThat(text.length()).isEqualTo(model.length());
      int start = random.nextInt(model.length() + 1);
      int end = start + random.nextInt(Math.min(3_000, model.length() - start) + 1);
      assertThat(text.slice(start, end)).isEqualTo(model.substring(start, end));
    }
    assertThat(text).hasToString(model.toString()).isEqualTo(Text.of(model.toString()));
    assertThat(text.hashCode()).isEqualTo(model.toString().hashCode());
  }

  @Property(tries = 30)
  void knowsItsLines(@ForAll long seed) {
    Random random = new Random(seed);
    Text text = Text.of(content(random, random.nextInt(5_000)));
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(text.length() + 1);
      text = text.replace(at, at, content(random, random.nextInt(800)));
    }
    String[] lines = text.toString().split("\n", -1);
    assertThat(text.lineCount()).isEqualTo(lines.length);
    int start = 0;
    for (int index = 0; index < lines.length; index++) {
      Line line = new Line(index, start, start + lines[index].length());
      assertThat(text.line(index)).isEqualTo(line);
      assertThat(text.lineAt(line.start())).isEqualTo(line);
      assertThat(text.lineAt(line.start() + random.nextInt(line.length() + 1))).isEqualTo(line);
      assertThat(text.lineAt(line.end())).isEqualTo(line);
      start = line.end() + 1;
    }
  }

  @Property(tries = 20)
  void keepsItsTreeBalancedHoweverItIsEdited(@ForAll long seed) {
    Random random = new Random(seed);
    TextNode root = TextNode.of(content(random, random.nextInt(50_000)));
    for (int i = 0; i < 300; i++) {
      int length = root.length();
      int from = random.nextInt(3) == 0 ? 0 : random.nextInt(length + 1);
      int to = random.nextInt(4) == 0 ? from + random.nextInt(length - from + 1) : from;
      root = root.replace(from, to, content(random, random.nextInt(i % 4 == 0 ? 9_000 : 400)));
      assertBalanced(root);
    }
  }

  private static void assertBalanced(TextNode node) {
    if (node instanceof TextNode.Fork fork) {
      assertThat(fork.left.height() - fork.right.height()).isBetween(-1, 1);
      assertThat(fork.length()).isGreaterThan(TextNode.CHUNK / 2);
      assertBalanced(fork.left);
      assertBalanced(fork.right);
    } else {
      assertThat(node.length()).isLessThanOrEqualTo(TextNode.CHUNK);
    }
  }

  @Test
  void isTheSameTextHoweverItCameAbout() {
    Text typed = Text.EMPTY.replace(0, 0, "約").replace(0, 0, "條").replace(2, 2, "\n");
    assertThat(typed).isEqualTo(Text.of("條約\n")).isNotEqualTo(Text.of("條約a"));
    assertThat(typed).isNotEqualTo(Text.of("條約"));
    assertThat(typed.charAt(1)).isEqualTo('約');
    assertThat(typed.lineCount()).isEqualTo(2);
    assertThat(typed.replace(0, 3, "")).isEqualTo(Text.EMPTY);
    assertThat(Text.EMPTY.lineAt(0)).isEqualTo(new Line(0, 0, 0));
  }

  @Test
  void refusesPlacesOutsideWithBothNumbers() {
    Text text = Text.of("條約\n");
    assertThatThrownBy(() -> text.charAt(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("offset 3 is outside a text of 3 units");
    assertThatThrownBy(() -> text.slice(2, 4)).hasMessageContaining("range 2 to 4 is outside");
    assertThatThrownBy(() -> text.replace(2, 1, ""))
        .hasMessageContaining("range 2 to 1 is outside");
    assertThatThrownBy(() -> text.lineAt(-1)).hasMessageContaining("offset -1 is outside");
    assertThatThrownBy(() -> text.line(2)).hasMessage("line 2 is outside a text of 2 lines");
  }

  private static String content(Random random, int length) {
    StringBuilder content = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      content.append(random.nextInt(60) == 0 ? '\n' : (char) ('一' + random.nextInt(3_000)));
    }
    return content.toString();
  }
}
