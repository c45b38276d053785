package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.document.Document;
import org.dianjiao.suggestion.Fingerprint;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * Where what a plugin proposed for a text belongs in the document as it is now.
 *
 * @param plugin the instance that proposed it
 * @param version of the plugin
 * @param text that it was asked about
 * @param shift where that text began in the document
 * @param since what has happened to the document since it was asked
 */
record Placing(String plugin, String version, String text, int shift, ChangeSet since) {

  /** What was changed meanwhile is left out, and what was rejected before. */
  List<Suggestion> of(List<Proposal> proposals, Document document) {
    List<Suggestion> placed = new ArrayList<>();
    for (Proposal proposal : proposals) {
      TextRange before = proposal.range().shift(shift);
      Anchor now = new Anchor(before.start(), before.end(), false).map(since);
      String fingerprint = Fingerprint.of(plugin, proposal, text);
      if (!since.touches(before.start(), before.end())
          && !now.orphaned()
          && !document.rejected(fingerprint)) {
        placed.add(
            Suggestion.of(
                Ids.fresh(),
                new Maker.ByPlugin(plugin, version),
                proposal.at(new TextRange(now.start(), now.end())),
                proposal.range().of(text),
                fingerprint));
      }
    }
    return placed;
  }
}
