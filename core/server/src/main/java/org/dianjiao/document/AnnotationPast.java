package org.dianjiao.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Anchors;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Past.Kind;
import org.dianjiao.document.Past.Mark;
import org.dianjiao.document.Past.Outcome;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.text.ChangeSet;

/**
 * What was done to every annotation, and what undoing some of it takes. Used by one thread.
 *
 * <p>Those that were taken away go on moving with the text, so that they can come back to where
 * they would be.
 */
final class AnnotationPast {

  private final Map<String, Past> pasts = new LinkedHashMap<>();
  private Anchors<Past> anchors = Anchors.empty();

  /** That which begins with a state, as if one act had added all of its annotations. */
  static AnnotationPast since(Document state, Act act, Weave weave) {
    AnnotationPast since = new AnnotationPast();
    List<Anchors.Entry<Past>> entries = new ArrayList<>();
    for (Annotation there : state.annotations()) {
      Past past = new Past(there.author());
      int placing = past.put();
      past.add(Stay.of(there.anchor(), placing, weave));
      past.add(
          new Mark(
              Kind.ADDED, act, act, false, Optional.of(there.body()), OptionalInt.of(placing)));
      since.pasts.put(there.id(), past);
      entries.add(new Anchors.Entry<>(there.id(), there.anchor(), past));
    }
    since.anchors = Anchors.of(entries);
    return since;
  }

  /** Adds the effects of a change whose text is woven in already. */
  void add(Change change, Weave weave) {
    Anchors.Mapped<Past> mapped = anchors.map(change.changes());
    anchors = mapped.anchors();
    for (Anchors.Entry<Past> entry : mapped.touched()) {
      Past past = entry.value();
      past.add(Stay.of(entry.anchor(), past.placing(), weave));
    }
    Step step = new Step(change, weave);
    change.effects().forEach(step::add);
  }

  /** Writes the effects of one change down. */
  private final class Step {
    private final Change change;
    private final Weave weave;
    private final boolean derived;
    private final Act own;
    private final Map<String, Origin> accepted;
    private final Optional<Predicate<Mark>> broughtBack;

    Step(Change change, Weave weave) {
      this.change = change;
      this.weave = weave;
      this.derived = weave.derives(change);
      this.own = WeaveStep.author(change);
      this.accepted = Provenance.accepted(change);
      this.broughtBack =
          change.effects().stream().flatMap(effect -> left(effect, weave).stream()).findFirst();
    }

    void add(Effect effect) {
      if (effect instanceof Effect.AddAnnotation add) {
        Origin origin = accepted.getOrDefault(add.id(), own.origin());
        Act act = new Act(change.revision(), origin);
        Past past = pasts.computeIfAbsent(add.id(), id -> new Past(change.author()));
        int placing = lies(add.id(), past, past.put(), add.anchor());
        past.add(mark(Kind.ADDED, act, act, Optional.of(add.body()), placing));
      } else if (effect instanceof Effect.EditAnnotation edit) {
        Mark mark =
            new Mark(Kind.EDITED, own, own, derived, Optional.of(edit.body()), OptionalInt.empty());
        pasts.get(edit.id()).add(mark);
      } else if (effect instanceof Effect.MoveAnnotation move) {
        Past past = pasts.get(move.id());
        int placing = lies(move.id(), past, placing(past), move.anchor());
        past.add(mark(Kind.MOVED, own, own, Optional.empty(), placing));
      } else if (effect instanceof Effect.RemoveAnnotation remove) {
        pasts
            .get(remove.id())
            .add(new Mark(Kind.REMOVED, own, own, derived, Optional.empty(), OptionalInt.empty()));
      } else if (effect instanceof Effect.RestoreAnnotation back) {
        Past past = pasts.computeIfAbsent(back.id(), id -> new Past(back.author()));
        int placing = lies(back.id(), past, placing(past), back.anchor());
        boolean reworded = !past.body().equals(Optional.of(back.body()));
        Act cause = past.broughtIn().orElse(own);
        past.add(
            mark(
                Kind.RESTORED,
                own,
                cause,
                Optional.of(back.body()).filter(body -> reworded),
                placing));
      }
    }

    private int placing(Past past) {
      return broughtBack
          .filter(left -> past.isPlaced())
          .map(left -> past.outcome(left).placing().orElseGet(past::placing))
          .orElseGet(past::put);
    }

    private int lies(String id, Past past, int placing, Anchor anchor) {
      anchors = anchors.put(id, anchor, past);
      past.add(Stay.of(anchor, placing, weave));
      return placing;
    }

    private Mark mark(Kind kind, Act act, Act cause, Optional<Body> body, int placing) {
      return new Mark(kind, act, cause, derived, body, OptionalInt.of(placing));
    }
  }

  /** Which marks are left when an effect undoes or restores; empty when it does not. */
  private static Optional<Predicate<Mark>> left(Effect effect, Weave weave) {
    if (effect instanceof Effect.UndoWork undo) {
      return Optional.of(left(undo.deeds()::include, weave));
    }
    if (effect instanceof Effect.Revert revert) {
      return Optional.of(mark -> mark.act().revision() != revert.revision());
    }
    boolean keeps = effect instanceof Effect.Restore || effect instanceof Effect.TakeMarks;
    return keeps ? Optional.of(mark -> true) : Optional.empty();
  }

