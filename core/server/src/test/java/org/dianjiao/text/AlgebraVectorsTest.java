package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Whatever CodeMirror answered, the algebra answers too. */
class AlgebraVectorsTest {

  private Vectors vectors = Vectors.COMMITTED;

  /** The same checks on other vectors. */
  static AlgebraVectorsTest on(Vectors vectors) {
    AlgebraVectorsTest checks = new AlgebraVectorsTest();
    checks.vectors = vectors;
    return checks;
  }

  @Test
  void makesTheSameChangeSetOfEdits() {
    for (JsonNode vector : vectors.of("of")) {
      List<Edit> edits = new ArrayList<>();
      for (JsonNode edit : vector.get("edits")) {
        edits.add(
            new Edit(edit.get(0).intValue(), edit.get(1).intValue(), edit.get(2).textValue()));
      }
      assertSame(ChangeSet.of(vector.get("length").intValue(), edits), vector, "result");
    }
  }

  @Test
  void appliesAndInvertsAlike() {
    for (JsonNode vector : vectors.of("apply")) {
      Text text = Text.of(vector.get("text").textValue());
      ChangeSet changes = Vectors.changes(vector.get("changes"));
      assertThat(changes.apply(text)).hasToString(vector.get("result").textValue());
      assertThat(changes.toString()).as("%s", vector).isEqualTo(vector.get("sections").textValue());
      assertThat(changes.length()).isEqualTo(vector.get("length").intValue());
      assertThat(changes.newLength()).isEqualTo(vector.get("newLength").intValue());
      assertThat(changes.isEmpty()).isEqualTo(vector.get("empty").booleanValue());
      assertSame(changes.invert(text), vector, "inverse");
    }
  }

  @Test
  void tellsTheSameChanges() {
    for (JsonNode vector : vectors.of("apply")) {
      ChangeSet changes = Vectors.changes(vector.get("changes"));
      assertThat(told(changes, false)).isEqualTo(told(vector.get("together")));
      assertThat(told(changes, true)).isEqualTo(told(vector.get("individual")));
    }
  }

  @Test
  void composesAlike() {
    for (JsonNode vector : vectors.of("compose")) {
      ChangeSet first = Vectors.changes(vector.get("first"));
      assertSame(first.compose(Vectors.changes(vector.get("second"))), vector, "result");
    }
  }

  @Test
  void mapsAlikeInBothOrders() {
    for (JsonNode vector : vectors.of("map")) {
      ChangeSet moved = Vectors.changes(vector.get("moved"));
      ChangeSet over = Vectors.changes(vector.get("over"));
      assertSame(moved.map(over, false), vector, "behind");
      assertSame(moved.map(over, true), vector, "before");
    }
  }

  @Test
  void mapsPositionsAlikeInEveryMode() {
    for (JsonNode vector : vectors.of("positions")) {
      assertMapped(vector, "simple", MapMode.SIMPLE);
      assertMapped(vector, "trackDelete", MapMode.TRACK_DELETE);
      assertMapped(vector, "trackBefore", MapMode.TRACK_BEFORE);
      assertMapped(vector, "trackAfter", MapMode.TRACK_AFTER);
    }
  }

  @Test
  void touchesTheSameRanges() {
    for (JsonNode vector : vectors.of("positions")) {
      ChangeSet changes = Vectors.changes(vector.get("changes"));
      for (JsonNode range : vector.get("touched")) {
        assertThat(changes.touches(range.get(0).intValue(), range.get(1).intValue()))
            .as("%s in %s", range, vector)
            .isEqualTo(range.get(2).booleanValue());
      }
    }
  }

  @Test
  void writesTheSameJson() {
    for (JsonNode vector : vectors.of("apply")) {
      JsonNode json = vector.get("changes");
      assertThat(Vectors.json(Vectors.changes(json))).isEqualTo(json.toString());
    }
  }

  private static void assertSame(ChangeSet changes, JsonNode vector, String field) {
    assertThat(Vectors.json(changes)).as("%s", vector).isEqualTo(vector.get(field).toString());
    assertThat(changes).as("%s", vector).isEqualTo(Vectors.changes(vector.get(field)));
  }

  private static void assertMapped(JsonNode vector, String field, MapMode mode) {
    ChangeSet changes = Vectors.changes(vector.get("changes"));
    for (int side = 0; side < 2; side++) {
      JsonNode expected = vector.get(field).get(side);
      assertThat(expected).hasSize(changes.length() + 1);
      for (int position = 0; position <= changes.length(); position++) {
        JsonNode answer = expected.get(position);
        assertThat(changes.mapPos(position, side == 0 ? -1 : 1, mode))
            .as("position %d, %s %d, in %s", position, field, side, vector)
            .isEqualTo(answer.isNull() ? OptionalInt.empty() : OptionalInt.of(answer.intValue()));
      }
    }
  }

  private static String told(ChangeSet changes, boolean individual) {
    StringBuilder told = new StringBuilder();
    changes.forEachChange(
        (fromA, toA, fromB, toB, inserted) ->
            told.append("%d %d %d %d %s|".formatted(fromA, toA, fromB, toB, inserted)),
        individual);
    return told.toString();
  }

  private static String told(JsonNode ranges) {
    StringBuilder told = new StringBuilder();
    for (JsonNode range : ranges) {
      for (int i = 0; i < 4; i++) {
        told.append(range.get(i).intValue()).append(' ');
      }
      told.append(range.get(4).textValue()).append('|');
    }
    return told.toString();
  }
}
