package org.dianjiao.host;

import java.util.List;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.bus.DocumentEvent.ChangesCommitted;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Head;
import org.dianjiao.suggestion.Maker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when changes are on disk: everybody is told, plugins follow the text and learn what
 * became of their suggestions, and now and then a snapshot is stored.
 */
record Aftermath(
    Head head, Surroundings around, Ledger ledger, Analyses analyses, SnapshotKeeper snapshots) {

  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  void committed(Owner.Committed committed) {
    List<Change> changes = committed.changes();
    around.tell(
        new ChangesCommitted(head.document(), head.epoch(), changes.get(0).revision(), changes));
    for (Change change : changes) {
      analyses.committed(change.changes());
      change.effects().forEach(this::happened);
    }
    snapshots.committed(ledger.durable(), committed.chain());
  }

  private void happened(Effect effect) {
    if (effect instanceof Effect.Decide decide) {
      decided(decide.verdict());
    } else if (effect instanceof Effect.Reopen reopen) {
      int end = Math.min(reopen.suggestion().end() + 1, ledger.durable().text().length());
      analyses.reopened(new TextRange(Math.min(reopen.suggestion().start(), end), end));
    }
  }

  private void decided(Verdict verdict) {
    if (verdict.suggestion().maker() instanceof Maker.ByPlugin by) {
      analyses.decided(List.of(verdict.suggestion()));
      Decision decision =
          new Decision(verdict.suggestion().proposal(), verdict.outcome(), verdict.candidate());
      around
          .plugins()
          .decided(by.plugin(), new TellDecisions(List.of(decision)))
          .onFailure(failure -> LOG.debug("{} was not told: {}", by, failure.getMessage()));
    }
  }
}
