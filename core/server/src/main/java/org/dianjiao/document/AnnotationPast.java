package org.dianjiao.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.text.ChangeSet;

/** What was done to each annotation, and what undoing some of it takes. Used by one thread. */
final class AnnotationPast {

  private enum Kind {
    ADDED,
    EDITED,
    MOVED,
    REMOVED,
    RESTORED
  }

  /**
   * The units that an anchor covered at a revision; for a point and an orphan the one before it,
   * which is -1 at the beginning of the text.
   */
  private record Place(int first, int last, boolean covering, boolean orphaned, long revision) {

    Anchor by(WeavePlan.Places places) {
      if (covering) {
        return places.covering(first, last, revision);
      }
      int point = places.behind(first);
      return new Anchor(point, point, orphaned);
    }

    boolean comesBack(WeavePlan.Places places) {
      return covering && places.comesBack(first, last);
    }
  }

  private record Mark(
      Kind kind, Act act, Act cause, boolean derived, Optional<Body> body, Optional<Place> place) {

    boolean isOne(Predicate<Act> acts) {
      return acts.test(act) || acts.test(cause);
    }
  }

  /** What an annotation would be. */
  private static final class Outcome {
    private boolean present;
    private Optional<Body> body = Optional.empty();
    private Optional<Place> place = Optional.empty();

    void add(Mark mark) {
      if (mark.kind() != Kind.MOVED) {
        present = mark.kind() != Kind.REMOVED;
      }
      body = mark.body().or(() -> body);
      place = mark.place().or(() -> place);
    }
  }

  private static final class Past {
    private final String author;
    private final List<Mark> marks = new ArrayList<>();

    Past(String author) {
      this.author = author;
    }

    /** The last mark that says what is there. */
    Mark lastPresent() {
      for (int i = marks.size() - 1; i > 0; i--) {
        if (marks.get(i).kind() != Kind.REMOVED && marks.get(i).kind() != Kind.MOVED) {
          return marks.get(i);
        }
      }
      return marks.get(0);
    }

    Outcome outcome(Predicate<Mark> of) {
      Outcome outcome = new Outcome();
      marks.stream().filter(of).forEach(outcome::add);
      return outcome;
    }
  }

  private final Map<String, Past> pasts = new LinkedHashMap<>();

  /** Adds the effects of a change whose text is woven in already. */
  void add(Change change, Weave weave) {
    Step step = new Step(change, weave, weave.derives(change));
    change.effects().forEach(step::add);
  }

  /** Writes the effects of one change down. */
  private final class Step {
    private final Change change;
    private final Weave weave;
    private final boolean derived;
    private final Act own;
    private final Map<String, Origin> accepted;

    Step(Change change, Weave weave, boolean derived) {
      this.change = change;
      this.weave = weave;
      this.derived = derived;
      this.own = WeaveStep.author(change);
      this.accepted = Provenance.accepted(change);
    }

    void add(Effect effect) {
      if (effect instanceof Effect.AddAnnotation add) {
        Origin origin = accepted.getOrDefault(add.id(), own.origin());
        Act act = new Act(change.revision(), origin);
        pasts.computeIfAbsent(add.id(), id -> new Past(change.author()));
        put(add.id(), Kind.ADDED, act, Optional.of(add.body()), Optional.of(add.anchor()));
      } else if (effect instanceof Effect.EditAnnotation edit) {
        put(edit.id(), Kind.EDITED, own, Optional.of(edit.body()), Optional.empty());
      } else if (effect instanceof Effect.MoveAnnotation move) {
        put(move.id(), Kind.MOVED, own, Optional.empty(), Optional.of(move.anchor()));
      } else if (effect instanceof Effect.RemoveAnnotation remove) {
        put(remove.id(), Kind.REMOVED, own, Optional.empty(), Optional.empty());
      } else if (effect instanceof Effect.RestoreAnnotation back) {
        Act cause = pasts.get(back.id()).lastPresent().cause();
        put(back.id(), Kind.RESTORED, cause, Optional.of(back.body()), Optional.of(back.anchor()));
      }
    }

