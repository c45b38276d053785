package org.dianjiao.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Tally;
import org.dianjiao.review.Tally.Deed;
import org.dianjiao.review.Tally.Extent;
import org.dianjiao.review.Tally.Trial;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;

/**
 * Counts what people did, how far the document was at the end of each day, and what became of what
 * plugins suggested.
 *
 * <p>Used by one thread. A change costs what it does; the first change of a day costs O(text).
 */
final class TallyPast {

  private record Worker(LocalDate day, String account) {}

  private final List<Tally.Day> days = new ArrayList<>();
  private final Map<Worker, Map<Deed, Integer>> work =
      new TreeMap<>(Comparator.comparing(Worker::day).thenComparing(Worker::account));
  private final Map<String, Worker> drawn = new HashMap<>();
  private final Map<String, Trial> trials = new HashMap<>();
  private Optional<LocalDate> today = Optional.empty();

  /** Before a change: when it is the first of a day, the day before it ends with this state. */
  void begin(Instant at, ReviewPast now) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (today.isPresent() && day.isAfter(today.get())) {
      days.add(new Tally.Day(today.get(), levels(now)));
    }
    today = today.filter(known -> !day.isAfter(known)).or(() -> Optional.of(day));
  }

  /** Adds a change that leads from one state to the next. */
  void add(Change change, Document before, Document after) {
    Worker worker = new Worker(today.orElseThrow(), change.author());
    if (change.effects().stream().noneMatch(TallyPast::isOthersWork)) {
      written(change, before, worker);
    }
    change.effects().forEach(effect -> add(effect, change, worker));
    for (Approval approval : after.lapsed()) {
      told(approval.id());
    }
  }

  /** Whether what a change writes was written by somebody before. */
  private static boolean isOthersWork(Effect effect) {
    return effect instanceof Effect.Import
        || effect instanceof Effect.Decide
        || effect instanceof Effect.Revert
        || effect instanceof Effect.UndoWork
        || effect instanceof Effect.TakeMarks
        || effect instanceof Effect.Restore;
  }

  private void written(Change change, Document before, Worker worker) {
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, inserted) -> {
              count(worker, Deed.WRITTEN, characters(inserted));
              count(worker, Deed.DELETED, characters(before.text().slice(fromA, toA)));
            });
    int annotated = (int) change.effects().stream().filter(RevisionFigures::isAnnotation).count();
    count(worker, Deed.ANNOTATED, annotated);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private void count(Worker worker, Deed deed, int times) {
    if (times > 0) {
      work.computeIfAbsent(worker, who -> new EnumMap<>(Deed.class))
          .merge(deed, times, Integer::sum);
    }
  }

  private void add(Effect effect, Change change, Worker worker) {
    if (effect instanceof Effect.Decide decide) {
      decided(decide.verdict(), worker);
    } else if (effect instanceof Effect.Reopen reopen) {
      trials.remove(reopen.suggestion().id());
    } else if (effect instanceof Effect.Propose) {
      count(worker, Deed.PROPOSED, 1);
    } else if (effect instanceof PassageEffect.MarkReady) {
      count(worker, Deed.READY, 1);
    } else if (effect instanceof Effect.Approve approve) {
      approved(approve.id(), change, worker);
    } else if (effect instanceof PassageEffect.OpenSample open) {
      open.approvals().forEach(approval -> told(approval.id()));
    } else if (effect instanceof Effect.WithdrawApproval withdraw) {
      drawn.remove(withdraw.id());
    }
  }

  /** What is drawn counts when it is told; until then, and if it never is, nobody may know. */
  private void approved(String approval, Change change, Worker worker) {
    if (change.effects().contains(new PassageEffect.DrawSample(approval))) {
      drawn.put(approval, worker);
    } else {
      count(worker, Deed.APPROVED, 1);
    }
  }

  private void told(String approval) {
    Optional.ofNullable(drawn.remove(approval))
        .ifPresent(worker -> count(worker, Deed.APPROVED, 1));
  }

  private void decided(Verdict verdict, Worker worker) {
    count(worker, deed(verdict.outcome()), 1);
    if (verdict.outcome() != Outcome.SKIPPED
        && verdict.suggestion().maker() instanceof Maker.ByPlugin plugin) {
      trials.put(verdict.suggestion().id(), trial(verdict, plugin));
    }
  }

  private static Deed deed(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> Deed.ACCEPTED;
      case CORRECTED -> Deed.CORRECTED;
      case REJECTED -> Deed.REJECTED;
      case SKIPPED -> Deed.SKIPPED;
      case REOPENED -> throw new IllegalArgumentException("no verdict reopens");
    };
  }

  private static Trial trial(Verdict verdict, Maker.ByPlugin plugin) {
    boolean accepted = verdict.outcome() == Outcome.ACCEPTED;
    return new Trial(
        plugin.plugin(),
        plugin.version(),
        Tally.band(verdict.suggestion().candidates().get(0).confidence()),
        accepted && verdict.candidate() == 0 ? 1 : 0,
        accepted && verdict.candidate() > 0 ? 1 : 0,
        verdict.outcome() == Outcome.CORRECTED ? 1 : 0,
        verdict.outcome() == Outcome.REJECTED ? 1 : 0);
  }

  /** All of it, with how far the document is now. */
  Tally now(ReviewPast now) {
    List<Tally.Day> all = new ArrayList<>(days);
    today.ifPresent(day -> all.add(new Tally.Day(day, levels(now))));
    List<Tally.Work> done = new ArrayList<>();
    work.forEach((who, times) -> done.add(new Tally.Work(who.day(), who.account(), times)));
    return new Tally(all, done, sums());
  }

  private List<Trial> sums() {
    Map<List<Object>, Trial> sums = new HashMap<>();
    for (Trial trial : trials.values()) {
      sums.merge(List.of(trial.plugin(), trial.version(), trial.band()), trial, Trial::plus);
    }
    return sums.values().stream()
        .sorted(
            Comparator.comparing(Trial::plugin)
                .thenComparing(Trial::version)
                .thenComparingInt(Trial::band))
        .toList();
  }

  /** As nobody in particular may know it. */
  private static List<Extent> levels(ReviewPast now) {
    List<Extent> levels = new ArrayList<>(Collections.nCopies(Tally.LEVELS, Extent.NONE));
    for (ReviewPast.Passage passage : now.passages("", Integer.MAX_VALUE)) {
      String text = now.document().text().slice(passage.start(), passage.end());
      int level = Tally.level(passage.state());
      levels.set(level, levels.get(level).plus(new Extent(1, characters(text))));
    }
    return levels;
  }
}
