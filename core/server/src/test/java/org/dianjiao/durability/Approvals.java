package org.dianjiao.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.exchange.Operation;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.Text;

/** What reviewers saw when they approved it. */
final class Approvals {

  private final Map<Edit, String> seen = new HashMap<>();

  /** A reviewer is about to approve this passage. */
  void saw(Edit edit, String passage) {
    seen.put(edit, passage);
  }

  /** The approvals in a log of another passage than its approver saw, in words. */
  List<String> faults(List<LogEntry> entries) {
    List<String> faults = new ArrayList<>();
    Text text = Text.EMPTY;
    for (LogEntry entry : entries) {
      Change change = Operation.read(entry).change();
      text = change.changes().apply(text);
      String passage = seen.get(new Edit(change.client(), change.sequence()));
      for (Effect effect : change.effects()) {
        if (effect instanceof Effect.Approve approve
            && !text.slice(approve.start(), approve.end()).equals(passage)) {
          faults.add(
              "revision %d approves another passage than was seen".formatted(change.revision()));
        }
      }
    }
    return faults;
  }
}
