package org.dianjiao.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dianjiao.annotation.Anchors.Entry;
import org.dianjiao.annotation.Anchors.Mapped;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  /** The plain truth: a map of entries, each moved on its own. */
  private static final class Model {

    private final Map<String, Entry<Integer>> entries = new HashMap<>();

    List<Entry<Integer>> touchedBy(ChangeSet changes) {
      return entries.values().stream()
          .filter(entry -> changes.touches(entry.anchor().start(), entry.anchor().end()))
          .map(entry -> mapped(entry, changes))
          .toList();
    }

    void map(ChangeSet changes) {
      entries.replaceAll((id, entry) -> mapped(entry, changes));
    }

    List<Entry<Integer>> in(int from, int to) {
      return entries.values().stream()
          .filter(entry -> entry.anchor().start() <= to && entry.anchor().end() >= from)
          .toList();
    }

    private static Entry<Integer> mapped(Entry<Integer> entry, ChangeSet changes) {
      return new Entry<>(entry.id(), entry.anchor().map(changes), entry.value());
    }
  }

  @Property(tries = 60)
  void agreesWithAPlainListThroughRandomEdits(@ForAll long seed) {
    Random random = new Random(seed);
    Model model = new Model();
    Anchors<Integer> anchors = Anchors.empty();
    int length = 40 + random.nextInt(200);
    int most = 1 + random.nextInt(150);
    for (int step = 0; step < 400; step++) {
      String id = id(random.nextInt(most));
      if (random.nextInt(5) < 2) {
        ChangeSet changes = changes(random, length);
        length = changes.newLength();
        Mapped<Integer> mapped = anchors.map(changes);
        anchors = mapped.anchors();
        assertThat(mapped.touched()).containsExactlyInAnyOrderElementsOf(model.touchedBy(changes));
        model.map(changes);
      } else if (random.nextInt(4) > 0) {
        Anchor anchor = anchor(random, length);
        anchors = anchors.put(id, anchor, step);
        model.entries.put(id, new Entry<>(id, anchor, step));
      } else if (random.nextInt(3) > 0) {
        anchors = anchors.remove(id);
        model.entries.remove(id);
      } else {
        Set<String> gone = some(random, most);
        anchors = anchors.without(gone);
        model.entries.keySet().removeAll(gone);
      }
      assertSame(anchors, model, random, length);
    }
  }

  /** Few of them or many, also some that are not there. */
  private static Set<String> some(Random random, int most) {
    return random
        .ints(random.nextInt(random.nextBoolean() ? 4 : most + 1), 0, most)
        .mapToObj(AnchorsTest::id)
        .collect(Collectors.toSet());
  }

  private static void assertSame(Anchors<Integer> anchors, Model model, Random random, int length) {
    assertEachFoundById(anchors, model.entries.size());
    assertThat(anchors.stream())
        .containsExactlyInAnyOrderElementsOf(model.entries.values())
        .isSortedAccordingTo(Comparator.comparing(entry -> entry.anchor().start()));
    int from = random.nextInt(length + 1);
    int to = from + random.nextInt(length + 1 - from);
    assertThat(anchors.in(from, to)).containsExactlyInAnyOrderElementsOf(model.in(from, to));
    List<Entry<Integer>> first = anchors.in(from, to, 2);
    assertThat(first).isEqualTo(anchors.in(from, to).stream().limit(2).toList());
    List<Entry<Integer>> orphans =
        anchors.stream().filter(entry -> entry.anchor().orphaned()).toList();
    assertThat(anchors.orphanCount()).isEqualTo(orphans.size());
    assertThat(anchors.orphans(3)).isEqualTo(orphans.stream().limit(3).toList());
  }

  @Property(tries = 10)
  void findsAThousandByIdWhateverTheOrderTheyCameIn(@ForAll long seed) {
    Random random = new Random(seed);
    boolean ascending = random.nextBoolean();
    Anchors<Integer> anchors = Anchors.empty();
    for (int i = 0; i < 1_000; i++) {
      int start = ascending ? i : 5_000 - i;
      anchors = anchors.put(id(i), Anchor.of(start, start + 3), i);
    }
    assertEachFoundById(anchors, 1_000);
    int left = 1_000;
    for (int i = 999; i >= 0; i -= 1 + random.nextInt(3)) {
      anchors = anchors.remove(id(i));
      left--;
      assertThat(anchors.get(id(i))).isEmpty();
    }
    assertEachFoundById(anchors, left);
  }

  private static void assertEachFoundById(Anchors<Integer> anchors, int size) {
    List<Entry<Integer>> entries = anchors.stream().toList();
    assertThat(entries).hasSize(size).hasSize(anchors.size());
    for (Entry<Integer> entry : entries) {
      assertThat(anchors.get(entry.id())).contains(entry);
    }
  }

  @Property(tries = 10)
  void isTheSameBuiltAtOnceOrOneByOne(@ForAll long seed) {
    Random random = new Random(seed);
    List<Entry<Integer>> entries = new ArrayList<>();
    Anchors<Integer> oneByOne = Anchors.empty();
    for (int i = 0; i < 300; i++) {
      Entry<Integer> entry = new Entry<>(id(i), anchor(random, 100), i);
      entries.add(entry);
      oneByOne = oneByOne.put(entry.id(), entry.anchor(), entry.value());
    }
    Anchors<Integer> atOnce = Anchors.of(entries);
    assertThat(atOnce.stream().toList())
        .containsExactlyInAnyOrderElementsOf(oneByOne.stream().toList());
    assertEachFoundById(atOnce, 300);
  }

  @Test
  void keepsEarlierCollectionsAsTheyWere() {
    Anchors<String> before = Anchors.<String>empty().put("a", Anchor.of(1, 2), "old");
    Anchors<String> after = before.put("a", Anchor.of(5, 6), "new").put("b", Anchor.of(0, 0), "b");
    after.map(ChangeSet.replace(9, 0, 9, ""));
    assertThat(before.stream()).containsExactly(new Entry<>("a", Anchor.of(1, 2), "old"));
    assertThat(after.remove("a").remove("b").stream()).isEmpty();
    assertThat(after.get("a")).contains(new Entry<>("a", Anchor.of(5, 6), "new"));
  }

  @Test
  void tellsApartIdsOfOneHash() {
    Anchors<Integer> anchors = Anchors.empty();
    List<String> ids = List.of("AaAa", "BBBB", "AaBB", "BBAa", "c");
    for (String id : ids) {
      anchors = anchors.put(id, Anchor.of(id.length(), 9), id.length());
    }
    assertThat(anchors.remove("BBAa").remove("AaAa").get("AaBB")).isPresent();
    assertThat(anchors.contains("AaAaAa")).isFalse();
    for (String id : ids) {
      assertThat(anchors.get(id)).isPresent();
      anchors = anchors.remove(id);
      assertThat(anchors.get(id)).isEmpty();
    }
    assertThat(anchors.size()).isZero();
  }

  @Test
  void refusesAnIdThatIsThereTwice() {
    Entry<Integer> entry = new Entry<>("a", Anchor.of(1, 2), 7);
    assertThatThrownBy(() -> Anchors.of(List.of(entry, entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id a is there twice");
  }

  private static String id(int number) {
    return "annotation-" + number;
  }

  private static Anchor anchor(Random random, int length) {
    int start = random.nextInt(length + 1);
    int most = random.nextInt(10) == 0 ? length - start : Math.min(6, length - start);
    int end = start + random.nextInt(most + 1);
    return new Anchor(start, end, start == end && random.nextBoolean());
  }

  private static ChangeSet changes(Random random, int length) {
    List<Edit> edits = new ArrayList<>();
    for (int left = random.nextInt(4); left >= 0; left--) {
      int from = random.nextInt(length + 1);
      int most = random.nextInt(10) == 0 ? length - from : Math.min(6, length - from);
      edits.add(new Edit(from, from + random.nextInt(most + 1), "x".repeat(random.nextInt(8))));
    }
    return ChangeSet.of(length, edits);
  }
}
