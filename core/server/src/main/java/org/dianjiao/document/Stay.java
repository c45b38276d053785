package org.dianjiao.document;

import java.util.Optional;
import org.dianjiao.annotation.Anchor;

/**
 * On which units an annotation lay from a revision on, until its next stay.
 *
 * @param from first revision
 * @param placing which putting of the annotation it follows from; counted for each annotation
 * @param first the first unit that it covered; of a place and of an orphan the one before it, which
 *     is -1 at the beginning of the text
 * @param last the last unit that it covered; the same as the first for a place and an orphan
 * @param covering whether it covered text
 * @param orphaned whether its text was gone
 */
record Stay(long from, int placing, int first, int last, boolean covering, boolean orphaned) {

  /** Where an anchor in the newest text of a weave lies. */
  static Stay of(Anchor anchor, int placing, Weave weave) {
    if (anchor.isEmpty()) {
      int before = anchor.start() == 0 ? -1 : weave.unitAt(anchor.start() - 1);
      return new Stay(weave.revision(), placing, before, before, false, anchor.orphaned());
    }
    int first = weave.unitAt(anchor.start());
    int last = weave.unitAt(anchor.end() - 1);
    return new Stay(weave.revision(), placing, first, last, true, false);
  }

  /** Whether another begins with the same putting and lies on the same. */
  boolean continues(Stay before) {
    return equals(
        new Stay(
            from, before.placing, before.first, before.last, before.covering, before.orphaned));
  }

  /** What a plan leaves there of the text that it covered up to a revision. */
  Optional<Anchor> covered(WeavePlan.Places places, long until) {
    return covering ? places.covering(first, last, from, Math.max(from, until)) : Optional.empty();
  }

  /** Where it is by a plan that leaves none of its text there. */
  Anchor empty(WeavePlan.Places places) {
    int place = covering ? places.before(first) : places.behind(first);
    return new Anchor(place, place, covering || orphaned);
  }

  /** Whether a unit comes back among those that it covered. */
  boolean comesBack(WeavePlan.Places places) {
    return covering && places.comesBack(first, last);
  }
}
