package org.dianjiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianjiao.search.Found.Hit;
import org.dianjiao.search.Relatives.Bond;
import org.dianjiao.search.Relatives.Relative;
import org.dianjiao.search.Tagged.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index finds is what a reader of the texts finds. */
class TextIndexTest {

  /** 后–後 simplified, 於–于 variant; 后–於 are relatives of relatives of nothing. */
  private static final Relatives RELATIVES =
      codePoint ->
          switch (codePoint) {
            case '后' -> List.of(relative('後', Bond.SIMPLIFIED));
            case '後' -> List.of(relative('后', Bond.SIMPLIFIED));
            case '於' -> List.of(relative('于', Bond.VARIANT), relative(0x20CBD, Bond.VARIANT));
            case '于' -> List.of(relative('於', Bond.VARIANT));
            case 0x20CBD -> List.of(relative('於', Bond.VARIANT));
            default -> List.of();
          };

  /** Everything that is read in a way of its own, and few characters, so that much matches. */
  private static final List<String> ALPHABET =
      List.of(
          "后",
          "後",
          "於",
          "于",
          "人",
          "之",
          "𠲽",
          "，",
          "。",
          "（",
          "）",
          "【",
          "】",
          "■",
          "〈",
          "〉",
          "■〈口佛〉",
          "（人之）",
          "\n",
          "\u3000",
          "\uFE00",
          "\uDB40\uDD00",
          "□",
          "？",
          "口",
          "佛",
          "人",
          "之",
          "于");

  @TempDir Path folder;

  private static Relative relative(int codePoint, Bond bond) {
    return new Relative(codePoint, bond, bond.name(), List.of("test"));
  }

