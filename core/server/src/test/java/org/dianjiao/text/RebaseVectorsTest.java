package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The algebra is enough to rebase as {@code rebaseUpdates} of {@code @codemirror/collab} does: drop
 * what was accepted already, move the rest behind what others did.
 */
class RebaseVectorsTest {

  /** What a client sent: a change set, and places in the text that it makes. */
  record Update(String client, ChangeSet changes, List<Integer> marks) {}

  @Test
  void rebasesAsCollabDoes() {
    for (JsonNode vector : Vectors.of("rebase")) {
      List<Update> rebased = rebase(updates(vector.get("updates")), updates(vector.get("over")));
      assertThat(rebased).as("%s", vector).isEqualTo(updates(vector.get("result")));
      Text text = Text.of(vector.get("head").textValue());
      for (Update update : rebased) {
        text = update.changes().apply(text);
      }
      assertThat(text).hasToString(vector.get("end").textValue());
    }
  }

  private static List<Update> rebase(List<Update> updates, List<Update> over) {
    int accepted = 0;
    ChangeSet others = ChangeSet.empty(updates.get(0).changes().length());
    for (Update update : over) {
      if (accepted < updates.size() && update.client().equals(updates.get(accepted).client())) {
        others = others.map(updates.get(accepted).changes(), true);
        accepted++;
      } else {
        others = others.compose(update.changes());
      }
    }
    List<Update> rebased = new ArrayList<>();
    for (Update update : updates.subList(accepted, updates.size())) {
      ChangeSet changes = update.changes().map(others, false);
      others = others.map(update.changes(), true);
      rebased.add(new Update(update.client(), changes, moved(update.marks(), others)));
    }
    return rebased;
  }

  private static List<Integer> moved(List<Integer> marks, ChangeSet over) {
    return marks.stream().map(mark -> over.mapPos(mark, 1)).toList();
  }

  private static List<Update> updates(JsonNode json) {
    List<Update> updates = new ArrayList<>();
    for (JsonNode update : json) {
      List<Integer> marks = new ArrayList<>();
      update.get("marks").forEach(mark -> marks.add(mark.intValue()));
      ChangeSet changes = Vectors.changes(update.get("changes"));
      updates.add(new Update(update.get("client").textValue(), changes, marks));
    }
    return updates;
  }
}
