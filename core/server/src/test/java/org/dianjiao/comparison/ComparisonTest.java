package org.dianjiao.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dianjiao.api.Action;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.Text;

/** Two lists of proposals, and two sides before what people decided. */
class ComparisonTest {

  private static final Text TEXT = Text.of("學而時習之不亦說乎有朋自遠方來不亦樂乎");

  private static Proposal mark(int at, String... marks) {
    List<Candidate> candidates =
        Stream.of(marks).map(mark -> new Candidate(new Replace(mark), 0.5, mark)).toList();
    return new Proposal("mark", TextRange.at(at), candidates, "a pause", List.of());
  }

  private static Precedent precedent(Outcome outcome, int candidate, String correction) {
    Suggestion shown =
        Suggestion.of("s", new Maker.ByPlugin("p", "1.0.0"), mark(5, "，", "。"), "", "f");
    Optional<Action> put =
        correction.isEmpty() ? Optional.empty() : Optional.of(new Replace(correction));
    return Precedent.of(new Verdict(outcome, candidate, put, shown)).orElseThrow();
  }

  private static Score score(Precedent precedent, Proposal... proposals) {
    return precedent.score(List.of(proposals));
  }

  @Example
  void countsWhatIsTheSameChangedGoneAndFresh() {
    Found found =
        Found.NOTHING.with(
            TEXT,
            List.of(mark(5, "，"), mark(9, "，", "。"), mark(15, "；")),
            List.of(mark(5, "，"), mark(9, "。", "，"), mark(19, "。")),
            10);
    assertThat(found.counts()).isEqualTo(new Counts(1, 1, 1, 1));
    assertThat(found.counts().different()).isEqualTo(3);
    assertThat(found.counts().all()).isEqualTo(4);
    assertThat(found.differences())
        .containsExactly(
            new Difference(
                9, 9, "mark", "學而時習之不亦說乎", "", "有朋自遠方來不亦樂乎", List.of("，", "。"), List.of("。", "，")),
            new Difference(15, 15, "mark", "習之不亦說乎有朋自遠方來", "", "不亦樂乎", List.of("；"), List.of()),
            new Difference(19, 19, "mark", "說乎有朋自遠方來不亦樂乎", "", "", List.of(), List.of("。")));
  }

  @Example
  void keepsTheFirstDifferencesAndCountsAll() {
    List<Proposal> many = Stream.of(1, 2, 3, 4).map(at -> mark(at, "，")).toList();
    Found found = Found.NOTHING.with(TEXT, many, List.of(), 3).with(TEXT, List.of(), many, 3);
    assertThat(found.counts()).isEqualTo(new Counts(0, 0, 4, 4));
    assertThat(found.differences()).extracting(Difference::start).containsExactly(1, 2, 3);
  }

  @Property
  void aListBesideItselfIsTheSame(@ForAll("lists") List<Proposal> list) {
    SideBySide sides = SideBySide.of(list, list);
    assertThat(sides.counts()).isEqualTo(new Counts(list.size(), 0, 0, 0));
    assertThat(sides.pairs()).isEmpty();
  }

  @Property
  void theOtherWayRoundOnlyGoneAndFreshChangePlaces(
      @ForAll("lists") List<Proposal> one, @ForAll("lists") List<Proposal> other) {
    Counts there = SideBySide.of(one, other).counts();
    Counts back = SideBySide.of(other, one).counts();
    assertThat(List.of(back.same(), back.changed(), back.gone(), back.fresh()))
        .containsExactly(there.same(), there.changed(), there.fresh(), there.gone());
    assertThat(there.same() + there.changed() + there.gone()).isEqualTo(one.size());
    assertThat(there.same() + there.changed() + there.fresh()).isEqualTo(other.size());
    assertThat(SideBySide.of(one, other).pairs()).hasSize((int) there.different());
  }

  @Provide
  Arbitrary<List<Proposal>> lists() {
    Arbitrary<String> marks = Arbitraries.of("，", "。", "；");
    return Combinators.combine(Arbitraries.integers().between(0, 5), marks, marks)
        .as((at, first, second) -> first.equals(second) ? mark(at, first) : mark(at, first, second))
        .list()
        .ofMaxSize(12);
  }

  @Example
  void judgesBySomebodysDecision() {
    Precedent accepted = precedent(Outcome.ACCEPTED, 1, "");
    assertThat(score(accepted, mark(5, "。"))).isEqualTo(new Score(1, 0));
    assertThat(score(accepted, mark(5, "，", "。"))).isEqualTo(new Score(0, 1));
    assertThat(score(accepted, mark(5, "；"))).isEqualTo(new Score(0, 1));
    assertThat(score(accepted, mark(6, "。"))).isEqualTo(Score.NONE);
    assertThat(score(accepted)).isEqualTo(Score.NONE);
    Precedent corrected = precedent(Outcome.CORRECTED, -1, "；");
    assertThat(score(corrected, mark(5, "，", "。"))).isEqualTo(new Score(0, 1));
    assertThat(score(corrected, mark(5, "；"))).isEqualTo(new Score(1, 0));
    Precedent rejected = precedent(Outcome.REJECTED, -1, "");
    assertThat(score(rejected, mark(5, "。"))).isEqualTo(new Score(0, 1));
    assertThat(score(rejected, mark(5, "；"))).isEqualTo(Score.NONE); // nobody decided about that
    assertThat(score(rejected)).isEqualTo(Score.NONE);
    assertThat(rejected.right()).isEmpty();
    assertThat(rejected.wrong()).isEqualTo(Set.of(new Replace("，"), new Replace("。")));
  }

  /** Three decisions; the first side is right once in two, the second in all that it proposes. */
  @Example
  void addsUpHowBothSidesDo() {
    List<Precedent> precedents =
        List.of(precedent(Outcome.ACCEPTED, 0, ""), precedent(Outcome.REJECTED, -1, ""));
    Found found =
        Found.NOTHING
            .judged(precedents, List.of(mark(5, "，")), List.of())
            .judged(
                List.of(precedent(Outcome.CORRECTED, -1, "；")), List.of(), List.of(mark(5, "；")));
    assertThat(found.decided()).isEqualTo(3);
    assertThat(found.put()).isEqualTo(2);
    assertThat(found.before()).isEqualTo(new Score(1, 1));
    assertThat(found.after()).isEqualTo(new Score(1, 0));
  }
}