  private static String random(Random random, int most) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      text.append(ALPHABET.get(random.nextInt(ALPHABET.size())));
    }
    return text.toString();
  }

  private static Switches switches(int bits) {
    return new Switches(
        (bits & 1) != 0,
        (bits & 2) != 0,
        (bits & 4) != 0,
        (bits & 8) != 0,
        (bits & 16) != 0,
        (bits & 32) != 0);
  }

  private static Question question(List<Phrase> phrases, TagFilter filter) {
    return new Question("p", List.of("b", "a"), phrases, filter, 0, Integer.MAX_VALUE, 60_000);
  }

  private static List<Hit> hits(TextIndex index, String words, Switches switches) {
    List<Phrase> phrases = Question.phrases(words, switches, RELATIVES);
    return index.ask(question(phrases, TagFilter.NONE)).hits();
  }

  private static void put(TextIndex index, String document, long revision, String text) {
    index.put(new IndexedText("p", document, revision, text, List.of()));
    index.refresh();
  }

  @Test
  void findsWhatAReaderOfTheWholeTextFindsWithEveryCombinationOfSwitches() {
    long seed = Long.getLong("dianjiao.seed", System.nanoTime());
    int rounds = Integer.getInteger("dianjiao.cases", 3);
    System.out.println("search: seed " + seed + ", rounds " + rounds);
    Random random = new Random(seed);
    try (TextIndex index = TextIndex.open(folder)) {
      String text = "";
      for (int round = 1; round <= rounds; round++) {
        text = edited(random, text);
        put(index, "a", round, text);
        for (int bits = 0; bits < 64; bits++) {
          compare(index, text, switches(bits), random);
        }
      }
    }
  }

  /** An edit anywhere, now and then a large one, so that blocks come, go and stay. */
  private static String edited(Random random, String text) {
    int from = boundary(text, random.nextInt(text.length() + 1));
    int to = boundary(text, Math.min(text.length(), from + random.nextInt(3_000)));
    String insert = random(random, random.nextBoolean() ? 12_000 : 20);
    return text.substring(0, from) + insert + text.substring(Math.max(from, to));
  }

  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static void compare(TextIndex index, String text, Switches switches, Random random) {
    for (int i = 0; i < 12; i++) {
      List<Wanted> wanted = wanted(text, switches, random);
      if (wanted.isEmpty() || wanted.stream().allMatch(Wanted::isAny)) {
        continue;
      }
      List<List<Integer>> expected = new NaiveSearch(text, switches, RELATIVES).find(wanted);
      Question question = question(List.of(new Phrase(wanted, switches)), TagFilter.NONE);
      Found found = index.ask(question);
      String what = wanted.stream().map(Wanted::asked).toList() + " " + switches;
      assertThat(found.hits().stream().map(hit -> List.of(hit.start(), hit.end())))
          .as(what)
          .isEqualTo(expected);
      assertThat(found.total()).as(what).isEqualTo(expected.size());
      for (Hit hit : found.hits()) {
        assertThat(hit.text()).isEqualTo(text.substring(hit.start(), hit.end()));
        assertThat(text.substring(0, hit.start())).endsWith(hit.before());
        assertThat(text.substring(hit.end())).startsWith(hit.after());
      }
    }
  }

  /** Part of the text, or anything. */
  private static List<Wanted> wanted(String text, Switches switches, Random random) {
    String words = random(random, 5);
    if (random.nextInt(3) > 0 && !text.isEmpty()) {
      int from = boundary(text, random.nextInt(text.length()));
      int to = boundary(text, Math.min(text.length(), from + 1 + random.nextInt(8)));
      words = text.substring(from, Math.max(from, to));
    }
    return Phrase.read(words, random.nextBoolean(), switches, RELATIVES);
  }

  @Test
  void countsOneFormAsAnotherOnlyWhenAskedAndSaysWhy() {
    try (TextIndex index = TextIndex.open(folder)) {
      put(index, "a", 7, "皇后，\n後于某");
      assertThat(hits(index, "后", Switches.EXACT)).extracting(Hit::start).containsExactly(1);
      Switches folded = new Switches(true, true, true, true, false, false);
      List<Hit> both = hits(index, "后 於", folded);
      assertThat(both).extracting(Hit::start).containsExactly(1, 4, 5);
      assertThat(both.get(0).folds()).isEmpty();
      assertThat(both.get(1).folds())
          .containsExactly(new Found.Fold(4, 5, "后", "simplified", "SIMPLIFIED", List.of("test")));
      Hit across = hits(index, "后后", folded).get(0);
      assertThat(List.of(across.start(), across.end())).containsExactly(1, 5);
      assertThat(across.passed()).containsExactly("marks", "lines");
      assertThat(across.revision()).isEqualTo(7);
    }
  }

  @Test
  void takesEveryWordOfAQuestionAndWhatIsQuotedAsItStands() {
    try (TextIndex index = TextIndex.open(folder)) {
      put(index, "a", 1, "使臣 進京 使□進");
      put(index, "b", 1, "使臣");
      assertThat(hits(index, "使臣 進京", Switches.EXACT))
          .extracting(Hit::document)
          .containsExactly("a", "a");
      assertThat(hits(index, "使臣", Switches.EXACT))
          .extracting(Hit::document)
          .containsExactly("b", "a");
      assertThat(hits(index, "\"使臣 進京\"", Switches.EXACT)).hasSize(1);
      assertThat(hits(index, "使□進", Switches.EXACT)).hasSize(1);
      assertThat(hits(index, "使？", Switches.EXACT)).hasSize(3);
      assertThat(hits(index, "\"使□\"", Switches.EXACT)).hasSize(1);
      assertThatThrownBy(() -> hits(index, "\"使", Switches.EXACT))
          .hasMessage("the quotation mark at 1 of the question is not closed");
      assertThatThrownBy(() -> hits(index, "□", Switches.EXACT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void findsAnnotationsAndTextInThem() {
    Tagged person = new Tagged("1", 5_001, 5_003, "person", "local:P1", "奕山", "x", State.ANCHORED);
    Tagged gone = new Tagged("2", 9_000, 9_000, "place", "", "", "y", State.ORPHANED);
    try (TextIndex index = TextIndex.open(folder)) {
      index.put(new IndexedText("p", "a", 1, "奕山某".repeat(3_000), List.of(person, gone)));
      index.refresh();
      assertThat(tagged(index, "person", "奕")).extracting(Hit::start).containsExactly(5_001);
      assertThat(tagged(index, "person", "local:P1")).hasSize(1);
      assertThat(tagged(index, "place", "奕")).isEmpty();
      TagFilter merged =
          new TagFilter(
              Optional.empty(), Optional.of("local:P2"), Optional.empty(), Optional.empty());
      assertThat(index.ask(question(List.of(), merged)).hits()).isEmpty();
      assertThat(index.ask(question(List.of(), merged.or(Set.of("local:P1", "local:P2")))).hits())
          .hasSize(1);
      TagFilter orphaned =
          new TagFilter(
              Optional.empty(), Optional.empty(), Optional.of("y"), Optional.of(State.ORPHANED));
      Hit orphan = index.ask(question(List.of(), orphaned)).hits().get(0);
      assertThat(orphan.tag()).contains(gone);
      TagFilter kind =
          new TagFilter(
              Optional.of("person"), Optional.empty(), Optional.empty(), Optional.empty());
      List<Phrase> phrases = Question.phrases("山", Switches.EXACT, RELATIVES);
      assertThat(index.ask(question(phrases, kind)).hits())
          .extracting(Hit::start)
          .containsExactly(5_002);
      index.put(new IndexedText("p", "a", 2, "奕山某".repeat(3_000), List.of(gone)));
      index.refresh();
      assertThat(tagged(index, "person", "奕")).isEmpty();
    }
  }

  private static List<Hit> tagged(TextIndex index, String kind, String entity) {
    TagFilter filter =
        new TagFilter(Optional.of(kind), Optional.of(entity), Optional.empty(), Optional.empty());
    return index.ask(question(List.of(), filter)).hits();
  }

  @Test
  void tellsPagesOfAllMatches() {
    try (TextIndex index = TextIndex.open(folder)) {
      put(index, "a", 1, "人之".repeat(9_000));
      List<Phrase> phrases = Question.phrases("之人", Switches.EXACT, RELATIVES);
      Found page =
          index.ask(new Question("p", List.of("a"), phrases, TagFilter.NONE, 8_990, 20, 60_000));
      assertThat(page.total()).isEqualTo(8_999);
      assertThat(page.hits())
          .extracting(Hit::start)
          .containsExactlyElementsOf(
              IntStream.range(8_990, 8_999).mapToObj(i -> 2 * i + 1).toList());
      Question elsewhere = new Question("q", List.of("a"), phrases, TagFilter.NONE, 0, 20, 60_000);
      assertThat(index.ask(elsewhere).total()).isZero();
    }
  }

  @Test
  void knowsAfterACrashWhatItHadAtTheLastCommit() {
    String text = "人之于".repeat(5_000);
    try (TextIndex index = TextIndex.open(folder)) {
      put(index, "a", 3, text);
      index.commit();
      put(index, "a", 4, "後" + text);
      assertThat(index.revision("a")).contains(4L);
      index.abandon();
    }
    try (TextIndex index = TextIndex.open(folder)) {
      assertThat(index.revision("a")).contains(3L);
      put(index, "a", 5, text + "後");
      assertThat(hits(index, "于後", Switches.EXACT)).hasSize(1);
      assertThat(hits(index, "後人", Switches.EXACT)).isEmpty();
      index.forget("a");
      index.refresh();
      assertThat(hits(index, "于", Switches.EXACT)).isEmpty();
    }
  }

  @Test
  void refusesAnIndexThatIsDamagedAndOneThatIsInUse() throws IOException {
    try (TextIndex index = TextIndex.open(folder)) {
      put(index, "a", 1, "人之于".repeat(5_000));
      index.commit();
      assertThatThrownBy(() -> TextIndex.open(folder)).isInstanceOf(IndexLocked.class);
    }
    for (Path file : largest()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThatThrownBy(() -> TextIndex.open(folder)).isInstanceOf(IndexDamaged.class);
  }

  private List<Path> largest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = new ArrayList<>(files.toList());
      all.sort((one, other) -> Long.compare(other.toFile().length(), one.toFile().length()));
      return all.subList(0, 1);
    }
  }
}
