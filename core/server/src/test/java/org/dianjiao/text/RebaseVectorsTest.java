package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Rebase;
import org.dianjiao.document.Update;
import org.junit.jupiter.api.Test;

/**
 * Rebasing does as {@code rebaseUpdates} of {@code @codemirror/collab} does: drop what was accepted
 * already, move the rest behind what others did.
 */
class RebaseVectorsTest {

  private Vectors vectors = Vectors.COMMITTED;

  /** The same checks on other vectors. */
  static RebaseVectorsTest on(Vectors vectors) {
    RebaseVectorsTest checks = new RebaseVectorsTest();
    checks.vectors = vectors;
    return checks;
  }

  @Test
  void rebasesAsCollabDoes() {
    for (JsonNode vector : vectors.of("rebase")) {
      JsonNode sent = vector.get("updates");
      String client = sent.get(0).get("client").textValue();
      List<Update> rebased = Rebase.rebase(updates(sent), client, changes(vector.get("over")));
      assertThat(rebased).as("%s", vector).isEqualTo(updates(vector.get("result")));
      Text text = Text.of(vector.get("head").textValue());
      for (Update update : rebased) {
        text = update.changes().apply(text);
      }
      assertThat(text).hasToString(vector.get("end").textValue());
    }
  }

  private static List<Change> changes(JsonNode json) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode update : json) {
      long number = changes.size() + 1L;
      changes.add(
          new Change(
              number,
              "author",
              update.get("client").textValue(),
              number,
              Vectors.changes(update.get("changes")),
              List.of(),
              Instant.EPOCH));
    }
    return changes;
  }

  private static List<Update> updates(JsonNode json) {
    List<Update> updates = new ArrayList<>();
    for (JsonNode update : json) {
      updates.add(new Update(Vectors.changes(update.get("changes")), List.of()));
    }
    return updates;
  }
}
