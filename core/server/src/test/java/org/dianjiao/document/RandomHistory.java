package org.dianjiao.document;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.TextRange;

/** Makes histories by chance, as three people could have made them. */
final class RandomHistory {

  static final List<String> PEOPLE = List.of("wang", "li", "zhao");

  private final Random random;

  RandomHistory(Random random) {
    this.random = random;
  }

  String person() {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  int[] range(int length) {
    int from = random.nextInt(length + 1);
    int to = Math.min(length, from + random.nextInt(6));
    return new int[] {from, to};
  }

  String words() {
    return "天地玄黃宇宙洪荒".substring(0, random.nextInt(4));
  }

  void edit(History history, Optional<NaiveHistory> model) {
    String person = person();
    int[] range = range(history.now().text().length());
    String words = words();
    history.replace(person, range[0], range[1], words);
    model.ifPresent(
        naive -> {
          naive.delete(range[0], range[1], person);
          naive.insert(range[0], words, person);
        });
  }

  /** Any history: edits, annotations added and changed, reverts, undone work, restorations. */
  History eventful(int steps) {
    History history = new History("奕山桂良天津條約");
    for (int i = 0; i < steps; i++) {
      long head = history.now().revision();
      switch (random.nextInt(16)) {
        case 0 ->
            history.update(
                person(),
                history
                    .chronicle()
                    .undo(ChroniclePropertiesTest.all(person(), history), history.now())
                    .update());
        case 1 ->
            history.update(
                person(),
                history
                    .chronicle()
                    .restore(1 + random.nextLong(head), Optional.empty(), history.now())
                    .update());
        case 2 -> restorePassage(history, 1 + random.nextLong(head));
        case 3 -> {
          long revision = 1 + random.nextLong(head);
          if (revision > 1) {
            history.update(person(), history.chronicle().revert(revision, history.now()).update());
          }
        }
        case 4, 5 -> {
          int[] range = range(history.now().text().length());
          history.annotate(person(), "a" + i, range[0], range[1]);
        }
        case 6 -> changeAnnotation(history);
        case 7 ->
            history.update(
                person(),
                history.chronicle().revert(1 + random.nextLong(head), history.now()).update());
        default -> edit(history, Optional.empty());
      }
    }
    return history;
  }

  void changeAnnotation(History history) {
    List<Annotation> there = history.now().annotations();
    if (there.isEmpty()) {
      return;
    }
    String id = there.get(random.nextInt(there.size())).id();
    int[] range = range(history.now().text().length());
    history.mark(
        person(),
        switch (random.nextInt(3)) {
          case 0 -> new Effect.EditAnnotation(id, History.PLACE);
          case 1 -> new Effect.MoveAnnotation(id, range[0], range[1], false);
          default -> new Effect.RemoveAnnotation(id);
        });
  }

  void restorePassage(History history, long revision) {
    int length = history.before(revision + 1).text().length();
    if (length == 0) {
      return;
    }
    int from = random.nextInt(length);
    int to = from + 1 + random.nextInt(length - from);
    history.update(
        person(),
        history
            .chronicle()
            .restore(revision, Optional.of(new TextRange(from, to)), history.now())
            .update());
  }

  /** What people do with their own hands, one thing at a time. */
  void plain(History history, int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(4)) {
        case 0 -> {
          int[] range = range(history.now().text().length());
          history.annotate(person(), "p" + history.now().revision(), range[0], range[1]);
        }
        case 1 -> changeAnnotation(history);
        default -> typeOrDelete(history);
      }
    }
  }

  void typeOrDelete(History history) {
    int[] range = range(history.now().text().length());
    if (random.nextBoolean()) {
      history.replace(person(), range[0], range[1], "");
    } else {
      history.replace(person(), range[0], range[0], words());
    }
  }
}
