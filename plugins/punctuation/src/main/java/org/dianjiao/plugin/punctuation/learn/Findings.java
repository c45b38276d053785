package org.dianjiao.plugin.punctuation.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.Mark;

/** Says in words what a notebook holds, and what that does to the marks. */
final class Findings {

  private static final int MOST_STRINGS = 20;
  private static final double WORTH_NAMING = 0.1;

  private final Notebook notebook;
  private final Correction correction;

  Findings(Notebook notebook) {
    this.notebook = notebook;
    this.correction = Fit.of(notebook.examples().values());
  }

  /**
   * A string of characters that speaks for or against a mark.
   *
   * @param share what it adds to the logarithm of the odds of the mark
   */
  private record Told(String string, Mark mark, double share, int seen) {

    String words() {
      return String.format(
          Locale.ROOT,
          "  %s  %s × %.2f, seen %d times",
          string,
          mark == Mark.NONE ? "no mark" : mark.text(),
          Math.exp(share),
          seen);
    }
  }

  String words() {
    if (notebook.examples().isEmpty()) {
      return "Nothing was learned in this project yet.\n";
    }
    long decided = notebook.examples().values().stream().filter(Example::decided).count();
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "Learned in this project from %,d decisions: %,d places that were decided about, and %,d"
                + " between them that were passed over.%n",
            notebook.decisions(),
            decided,
            notebook.examples().size() - decided));
    words.append(marks());
    List<Told> strings = strings();
    if (!strings.isEmpty()) {
      words.append(
          "\nWhat counts most around a place ｜ (simplified characters, … any, ¶ an end):\n");
      strings.forEach(one -> words.append(one.words()).append('\n'));
    }
    return words.toString();
  }

  /** For each mark how many were expected there, by the model alone and now. */
  private String marks() {
    double[] before = new double[Gap.MARKS];
    double[] now = new double[Gap.MARKS];
    int[] stand = new int[Gap.MARKS];
    for (Example example : notebook.examples().values()) {
      float[] corrected = correction.probabilities(example.gap());
      for (int mark = 0; mark < Gap.MARKS; mark++) {
        before[mark] += Math.exp(example.gap().logs()[mark]);
        now[mark] += corrected[mark];
      }
      stand[example.mark().label()]++;
    }
    StringBuilder lines = new StringBuilder("\nExpected in these places, without and with it:\n");
    for (Mark mark : Mark.PAUSES) {
      int at = mark.label();
      String change = now[at] > before[at] ? "likelier" : "rarer";
      lines.append(
          String.format(
              Locale.ROOT,
              "  %s  %.1f → %.1f, %s; %d stand there%n",
              mark.text(),
              before[at],
              now[at],
              Math.abs(now[at] - before[at]) < WORTH_NAMING ? "as before" : change,
              stand[at]));
    }
    return lines.toString();
  }

  private List<Told> strings() {
    Map<Long, Integer> seen = new HashMap<>();
    Map<Long, String> strings = new HashMap<>();
    for (Example example : notebook.examples().values()) {
      long[] names = example.gap().features();
      for (int feature = 0; feature < names.length; feature++) {
        seen.merge(names[feature], 1, Integer::sum);
        strings.put(names[feature], example.gap().string(feature));
      }
    }
    List<Told> all = new ArrayList<>();
    correction
        .features()
        .forEach((name, weights) -> all.add(told(strings.get(name), weights, seen.get(name))));
    return all.stream()
        .filter(one -> Math.abs(one.share()) >= WORTH_NAMING)
        .sorted(
            Comparator.comparingDouble((Told one) -> -Math.abs(one.share()))
                .thenComparing(Told::string))
        .limit(MOST_STRINGS)
        .toList();
  }

  private static Told told(String string, float[] weights, int seen) {
    int strongest = 0;
    for (int mark = 1; mark < weights.length; mark++) {
      strongest = Math.abs(weights[mark]) > Math.abs(weights[strongest]) ? mark : strongest;
    }
    return new Told(string, Mark.ALL.get(strongest), weights[strongest], seen);
  }
}
