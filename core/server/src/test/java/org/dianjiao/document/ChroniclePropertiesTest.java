package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.MapMode;
import org.dianjiao.text.Text;

/** What holds for any history, seen beside a slow model and beside the recorded states. */
class ChroniclePropertiesTest {

  private final Random random = new Random();
  private final RandomHistory some = new RandomHistory(random);

  static Deeds all(String person, History history) {
    return new Deeds(
        Optional.of(person), Optional.empty(), Optional.empty(), 1, history.now().revision());
  }

  @Property(tries = 150)
  void undoingOnePersonIsWhatTheModelSays(
      @ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
    random.setSeed(seed);
    History history = new History("奕山桂良天津條約");
    NaiveHistory model = new NaiveHistory("奕山桂良天津條約", "importer");
    for (int i = 0; i < steps; i++) {
      some.edit(history, Optional.of(model));
    }
    assertThat(history.now().text().toString()).isEqualTo(model.text());
    for (String person : RandomHistory.PEOPLE) {
      Update undo = history.chronicle().undo(all(person, history), history.now()).update();
      assertThat(undo.changes().apply(history.now().text()).toString())
          .isEqualTo(model.without(person));
    }
  }

  @Property(tries = 100)
  void everyRevisionAndEveryDifferenceIsExact(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Chronicle chronicle = history.chronicle();
    List<Text> texts = new ArrayList<>();
    for (long revision = 0; revision <= history.now().revision(); revision++) {
      texts.add(history.before(revision + 1).text());
      assertThat(chronicle.text(revision)).isEqualTo(texts.get((int) revision).toString());
    }
    for (int i = 0; i < 20; i++) {
      int from = random.nextInt(texts.size());
      int to = random.nextInt(texts.size());
      assertThat(chronicle.difference(from, to).apply(texts.get(from)).toString())
          .isEqualTo(texts.get(to).toString());
    }
  }

  @Property(tries = 60)
  void blameCoversEveryTextWithoutAGap(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Chronicle chronicle = history.chronicle();
    long revision = random.nextLong(history.now().revision() + 1);
    int length = history.before(revision + 1).text().length();
    int end = 0;
    for (Chronicle.Run run : chronicle.blame(revision, 0, length, Integer.MAX_VALUE)) {
      assertThat(run.start()).isEqualTo(end);
      assertThat(run.act().revision()).isLessThanOrEqualTo(revision);
      assertThat(run.act().origin().account())
          .isEqualTo(history.change(run.act().revision()).author());
      end = run.end();
    }
    assertThat(end).isEqualTo(length);
  }

  @Property(tries = 80)
  void withoutEverybodysWorkTheFirstTextStands(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    for (String person : RandomHistory.PEOPLE) {
      history.update(
          "keeper", history.chronicle().undo(all(person, history), history.now()).update());
    }
    assertThat(history.now().text()).isEqualTo(history.before(2).text());
    assertThat(history.now().annotations()).isEmpty();
  }

  @Property(tries = 100)
  void whatIsUndoneIsThereAgainWhenThatIsReverted(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Document before = history.now();
    history.update(
        "keeper", history.chronicle().undo(all(some.person(), history), history.now()).update());
    revertLast(history);
    assertIsAgain(before, history);
  }

  @Property(tries = 100)
  void whatIsRestoredOrRevertedIsTakenBackExactly(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Document before = history.now();
    long revision = 1 + random.nextLong(before.revision());
    if (random.nextBoolean()) {
      history.update("keeper", history.chronicle().revert(revision, before).update());
    } else if (random.nextBoolean()) {
      some.restorePassage(history, revision);
    } else {
      history.update(
          "keeper", history.chronicle().restore(revision, Optional.empty(), before).update());
    }
    if (history.now().revision() > before.revision()) {
      revertLast(history);
    }
    assertIsAgain(before, history);
  }

  private static void assertIsAgain(Document before, History history) {
    assertThat(history.now().text()).isEqualTo(before.text());
    assertThat(everyAnnotation(history.now())).isEqualTo(everyAnnotation(before));
  }

  @Property(tries = 200)
  void whatOneEditTookIsThereAgainWhenThatIsReverted(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Document before = history.now();
    some.edit(history, Optional.empty());
    history.update(
        "keeper", history.chronicle().revert(history.now().revision(), history.now()).update());
    assertIsAgain(before, history);
  }

  @Property(tries = 300)
  void whatHappenedSinceIsEnoughToRevertAChange(
      @ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    long reverted = history.now().revision() + 1;
    some.edit(history, Optional.empty());
    some.plain(history, random.nextInt(10));
    if (random.nextBoolean()) {
      long other = reverted + random.nextLong(history.now().revision() - reverted + 1);
      history.update(
          some.person(), history.chronicleSince(other).revert(other, history.now()).update());
      some.plain(history, random.nextInt(4));
    }
    Chronicle since = history.chronicleSince(reverted);
    assertThat(since.suffices()).isTrue();
    for (long each = reverted; each <= history.now().revision(); each++) {
      Update enough = since.revert(each, history.now()).update();
      Update all = history.chronicle().revert(each, history.now()).update();
      assertThat(enough.changes()).isEqualTo(all.changes());
      assertThat(enough.effects()).containsExactlyInAnyOrderElementsOf(all.effects());
    }
  }

