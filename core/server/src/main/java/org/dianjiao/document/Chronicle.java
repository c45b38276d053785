package org.dianjiao.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.api.TextRange;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.text.ChangeSet;

/**
 * All that happened in a document, laid out for questions: the text at any revision, the exact
 * difference between two, who brought each unit in, and the changes that restore something or undo
 * all that somebody did.
 *
 * <p>Built by adding every change of a log from the first on; used by one thread. A question costs
 * O(n), n being the edits that there ever were.
 */
public final class Chronicle {

  private final long first;
  private final Weave weave;
  private final AnnotationPast annotations;
  private final DecisionPast decisions = new DecisionPast();
  private final List<RevisionFigures> figures = new ArrayList<>();
  private final Map<Maker.ByPlugin, Integer> accepted = new LinkedHashMap<>();
  private boolean reachesBack;

  /** That of a document in which nothing has happened yet. */
  public Chronicle() {
    first = 1;
    weave = new Weave();
    annotations = new AnnotationPast();
  }

  private Chronicle(Document state) {
    Act before = new Act(state.revision(), new Provenance.Imported(""));
    first = state.revision() + 1;
    weave = Weave.since(state, before);
    annotations = AnnotationPast.since(state, before, weave);
  }

  /**
   * That of what happens after a state. It knows no earlier revision, and nothing can be undone or
   * restored with it; its changes can be reverted while it {@link #suffices}.
   */
  public static Chronicle since(Document state) {
    return new Chronicle(state);
  }

  /**
   * Whether it knows enough to revert its changes: always when it begins with the first change,
   * else as long as none of them takes back what was done before.
   */
  public boolean suffices() {
    return first == 1 || !reachesBack;
  }

  /** A range of a text and the act that brought it in. */
  public record Run(int start, int end, Act act) {}

  /**
   * A change that undoes or restores.
   *
   * @param update for the newest state
   * @param removed units that go
   * @param restored units that come back
   */
  public record Outcome(Update update, int removed, int restored) {

    /** How many annotations it touches. */
    public int annotations() {
      return (int) update.effects().stream().filter(RevisionFigures::isAnnotation).count();
    }

    /** Whether it would do nothing. */
    public boolean isEmpty() {
      return update.changes().isEmpty() && update.effects().size() == 1;
    }
  }

