package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What never reaches a database. */
class BatchTest {

  private static NewEntry entry(long revision, long sequence, String op) {
    return new NewEntry(revision, "a", "c", sequence, 1, op, "h", Instant.EPOCH);
  }

  @Test
  void refusesAGapTheSameNumberTwiceAndNothing() {
    assertThatThrownBy(() -> new Batch("d", 1, 1, List.of(entry(1, 1, "x"), entry(3, 2, "x"))))
        .hasMessage("revision 3 follows revision 1 in a batch for document d");
    assertThatThrownBy(() -> new Batch("d", 1, 1, List.of(entry(1, 4, "x"), entry(2, 4, "x"))))
        .hasMessage("number 4 of client c is twice in a batch for document d");
    assertThatThrownBy(() -> new Batch("d", 1, 1, List.of()))
        .hasMessage("a batch for document d is empty");
  }

  @Test
  void refusesTextThatAnEngineWouldChange() {
    assertThatThrownBy(() -> entry(1, 1, "nul \0"))
        .hasMessage("op holds the null character at unit 4");
    assertThatThrownBy(() -> entry(1, 1, "half \ud840"))
        .hasMessage("op holds half a character at unit 5");
    assertThatThrownBy(() -> new Snapshot("d", 1, 1, "chain", "\udc0b"))
        .hasMessage("body holds half a character at unit 0");
  }

  @Test
  void refusesNumbersBelowOne() {
    assertThatThrownBy(() -> entry(0, 1, "x")).hasMessageContaining("revision 0");
    assertThatThrownBy(() -> entry(1, 0, "x")).hasMessageContaining("sequence 0");
  }
}
