package org.dianjiao.document;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.review.Verdict;

/** Weaves the edits of one change in, each with where it came from. */
final class WeaveStep {

  private record Place(int from, int to, String text) {}

  private final Change change;
  private final Weave weave;
  private final Act author;
  private final boolean derived;
  private final Map<Place, Act> accepted = new HashMap<>();
  private final OptionalLong reverted;
  private final Map<Life, Life> turned = new HashMap<>();

  /**
   * Looks at a change.
   *
   * @param derived whether it only follows from which other acts are undone
   */
  WeaveStep(Change change, Weave weave, boolean derived) {
    this.change = change;
    this.weave = weave;
    this.derived = derived;
    this.author = author(change);
    this.reverted =
        change.effects().stream()
            .filter(Effect.Revert.class::isInstance)
            .mapToLong(effect -> ((Effect.Revert) effect).revision())
            .findFirst();
    change.effects().forEach(this::accept);
  }

  /** What the author of a change did with their own hands. */
  static Act author(Change change) {
    boolean imports = change.effects().stream().anyMatch(Effect.Import.class::isInstance);
    Origin origin = imports ? new Imported(change.author()) : new Written(change.author());
    return new Act(change.revision(), origin);
  }

  private void accept(Effect effect) {
    if (effect instanceof Effect.Decide decide
        && decide.verdict().action().orElse(null) instanceof Replace replace) {
      Verdict verdict = decide.verdict();
      Place place =
          new Place(verdict.suggestion().start(), verdict.suggestion().end(), replace.text());
      Origin origin = Provenance.origin(verdict, change.author());
      accepted.put(place, new Act(change.revision(), origin, confidence(verdict)));
    }
  }

  private static OptionalDouble confidence(Verdict verdict) {
    return verdict.outcome() == Outcome.ACCEPTED
        ? OptionalDouble.of(verdict.suggestion().candidates().get(verdict.candidate()).confidence())
        : OptionalDouble.empty();
  }

  void apply() {
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, text) -> replace(new Place(fromA, toA, text), fromB), true);
  }

  private void replace(Place place, int at) {
    turned.clear();
    Act act = accepted.getOrDefault(place, author);
    if (place.from() < place.to()) {
      weave.strands().kill(at, at + place.to() - place.from(), strand -> kill(strand, act));
    }
    if (!place.text().isEmpty() && !comesBack(at, place.text())) {
      Life life = Life.of(act);
      weave
          .strands()
          .insert(at, new Strand(weave.write(place.text()), place.text().length(), life));
    }
  }

  private Strand kill(Strand strand, Act act) {
    UnaryOperator<Life> turn =
        isUndone(strand)
            ? life -> life.turnedBack(act, reverted.getAsLong(), derived)
            : life -> life.turned(act, derived);
    return strand.living(turned.computeIfAbsent(strand.life(), turn));
  }

  /** Whether the reverted change brought the strand to what it is now. */
  private boolean isUndone(Strand strand) {
    return reverted.isPresent() && strand.life().isBy(reverted.getAsLong());
  }

  /** Brings back what the reverted change deleted, when the text is just that. */
  private boolean comesBack(int at, String text) {
    if (reverted.isEmpty()) {
      return false;
    }
    StringBuilder gone = new StringBuilder();
    weave
        .strands()
        .forEachGone(at, strand -> gone.append(isUndone(strand) ? weave.text(strand) : ""));
    if (!gone.toString().equals(text)) {
      return false;
    }
    weave
        .strands()
        .turnGone(
            at,
            strand ->
                isUndone(strand)
                    ? strand.living(
                        turned.computeIfAbsent(
                            strand.life(),
                            life -> life.turnedBack(author, reverted.getAsLong(), derived)))
                    : strand);
    return true;
  }
}