    private void put(
        String id, Kind kind, Act cause, Optional<Body> body, Optional<Anchor> anchor) {
      Act act = kind == Kind.RESTORED ? own : cause;
      Optional<Place> place = anchor.map(covered -> place(covered, change, weave));
      pasts.get(id).marks.add(new Mark(kind, act, cause, derived, body, place));
    }
  }

  private static Place place(Anchor anchor, Change change, Weave weave) {
    long revision = change.revision();
    if (anchor.isEmpty()) {
      int before = anchor.start() == 0 ? -1 : weave.unitAt(anchor.start() - 1);
      return new Place(before, before, false, anchor.orphaned(), revision);
    }
    int first = weave.unitAt(anchor.start());
    return new Place(first, weave.unitAt(anchor.end() - 1), true, false, revision);
  }

  /**
   * The effects that leave the annotations as if some acts had not been. One that somebody else
   * reworded since stays. Those whose text comes back are on it again.
   */
  List<Effect> without(Predicate<Act> acts, Weave weave, WeavePlan plan, Document now) {
    Predicate<Act> undone = weave.undoneWithout(acts);
    return effects(
        past -> past.marks.stream().anyMatch(mark -> mark.isOne(acts)),
        mark -> !mark.derived() && !mark.isOne(acts) && !mark.isOne(undone),
        plan,
        now);
  }

  /** The effects that take a change back where nothing later has to do with it. */
  List<Effect> reverting(long revision, WeavePlan plan, Document now) {
    return effects(
        past -> past.marks.get(past.marks.size() - 1).act().revision() == revision,
        mark -> mark.act().revision() != revision,
        plan,
        now);
  }

  /** The effects that put annotations on their text again that comes back. */
  List<Effect> kept(WeavePlan plan, Document now) {
    return effects(past -> false, mark -> true, plan, now);
  }

  private List<Effect> effects(
      Predicate<Past> touched, Predicate<Mark> left, WeavePlan plan, Document now) {
    Undoing undoing = new Undoing(left, plan.changes(), plan.places());
    pasts.forEach(
        (id, past) -> {
          Optional<Annotation> there = now.annotation(id);
          if (touched.test(past)) {
            undoing.undo(id, past, there);
          } else {
            there.ifPresent(
                annotation -> undoing.backToText(annotation, past.outcome(mark -> true)));
          }
        });
    return undoing.effects;
  }

  /** Finds the effects that undoing takes. */
  private static final class Undoing {
    private final Predicate<Mark> left;
    private final ChangeSet changes;
    private final WeavePlan.Places places;
    private final List<Effect> effects = new ArrayList<>();

    Undoing(Predicate<Mark> left, ChangeSet changes, WeavePlan.Places places) {
      this.left = left;
      this.changes = changes;
      this.places = places;
    }

    void undo(String id, Past past, Optional<Annotation> there) {
      Outcome is = past.outcome(mark -> true);
      Outcome would = past.outcome(left);
      Place place = would.place.or(() -> is.place).orElseThrow();
      Body body = would.body.or(() -> is.body).orElseThrow();
      if (!would.present) {
        there.ifPresent(annotation -> effects.add(new Effect.RemoveAnnotation(id)));
      } else if (there.isEmpty()) {
        Anchor anchor = place.by(places);
        effects.add(
            new Effect.RestoreAnnotation(
                id, anchor.start(), anchor.end(), anchor.orphaned(), body, past.author));
      } else {
        if (!body.equals(there.get().body())) {
          effects.add(new Effect.EditAnnotation(id, body));
        }
        if (Optional.of(place).equals(is.place)) {
          backToText(there.get(), is);
        } else {
          move(there.get(), place.by(places));
        }
      }
    }

    void backToText(Annotation annotation, Outcome outcome) {
      outcome
          .place
          .filter(place -> place.comesBack(places))
          .map(place -> place.by(places))
          .filter(anchor -> !anchor.orphaned())
          .ifPresent(anchor -> move(annotation, anchor));
    }

    private void move(Annotation annotation, Anchor anchor) {
      if (!annotation.anchor().map(changes).equals(anchor)) {
        effects.add(
            new Effect.MoveAnnotation(
                annotation.id(), anchor.start(), anchor.end(), anchor.orphaned()));
      }
    }
  }
}
