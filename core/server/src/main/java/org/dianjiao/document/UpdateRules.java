package org.dianjiao.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Characters;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/** What an update of a client has to keep to, whoever sends it. */
public final class UpdateRules {

  private final Limits limits;

  /** Rules with these limits. */
  public UpdateRules(Limits limits) {
    this.limits = limits;
  }

  /** An update that goes over a limit. */
  public static final class OverLimit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OverLimit(String message) {
      super(message);
    }
  }

  /** All that the update asks for. What does nothing counts as an edit of the text. */
  public static Set<Operation> operations(Update update) {
    Set<Operation> asked = EnumSet.noneOf(Operation.class);
    update.effects().forEach(effect -> operation(effect).ifPresent(asked::add));
    if (!update.changes().isEmpty() || asked.isEmpty()) {
      asked.add(Operation.EDIT_TEXT);
    }
    return asked;
  }

  /** What an effect asks for; empty for one that only the server makes. */
  static Optional<Operation> operation(Effect effect) {
    if (effect instanceof Effect.AddAnnotation) {
      return Optional.of(Operation.ADD_ANNOTATION);
    } else if (effect instanceof Effect.EditAnnotation) {
      return Optional.of(Operation.EDIT_ANNOTATION);
    } else if (effect instanceof Effect.MoveAnnotation) {
      return Optional.of(Operation.MOVE_ANNOTATION);
    } else if (effect instanceof Effect.RemoveAnnotation) {
      return Optional.of(Operation.REMOVE_ANNOTATION);
    } else if (effect instanceof Effect.Propose) {
      return Optional.of(Operation.PROPOSE);
    } else if (effect instanceof Effect.ReviseProposal) {
      return Optional.of(Operation.REVISE_PROPOSAL);
    } else if (effect instanceof Effect.WithdrawProposal) {
      return Optional.of(Operation.WITHDRAW_PROPOSAL);
    }
    return Optional.empty();
  }

  /**
   * Checks an update as it was sent.
   *
   * @throws OverLimit when it is too large
   * @throws IllegalArgumentException when it holds an effect that a client may not send
   */
  public void checkSent(Update update) {
    if (update.effects().size() > limits.effectsPerUpdate()) {
      throw new OverLimit(
          "%d effects in one update; the limit is %d"
              .formatted(update.effects().size(), limits.effectsPerUpdate()));
    }
    int[] inserted = {0};
    int[] places = {0};
    update
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, text) -> {
              inserted[0] += text.length();
              places[0]++;
              checkCharacters(text, fromA);
            });
    if (inserted[0] > limits.insertUnits()) {
      throw new OverLimit(
          "an insert of %d units; the limit is %d: import longer texts"
              .formatted(inserted[0], limits.insertUnits()));
    }
    if (places[0] > limits.changesPerUpdate()) {
      throw new OverLimit(
          "a change at %d places; the limit is %d".formatted(places[0], limits.changesPerUpdate()));
    }
    update.effects().forEach(this::checkSent);
  }

  private static void checkCharacters(String inserted, int at) {
    OptionalInt refused = Characters.firstRefused(inserted);
    if (refused.isPresent()) {
      throw new IllegalArgumentException(
          "insert at %d holds U+%04X at its unit %d, which may not stand in a text"
              .formatted(at, inserted.codePointAt(refused.getAsInt()), refused.getAsInt()));
    }
  }

  private void checkSent(Effect effect) {
    if (!effect.clientMade() || operation(effect).isEmpty()) {
      throw new IllegalArgumentException(
          "the effect " + effect.getClass().getSimpleName() + " is not a client's to send");
    }
    if (effect instanceof Effect.AddAnnotation add) {
      checkWords(add.body());
    } else if (effect instanceof Effect.EditAnnotation edit) {
      checkWords(edit.body());
    } else if (effect instanceof Effect.Propose propose) {
      checkCandidates(propose.candidates());
    } else if (effect instanceof Effect.ReviseProposal revise) {
      checkCandidates(revise.candidates());
    }
  }

  private void checkCandidates(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (candidate.action() instanceof Annotate annotate) {
        checkWords(annotate.body());
      } else if (candidate.action() instanceof Replace replace) {
        checkProposed(replace.text());
      }
    }
  }

  private void checkProposed(String text) {
    if (text.length() > limits.insertUnits()) {
      throw new OverLimit(
          "a proposed text of %d units; the limit is %d"
              .formatted(text.length(), limits.insertUnits()));
    }
    OptionalInt refused = Characters.firstRefused(text);
    if (refused.isPresent()) {
      throw new IllegalArgumentException(
          "a proposed text holds U+%04X at its unit %d, which may not stand in a text"
              .formatted(text.codePointAt(refused.getAsInt()), refused.getAsInt()));
    }
  }

  private void checkWords(Body body) {
    int units = body.toString().length();
    if (units > limits.bodyUnits()) {
      throw new OverLimit(
          "an annotation of %d units; the limit is %d".formatted(units, limits.bodyUnits()));
    }
  }

  /**
   * The update as it can be applied now, after its rebase: an annotation that somebody else removed
   * meanwhile does not have to be removed again, nor put back on text that an undoing brings back;
   * a proposal that was decided meanwhile is not revised or withdrawn any more.
   *
   * @param rebased whether it was made on another state; then a variation selector may be left
   *     without its character, which is nobody's mistake
   * @throws OverLimit when the document would grow over a limit
   * @throws org.dianjiao.text.MalformedChange when it cuts a character
   */
  public Update settle(Update update, Document document, boolean rebased) {
    ChangeSet changes = update.changes();
    if (changes.length() != document.text().length()) {
      throw new IllegalArgumentException(
          "the change set is for a text of %d units, but it has %d"
              .formatted(changes.length(), document.text().length()));
    }
    if (rebased) {
      CodeUnits.checkHalves(changes, document.text());
    } else {
      CodeUnits.check(changes, document.text());
    }
    if (changes.newLength() > limits.documentUnits() && changes.newLength() > changes.length()) {
      throw new OverLimit(
          "the text would have %d units; the limit is %d"
              .formatted(changes.newLength(), limits.documentUnits()));
    }
    if (!update.effects().isEmpty()) {
      checkPlaces(update, changes.apply(document.text()));
    }
    long added =
        update.effects().stream()
            .filter(e -> e instanceof Effect.AddAnnotation || e instanceof Effect.RestoreAnnotation)
            .count();
    if (added > 0 && document.annotationCount() + added > limits.annotationsPerDocument()) {
      throw new OverLimit(
          "the document would have %d annotations; the limit is %d"
              .formatted(document.annotationCount() + added, limits.annotationsPerDocument()));
    }
    long proposed = update.effects().stream().filter(e -> e instanceof Effect.Propose).count();
    if (proposed > 0 && document.proposalCount() + proposed > limits.proposalsPerDocument()) {
      throw new OverLimit(
          "the document would have %d proposals that wait for a decision; the limit is %d"
              .formatted(document.proposalCount() + proposed, limits.proposalsPerDocument()));
    }
    List<Effect> effects =
        update.effects().stream().filter(effect -> !isDone(effect, document, update)).toList();
    return effects.size() == update.effects().size() ? update : new Update(changes, effects);
  }

  /** An anchor that a client names may not cut a character. */
  private static void checkPlaces(Update update, Text after) {
    for (Effect effect : update.effects()) {
      Optional<Anchor> named = Optional.empty();
      if (effect instanceof Effect.AddAnnotation add) {
        named = Optional.of(add.anchor());
      } else if (effect instanceof Effect.MoveAnnotation move) {
        named = Optional.of(move.anchor());
      } else if (effect instanceof Effect.Propose propose) {
        named = Optional.of(propose.anchor());
      } else if (effect instanceof Effect.ReviseProposal revise) {
        named = Optional.of(revise.anchor());
      }
      named
          .filter(place -> place.end() <= after.length())
          .filter(
              place ->
                  !CodeUnits.isBoundary(after, place.start())
                      || !CodeUnits.isBoundary(after, place.end()))
          .ifPresent(
              place -> {
                throw new IllegalArgumentException(
                    "range %d–%d cuts a character in two".formatted(place.start(), place.end()));
              });
    }
  }

  private static boolean isDone(Effect effect, Document document, Update update) {
    if (effect instanceof Effect.RemoveAnnotation remove) {
      return isMissing(remove.id(), document, update);
    } else if (effect instanceof Effect.MoveAnnotation move) {
      return isMissing(move.id(), document, update);
    } else if (effect instanceof Effect.ReviseProposal revise) {
      return isDecided(revise.id(), document, update);
    } else if (effect instanceof Effect.WithdrawProposal withdraw) {
      return isDecided(withdraw.id(), document, update);
    }
    return false;
  }

  private static boolean isMissing(String id, Document document, Update update) {
    return !document.hasAnnotation(id)
        && update.effects().stream()
            .noneMatch(e -> e instanceof Effect.AddAnnotation add && add.id().equals(id));
  }

  private static boolean isDecided(String id, Document document, Update update) {
    return document.proposal(id).isEmpty()
        && update.effects().stream()
            .noneMatch(e -> e instanceof Effect.Propose propose && propose.id().equals(id));
  }
}
