package org.dianjiao.host;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.document.Document;
import org.dianjiao.suggestion.AnalysisPlan;
import org.dianjiao.suggestion.AnalysisPlan.Window;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * One plugin that follows one document: what it has still to look at, and the one question that it
 * is thinking about. Holds no suggestions and sends nothing.
 */
final class Follower {

  private PluginDescribed plugin;
  private final int focusUnits;
  private final String project;
  private AnalysisPlan plan = AnalysisPlan.CLEAN;
  private Optional<Asked> asked = Optional.empty();
  private Optional<TextRange> reach = Optional.empty();
  private int done;
  private long tookMillis;

  /**
   * A question on its way, and what has happened to the text since.
   *
   * @param at when it was asked, in nanoseconds
   */
  private record Asked(Window window, String text, ChangeSet since, long at) {

    Asked then(ChangeSet changes) {
      return new Asked(window, text, since.compose(changes), at);
    }
  }

  /** An answer, placed in the text as it is now. */
  record Answered(TextRange covered, List<Suggestion> suggestions) {}

  /**
   * A follower that has looked at nothing yet.
   *
   * @param project that the document belongs to
   */
  Follower(PluginDescribed plugin, int focusUnits, String project) {
    this.plugin = plugin;
    this.focusUnits = focusUnits;
    this.project = project;
  }

  String id() {
    return plugin.id();
  }

  boolean isAsking() {
    return asked.isPresent();
  }

  /** Windows answered since there was nothing left to look at. */
  int done() {
    return done;
  }

  /** Between its last question and the answer. */
  long tookMillis() {
    return tookMillis;
  }

  /** Windows that are left, roughly. */
  int left() {
    int units = plan.dirty().stream().mapToInt(TextRange::length).sum();
    return (units + focusUnits - 1) / focusUnits;
  }

  /** It was started anew and would answer as before: it goes on. */
  void goOn(PluginDescribed again) {
    plugin = again;
  }

  /** It was asked to look at this before, and some of it is still left. */
  void resume(TextRange range, List<TextRange> unseen) {
    reach = Optional.of(range);
    plan = plan.with(unseen);
  }

  void look(TextRange range) {
    plan = plan.with(List.of(range));
    reach =
        Optional.of(
            reach
                .map(
                    old ->
                        new TextRange(
                            Math.min(old.start(), range.start()), Math.max(old.end(), range.end())))
                .orElse(range));
  }

  /** What it has still to look at, the question on its way included. */
  List<TextRange> unseen() {
    return asked
        .map(question -> plan.with(List.of(moved(question.window().focus(), question.since()))))
        .orElse(plan)
        .dirty();
  }

  /** What it was asked to look at, from the first of it to the last. */
  TextRange reach() {
    return reach.orElseGet(() -> TextRange.at(0));
  }

  /** The plugin as it was when it began to follow. */
  PluginDescribed plugin() {
    return plugin;
  }

  /** Follows a change of the text. */
  void map(ChangeSet changes) {
    if (!changes.isEmpty()) {
      plan = plan.map(changes, plugin.before(), plugin.after());
      reach = reach.map(range -> moved(range, changes));
      asked = asked.map(question -> question.then(changes));
    }
  }

  /** The next question; empty when one is on its way or nothing is left. */
  Optional<AnalyzeText> ask(Document document) {
    if (isAsking()) {
      return Optional.empty();
    }
    Optional<Window> next = plan.next(document.text(), plugin.before(), plugin.after(), focusUnits);
    if (next.isEmpty()) {
      done = 0;
      return Optional.empty();
    }
    Window window = next.get();
    AnalyzeText question = AnalyzeText.about(document, window, project);
    ChangeSet nothing = ChangeSet.empty(document.text().length());
    asked = Optional.of(new Asked(window, question.text(), nothing, System.nanoTime()));
    plan = plan.without(window.focus());
    return Optional.of(question);
  }

  /** The plugin did not answer; the question is dropped. */
  void failed() {
    asked = Optional.empty();
    plan = AnalysisPlan.CLEAN;
    done = 0;
  }

  /** The answer, moved to where its text is now. What was changed meanwhile is left out. */
  Answered answered(TextAnalyzed analysis, Document document) {
    Asked question = asked.orElseThrow();
    asked = Optional.empty();
    tookMillis = (System.nanoTime() - question.at()) / 1_000_000;
    done++;
    int shift = question.window().text().start();
    List<Suggestion> placed =
        new Placing(plugin.id(), analysis.version(), question.text(), shift, question.since())
            .of(analysis.proposals(), document);
    return new Answered(narrowed(analysis.covered().shift(shift), question.since()), placed);
  }

  /** What is typed at an edge is not looked at yet. */
  private static TextRange narrowed(TextRange covered, ChangeSet since) {
    int start = since.mapPos(covered.start(), 1);
    return new TextRange(start, Math.max(start, since.mapPos(covered.end(), -1)));
  }

  /** What is typed at an edge belongs to it. */
  private static TextRange moved(TextRange range, ChangeSet changes) {
    return new TextRange(changes.mapPos(range.start(), -1), changes.mapPos(range.end(), 1));
  }
}
