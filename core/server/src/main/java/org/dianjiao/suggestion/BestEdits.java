package org.dianjiao.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.text.Edit;

/** What the best candidates of proposals would do to a text. */
public final class BestEdits {

  private BestEdits() {}

  /**
   * Of several for one place the first is applied, as when a person accepts all at once.
   *
   * @param proposals in the order of their places
   */
  public static List<Edit> of(List<Proposal> proposals) {
    List<Edit> edits = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal.best().action() instanceof Replace replace) {
        int start = proposal.range().start();
        Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
        if (last == null || (last.from() < start && last.to() <= start)) {
          edits.add(new Edit(start, proposal.range().end(), replace.text()));
        }
      }
    }
    return edits;
  }
}
