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

  /**
   * The command that a frame stands for. What a client reports of its own text is none: nobody
   * answers it.
   */
  Optional<DocumentCommand> command(ClientFrame.About frame) {
    if (frame instanceof ClientFrame.Numbered numbered) {
      return Optional.of(command(numbered));
    } else if (frame instanceof ClientFrame.Open open) {
      return Optional.of(open(open));
    } else if (frame instanceof ClientFrame.Close close) {
      return Optional.of(new DocumentCommand.LeaveDocument(close.document(), account, session));
    } else if (frame instanceof ClientFrame.Pull pull) {
      return Optional.of(pull(pull));
    } else if (frame instanceof ClientFrame.Annotations window) {
      return Optional.of(annotations(window));
    } else if (frame instanceof ClientFrame.Here here) {
      return Optional.of(show(here));
    } else if (frame instanceof ClientFrame.Analyze analyze) {
      return Optional.of(analyze(analyze));
    } else if (frame instanceof ClientFrame.Dismiss dismiss) {
      return Optional.of(dismiss(dismiss));
    }
    return Optional.empty();
  }

  private DocumentCommand.Numbered command(ClientFrame.Numbered frame) {
    if (frame instanceof ClientFrame.Submit submit) {
      return submit(submit);
    } else if (frame instanceof ClientFrame.Decide decide) {
      return decide(decide);
    } else if (frame instanceof ClientFrame.Approve approve) {
      return approve(approve);
    } else if (frame instanceof ClientFrame.Withdraw withdraw) {
      return withdraw(withdraw);
    } else if (frame instanceof ClientFrame.Ready ready) {
      return ready(ready);
    } else if (frame instanceof ClientFrame.Unready unready) {
      return unready(unready);
    } else if (frame instanceof ClientFrame.Talk talk) {
      return talk(talk);
    } else if (frame instanceof ClientFrame.Revert revert) {
      return revert(revert);
    } else if (frame instanceof ClientFrame.Restore restore) {
      return restore(restore);
    } else if (frame instanceof ClientFrame.Undo undo) {
      return undo(undo);
    } else if (frame instanceof ClientFrame.Unmark unmark) {
      return unmark(unmark);
    } else if (frame instanceof ClientFrame.Remark remark) {
      return new DocumentCommand.PutMarksBack(
          remark.document(), account, remark.client(), remark.sequence(), remark.revision());
    }
    throw new IllegalStateException("no command for " + frame.getClass());
  }

  private DocumentCommand.OpenDocument open(ClientFrame.Open frame) {
    Optional<DocumentCommand.Position> since =
        frame.since().map(r -> new DocumentCommand.Position(frame.epoch().orElseThrow(), r));
    return new DocumentCommand.OpenDocument(
        frame.document(), account, session, frame.client(), since);
  }

  private DocumentCommand.SubmitChanges submit(ClientFrame.Submit frame) {
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

  private DocumentCommand.PullChanges pull(ClientFrame.Pull frame) {
    return new DocumentCommand.PullChanges(frame.document(), account, frame.from());
  }

  private DocumentCommand.ReadAnnotations annotations(ClientFrame.Annotations frame) {
    return new DocumentCommand.ReadAnnotations(
        frame.document(),
        account,
        frame.revision(),
        new TextRange(frame.start(), frame.end()),
        frame.orphans().orElse(false),
        frame.ids().orElse(List.of()));
  }

  private DocumentCommand.ShowPresence show(ClientFrame.Here frame) {
    return new DocumentCommand.ShowPresence(
        frame.document(), account, session, frame.revision(), frame.anchor(), frame.head());
  }

  private DocumentCommand.AnalyzeDocument analyze(ClientFrame.Analyze frame) {
    Optional<TextRange> range =
        frame.start().map(start -> new TextRange(start, frame.end().orElse(Integer.MAX_VALUE)));
    return new DocumentCommand.AnalyzeDocument(frame.document(), account, frame.plugin(), range);
  }

  private DocumentCommand.DismissSuggestions dismiss(ClientFrame.Dismiss frame) {
    return new DocumentCommand.DismissSuggestions(frame.document(), account, frame.plugin());
  }

  private DocumentCommand.DecideSuggestions decide(ClientFrame.Decide frame) {
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

  private DocumentCommand.ApprovePassages approve(ClientFrame.Approve frame) {
    return new DocumentCommand.ApprovePassages(
        frame.document(), account, frame.client(), frame.sequence(), seen(frame.passages()));
  }

  private DocumentCommand.MarkReady ready(ClientFrame.Ready frame) {
    return new DocumentCommand.MarkReady(
        frame.document(), account, frame.client(), frame.sequence(), seen(frame.passages()));
  }

  private static List<DocumentCommand.SeenPassage> seen(List<ClientFrame.Passage> passages) {
    return passages.stream()
        .map(p -> new DocumentCommand.SeenPassage(p.start(), p.end(), p.hash()))
        .toList();
  }

  private DocumentCommand.TalkOver talk(ClientFrame.Talk frame) {
    return new DocumentCommand.TalkOver(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.revision(),
        frame.talk());
  }

  private DocumentCommand.WithdrawReady unready(ClientFrame.Unready frame) {
    return new DocumentCommand.WithdrawReady(
        frame.document(), account, frame.client(), frame.sequence(), frame.ready());
  }

  private DocumentCommand.WithdrawApproval withdraw(ClientFrame.Withdraw frame) {
    return new DocumentCommand.WithdrawApproval(
        frame.document(), account, frame.client(), frame.sequence(), frame.approval());
  }

  private DocumentCommand.RevertChange revert(ClientFrame.Revert frame) {
    return new DocumentCommand.RevertChange(
        frame.document(), account, frame.client(), frame.sequence(), frame.revision());
  }

  private DocumentCommand.RestoreText restore(ClientFrame.Restore frame) {
    return new DocumentCommand.RestoreText(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.revision(),
        frame.start().map(start -> new TextRange(start, frame.end().orElseThrow())));
  }

  private DocumentCommand.UndoDeeds undo(ClientFrame.Undo frame) {
    return new DocumentCommand.UndoDeeds(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        new Deeds(frame.account(), frame.plugin(), frame.version(), frame.from(), frame.to()));
  }

  private DocumentCommand.TakeMarks unmark(ClientFrame.Unmark frame) {
    return new DocumentCommand.TakeMarks(
        frame.document(),
        account,
        frame.client(),
        frame.sequence(),
        frame.whose(),
        frame
            .revision()
            .map(
                revision ->
                    new DocumentCommand.Selection(
                        revision, frame.start().orElseThrow(), frame.end().orElseThrow())));
  }
}
