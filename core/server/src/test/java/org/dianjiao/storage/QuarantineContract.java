package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.dianjiao.storage.Quarantine.Entry;
import org.junit.jupiter.api.Test;

/** What every engine promises about documents that cannot be opened. */
abstract class QuarantineContract extends StorageContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
  private static final Duration WINDOW = Duration.ofMinutes(10);

  QuarantineContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Quarantine quarantine() {
    return database.quarantine();
  }

  @Test
  void countsAttemptsUntilOneEnds() {
    String document = newDocument();
    assertThat(quarantine().attempt(document, NOW, WINDOW)).isEqualTo(1);
    assertThat(quarantine().attempt(document, NOW.plusSeconds(1), WINDOW)).isEqualTo(2);
    quarantine().loaded(document);
    assertThat(quarantine().attempt(document, NOW.plusSeconds(2), WINDOW)).isEqualTo(1);
    assertThat(quarantine().find(document)).isEmpty();
  }

  @Test
  void forgetsAttemptsOfLongAgo() {
    String document = newDocument();
    quarantine().attempt(document, NOW, WINDOW);
    quarantine().attempt(document, NOW.plusSeconds(1), WINDOW);
    Instant later = NOW.plus(WINDOW).plusSeconds(1);
    assertThat(quarantine().attempt(document, later, WINDOW)).isEqualTo(1);
    assertThat(quarantine().attempt(document, later.plusSeconds(1), WINDOW)).isEqualTo(2);
  }

  @Test
  void countsNothingForADocumentThatDoesNotExist() {
    assertThat(quarantine().attempt("none", NOW, WINDOW)).isZero();
    quarantine().put("none", NOW, "why");
    assertThat(quarantine().find("none")).isEmpty();
  }

  @Test
  void keepsTheFirstReasonUntilItIsLetOut() {
    String document = newDocument();
    quarantine().attempt(document, NOW, WINDOW);
    quarantine().put(document, NOW, "第二款 \ud840 \0 is wrong");
    quarantine().put(document, NOW.plusSeconds(1), "something else");
    quarantine().loaded(document);
    Entry entry = new Entry(document, NOW, "第二款 ? \ufffd is wrong");
    assertThat(quarantine().find(document)).contains(entry);
    assertThat(quarantine().all()).contains(entry);
    assertThat(quarantine().release(document)).isTrue();
    assertThat(quarantine().release(document)).isFalse();
    assertThat(quarantine().find(document)).isEmpty();
  }

  @Test
  void putsADocumentInThatWasNeverTried() {
    String document = newDocument();
    quarantine().put(document, NOW, "why");
    assertThat(quarantine().find(document)).contains(new Entry(document, NOW, "why"));
  }
}
