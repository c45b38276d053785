package org.dianjiao.cli;

import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.annotation.Annotations;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.exchange.GivenText;
import org.dianjiao.suggestion.BestEdits;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;

/**
 * A file and what plugins made of it, one after the other: its text, and the annotations that the
 * next plugin is told of. Immutable.
 */
record AppliedText(GivenText text, Annotations annotations) {

  /** A file that no plugin has seen. */
  static AppliedText of(GivenText text) {
    return new AppliedText(text, Annotations.empty());
  }

  /** With the best candidate of every proposal, as when a person accepts all at once. */
  AppliedText with(List<Proposal> proposals) {
    Annotations more = annotations;
    for (Proposal proposal : proposals) {
      Candidate best = proposal.best();
      if (best.action() instanceof Annotate annotate) {
        Anchor anchor = Anchor.of(proposal.range().start(), proposal.range().end());
        String id = "applied " + more.size();
        more = more.add(new Annotation(id, anchor, annotate.body(), proposal.category()));
      }
    }
    List<Edit> edits = BestEdits.of(proposals);
    ChangeSet changes = ChangeSet.of(text.text().length(), edits);
    return new AppliedText(text.with(edits), more.map(changes));
  }

  /** What a plugin is told of the annotations; those whose text is gone are left out. */
  List<Marked> marked() {
    return annotations.stream()
        .filter(annotation -> !annotation.anchor().orphaned())
        .map(one -> new Marked(new TextRange(one.anchor().start(), one.anchor().end()), one.body()))
        .toList();
  }
}
