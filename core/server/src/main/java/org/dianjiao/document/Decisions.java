package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.ReviewRules;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Edit;

/**
 * Turns a person's decision about many suggestions into one update. Those that cannot be decided so
 * are left alone, each with a reason.
 */
public final class Decisions {

  private final Document document;
  private final String account;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<LeftAlone> leftAlone = new ArrayList<>();

  /**
   * Starts with nothing decided.
   *
   * @param document the newest state; the suggestions are placed in it
   * @param account who decides
   */
  public Decisions(Document document, String account) {
    this.document = document;
    this.account = account;
  }

  /** A suggestion that was not decided, and why. */
  public record LeftAlone(String suggestion, String reason) {}

  /** Leaves a suggestion alone that is not there any more. */
  public void leave(String suggestion, String reason) {
    leftAlone.add(new LeftAlone(suggestion, reason));
  }

  /**
   * Decides one suggestion. Call in the order of their places.
   *
   * @throws IllegalArgumentException when candidate or correction do not fit the outcome
   */
  public void decide(
      Suggestion suggestion, Outcome outcome, int candidate, Optional<Action> correction) {
    Optional<String> refusal = ReviewRules.refusal(account, outcome, suggestion);
    if (refusal.isPresent()) {
      leave(suggestion.id(), refusal.get());
      return;
    }
    Verdict verdict = new Verdict(outcome, candidate, correction, suggestion);
    Optional<Action> action = verdict.action();
    if (action.isPresent() && suggestion.orphaned()) {
      leave(suggestion.id(), "its text is gone");
      return;
    }
    if (outcome == Outcome.ACCEPTED && conflicts(suggestion)) {
      leave(
          suggestion.id(),
          "its text has changed since it was proposed for “%s”".formatted(suggestion.surface()));
      return;
    }
    if (action.isPresent() && action.get() instanceof Replace replace) {
      Edit edit = new Edit(suggestion.start(), suggestion.end(), replace.text());
      if (collides(edit)) {
        leave(suggestion.id(), "another suggestion for the same place was accepted");
        return;
      }
      edits.add(edit);
    }
    verdicts.add(verdict);
  }

  private boolean conflicts(Suggestion suggestion) {
    return !document
        .text()
        .slice(suggestion.start(), suggestion.end())
        .equals(suggestion.surface());
  }

  private boolean collides(Edit edit) {
    if (edits.isEmpty()) {
      return false;
    }
    Edit last = edits.get(edits.size() - 1);
    return last.from() == edit.from() || edit.from() < last.to();
  }

  /** Those that were not decided. */
  public List<LeftAlone> leftAlone() {
    return leftAlone;
  }

  /** How many were decided. */
  public int decided() {
    return verdicts.size();
  }

  /**
   * What all decisions together do.
   *
   * @throws org.dianjiao.text.MalformedChange when a plugin or a correction would cut a character
   */
  public Update update() {
    ChangeSet changes = ChangeSet.of(document.text().length(), edits);
    CodeUnits.check(changes, document.text());
    List<Effect> effects = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      effects.add(new Effect.Decide(verdict));
      if (verdict.action().isPresent() && verdict.action().get() instanceof Annotate annotate) {
        Anchor place = verdict.suggestion().anchor().map(changes);
        effects.add(
            new Effect.AddAnnotation(
                verdict.suggestion().id(),
                place.start(),
                place.end(),
                place.orphaned(),
                annotate.body()));
      }
    }
    return new Update(changes, effects);
  }
}
