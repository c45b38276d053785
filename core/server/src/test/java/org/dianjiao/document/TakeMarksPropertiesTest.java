package org.dianjiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.BareText;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/** What holds for marks that are taken away, in any history of any marked text. */
class TakeMarksPropertiesTest {

  /** Characters of every sort: beyond 16 bits, with variation selectors, glyph notes, marks. */
  private static final List<String> PIECES =
      List.of(
          "天",
          "津",
          "𠸄",
          "葛\uDB40\uDD00",
          "■〈口佛〉",
          "■〈口，佛〉",
          "■",
          "\n",
          "　",
          "，",
          "。",
          "「",
          "」",
          "《",
          "》",
          "〈",
          "〉",
          "，\uFE00",
          "。\uFE01",
          "！\uDB40\uDD01",
          "——");

  private Random random = new Random();

  private History history(long seed, int steps) {
    random = new Random(seed);
    History history = new History(words(12));
    for (int i = 0; i < steps; i++) {
      step(history, i);
    }
    return history;
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      words.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return words.toString();
  }

  private String person() {
    return RandomHistory.PEOPLE.get(random.nextInt(3));
  }

  private int[] range(Text text, int longest) {
    int from = CodeUnits.floor(text, random.nextInt(text.length() + 1));
    int to = Math.min(text.length(), from + random.nextInt(longest + 1));
    return new int[] {from, CodeUnits.ceiling(text, to)};
  }

  private void step(History history, int number) {
    Text text = history.now().text();
    int[] range = range(text, 4);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> history.annotate(person(), "a" + number, range[0], range[1]);
      case 3, 4 -> accept(history, range, number);
      case 5 -> {
        long revision = 1 + random.nextLong(history.now().revision());
        history.update(person(), history.chronicle().revert(revision, history.now()).update());
      }
      case 6 -> take(history, whose(), Optional.empty());
      default -> history.replace(person(), range[0], range[1], words(3));
    }
  }

  private void accept(History history, int[] range, int number) {
    Suggestion suggestion =
        history.offered("s" + number, range[0], range[1], new Replace(words(2)));
    Decisions decisions = new Decisions(history.now(), person());
    decisions.decide(suggestion, Outcome.ACCEPTED, 0, Optional.empty());
    history.update(person(), decisions.update());
  }

  private MarksOf whose() {
    return switch (random.nextInt(4)) {
      case 0 -> MarksOf.SOURCE;
      case 1 -> MarksOf.person(person());
      case 2 -> new MarksOf(false, Optional.empty(), Optional.of("plugin"), Optional.of("1"));
      default -> MarksOf.ALL;
    };
  }

  private ChangeSet take(History history, MarksOf whose, Optional<TextRange> passage) {
    Update update = history.chronicle().takeMarks(whose, passage, history.now()).update();
    history.update("keeper", update);
    return update.changes();
  }

  @Property(tries = 400)
  void allMarksGoAndNothingElse(@ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    History history = history(seed, steps);
    Document before = history.now();
    BareText bare = BareText.of(before.text().toString());
    take(history, MarksOf.ALL, Optional.empty());
    assertThat(history.now().text().toString()).isEqualTo(bare.content());
    assertThat(BareText.of(bare.content()).content()).isEqualTo(bare.content());
    assertSameAnnotations(before, bare, history.now());
  }

  /** Each on the characters it was on; nothing is lost but what lay on nothing but marks. */
  private static void assertSameAnnotations(Document before, BareText bare, Document after) {
    assertThat(after.annotations()).hasSameSizeAs(before.annotations());
    for (Annotation old : before.annotations()) {
      Annotation now = after.annotation(old.id()).orElseThrow();
      Anchor was = old.anchor();
      int start = bare.bareOffset(was.start());
      int end = bare.bareOffset(was.end());
      boolean lost = was.orphaned() || (!was.isEmpty() && start == end);
      assertThat(now.body()).isEqualTo(old.body());
      assertThat(now.author()).isEqualTo(old.author());
      assertThat(now.anchor()).isEqualTo(new Anchor(start, end, lost));
    }
  }

  @Property(tries = 300)
  void marksOfOneOriginGoAndNoCharacterDoes(
      @ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    History history = history(seed, steps);
    Document before = history.now();
    MarksOf whose = whose();
    int[] range = range(before.text(), before.text().length());
    Optional<TextRange> passage =
        random.nextBoolean() ? Optional.empty() : Optional.of(new TextRange(range[0], range[1]));
    ChangeSet changes = take(history, whose, passage);
    BareText old = BareText.of(before.text().toString());
    List<Integer> gone = new ArrayList<>();
    changes.forEachChange(
        (fromA, toA, fromB, toB, text) -> {
          for (int at = fromA; at < toA; at++) {
            gone.add(at);
          }
          assertThat(BareText.of(text).content()).isEmpty();
        });
    assertThat(gone)
        .allMatch(old::leavesOut)
        .allMatch(at -> passage.isEmpty() || (range[0] <= at && at < range[1]));
    CodeUnits.check(changes, before.text());
    TextRange all = new TextRange(0, history.now().text().length());
    if (passage.isEmpty() && sameGlyphNotes(before, history.now())) {
      assertThat(layer(history, all).counts())
          .noneMatch(count -> whose.equals(MarksOf.ALL) || count.origin().equals(whose));
    }
  }

  /**
   * Whether the same characters are characters: a mark that comes back between ■ and its note makes
   * marks of what the note said.
   */
  private static boolean sameGlyphNotes(Document before, Document after) {
    String characters = BareText.of(before.text().toString()).content();
    return BareText.of(after.text().toString()).content().equals(characters);
  }

  private static MarkLayer layer(History history, TextRange range) {
    Document now = history.now();
    return MarkLayer.of(
        now.text().toString(),
        history.chronicle().blame(now.revision(), range.start(), range.end(), Integer.MAX_VALUE),
        List.of());
  }

  @Property(tries = 300)
  void oneUndoPutsEveryMarkAndAnnotationBack(
      @ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    History history = history(seed, steps);
    Document before = history.now();
    TextRange all = new TextRange(0, before.text().length());
    List<MarkLayer.Count> counts = layer(history, all).counts();
    take(history, whose(), Optional.empty());
    long taken = history.now().revision();
    history.update("keeper", history.chronicle().revert(taken, history.now()).update());
    assertThat(history.now().text()).isEqualTo(before.text());
    assertThat(byId(history.now())).isEqualTo(byId(before));
    assertThat(layer(history, all).counts()).isEqualTo(counts);
  }

  private static Map<String, Annotation> byId(Document document) {
    return document.annotations().stream()
        .collect(Collectors.toMap(Annotation::id, annotation -> annotation));
  }

  @Property(tries = 100)
  void takingTwiceTakesNothingMore(@ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
    History history = history(seed, steps);
    MarksOf whose = whose();
    Document before = history.now();
    take(history, whose, Optional.empty());
    Assume.that(sameGlyphNotes(before, history.now()));
    assertThat(take(history, whose, Optional.empty()).isEmpty()).isTrue();
  }
}
