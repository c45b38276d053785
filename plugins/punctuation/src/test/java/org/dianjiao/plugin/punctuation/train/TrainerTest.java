package org.dianjiao.plugin.punctuation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;
import org.dianjiao.plugin.punctuation.model.FeatureModel;
import org.dianjiao.plugin.punctuation.model.FeatureReading;
import org.dianjiao.plugin.punctuation.model.GapFeatures;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.junit.jupiter.api.Test;

class TrainerTest {

  private static final int BITS = 14;
  private static final String NOUNS = "甲乙丙丁戊己庚辛壬癸";

  @Test
  void learnsASmallGrammar() {
    List<Passage> unseen = sentences(new SplittableRandom(99), 40);

    Score score = Score.of(train(1, sentences(new SplittableRandom(1), 400)), unseen, 0.5);

    assertThat(score.pauses().f1()).as(score.line()).isGreaterThan(0.95);
    assertThat(score.exact().f1()).as(score.line()).isGreaterThan(0.95);
  }

  @Test
  void learnsTheSameFromTheSameSeed() {
    List<Passage> passages = sentences(new SplittableRandom(1), 60);
    int[] codes = passages.get(0).codes();

    float[] first = train(7, passages).read(Line.of(codes), 0, codes.length).probabilities(2);
    float[] again = train(7, passages).read(Line.of(codes), 0, codes.length).probabilities(2);
    float[] other = train(8, passages).read(Line.of(codes), 0, codes.length).probabilities(2);

    assertThat(first).isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void learnsOnlyPausesWhereTheMarksAreNotTrusted() {
    List<Passage> trusted = sentences(new SplittableRandom(1), 300);
    List<Passage> mixed = new ArrayList<>();
    for (Passage passage : trusted) {
      mixed.add(passage);
      byte[] labels = passage.labels().clone();
      for (int i = 0; i < labels.length; i++) {
        labels[i] = labels[i] == 0 ? 0 : (byte) Mark.FULL_STOP.label();
      }
      mixed.add(new Passage("judou-official", "", passage.codes(), labels, true, passage.pairs()));
    }

    Score score = Score.of(train(1, mixed), sentences(new SplittableRandom(99), 40), 0.5);

    assertThat(score.exact().f1()).as(score.line()).isGreaterThan(0.95);
  }

  @Test
  void learnsToHearKnownMarks() {
    // 中中中 with a mark after the first or the second 中: only the known one tells.
    List<Passage> passages = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 600; i++) {
      int[] codes = "甲中中中乙".codePoints().toArray();
      byte[] labels = new byte[codes.length];
      int place = random.nextInt(2);
      labels[place] = (byte) Mark.COLON.label();
      labels[place + 2] = (byte) Mark.COMMA.label();
      passages.add(new Passage("test", "", codes, labels, false, Pairs.unknown(codes.length)));
    }
    FeatureModel model = train(5, passages);

    float[] afterFirst = reading(model, 0).probabilities(2);
    float[] afterSecond = reading(model, 1).probabilities(2);

    assertThat(afterFirst[Mark.COMMA.label()]).isGreaterThan(0.8f);
    assertThat(afterSecond[Mark.COMMA.label()]).isLessThan(0.2f);
  }

  private static FeatureReading reading(FeatureModel model, int colonAt) {
    int[] codes = "甲中中中乙".codePoints().toArray();
    Line plain = Line.of(codes);
    byte[] known = new byte[codes.length];
    known[colonAt] = (byte) Mark.COLON.label();
    return model.read(new Line(codes, known, plain.starts(), plain.ends()), 0, codes.length);
  }

  /** Passages of 甲者，乙也。 and 甲曰：乙乎？ with changing nouns. */
  private static List<Passage> sentences(SplittableRandom random, int count) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder codes = new StringBuilder();
      List<Mark> marks = new ArrayList<>();
      for (int sentence = 0; sentence < 6; sentence++) {
        boolean question = random.nextInt(3) == 0;
        noun(random, codes, marks);
        codes.append(question ? '曰' : '者');
        marks.add(question ? Mark.COLON : Mark.COMMA);
        noun(random, codes, marks);
        codes.append(question ? '乎' : '也');
        marks.add(question ? Mark.QUESTION : Mark.FULL_STOP);
      }
      byte[] labels = new byte[marks.size()];
      for (int gap = 0; gap < labels.length; gap++) {
        labels[gap] = (byte) marks.get(gap).label();
      }
      passages.add(
          new Passage(
              "test",
              "",
              codes.codePoints().toArray(),
              labels,
              false,
              Pairs.unknown(labels.length)));
    }
    return passages;
  }

  private static void noun(SplittableRandom random, StringBuilder codes, List<Mark> marks) {
    int length = 1 + random.nextInt(2);
    for (int i = 0; i < length; i++) {
      codes.append(NOUNS.charAt(random.nextInt(NOUNS.length())));
      marks.add(Mark.NONE);
    }
  }

  private static FeatureModel train(long seed, List<Passage> passages) {
    RowCounts counts = new RowCounts(BITS);
    int[] rows = new int[GapFeatures.MOST];
    for (Passage passage : passages) {
      for (int gap = 0; gap < passage.size(); gap++) {
        int count = GapFeatures.write(passage.codes(), 0, passage.size(), gap, BITS, rows, 0);
        for (int i = 0; i < count; i++) {
          counts.add(rows[i]);
        }
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    ContextNetwork network = new ContextNetwork(4, 16);
    TrainingTable scores = new TrainingTable(BITS, ContextNetwork.MARKS, counts, 2);
    TrainingTable senses = new TrainingTable(BITS, network.senses(), counts, 2);
    senses.scatter(0.05f, random);
    Trainer trainer = new Trainer(scores, senses, network, 0.1, random);
    for (int epoch = 0; epoch < 4; epoch++) {
      for (Passage passage : passages) {
        trainer.learn(List.of(passage), 0.05f, 0.01f, random);
      }
    }
    return new FeatureModel(scores, senses, network, 1);
  }
}
