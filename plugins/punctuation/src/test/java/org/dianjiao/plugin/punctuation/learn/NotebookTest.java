package org.dianjiao.plugin.punctuation.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.dianjiao.plugin.punctuation.Shipped;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

  private static final String BARE = "子曰学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎";
  private static final int SAYS = 1;
  private static final int PRACTISE = 6;
  private static final int PLEASANT = 10;

  private final Notebook.Reader reader = new Notebook.Reader(Shipped.MODEL, 0.5);
  private final Notebook notebook = Notebook.empty();
  private long id;

  private static Page page(Map<Integer, Mark> standing) {
    int[] codes = BARE.codePoints().toArray();
    byte[] marks = new byte[codes.length];
    BitSet open = new BitSet();
    open.set(0, codes.length);
    standing.forEach(
        (gap, mark) -> {
          marks[gap] = (byte) mark.label();
          open.clear(gap);
        });
    return new Page(codes, marks, open);
  }

  private void hear(Map<Integer, Mark> standing, int gap, Mark mark) {
    notebook.hear(id++, page(standing), gap, Optional.of(mark), reader);
  }

  private Optional<Example> at(int gap) {
    return Optional.ofNullable(notebook.examples().get(page(Map.of()).key(gap)));
  }

  @Test
  void countsAGapOnceAndByWhatWasDecidedLast() {
    hear(Map.of(), SAYS, Mark.COLON);
    hear(Map.of(), SAYS, Mark.COMMA);
    assertThat(notebook.examples()).hasSize(1);
    assertThat(at(SAYS).orElseThrow().mark()).isEqualTo(Mark.COMMA);
    assertThat(notebook.decisions()).isEqualTo(2);
  }

  @Test
  void hearsNothingThatItWasToldBefore() {
    Page page = page(Map.of());
    assertThat(notebook.hear(7, page, SAYS, Optional.of(Mark.COLON), reader)).isTrue();
    assertThat(notebook.hear(8, page, SAYS, Optional.empty(), reader)).isTrue();
    assertThat(notebook.hear(7, page, SAYS, Optional.of(Mark.COLON), reader)).isFalse();
    assertThat(notebook.examples()).isEmpty();
  }

  @Test
  void learnsWhatWasPassedOverAndWhatWasPutByHand() {
    hear(Map.of(), SAYS, Mark.COLON);
    hear(Map.of(SAYS, Mark.COLON, 3, Mark.LIST_COMMA), PRACTISE, Mark.COMMA);
    assertThat(at(2).orElseThrow()).extracting(Example::mark).isEqualTo(Mark.NONE);
    assertThat(at(3).orElseThrow()).extracting(Example::mark).isEqualTo(Mark.LIST_COMMA);
    assertThat(at(3).orElseThrow().decided()).isFalse();
    assertThat(at(PRACTISE).orElseThrow().decided()).isTrue();
    assertThat(at(0)).isEmpty();
    assertThat(at(PRACTISE + 1)).isEmpty();
  }

  @Test
  void doesNotTakeWhatIsStillOpenForPassedOver() {
    hear(Map.of(), SAYS, Mark.COLON);
    hear(Map.of(SAYS, Mark.COLON), PLEASANT, Mark.QUESTION);
    assertThat(at(PRACTISE)).as("a mark would be proposed there").isEmpty();
    assertThat(at(PRACTISE - 1)).isPresent();
  }

  @Test
  void doesNotTakeForPassedOverWhatLiesBetweenMarksOfOneStroke() {
    hear(Map.of(), SAYS, Mark.COLON);
    hear(Map.of(), PRACTISE, Mark.COMMA);
    assertThat(notebook.examples()).hasSize(2);
  }

  @Test
  void learnsTheSameFromDecisionsInAnyOrder() throws IOException {
    List<Integer> gaps = new ArrayList<>(List.of(1, 6, 10, 16, 20, 26));
    List<Correction> all = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(gaps, new Random(seed));
      Notebook own = Notebook.empty();
      for (int gap : gaps) {
        own.hear(gap, page(Map.of()), gap, Optional.of(Mark.FULL_STOP), reader);
      }
      all.add(Fit.of(own.examples().values()));
    }
    assertThat(all.get(1).numbers()).isEqualTo(all.get(0).numbers());
    assertThat(all.get(2).numbers()).isEqualTo(all.get(0).numbers());
  }

  @Test
  void makesWhatWasDecidedLikelier() {
    float before = Shipped.MODEL.read(line(), 0, 12).probabilities(SAYS)[Mark.COMMA.label()];
    hear(Map.of(), SAYS, Mark.COMMA);
    CorrectedModel corrected =
        new CorrectedModel(Shipped.MODEL, Fit.of(notebook.examples().values()));
    float[] after = corrected.read(line(), 0, 12).probabilities(SAYS);
    assertThat(after[Mark.COMMA.label()]).isGreaterThan(before);
    float sum = 0;
    for (float probability : after) {
      sum += probability;
    }
    assertThat(sum).isBetween(0.9999f, 1.0001f);
  }

  private static Line line() {
    return Line.of(BARE.codePoints().toArray());
  }

  @Test
  void isBounded() {
    int wanted = Notebook.MOST_EXAMPLES + 500;
    Gap gap = Gap.of(new float[Gap.MARKS], new int[] {'也', '夫'}, 0);
    Example example = new Example(gap, Mark.COMMA, true);
    Map<Long, Example> many = new TreeMap<>();
    List<Long> told = new ArrayList<>();
    for (long i = 0; i < wanted; i++) {
      many.put(i << 40, example);
      told.add(i);
    }
    Notebook full = new Notebook(many, told, wanted);
    full.hear(-1, page(Map.of()), SAYS, Optional.of(Mark.COLON), reader);
    assertThat(full.examples()).hasSize(Notebook.MOST_EXAMPLES);
    for (long i = 0; i < Notebook.MOST_TOLD; i++) {
      full.hear(-2 - i, page(Map.of()), SAYS, Optional.empty(), reader);
    }
    assertThat(full.told()).hasSize(Notebook.MOST_TOLD);
  }

  @Test
  void comesBackFromItsFileAsItWas(@TempDir Path folder) throws IOException {
    hear(Map.of(), SAYS, Mark.COLON);
    hear(Map.of(SAYS, Mark.COLON), PRACTISE, Mark.COMMA);
    Path first = folder.resolve("first");
    Path again = folder.resolve("again");
    NotebookFile.write(first, notebook);
    NotebookFile.write(again, NotebookFile.read(first));
    assertThat(again).hasSameBinaryContentAs(first);
  }

  @Test
  void beginsAnewWhenItsFileIsDamaged(@TempDir Path folder) throws IOException {
    Page page = page(Map.of());
    try (Learner learner = new Learner(Shipped.MODEL, 0.5, folder, System.getLogger("test"))) {
      learner.hear("P", "one", page, SAYS, Optional.of(Mark.COLON));
    }
    Path file;
    try (var files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    try (Learner learner = new Learner(Shipped.MODEL, 0.5, folder, System.getLogger("test"))) {
      assertThat(learner.model("P")).isSameAs(Shipped.MODEL);
      learner.hear("P", "two", page, PRACTISE, Optional.of(Mark.COMMA));
      assertThat(learner.findings("P")).contains("from 1 decisions");
      assertThat(learner.findings("Q")).contains("Nothing was learned");
    }
  }
}