  private static Predicate<Mark> left(Predicate<Act> acts, Weave weave) {
    Predicate<Act> undone = weave.undoneWithout(acts);
    return mark -> !mark.derived() && !mark.isOne(acts) && !mark.isOne(undone);
  }

  /**
   * The effects that leave the annotations as if some acts had not been. One that somebody else
   * reworded since stays. Those whose text comes back are on it again.
   */
  List<Effect> without(Predicate<Act> acts, Weave weave, WeavePlan plan, Document now) {
    Predicate<Mark> left = left(acts, weave);
    Undoing undoing = new Undoing(plan, now);
    pasts.forEach(
        (id, past) -> {
          if (past.any(mark -> mark.isOne(acts))) {
            undoing.undo(id, past, past.outcome(left));
          } else {
            undoing.backToText(id, past);
          }
        });
    return undoing.effects;
  }

  /**
   * The effects that take a change back where nothing later has to do with it: whether an
   * annotation is there, what it says and where it lies each for itself. Right after the change
   * they leave every annotation just where it was.
   */
  List<Effect> reverting(long revision, WeavePlan plan, Document now) {
    Undoing undoing = new Undoing(plan, now);
    pasts.forEach((id, past) -> undoing.revert(id, past, revision));
    return undoing.effects;
  }

  /** The effects that put annotations on their text again that comes back. */
  List<Effect> kept(WeavePlan plan, Document now) {
    Undoing undoing = new Undoing(plan, now);
    pasts.forEach(undoing::backToText);
    return undoing.effects;
  }

  /** As {@link #kept}; a place that has text taken away on both sides stays a place. */
  List<Effect> keptInPlace(WeavePlan plan, Document now) {
    Undoing undoing = new Undoing(plan, now);
    pasts.forEach(undoing::keepInPlace);
    return undoing.effects;
  }

  /** Finds the effects that undoing takes. */
  private final class Undoing {
    private final Document now;
    private final ChangeSet changes;
    private final WeavePlan.Places places;
    private final List<Effect> effects = new ArrayList<>();

    Undoing(WeavePlan plan, Document now) {
      this.now = now;
      this.changes = plan.changes();
      this.places = plan.places();
    }

    void undo(String id, Past past, Outcome would) {
      int placing = would.placing().orElseGet(past::placing);
      boolean stays = placing == past.placing() && now.hasAnnotation(id);
      boolean moves = would.present() && (!stays || past.comesBack(placing, places));
      turn(
          id,
          past,
          would,
          Optional.of(placing).filter(put -> moves).map(put -> past.cover(put, places)));
    }

    void revert(String id, Past past, long revision) {
      Predicate<Mark> its = mark -> mark.isOne(act -> act.revision() == revision);
      Outcome would = past.reverted(its);
      Optional<Anchor> place = Optional.empty();
      if (would.present()) {
        if (past.isPutBy(revision)) {
          place = Optional.of(past.before(revision, places));
        } else if (!now.hasAnnotation(id) || past.isChangedBy(revision, places)) {
          place = Optional.of(past.since(revision, places));
        }
      }
      turn(id, past, would, place);
    }

    /** Where an annotation is by the plan when nothing else is done to it. */
    private Optional<Anchor> moved(String id) {
      return anchors.get(id).map(entry -> entry.anchor().map(changes));
    }

    private void turn(String id, Past past, Outcome would, Optional<Anchor> place) {
      Optional<Annotation> there = now.annotation(id);
      Body body = would.body().or(past::body).orElseThrow();
      if (!would.present()) {
        there.ifPresent(annotation -> effects.add(new Effect.RemoveAnnotation(id)));
      } else if (there.isEmpty()) {
        Anchor anchor = place.orElseThrow();
        effects.add(
            new Effect.RestoreAnnotation(
                id, anchor.start(), anchor.end(), anchor.orphaned(), body, past.author()));
      } else {
        if (!body.equals(there.get().body())) {
          effects.add(new Effect.EditAnnotation(id, body));
        }
        place.ifPresent(anchor -> move(id, anchor));
      }
    }

    void backToText(String id, Past past) {
      if (now.hasAnnotation(id) && past.comesBack(past.placing(), places)) {
        move(id, past.cover(past.placing(), places));
      }
    }

    void keepInPlace(String id, Past past) {
      int before = effects.size();
      backToText(id, past);
      if (effects.size() == before) {
        now.annotation(id)
            .map(Annotation::anchor)
            .filter(anchor -> anchor.isEmpty() && !anchor.orphaned())
            .map(anchor -> anchor.map(changes))
            .filter(Anchor::orphaned)
            .ifPresent(lost -> move(id, Anchor.of(lost.start(), lost.start())));
      }
    }

    private void move(String id, Anchor anchor) {
      if (!moved(id).equals(Optional.of(anchor))) {
        effects.add(new Effect.MoveAnnotation(id, anchor.start(), anchor.end(), anchor.orphaned()));
      }
    }
  }
}