  /** A revision that is not in the log. */
  public static final class UnknownRevision extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownRevision(long revision, long first, long last) {
      super("revision %d is not among %d–%d".formatted(revision, first, last));
    }
  }

  /** The revision that this chronicle stands at; 0 before the first change. */
  public long revision() {
    return weave.revision();
  }

  /**
   * Adds the next change.
   *
   * @throws IllegalStateException when it is not the next one
   */
  public void add(Change change) {
    if (change.revision() != revision() + 1) {
      throw new IllegalStateException(
          "chronicle is at revision " + revision() + "; change leads to " + change.revision());
    }
    decisions.add(change, weave);
    weave.add(change);
    annotations.add(change, weave);
    reachesBack |= change.effects().stream().anyMatch(this::reachesBack);
    figures.add(RevisionFigures.of(change));
    for (Origin origin : Provenance.accepted(change).values()) {
      if (origin instanceof Suggested suggested
          && suggested.maker() instanceof Maker.ByPlugin plugin) {
        accepted.merge(plugin, 1, Integer::sum);
      }
    }
  }

  private boolean reachesBack(Effect effect) {
    return effect instanceof Effect.Restore
        || effect instanceof Effect.UndoWork
        || effect instanceof Effect.TakeMarks
        || (effect instanceof Effect.Revert revert && revert.revision() < first);
  }

  /** Every revision, the first one first. */
  public List<RevisionFigures> figures() {
    return List.copyOf(figures);
  }

  /**
   * A revision from 1.
   *
   * @throws UnknownRevision when there is none such
   */
  public RevisionFigures figures(long revision) {
    require(revision, 1);
    return figures.get((int) (revision - first));
  }

  /**
   * The text at a revision.
   *
   * @throws UnknownRevision when there is none such
   */
  public String text(long revision) {
    require(revision, 0);
    return weave.textAt(revision);
  }

  /**
   * What makes the text at one revision out of the text at another, whichever came first: only what
   * the log says was inserted and deleted between them.
   *
   * @throws UnknownRevision when one of them is none
   */
  public ChangeSet difference(long from, long to) {
    require(from, 0);
    require(to, 0);
    return weave.changes(from, to);
  }

  /**
   * Where the units of a range of the text at a revision came from, in order; runs that meet are of
   * different acts.
   *
   * @param most runs that are told; the range then ends early
   * @throws UnknownRevision when there is no such revision
   */
  public List<Run> blame(long revision, int start, int end, int most) {
    requireAll();
    require(revision, 0);
    List<Run> runs = new ArrayList<>();
    int[] position = {0};
    weave.forEach(
        strand -> {
          if (strand.life().aliveAt(revision)) {
            int from = Math.max(start, position[0]);
            position[0] += strand.length();
            int to = Math.min(end, position[0]);
            if (from < to) {
              extend(runs, from, to, strand.life().born(), most);
            }
          }
        });
    return runs;
  }

  private static void extend(List<Run> runs, int from, int to, Act act, int most) {
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).end() == from && runs.get(last).act().equals(act)) {
      runs.set(last, new Run(runs.get(last).start(), to, act));
    } else if (runs.size() < most) {
      runs.add(new Run(from, to, act));
    }
  }

  /**
   * Everybody and everything whose work can be undone: who made changes that brought no text in,
   * and the plugins, in their versions, whose suggestions were accepted, with how often.
   */
  public Map<Deeds, Integer> workers() {
    requireAll();
    Map<Deeds, Integer> workers = new LinkedHashMap<>();
    for (RevisionFigures each : figures) {
      boolean imports = each.landmark().filter(Effect.Import.class::isInstance).isPresent();
      if (!imports) {
        workers.merge(deeds(Optional.of(each.author()), Optional.empty()), 1, Integer::sum);
      }
    }
    accepted.forEach(
        (maker, times) -> workers.put(deeds(Optional.empty(), Optional.of(maker)), times));
    return workers;
  }

  private Deeds deeds(Optional<String> account, Optional<Maker.ByPlugin> plugin) {
    return new Deeds(
        account,
        plugin.map(Maker.ByPlugin::plugin),
        plugin.map(Maker.ByPlugin::version),
        1,
        Math.max(1, revision()));
  }

  /**
   * The change that undoes all that somebody did and keeps what others did: text that they brought
   * in goes, text that they deleted comes back to its place, and so do annotations.
   *
   * @param now the state at this revision
   */
  public Outcome undo(Deeds deeds, Document now) {
    requireAll();
    return outcome(
        weave.without(deeds::include),
        new Effect.UndoWork(deeds),
        plan -> annotations.without(deeds::include, weave, plan, now),
        now);
  }

  /**
   * The change that makes the marks of the newest text what they would be without those of one
   * origin, or takes all of them away. Nothing but marks comes or goes; annotations stay on their
   * text, and only those of nothing but marks lose it.
   *
   * @param passage a range of the newest text; all of it when empty
   * @param now the state at this revision
   * @throws IllegalArgumentException when the passage is not in the newest text
   */
  public Outcome takeMarks(MarksOf whose, Optional<TextRange> passage, Document now) {
    requireAll();
    passage.ifPresent(
        range -> {
          if (range.end() > weave.length()) {
            throw new IllegalArgumentException(
                "passage %d–%d ends behind the %d units of revision %d"
                    .formatted(range.start(), range.end(), weave.length(), revision()));
          }
        });
    return outcome(
        MarkPlan.of(weave, whose, passage),
        new Effect.TakeMarks(whose, passage),
        plan -> annotations.keptInPlace(plan, now),
        now);
  }

  /**
   * Where a range of the text at a revision is in the newest text.
   *
   * @throws UnknownRevision when there is no such revision
   */
  public TextRange moved(TextRange range, long revision) {
    ChangeSet since = difference(revision, revision());
    if (range.end() > since.length()) {
      throw new IllegalArgumentException(
          "passage %d–%d ends behind the %d units of revision %d"
              .formatted(range.start(), range.end(), since.length(), revision));
    }
    int start = since.mapPos(range.start(), 1);
    return new TextRange(start, Math.max(start, since.mapPos(range.end(), -1)));
  }

  /**
   * The change that undoes one change where nothing later has to do with it: what it brought in
   * goes, what it deleted comes back, with its annotations, and what it decided is open again.
   *
   * @param now the state at this revision
   * @throws UnknownRevision when there is no such revision
   */
  public Outcome revert(long revision, Document now) {
    require(revision, 1);
    return outcome(
        weave.reverting(revision),
        new Effect.Revert(revision),
        plan -> {
          List<Effect> effects = annotations.reverting(revision, plan, now);
          effects.addAll(decisions.reverting(revision, plan));
          return effects;
        },
        now);
  }

  /**
   * The change that brings the text of a revision back, all of it or a passage. Annotations stay on
   * their text; those whose text comes back are on it again.
   *
   * @param passage a range of the text at that revision
   * @param now the state at this revision
   * @throws UnknownRevision when there is no such revision
   * @throws IllegalArgumentException when the passage is empty or not in the text of that revision
   */
  public Outcome restore(long revision, Optional<TextRange> passage, Document now) {
    requireAll();
    require(revision, 1);
    passage.ifPresent(range -> checkInside(range, revision));
    WeavePlan plan =
        passage.map(range -> weave.backTo(revision, range)).orElseGet(() -> weave.backTo(revision));
    return outcome(
        plan,
        new Effect.Restore(revision, passage),
        restored -> annotations.kept(restored, now),
        now);
  }

  private void checkInside(TextRange range, long revision) {
    int length = weave.lengthAt(revision);
    if (range.start() >= range.end() || range.end() > length) {
      throw new IllegalArgumentException(
          "passage %d–%d is empty or not in the %d units of revision %d"
              .formatted(range.start(), range.end(), length, revision));
    }
  }

  private Outcome outcome(
      WeavePlan plan, Effect what, Function<WeavePlan, List<Effect>> onAnnotations, Document now) {
    if (now.revision() != revision()) {
      throw new IllegalStateException(
          "chronicle is at revision %d, the document at %d".formatted(revision(), now.revision()));
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(what);
    effects.addAll(onAnnotations.apply(plan));
    return new Outcome(new Update(plan.changes(), effects), plan.removed(), plan.restored());
  }

  private void requireAll() {
    if (first > 1) {
      throw new IllegalStateException("chronicle begins with revision " + first);
    }
  }

  private void require(long revision, long lowest) {
    long known = first - 1 + lowest;
    if (revision < known || revision > revision()) {
      throw new UnknownRevision(revision, known, revision());
    }
  }
}