  @Property(tries = 200)
  void revertingADeletionComesToTheSameAsUndoingIt(
      @ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    random.setSeed(seed);
    History history = new History("奕山桂良天津條約");
    some.plain(history, random.nextInt(steps + 1));
    int[] range = some.range(history.now().text().length());
    history.replace("eraser", range[0], range[1], "");
    long erased = history.now().revision();
    some.plain(history, random.nextInt(steps + 1));
    Update undo = history.chronicle().undo(all("eraser", history), history.now()).update();
    history.update("keeper", history.chronicle().revert(erased, history.now()).update());
    Document reverted = history.now();
    Document undone = history.before(reverted.revision()).apply(like(reverted, undo));
    assertThat(reverted.text()).isEqualTo(undone.text());
    assertThat(onText(reverted)).isEqualTo(onText(undone));
  }

  private static Change like(Document after, Update update) {
    return new Change(
        after.revision(),
        "keeper",
        "client-of-keeper",
        1,
        update.changes(),
        update.effects(),
        Instant.EPOCH);
  }

  private static Map<String, Annotation> onText(Document document) {
    Map<String, Annotation> onText = everyAnnotation(document);
    onText.values().removeIf(annotation -> annotation.anchor().isEmpty());
    return onText;
  }

  @Property(tries = 100)
  void undoingLeavesAnnotationsOnAllOfTheirTextThatStays(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Document before = history.now();
    Update undo = history.chronicle().undo(all(some.person(), history), before).update();
    history.update("keeper", undo);
    for (Annotation annotation : before.annotations()) {
      Optional<Annotation> now = history.now().annotation(annotation.id());
      if (now.isPresent() && !movedByAPerson(history, annotation.id())) {
        Anchor anchor = now.get().anchor();
        assertThat(left(annotation, undo.changes()))
            .allMatch(unit -> anchor.start() <= unit && unit < anchor.end());
      }
    }
  }

  /** Where those units of an annotation are after a change that it does not delete. */
  private static IntStream left(Annotation annotation, ChangeSet changes) {
    return IntStream.range(annotation.anchor().start(), annotation.anchor().end())
        .mapToObj(unit -> changes.mapPos(unit, 1, MapMode.TRACK_AFTER))
        .flatMapToInt(OptionalInt::stream);
  }

  private static boolean movedByAPerson(History history, String id) {
    return history.changes.stream()
        .map(Change::effects)
        .flatMap(effects -> effects.stream().limit(1)) // of what undoes, the first says so
        .anyMatch(first -> first instanceof Effect.MoveAnnotation move && move.id().equals(id));
  }

  private static void revertLast(History history) {
    history.update(
        "keeper", history.chronicle().revert(history.now().revision(), history.now()).update());
  }

  /** By their ids: those on text, those at a place, and those whose text is gone. */
  private static Map<String, Annotation> everyAnnotation(Document document) {
    return document.annotations().stream()
        .collect(Collectors.toMap(Annotation::id, annotation -> annotation));
  }

  @Property(tries = 60)
  void undoingTwiceDoesNothingMore(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    Deeds deeds = all(some.person(), history);
    history.update("keeper", history.chronicle().undo(deeds, history.now()).update());
    assertThat(history.chronicle().undo(deeds, history.now()).update().changes().isEmpty())
        .isTrue();
  }

  @Property(tries = 60)
  void othersInsertionsSurvive(@ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = new History("奕山桂良天津條約");
    for (int i = 0; i < steps; i++) {
      some.edit(history, Optional.empty());
    }
    String person = some.person();
    String others = byOthers(history, person);
    history.update(
        "keeper", history.chronicle().undo(all(person, history), history.now()).update());
    assertThat(isWithin(others, byOthers(history, person))).isTrue();
  }

  private static String byOthers(History history, String person) {
    String text = history.now().text().toString();
    StringBuilder theirs = new StringBuilder();
    for (Chronicle.Run run :
        history.chronicle().blame(history.now().revision(), 0, text.length(), Integer.MAX_VALUE)) {
      if (!run.act().origin().account().equals(person)) {
        theirs.append(text, run.start(), run.end());
      }
    }
    return theirs.toString();
  }

  private static boolean isWithin(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      at += whole.charAt(i) == part.charAt(at) ? 1 : 0;
    }
    return at == part.length();
  }

  @Property(tries = 60)
  void aRestoredTextIsTheOldOneAndAPassageKeepsTheRest(
      @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
    random.setSeed(seed);
    History history = some.eventful(steps);
    long revision = 1 + random.nextLong(history.now().revision());
    Text old = history.before(revision + 1).text();
    Update whole = history.chronicle().restore(revision, Optional.empty(), history.now()).update();
    assertThat(whole.changes().apply(history.now().text())).isEqualTo(old);
    if (old.length() > 0) {
      int from = random.nextInt(old.length());
      int to = from + 1 + random.nextInt(old.length() - from);
      Update passage =
          history
              .chronicle()
              .restore(revision, Optional.of(new TextRange(from, to)), history.now())
              .update();
      assertThat(passage.changes().apply(history.now().text()).toString())
          .contains(old.slice(from, to));
    }
  }
}
