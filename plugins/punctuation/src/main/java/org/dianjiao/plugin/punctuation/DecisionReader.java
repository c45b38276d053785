package org.dianjiao.plugin.punctuation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dianjiao.api.Action;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.plugin.punctuation.learn.Learner;
import org.dianjiao.plugin.punctuation.learn.Page;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.BareTextReader;

/**
 * Says what a decision teaches about a gap. Only decisions about a pause mark teach something: a
 * mark put in a gap, or one that stands there replaced or left.
 */
final class DecisionReader {

  private static final Pattern PAIRED = Pattern.compile("[「」『』《》〈〉“”‘’]");

  private final Learner learner;
  private final CharacterTable table;

  DecisionReader(Learner learner, CharacterTable table) {
    this.learner = learner;
    this.table = table;
  }

  /** Hands on what a decision teaches, if it does. */
  void read(Decision decision) {
    TextRange range = decision.proposal().range();
    Optional<Mark> stood = pause(decision.context().substring(range.start(), range.end()));
    Optional<Mark> offered = pause(decision.proposal().best().action());
    if (stood.isEmpty() || offered.isEmpty() || offered.equals(stood)) {
      return;
    }
    switch (decision.outcome()) {
      case REOPENED -> tell(decision, Optional.empty());
      case ACCEPTED -> put(decision, pause(taken(decision)));
      case CORRECTED -> put(decision, decision.correction().flatMap(DecisionReader::pause));
      case REJECTED -> put(decision, stood);
      case SKIPPED -> {}
    }
  }

  private static Action taken(Decision decision) {
    return decision.proposal().candidates().get(Math.max(0, decision.candidate())).action();
  }

  private void put(Decision decision, Optional<Mark> mark) {
    if (mark.isPresent()) {
      tell(decision, mark);
    }
  }

  private static Optional<Mark> pause(Action action) {
    return action instanceof Replace replace ? pause(replace.text()) : Optional.empty();
  }

  /**
   * The pause mark that a text is, with or without ends of pairs; no mark when it is nothing; empty
   * when it is something else.
   */
  private static Optional<Mark> pause(String text) {
    if (text.isEmpty()) {
      return Optional.of(Mark.NONE);
    }
    String pause = PAIRED.matcher(text).replaceAll("");
    return pause.length() == 1 ? Mark.of(pause.charAt(0)) : Optional.empty();
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
