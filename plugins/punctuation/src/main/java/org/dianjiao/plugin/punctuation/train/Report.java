package org.dianjiao.plugin.punctuation.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Paired;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * The report on a model in Markdown: for each file of passages precision, recall and F1 of pauses,
 * exact marks and halves of pairs, the same by genre and by period, and how far the confidence is
 * to be trusted.
 */
final class Report {

  private static final Map<Paired, String> HALVES =
      Map.of(
          Paired.QUOTE_OPENS, "「",
          Paired.QUOTE_CLOSES, "」",
          Paired.TITLE_OPENS, "《",
          Paired.TITLE_CLOSES, "》");

  private final PunctuationModel model;
  private final double threshold;
  private final StringBuilder text = new StringBuilder();

  Report(PunctuationModel model, double threshold) {
    this.model = model;
    this.threshold = threshold;
  }

  /** Adds what the model makes of the passages of a file. */
  void add(String file, List<Passage> passages) {
    Score all = Score.of(model, passages, threshold);
    line("### %s", file);
    line("");
    line("%,d passages, %,d characters.", passages.size(), all.characters());
    line("");
    kinds(all);
    if (passages.size() > 1) {
      parts("genre", passages, Passage::genre);
      parts("period", passages, Passage::period);
    }
    trust(all);
  }

  /** The whole report. */
  String text() {
    return text.toString();
  }

  /** Adds what the whole plugin proposes for these passages. */
  void add(Proposed proposed) {
    line("The whole plugin, the best candidate of each proposal accepted:");
    line("");
    heading();
    row("pause", proposed.pauses());
    row("exact mark, all together", proposed.exact());
    for (Paired half : Paired.values()) {
      if (proposed.half(half).wanted() > 0) {
        row(HALVES.get(half), proposed.half(half));
      }
    }
    line("");
  }

  private void heading() {
    line("| | P | R | F1 | stand in the edition |");
    line("| --- | --- | --- | --- | --- |");
  }

  private void kinds(Score score) {
    heading();
    row("pause", score.pauses());
    row("exact mark, all together", score.exact());
    for (Mark mark : Mark.PAUSES) {
      row(mark.text(), score.mark(mark));
    }
    for (Paired half : Paired.values()) {
      if (score.half(half).wanted() > 0) {
        row(HALVES.get(half), score.half(half));
      }
    }
    line("");
    line("Mean F1 of the seven marks %.3f, loss %.4f nats a gap.", score.macroF1(), score.loss());
    line("");
  }

  private void row(String name, Hits hits) {
    line(
        "| %s | %.3f | %.3f | %.3f | %,d |",
        name, hits.precision(), hits.recall(), hits.f1(), hits.wanted());
  }

  private void parts(String kind, List<Passage> passages, Function<Passage, String> part) {
    Map<String, Score> scores = new TreeMap<>();
    for (Passage passage : passages) {
      scores.computeIfAbsent(part.apply(passage), name -> new Score(threshold)).add(passage, model);
    }
    line("| %s | characters | pause P / R / F1 | exact mark F1 |", kind);
    line("| --- | --- | --- | --- |");
    scores.forEach(
        (name, score) ->
            line(
                "| %s | %,d | %.3f / %.3f / %.3f | %.3f |",
                name,
                score.characters(),
                score.pauses().precision(),
                score.pauses().recall(),
                score.pauses().f1(),
                score.exact().f1()));
    line("");
  }

  private void trust(Score score) {
    line("| probability of a pause | gaps | have one | probability of the mark | gaps | have it |");
    line("| --- | --- | --- | --- | --- | --- |");
    for (int tenths = 0; tenths < Reliability.CLASSES; tenths++) {
      line("| %s | %s |", tenths(score.surePauses(), tenths), tenths(score.sureMarks(), tenths));
    }
    line("");
    line(
        "At 0.95 or more: %s; %s. Expected calibration error of pauses %.4f, of marks %.4f.",
        verySure("pauses", score.surePauses(), score.pauses().wanted()),
        verySure("marks", score.sureMarks(), score.pauses().wanted()),
        score.surePauses().error(),
        score.sureMarks().error());
    line("");
  }

  private static String tenths(Reliability answers, int tenths) {
    return String.format(
        Locale.ROOT,
        "%.3f | %,d | %.3f",
        answers.sure(tenths),
        answers.answers(tenths),
        answers.right(tenths));
  }

  private static String verySure(String what, Reliability answers, long wanted) {
    return String.format(
        Locale.ROOT,
        "%,d %s, %.1f %% of them right, which is %.1f %% of all that stand",
        answers.verySure(),
        what,
        100.0 * answers.verySureAndRight() / Math.max(1, answers.verySure()),
        100.0 * answers.verySureAndRight() / Math.max(1, wanted));
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
