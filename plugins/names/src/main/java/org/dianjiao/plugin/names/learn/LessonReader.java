package org.dianjiao.plugin.names.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.plugin.names.find.Reading;
import org.dianjiao.plugin.names.lexicon.Fold;

/** Says what a decision teaches. */
final class LessonReader {

  private static final String NO_ENTRY = "-";
  private static final String A_NAME = "";

  private final Fold fold;

  LessonReader(Fold fold) {
    this.fold = fold;
  }

  /** The lessons of a decision; none when it teaches nothing, or takes another one back. */
  List<Lesson> read(Decision decision) {
    return switch (decision.outcome()) {
      case ACCEPTED -> accepted(decision, Math.max(0, decision.candidate()));
      case CORRECTED -> corrected(decision);
      case REJECTED -> rejected(decision);
      case SKIPPED, REOPENED -> List.of();
    };
  }

  private List<Lesson> accepted(Decision decision, int taken) {
    List<Candidate> candidates = decision.proposal().candidates();
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      boolean right = i == taken;
      reading(candidates.get(i).action())
          .ifPresent(entity -> lessons.add(lesson(decision, entity, right)));
    }
    lessons.add(lesson(decision, A_NAME, true));
    return lessons;
  }

  private List<Lesson> corrected(Decision decision) {
    List<Lesson> lessons = new ArrayList<>();
    Optional<String> wanted = decision.correction().flatMap(LessonReader::reading);
    Optional<String> offered = reading(decision.proposal().best().action());
    offered
        .filter(entity -> !wanted.equals(offered))
        .ifPresent(entity -> lessons.add(lesson(decision, entity, false)));
    wanted.ifPresent(entity -> lessons.add(lesson(decision, entity, true)));
    lessons.add(lesson(decision, A_NAME, wanted.isPresent()));
    return lessons;
  }

  private List<Lesson> rejected(Decision decision) {
    boolean unknown = reading(decision.proposal().best().action()).equals(Optional.of(NO_ENTRY));
    return List.of(lesson(decision, unknown ? NO_ENTRY : A_NAME, false));
  }

  private static Optional<String> reading(Action action) {
    if (action instanceof Annotate annotate) {
      if (annotate.body() instanceof Body.Identification who) {
        return Optional.of(who.entity().toString());
      }
      return annotate.body() instanceof Body.Tag ? Optional.of(NO_ENTRY) : Optional.empty();
    }
    return Optional.empty();
  }

  private Lesson lesson(Decision decision, String entity, boolean right) {
    Reading reading = new Reading(decision.context(), fold);
    TextRange range = decision.proposal().range();
    int from = reading.index(range.start());
    int to = reading.index(range.end());
    return new Lesson(
        reading.part(from, to), reading.before(from), reading.behind(to), entity, right);
  }
}
