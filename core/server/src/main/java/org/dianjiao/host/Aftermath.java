package org.dianjiao.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.bus.DocumentEvent.ChangesCommitted;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Head;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
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
      happened(change.effects());
    }
    snapshots.committed(ledger.durable(), committed.chain());
  }

  /** One change may decide about thousands: everybody is told of them together. */
  private void happened(List<Effect> effects) {
    List<Suggestion> decided = new ArrayList<>();
    Map<String, List<Decision>> told = new LinkedHashMap<>();
    List<Suggestion> reopened = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Decide decide
          && decide.verdict().suggestion().maker() instanceof Maker.ByPlugin by) {
        decided.add(decide.verdict().suggestion());
        told.computeIfAbsent(by.plugin(), plugin -> new ArrayList<>())
            .add(decision(decide.verdict()));
      } else if (effect instanceof Effect.Reopen reopen && isOffered(reopen.suggestion())) {
        reopened.add(reopen.suggestion());
      }
    }
    if (!decided.isEmpty()) {
      analyses.decided(decided);
      told.forEach(this::tell);
    }
    if (!reopened.isEmpty()) {
      analyses.reopened(reopened);
    }
  }

  private static boolean isOffered(Suggestion suggestion) {
    return suggestion.maker() instanceof Maker.ByPlugin && !suggestion.orphaned();
  }

  private static Decision decision(Verdict verdict) {
    return new Decision(verdict.suggestion().proposal(), verdict.outcome(), verdict.candidate());
  }

  private void tell(String plugin, List<Decision> decisions) {
    around
        .plugins()
        .decided(plugin, new TellDecisions(decisions))
        .onFailure(failure -> LOG.debug("{} was not told: {}", plugin, failure.getMessage()));
  }
}
