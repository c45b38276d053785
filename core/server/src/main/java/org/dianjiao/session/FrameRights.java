package org.dianjiao.session;

import java.util.EnumSet;
import java.util.Set;
import org.dianjiao.document.Update;
import org.dianjiao.document.UpdateRules;
import org.dianjiao.people.Permission;

/** The rights that a frame uses: what a token that sends it has to have been given. */
final class FrameRights {

  private FrameRights() {}

  /** All of them. A frame that is not named here takes every right that there is. */
  static Set<Permission> of(ClientFrame.About frame) {
    EnumSet<Permission> rights = EnumSet.of(Permission.READ_DOCUMENT);
    if (frame instanceof ClientFrame.Submit submit) {
      submit.updates().stream()
          .map(sent -> new Update(sent.changes(), sent.effects()))
          .forEach(update -> rights.addAll(UpdateRules.permissions(update)));
    } else if (frame instanceof ClientFrame.Decide) {
      rights.add(Permission.DECIDE);
    } else if (frame instanceof ClientFrame.Approve || frame instanceof ClientFrame.Withdraw) {
      rights.add(Permission.APPROVE);
    } else if (frame instanceof ClientFrame.Revert
        || frame instanceof ClientFrame.Restore
        || frame instanceof ClientFrame.Undo) {
      rights.add(Permission.REVERT);
    } else if (frame instanceof ClientFrame.Analyze || frame instanceof ClientFrame.Dismiss) {
      rights.add(Permission.RUN_PLUGIN);
    } else if (!reads(frame)) {
      rights.addAll(EnumSet.allOf(Permission.class));
    }
    return rights;
  }

  private static boolean reads(ClientFrame.About frame) {
    return frame instanceof ClientFrame.Open
        || frame instanceof ClientFrame.Close
        || frame instanceof ClientFrame.Pull
        || frame instanceof ClientFrame.Diverged
        || frame instanceof ClientFrame.Annotations
        || frame instanceof ClientFrame.Here;
  }
}
