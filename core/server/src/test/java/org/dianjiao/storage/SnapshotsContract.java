package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every engine promises about snapshots. */
abstract class SnapshotsContract extends StorageContract {

  SnapshotsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Snapshots snapshots() {
    return database.snapshots();
  }

  private Snapshot at(String document, long revision) {
    String chain = database.changeLog().read(document, revision, 1).get(0).chain();
    return new Snapshot(document, revision, 1, chain, "{\"text\":\"至%d\"}".formatted(revision));
  }

  @Test
  void givesTheNewestThatIsNotTooNew() {
    String document = newDocument();
    write(document, 8);
    snapshots().save(at(document, 3));
    snapshots().save(at(document, 7));
    assertThat(snapshots().latest(document, 8)).contains(at(document, 7));
    assertThat(snapshots().latest(document, 7)).contains(at(document, 7));
    assertThat(snapshots().latest(document, 6)).contains(at(document, 3));
    assertThat(snapshots().latest(document, 2)).isEmpty();
  }

  @Test
  void keepsTheNewestThreeAndTheFirst() {
    String document = newDocument();
    write(document, 6);
    for (long revision : List.of(1, 2, 3, 4, 5, 6)) {
      snapshots().save(at(document, revision));
    }
    assertThat(snapshots().latest(document, 5)).map(Snapshot::revision).contains(5L);
    assertThat(snapshots().latest(document, 4)).map(Snapshot::revision).contains(4L);
    assertThat(snapshots().latest(document, 3)).map(Snapshot::revision).contains(1L);
  }

  @Test
  void savesTheSameRevisionAgain() {
    String document = newDocument();
    write(document, 2);
    Snapshot old = at(document, 2);
    Snapshot better = new Snapshot(document, 2, 2, old.chain(), "{\"better\":true}");
    snapshots().save(old);
    snapshots().save(better);
    assertThat(snapshots().latest(document, 2)).contains(better);
  }

  @Test
  void refusesAWrongChainOrARevisionThatIsNotThere() {
    String document = newDocument();
    write(document, 2);
    Snapshot wrong = new Snapshot(document, 2, 1, at(document, 1).chain(), "{}");
    Snapshot ahead = new Snapshot(document, 3, 1, at(document, 2).chain(), "{}");
    assertThatThrownBy(() -> snapshots().save(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("revision 2")
        .hasMessageContaining(at(document, 2).chain());
    assertThatThrownBy(() -> snapshots().save(ahead))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such revision");
    assertThat(snapshots().latest(document, 3)).isEqualTo(Optional.empty());
  }

  @Test
  void passesOverOneThatNoLongerAgreesWithTheLog() throws SQLException {
    String document = newDocument();
    write(document, 4);
    snapshots().save(at(document, 2));
    snapshots().save(at(document, 4));
    store.tamper(
        "UPDATE change_log SET chain_hash = 'x' WHERE revision = 4 AND document_id = '%s'"
            .formatted(document));
    assertThat(snapshots().latest(document, 4)).contains(at(document, 2));
  }

  @Test
  void keepsALongBody() {
    String document = newDocument();
    write(document, 1);
    Snapshot large =
        new Snapshot(document, 1, 1, at(document, 1).chain(), "字𠀋\n\"".repeat(400_000));
    snapshots().save(large);
    assertThat(snapshots().latest(document, 1)).contains(large);
  }
}
