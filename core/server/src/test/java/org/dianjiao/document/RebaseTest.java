package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.document.History.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebaseTest {

  private static final String WANG = "client-of-wang";

  private static Update insert(int length, int at, String text, Effect... effects) {
    return new Update(ChangeSet.replace(length, at, at, text), List.of(effects));
  }

  private static List<Change> since(History history, long base) {
    return history.changes.subList((int) base, history.changes.size());
  }

  @Test
  void withNothingBetweenAnUpdateStaysAsItIs() {
    List<Update> updates = List.of(insert(2, 1, "，"));
    assertThat(Rebase.rebase(updates, WANG, List.of())).isEqualTo(updates);
  }

  @Test
  void whatCameFirstKeepsItsPlace() {
    History history = new History("天津").replace("li", 1, 1, "甲");
    List<Update> late = Rebase.rebase(List.of(insert(2, 1, "乙")), WANG, since(history, 1));
    assertThat(history.update("wang", late.get(0)).now().text().toString()).isEqualTo("天甲乙津");
  }

  @Test
  void effectsMoveWithTheText() {
    History history = new History("天津奕山").replace("li", 0, 2, "大沽口");
    Effect mark = new Effect.AddAnnotation(id("a"), 3, 5, false, History.PERSON);
    List<Update> late = Rebase.rebase(List.of(insert(4, 0, "，", mark)), WANG, since(history, 1));
    history.update("wang", late.get(0));
    assertThat(history.now().text().toString()).isEqualTo("，大沽口奕山");
    assertThat(history.now().annotations(4, 6)).hasSize(1);
    assertThat(history.now().annotations().get(0).anchor().start()).isEqualTo(4);
  }

  @Test
  void anEffectOnTextThatSomebodyDeletedArrivesAsAnOrphan() {
    History history = new History("天津奕山").replace("li", 1, 4, "");
    Effect mark = new Effect.AddAnnotation(id("a"), 2, 4, false, History.PERSON);
    List<Update> late = Rebase.rebase(List.of(insert(4, 0, "", mark)), WANG, since(history, 1));
    history.update("wang", late.get(0));
    assertThat(history.now().annotations().get(0).anchor().orphaned()).isTrue();
  }

  @Test
  void whatTheLogHasAlreadyIsLeftOut() {
    Update first = insert(2, 0, "一");
    Update second = insert(3, 1, "二");
    History history = new History("天津").update("wang", first).replace("li", 3, 3, "。");
    List<Update> rest = Rebase.rebase(List.of(first, second), WANG, since(history, 1));
    assertThat(rest).hasSize(1);
    assertThat(history.update("wang", rest.get(0)).now().text().toString()).isEqualTo("一二天津。");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rebasedUpdatesFitTheNewestText(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      History history = new History("天津條約之條款今已議定");
      int length = history.now().text().length();
      List<Update> updates = new ArrayList<>();
      int own = length;
      for (int i = 0; i < 3; i++) {
        ChangeSet edit = edit(own, random);
        updates.add(new Update(edit, List.of()));
        own = edit.newLength();
      }
      for (int i = 0; i < 4; i++) {
        history.edit("li", edit(history.now().text().length(), random));
      }
      for (Update update : Rebase.rebase(updates, WANG, since(history, 1))) {
        assertThat(update.changes().length())
            .as("seed %d round %d", seed, round)
            .isEqualTo(history.now().text().length());
        history.update("wang", update);
      }
      assertThat(history.now().revision()).isEqualTo(8);
    }
  }

  private static ChangeSet edit(int length, Random random) {
    int from = random.nextInt(length + 1);
    int to = from + random.nextInt(Math.min(3, length - from) + 1);
    return ChangeSet.replace(length, from, to, "甲乙丙".substring(0, random.nextInt(4)));
  }
}
