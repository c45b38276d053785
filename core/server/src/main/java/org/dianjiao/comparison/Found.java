package org.dianjiao.comparison;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.text.Text;

/**
 * What a comparison has found in one document, or in several together.
 *
 * @param decided decisions that both sides were asked about
 * @param put those of them in which the person put something there
 * @param before how the first side did at them
 * @param after how the second side did
 * @param differences the first of them
 */
public record Found(
    Counts counts,
    long decided,
    long put,
    Score before,
    Score after,
    List<Difference> differences) {

  /** Nothing yet. */
  public static final Found NOTHING =
      new Found(Counts.NONE, 0, 0, Score.NONE, Score.NONE, List.of());

  /** Copies the list. */
  public Found {
    differences = List.copyOf(differences);
  }

  /**
   * With what both sides propose for a part of a text.
   *
   * @param most differences that are kept
   */
  public Found with(Text text, List<Proposal> one, List<Proposal> other, int most) {
    SideBySide sides = SideBySide.of(one, other);
    List<Difference> kept = new ArrayList<>(differences);
    sides.pairs().stream()
        .limit(Math.max(0, most - kept.size()))
        .map(pair -> Difference.in(text, pair))
        .forEach(kept::add);
    return new Found(counts.plus(sides.counts()), decided, put, before, after, kept);
  }

  /** With how both sides do at places that people decided about. */
  public Found judged(List<Precedent> precedents, List<Proposal> one, List<Proposal> other) {
    return new Found(
        counts,
        decided + precedents.size(),
        put + precedents.stream().filter(precedent -> precedent.right().isPresent()).count(),
        before.plus(score(precedents, one)),
        after.plus(score(precedents, other)),
        differences);
  }

  private static Score score(List<Precedent> precedents, List<Proposal> proposals) {
    return precedents.stream()
        .map(precedent -> precedent.score(proposals))
        .reduce(Score.NONE, Score::plus);
  }

  /** The counts of both together; the differences of this one. */
  public Found plus(Found other) {
    return new Found(
        counts.plus(other.counts),
        decided + other.decided,
        put + other.put,
        before.plus(other.before),
        after.plus(other.after),
        differences);
  }
}
