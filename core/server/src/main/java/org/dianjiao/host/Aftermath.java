package org.dianjiao.host;

import java.util.List;
import org.dianjiao.bus.DocumentEvent.ChangesCommitted;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.offer.Settled;
import org.dianjiao.storage.Head;

/**
 * What follows when changes are on disk: everybody is told, plugins follow the text, and now and
 * then a snapshot is stored.
 */
record Aftermath(
    Head head,
    Surroundings around,
    Ledger ledger,
    Analyses analyses,
    Tutor tutor,
    SnapshotKeeper snapshots) {

  void committed(Owner.Committed committed) {
    List<Change> changes = committed.changes();
    around.tell(
        new ChangesCommitted(head.document(), head.epoch(), changes.get(0).revision(), changes));
    for (Ledger.Durable durable : committed.durable()) {
      analyses.committed(durable.change().changes());
      happened(durable.change().effects());
      tutor.committed(durable);
    }
    snapshots.committed(ledger.durable(), committed.chain());
  }

  /** One change may decide about thousands: everybody is told of them together. */
  private void happened(List<Effect> effects) {
    Settled settled = Settled.by(effects);
    if (!settled.decided().isEmpty()) {
      analyses.decided(settled.decided());
    }
    if (!settled.reopened().isEmpty()) {
      analyses.reopened(settled.reopened());
    }
  }
}
