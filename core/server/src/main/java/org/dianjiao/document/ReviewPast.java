package org.dianjiao.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.review.Approval;
import org.dianjiao.review.ErrorRate;
import org.dianjiao.review.PassageState;
import org.dianjiao.review.Tally;
import org.dianjiao.text.Line;

/**
 * What became of the review of a document: how far each passage is, which approvals became void and
 * by what, what second reviewers found, what of all that happened concerns whom, and who did how
 * much.
 *
 * <p>Built by adding every change of a log from the first on; used by one thread. A change costs
 * what applying it costs, and O(lines); the first one of a day costs O(text).
 */
public final class ReviewPast {

  private final Blame blame = new Blame();
  private final NewsPast news = new NewsPast();
  private final TallyPast tally = new TallyPast();
  private final Map<String, Instant> approved = new HashMap<>();
  private final Map<String, String> drawn = new HashMap<>();
  private final List<Second> seconds = new ArrayList<>();
  private Anchors<Lapse> lapses = Anchors.empty();
  private Document state = Document.empty();

  /**
   * An approval that became void.
   *
   * @param approval with the place where its passage is now, or was
   * @param approvedAt when it was given
   * @param revision of the change that voided it
   * @param account whose change that was
   * @param at when
   */
  public record Lapse(
      Approval approval, Instant approvedAt, long revision, String account, Instant at) {

    private Lapse placed(Anchor anchor) {
      return new Lapse(
          approval.at(new Anchor(anchor.start(), anchor.end(), false)),
          approvedAt,
          revision,
          account,
          at);
    }
  }

  /** A line that is not empty, and how far it is. */
  public record Passage(int start, int end, PassageState state) {}

  /** An approval that was drawn, and who looked next: approved it too, or changed the passage. */
  private record Second(String account, boolean corrected) {}

  /** The revision that this stands at; 0 before the first change. */
  public long revision() {
    return state.revision();
  }

  /** The document at this revision. */
  public Document document() {
    return state;
  }

  /**
   * Adds the next change.
   *
   * @throws IllegalStateException when it is not the next one
   */
  public void add(Change change) {
    Document before = state;
    tally.begin(change.at(), this);
    state = state.apply(change);
    news.add(change, before, state);
    blame.add(change);
    lapses = lapses.map(change.changes()).anchors();
    change.effects().forEach(effect -> add(effect, change));
    for (Approval approval : state.lapsed()) {
      lapse(approval, change);
    }
    tally.add(change, before, state);
  }

  private void add(Effect effect, Change change) {
    if (effect instanceof Effect.Approve approve) {
      approved.put(approve.id(), change.at());
    } else if (effect instanceof PassageEffect.DrawSample draw) {
      drawn.put(draw.approval(), change.author());
    } else if (effect instanceof PassageEffect.OpenSample open) {
      for (Approval approval : open.approvals()) {
        drawn.remove(approval.id());
        seconds.add(new Second(change.author(), false));
      }
    } else if (effect instanceof Effect.WithdrawApproval withdraw) {
      drawn.remove(withdraw.id());
    }
  }

  private void lapse(Approval approval, Change change) {
    Instant given = approved.get(approval.id());
    Lapse lapse = new Lapse(approval, given, change.revision(), change.author(), change.at());
    lapses = lapses.put(approval.id(), approval.anchor(), lapse);
    Optional.ofNullable(drawn.remove(approval.id()))
        .filter(approver -> !approver.equals(change.author()))
        .ifPresent(other -> seconds.add(new Second(change.author(), true)));
  }

  /** Who did how much, how far the document was on each day, what became of suggestions. */
  public Tally tally() {
    return tally.now(this);
  }

  /** What concerns somebody, the newest first. */
  public List<News> news(String account) {
    return news.of(account);
  }

  /** When an approval was given. */
  public Optional<Instant> approvedAt(String approval) {
    return Optional.ofNullable(approved.get(approval));
  }

  /** The approvals that became void, the last one first. */
  public List<Lapse> lapses() {
    return lapses.stream()
        .map(entry -> entry.value().placed(entry.anchor()))
        .sorted(Comparator.comparingLong(Lapse::revision).reversed())
        .toList();
  }

  /**
   * The approvals that hold, as somebody may know of them: one that waits for a second, blind
   * review is told to nobody but who gave it.
   */
  public List<Approval> approvals(String viewer) {
    return state.approvals().stream()
        .filter(a -> a.account().equals(viewer) || !state.isDrawn(a.id()))
        .toList();
  }

  /**
   * How far each passage is, as somebody may know it. A line without a character is none.
   *
   * @param needed approvals that the project asks for
   */
  public List<Passage> passages(String viewer, int needed) {
    Map<Integer, Set<String>> approvers = new HashMap<>();
    for (Approval approval : approvals(viewer)) {
      approvers.computeIfAbsent(approval.start(), s -> new HashSet<>()).add(approval.account());
    }
    List<Boolean> touched = blame.touched();
    List<Passage> passages = new ArrayList<>();
    for (int index = 0; index < state.text().lineCount(); index++) {
      Line line = state.text().line(index);
      if (line.length() > 0) {
        boolean ready = !state.ready(line.start(), line.end()).isEmpty();
        int approvals = approvers.getOrDefault(line.start(), Set.of()).size();
        passages.add(
            new Passage(
                line.start(),
                line.end(),
                PassageState.of(touched.get(index), ready, approvals, needed)));
      }
    }
    return passages;
  }

  /** How many approvals were drawn and still wait for a second reviewer. */
  public int waiting() {
    return drawn.size();
  }

  /**
   * What second reviewers found. A passage that somebody changed who is no reviewer drops out of
   * the sample: that was no review.
   */
  public ErrorRate errors(Predicate<String> isReviewer) {
    List<Second> reviews =
        seconds.stream().filter(s -> !s.corrected() || isReviewer.test(s.account())).toList();
    return new ErrorRate(reviews.size(), (int) reviews.stream().filter(Second::corrected).count());
  }
}
