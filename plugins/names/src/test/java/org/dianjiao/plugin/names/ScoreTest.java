package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.names.Answers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How good the plugin is against names marked by hand; prints what it measures.
 *
 * <p>Offices count for recall only, since just those of the authority file are marked.
 */
class ScoreTest {

  private static final int BINS = 5;

  @TempDir static Path state;

  private static Analyzer analyzer;

  @BeforeAll
  static void start() throws Exception {
    analyzer = new TestHost(state).start();
  }

  @Test
  void findsTheNamesThatAScholarMarked() throws Exception {
    Scores scores = scores("public gold", Gold.ofPublic());
    assertThat(scores.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(scores.recall()).isGreaterThanOrEqualTo(0.99);
    assertThat(scores.entities()).isGreaterThanOrEqualTo(0.99);
    assertThat(scores.ambiguous()).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.nested()).isGreaterThanOrEqualTo(0.99);
    assertThat(scores.shortNames()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsTheNamesOfOtherPassages() throws Exception {
    Scores scores = scores("ours", Gold.ours());
    assertThat(scores.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.entities()).isGreaterThanOrEqualTo(0.98);
    assertThat(scores.ambiguous()).isGreaterThanOrEqualTo(0.9);
    assertThat(scores.nested()).isGreaterThanOrEqualTo(0.98);
    assertThat(scores.shortNames()).isGreaterThanOrEqualTo(0.65);
    assertThat(scores.unknown()).isGreaterThanOrEqualTo(0.8);
  }

  private record Scores(
      double precision,
      double recall,
      double entities,
      double ambiguous,
      double nested,
      double shortNames,
      double unknown) {}

  private static Scores scores(String name, Gold gold) throws Exception {
    Map<Mention.Place, Answer> answers = Answers.of(analyzer, gold);
    List<Mention> marked = gold.mentions();
    Predicate<Mention> plain = each -> !each.isShort() && !each.isOffice() && !each.nested();
    List<Mention> linked =
        keep(marked, each -> !each.isUnknown() && answers.containsKey(each.place()));
    Predicate<Mention> rightEntry =
        each -> answers.get(each.place()).mention().entity().equals(each.entity());
    Scores scores =
        new Scores(
            share(
                "spans, precision",
                answers.values().stream()
                    .map(Answer::mention)
                    .filter(each -> !each.isShort() && !each.isOffice())
                    .toList(),
                each -> marked.stream().anyMatch(other -> other.place().equals(each.place()))),
            share("spans, recall", keep(marked, plain), each -> answers.containsKey(each.place())),
            share("right entry first", linked, rightEntry),
            share(
                "right entry first of several",
                keep(linked, each -> answers.get(each.place()).candidates() > 1),
                rightEntry),
            share(
                "names inside titles",
                keep(marked, Mention::nested),
                each -> agrees(answers, each)),
            share(
                "single characters, recall",
                keep(marked, Mention::isShort),
                each -> agrees(answers, each)),
            share(
                "no entry, and said so",
                keep(marked, each -> each.isUnknown() && !each.isOffice()),
                each -> agrees(answers, each)));
    share(
        "single characters, precision",
        answers.values().stream().map(Answer::mention).filter(Mention::isShort).toList(),
        each ->
            marked.contains(each)
                || marked.stream().anyMatch(other -> other.place().equals(each.place())));
    share("offices, recall", keep(marked, Mention::isOffice), each -> agrees(answers, each));
    System.out.println("  of: " + name);
    return scores;
  }

  private static List<Mention> keep(List<Mention> mentions, Predicate<Mention> kept) {
    return mentions.stream().filter(kept).toList();
  }

  private static boolean agrees(Map<Mention.Place, Answer> answers, Mention marked) {
    Answer answer = answers.get(marked.place());
    return answer != null
        && answer.mention().entity().equals(marked.entity())
        && answer.mention().type().equals(marked.type());
  }

  private static double share(String what, List<Mention> of, Predicate<Mention> right) {
    List<Mention> wrong = of.stream().filter(right.negate()).toList();
    double share = of.isEmpty() ? 1 : 1 - (double) wrong.size() / of.size();
    System.out.printf(
        Locale.ROOT,
        "names: %-28s %.3f (%d of %d)%n",
        what,
        share,
        of.size() - wrong.size(),
        of.size());
    wrong.stream()
        .limit(12)
        .forEach(
            each ->
                System.out.printf(
                    "         not: %s %s %s%n", each.place(), each.surface(), each.type()));
    return share;
  }

  /** How often each confidence is right, over both golds: the table behind the reliability plot. */
  @Test
  void isAsSureAsItIsRight() throws Exception {
    List<double[]> told = new ArrayList<>();
    for (Gold gold : List.of(Gold.ofPublic(), Gold.ours())) {
      for (Answer answer : Answers.of(analyzer, gold).values()) {
        if (!answer.mention().isOffice()) {
          boolean right =
              gold.mentions().stream()
                  .anyMatch(
                      each ->
                          each.place().equals(answer.mention().place())
                              && each.entity().equals(answer.mention().entity()));
          told.add(new double[] {answer.confidence(), right ? 1 : 0});
        }
      }
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double from = 0.5 + bin * 0.5 / BINS;
      double to = from + 0.5 / BINS + (bin == BINS - 1 ? 1 : 0);
      List<double[]> in = told.stream().filter(each -> each[0] >= from && each[0] < to).toList();
      double sure = in.stream().mapToDouble(each -> each[0]).average().orElse(0);
      double right = in.stream().mapToDouble(each -> each[1]).average().orElse(0);
      System.out.printf(
          Locale.ROOT,
          "reliability: from %.1f: %4d proposals, said %.3f, right %.3f%n",
          from,
          in.size(),
          sure,
          right);
      error += in.size() * Math.abs(sure - right) / told.size();
    }
    System.out.printf(Locale.ROOT, "reliability: mean difference %.3f%n", error);
    assertThat(error).isLessThan(0.08);
  }
}
