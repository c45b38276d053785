package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * What one effect of a change teaches the plugin that had made a suggestion: that a person decided
 * about it, or took the decision back.
 *
 * @param instance of the plugin
 * @param revision of the change
 * @param index of the effect in the change
 * @param text in which the suggestion stood then
 * @param suggestion as it was shown, placed in that text
 * @param verdict what was decided; empty when a decision was taken back
 */
public record Lesson(
    String instance,
    long revision,
    int index,
    Text text,
    Suggestion suggestion,
    Optional<Verdict> verdict) {

  /**
   * What a change teaches, in the order of its effects.
   *
   * @param before the text that it changes
   */
  public static List<Lesson> of(Text before, Change change) {
    List<Lesson> lessons = new ArrayList<>();
    Text after = null;
    List<Effect> effects = change.effects();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.get(i) instanceof Effect.Decide decide) {
        add(lessons, change, i, before, decide.verdict().suggestion(), Optional.of(decide));
      } else if (effects.get(i) instanceof Effect.Reopen reopen) {
        after = after == null ? change.changes().apply(before) : after;
        add(lessons, change, i, after, reopen.suggestion(), Optional.empty());
      }
    }
    return lessons;
  }

  private static void add(
      List<Lesson> lessons,
      Change change,
      int index,
      Text text,
      Suggestion suggestion,
      Optional<Effect.Decide> decide) {
    if (suggestion.maker() instanceof Maker.ByPlugin by && by.learns()) {
      lessons.add(
          new Lesson(
              by.plugin(),
              change.revision(),
              index,
              text,
              suggestion,
              decide.map(Effect.Decide::verdict)));
    }
  }

  /**
   * As the plugin is told.
   *
   * @param project that the document belongs to
   * @param document that it is about, a part of its id
   * @param before units of context in front of the suggestion; a character is never cut
   * @param after units of context behind it
   */
  public Decision decision(String project, String document, int before, int after) {
    int from = CodeUnits.floor(text, Math.max(0, suggestion.start() - before));
    int to = CodeUnits.floor(text, Math.min(text.length(), suggestion.end() + after));
    TextRange range = new TextRange(suggestion.start(), suggestion.end()).shift(-from);
    Optional<Action> correction = verdict.flatMap(Verdict::correction);
    return new Decision(
        document + "." + revision + "." + index,
        suggestion.proposal().at(range),
        text.slice(from, to),
        verdict.map(Verdict::outcome).orElse(Outcome.REOPENED),
        verdict.map(Verdict::candidate).orElse(-1),
        correction,
        project);
  }
}
