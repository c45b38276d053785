package org.dianjiao.plugin.punctuation;

import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.plugin.punctuation.learn.Learner;
import org.dianjiao.plugin.punctuation.learn.Page;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * Says what a decision teaches about a gap. Only decisions about a pause mark teach something: a
 * mark put in a gap, or one that stands there replaced or left.
 */
final class DecisionReader {

  private final Learner learner;
  private final CharacterTable table;

  DecisionReader(Learner learner, CharacterTable table) {
    this.learner = learner;
    this.table = table;
  }

  /** Hands on what a decision teaches, if it does. */
  void read(Decision decision) {
    Proposal proposal = decision.proposal();
    TextRange range = proposal.range();
    String replaced = decision.context().substring(range.start(), range.end());
    boolean aboutPauses = isPause(replaced, true) && isPause(text(proposal.best().action()), false);
    if (decision.outcome() == Outcome.SKIPPED || !aboutPauses) {
      return;
    }
    if (decision.outcome() == Outcome.REOPENED) {
      tell(decision, Optional.empty());
    } else {
      put(decision, replaced).ifPresent(mark -> tell(decision, Optional.of(mark)));
    }
  }

  /** The mark that belongs there by a decision; empty when it put something else there. */
  private static Optional<Mark> put(Decision decision, String replaced) {
    String text =
        switch (decision.outcome()) {
          case ACCEPTED -> text(taken(decision));
          case CORRECTED -> decision.correction().map(DecisionReader::text).orElse("?!");
          default -> replaced;
        };
    return isPause(text, true) ? Optional.of(mark(text)) : Optional.empty();
  }

  private static Action taken(Decision decision) {
    return decision.proposal().candidates().get(Math.max(0, decision.candidate())).action();
  }

  private static String text(Action action) {
    return action instanceof Replace replace ? replace.text() : "?!";
  }

  private static Mark mark(String text) {
    return text.isEmpty() ? Mark.NONE : Mark.of(text.codePointAt(0)).orElse(Mark.NONE);
  }

  /** Whether a text is one pause mark, or perhaps none. */
  private static boolean isPause(String text, boolean orNothing) {
    return text.isEmpty() ? orNothing : text.length() == 1 && mark(text) != Mark.NONE;
  }

  private void tell(Decision decision, Optional<Mark> mark) {
    int place = decision.proposal().range().start();
    for (BareLine line : BareTextReader.read(decision.context(), table)) {
      int gap = line.firstGapFrom(place);
      if (line.start() <= place && place <= line.end() && gap < line.size()) {
        boolean here = line.line().ends()[gap] == place;
        if (here) {
          Page page = new Page(line.line().codes(), line.line().known(), line.open());
          learner.hear(decision.project(), decision.id(), page, gap, mark);
        }
        return;
      }
    }
  }
}
