package org.dianjiao.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Update;
import org.dianjiao.json.Json;
import org.dianjiao.text.Digest;

/**
 * Turns a client's frame into a command, with the account that signed in.
 *
 * @param account who speaks
 * @param session over which socket
 */
record Translation(String account, String session) {

  DocumentCommand.OpenDocument open(ClientFrame.Open frame) {
    Optional<DocumentCommand.Position> since =
        frame.since().map(r -> new DocumentCommand.Position(frame.epoch().orElseThrow(), r));
    return new DocumentCommand.OpenDocument(
        frame.document(), account, session, frame.client(), since);
  }

  DocumentCommand.SubmitChanges submit(ClientFrame.Submit frame) {
    List<Update> updates =
        frame.updates().stream()
            .map(update -> new Update(update.changes(), update.effects()))
            .toList();
    return new DocumentCommand.SubmitChanges(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.base(),
        updates,
        hash(frame));
  }

  private static String hash(ClientFrame.Submit frame) {
    return Digest.of(
        Long.toString(frame.base()).getBytes(StandardCharsets.UTF_8), Json.bytes(frame.updates()));
  }

  DocumentCommand.PullChanges pull(ClientFrame.Pull frame) {
    return new DocumentCommand.PullChanges(frame.document(), account, frame.from());
  }

  DocumentCommand.ReadAnnotations annotations(ClientFrame.Annotations frame) {
    return new DocumentCommand.ReadAnnotations(
        frame.document(),
        account,
        frame.revision(),
        new TextRange(frame.start(), frame.end()),
        frame.orphans().orElse(false),
        frame.ids().orElse(List.of()));
  }

  DocumentCommand.ShowPresence show(ClientFrame.Here frame) {
    return new DocumentCommand.ShowPresence(
        frame.document(), account, session, frame.revision(), frame.anchor(), frame.head());
  }

  DocumentCommand.AnalyzeDocument analyze(ClientFrame.Analyze frame) {
    Optional<TextRange> range =
        frame.start().map(start -> new TextRange(start, frame.end().orElse(Integer.MAX_VALUE)));
    return new DocumentCommand.AnalyzeDocument(frame.document(), account, frame.plugin(), range);
  }

  DocumentCommand.DismissSuggestions dismiss(ClientFrame.Dismiss frame) {
    return new DocumentCommand.DismissSuggestions(frame.document(), account, frame.plugin());
  }

  DocumentCommand.DecideSuggestions decide(ClientFrame.Decide frame) {
    int candidate = frame.outcome() == Outcome.ACCEPTED ? frame.candidate().orElse(0) : -1;
    return new DocumentCommand.DecideSuggestions(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.suggestions(),
        frame.outcome(),
        candidate,
        frame.correction());
  }

  DocumentCommand.ApprovePassages approve(ClientFrame.Approve frame) {
    return new DocumentCommand.ApprovePassages(
        frame.document(), account, frame.client(), frame.sequence(), seen(frame.passages()));
  }

  DocumentCommand.MarkReady ready(ClientFrame.Ready frame) {
    return new DocumentCommand.MarkReady(
        frame.document(), account, frame.client(), frame.sequence(), seen(frame.passages()));
  }

  private static List<DocumentCommand.SeenPassage> seen(List<ClientFrame.Passage> passages) {
    return passages.stream()
        .map(p -> new DocumentCommand.SeenPassage(p.start(), p.end(), p.hash()))
        .toList();
  }

  DocumentCommand.TalkOver talk(ClientFrame.Talk frame) {
    return new DocumentCommand.TalkOver(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.revision(),
        frame.talk());
  }

  DocumentCommand.WithdrawReady unready(ClientFrame.Unready frame) {
    return new DocumentCommand.WithdrawReady(
        frame.document(), account, frame.client(), frame.sequence(), frame.ready());
  }

  DocumentCommand.WithdrawApproval withdraw(ClientFrame.Withdraw frame) {
    return new DocumentCommand.WithdrawApproval(
        frame.document(), account, frame.client(), frame.sequence(), frame.approval());
  }

  DocumentCommand.RevertChange revert(ClientFrame.Revert frame) {
    return new DocumentCommand.RevertChange(
        frame.document(), account, frame.client(), frame.sequence(), frame.revision());
  }

  DocumentCommand.RestoreText restore(ClientFrame.Restore frame) {
    return new DocumentCommand.RestoreText(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.revision(),
        frame.start().map(start -> new TextRange(start, frame.end().orElseThrow())));
  }

  DocumentCommand.UndoDeeds undo(ClientFrame.Undo frame) {
    return new DocumentCommand.UndoDeeds(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        new Deeds(frame.account(), frame.plugin(), frame.version(), frame.from(), frame.to()));
  }
}
