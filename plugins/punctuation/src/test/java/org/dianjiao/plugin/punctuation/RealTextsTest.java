package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyzer over the five real texts of the project. */
class RealTextsTest {

  private static final String RUSSIA = "000_e7da4800d09583c2.txt";
  private static final String RUSSIA_OTHER_EDITION = "001_f183d96e8f8ddfc1.txt";
  private static final String TREATIES_WITHOUT_MARKS = "002_ef1a5ca81b135365.txt";
  private static final String GLYPHS = "003_ba8396adaba29a21.txt";
  private static final String TREATIES = "004_6053aa14dc5060ab.txt";
  private static final int WINDOW = 600;
  private static final Pattern NOT_TEXT = Pattern.compile("<[^>]*>|■〈[^〉]*〉|[^\\n]*第.{1,3}条\\n");
  private static final String STANDING_MARKS = "，。、；：？！「」『』《》“”‘’ ";

  @ParameterizedTest
  @ValueSource(strings = {RUSSIA, RUSSIA_OTHER_EDITION, TREATIES_WITHOUT_MARKS, GLYPHS, TREATIES})
  void changesNothingButMarks(String name) throws IOException {
    String text = text(name);

    String punctuated = Shipped.punctuate(text);

    assertThat(Shipped.withoutMarks(punctuated)).isEqualTo(Shipped.withoutMarks(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {RUSSIA, RUSSIA_OTHER_EDITION, TREATIES_WITHOUT_MARKS, GLYPHS, TREATIES})
  void staysAwayFromMarksTagsAndGlyphNotes(String name) throws IOException {
    String text = text(name);

    for (Proposal proposal : Shipped.proposals(text)) {
      int place = proposal.range().start();
      if (!proposal.range().isEmpty()) {
        assertThat(proposal.range().of(text)).as("a lost quotation mark").isEqualTo(" ");
        continue;
      }
      if (proposal.category().equals("mark")) {
        assertThat(STANDING_MARKS.indexOf(text.charAt(place - 1))).isNegative();
        assertThat(place < text.length() && STANDING_MARKS.indexOf(text.charAt(place)) >= 0)
            .as("mark behind %d", place)
            .isFalse();
      }
      assertThat(Character.isLowSurrogate(text.charAt(Math.min(place, text.length() - 1))))
          .isFalse();
      assertThat(insideSomething(text, place)).as("inside at %d", place).isFalse();
    }
  }

  private static boolean insideSomething(String text, int place) {
    Matcher matcher = NOT_TEXT.matcher(text);
    while (matcher.find() && matcher.start() < place) {
      if (place < matcher.end()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void putsTheMarkBeforeAnHonorificSpace() throws IOException {
    String text = text(TREATIES_WITHOUT_MARKS);

    List<Proposal> proposals = Shipped.proposals(text);

    assertThat(proposals)
        .noneMatch(one -> text.charAt(one.range().start() - 1) == '\u3000')
        .anyMatch(one -> text.startsWith("\u3000", one.range().start()));
  }

  @Test
  void endsEveryParagraphOfTheTreaties() throws IOException {
    String punctuated = Shipped.punctuate(text(TREATIES_WITHOUT_MARKS));

    assertThat(punctuated.lines().filter(line -> line.length() > 20 && !line.startsWith("<")))
        .filteredOn(line -> !line.startsWith("\u3000\u3000中俄續") && !line.contains("十五则"))
        .isNotEmpty()
        .allMatch(line -> "。？！：".indexOf(line.charAt(line.length() - 1)) >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {RUSSIA, TREATIES_WITHOUT_MARKS, GLYPHS})
  void answersFromAWindowAsFromTheWholeText(String name) throws IOException {
    String text = text(name);
    List<Proposal> whole = Shipped.proposals(text);
    long seed = 1858;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      int start = random.nextInt(text.length());
      TextRange focus = new TextRange(start, Math.min(text.length(), start + 150));
      int from = Math.max(0, focus.start() - WINDOW);
      int to = Math.min(text.length(), focus.end() + WINDOW);
      List<Proposal> seen =
          Shipped.proposals(text.substring(from, to), focus.shift(-from)).stream()
              .map(one -> one.at(one.range().shift(from)))
              .toList();
      assertThat(seen)
          .as("seed %d, focus %s", seed, focus)
          .isEqualTo(whole.stream().filter(one -> focus.contains(one.range())).toList());
    }
  }

  @Test
  void doesNotComeBackToWhatWasAccepted() throws IOException {
    String text = text(TREATIES_WITHOUT_MARKS);
    String accepted = Shipped.punctuate(text);

    List<Proposal> again = Shipped.proposals(accepted);

    assertThat(again).hasSizeLessThan(Shipped.proposals(text).size() / 20);
    for (Proposal proposal : again) {
      int place = proposal.range().start();
      assertThat(STANDING_MARKS.indexOf(accepted.charAt(place - 1))).isNegative();
    }
  }

  @Test
  void answersAlikeFromManyThreads() throws Exception {
    String text = text(GLYPHS);
    List<Proposal> expected = Shipped.proposals(text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Proposal>>> questions = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        questions.add(() -> Shipped.proposals(text));
      }
      for (var answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(SharedFolder.resolve("texts").resolve(name));
  }
}
