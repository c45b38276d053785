package org.dianjiao.session;

import java.util.EnumSet;
import java.util.Set;
import org.dianjiao.document.Update;
import org.dianjiao.document.UpdateRules;
import org.dianjiao.people.Operation;

/**
 * What a frame asks for: all of it has to lie within the scope of a token that sends it. Whether
 * the account may do it is asked by the owner of the document, for everybody.
 */
final class FrameOperations {

  private FrameOperations() {}

  /** All of them. A frame that is not named here asks for everything that there is. */
  static Set<Operation> of(ClientFrame.About frame) {
    if (frame instanceof ClientFrame.Submit submit) {
      EnumSet<Operation> asked = EnumSet.noneOf(Operation.class);
      submit.updates().stream()
          .map(sent -> new Update(sent.changes(), sent.effects()))
          .forEach(update -> asked.addAll(UpdateRules.operations(update)));
      return asked;
    } else if (frame instanceof ClientFrame.Open) {
      return Set.of(Operation.OPEN_DOCUMENT);
    } else if (frame instanceof ClientFrame.Close) {
      return Set.of(Operation.LEAVE_DOCUMENT);
    } else if (frame instanceof ClientFrame.Pull) {
      return Set.of(Operation.PULL_CHANGES);
    } else if (frame instanceof ClientFrame.Diverged) {
      return Set.of(Operation.REPORT_DIVERGENCE);
    } else if (frame instanceof ClientFrame.Annotations) {
      return Set.of(Operation.READ_ANNOTATIONS);
    } else if (frame instanceof ClientFrame.Here) {
      return Set.of(Operation.SHOW_PRESENCE);
    }
    return acting(frame);
  }

  private static Set<Operation> acting(ClientFrame.About frame) {
    if (frame instanceof ClientFrame.Decide) {
      return Set.of(Operation.DECIDE);
    } else if (frame instanceof ClientFrame.Approve) {
      return Set.of(Operation.APPROVE);
    } else if (frame instanceof ClientFrame.Withdraw) {
      return Set.of(Operation.WITHDRAW_APPROVAL);
    } else if (frame instanceof ClientFrame.Ready) {
      return Set.of(Operation.MARK_READY);
    } else if (frame instanceof ClientFrame.Talk) {
      return Set.of(Operation.TALK);
    } else if (frame instanceof ClientFrame.Unready) {
      return Set.of(Operation.WITHDRAW_READY);
    } else if (frame instanceof ClientFrame.Revert) {
      return Set.of(Operation.REVERT);
    } else if (frame instanceof ClientFrame.Restore) {
      return Set.of(Operation.RESTORE);
    } else if (frame instanceof ClientFrame.Undo) {
      return Set.of(Operation.UNDO);
    } else if (frame instanceof ClientFrame.Analyze) {
      return Set.of(Operation.ANALYZE);
    } else if (frame instanceof ClientFrame.Dismiss) {
      return Set.of(Operation.DISMISS_SUGGESTIONS);
    }
    return EnumSet.allOf(Operation.class);
  }
}
