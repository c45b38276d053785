package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentCommand.RunPluginCommand;
import org.dianjiao.bus.DocumentCommand.Selection;
import org.dianjiao.bus.DocumentReply.PluginCommandRan;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * Commands of plugins that people run on one document: gives the plugin the text as it is on disk,
 * and offers what it proposes where that text is by then. Used on one context.
 */
final class PluginCommands {

  private final DocumentRow row;
  private final Surroundings around;
  private final Ledger ledger;
  private final Recall recall;
  private final Analyses analyses;
  private int running;

  PluginCommands(
      DocumentRow row, Surroundings around, Ledger ledger, Recall recall, Analyses analyses) {
    this.row = row;
    this.around = around;
    this.ledger = ledger;
    this.recall = recall;
    this.analyses = analyses;
  }

  /** Whether a plugin works here for somebody. */
  boolean isBusy() {
    return running > 0;
  }

  /** Runs a command, if this text may be shown to the plugin. */
  Future<PluginCommandRan> run(RunPluginCommand command) {
    long durable = ledger.durable().revision();
    long from = command.selection().map(Selection::revision).orElse(durable);
    if (from > durable) {
      throw new Refusal(
          FailureCode.BASE_AHEAD, "revision %d is ahead of %d".formatted(from, durable));
    }
    return analyses
        .allowed(command.plugin())
        .compose(described -> recall.since(from, () -> asked(described, command)));
  }

  private Future<PluginCommandRan> asked(PluginDescribed plugin, RunPluginCommand command) {
    Document document = ledger.durable();
    TextRange whole = new TextRange(0, document.text().length());
    String text = document.text().toString();
    RunCommand question =
        new RunCommand(
            command.run(),
            command.command(),
            command.parameters(),
            row.title(),
            text,
            AnalyzeText.LANGUAGE,
            AnalyzeText.marked(document, whole),
            command.selection().map(this::now).orElse(whole),
            row.project());
    running++;
    return around
        .plugins()
        .run(plugin.id(), question, longest())
        .compose(
            ran ->
                recall.since(
                    document.revision(),
                    () -> offered(plugin, ran, text, since(document.revision()))))
        .onComplete(ended -> running--);
  }

  /** Its own time, and as much again for waiting until others are done. */
  private Duration longest() {
    return Duration.ofSeconds(2L * around.limits().commandSeconds());
  }

  private Future<PluginCommandRan> offered(
      PluginDescribed plugin, CommandRan ran, String text, ChangeSet since) {
    List<Suggestion> placed =
        new Placing(plugin.id(), ran.version(), text, 0, since)
            .of(ran.proposals(), ledger.durable());
    analyses.offer(plugin, placed);
    return Future.succeededFuture(new PluginCommandRan(ran.version(), ran.report(), placed.size()));
  }

  /** Where a selection is now. */
  private TextRange now(Selection selection) {
    ChangeSet since = since(selection.revision());
    if (selection.end() > since.length()) {
      throw new Refusal(
          FailureCode.MALFORMED,
          "selection %d–%d ends behind the text of %d units"
              .formatted(selection.start(), selection.end(), since.length()));
    }
    Anchor now = new Anchor(selection.start(), selection.end(), false).map(since);
    if (now.orphaned() || now.start() == now.end()) {
      throw new Refusal(FailureCode.TEXT_CHANGED, "what was selected is not there any more");
    }
    return new TextRange(now.start(), now.end());
  }

  /** What has happened on disk since a revision that was recalled. */
  private ChangeSet since(long revision) {
    Document durable = ledger.durable();
    List<Change> changes =
        ledger.since(revision).stream()
            .filter(change -> change.revision() <= durable.revision())
            .toList();
    return changes.stream()
        .map(Change::changes)
        .reduce(ChangeSet::compose)
        .orElseGet(() -> ChangeSet.empty(durable.text().length()));
  }
}
