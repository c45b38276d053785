package org.dianjiao.blind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.blind.Ruling.Choice;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;

/**
 * Turns what an adjudicator decided into verdicts on what the workers proposed: each reading that
 * changes something is a proposal of its worker, taken, corrected or rejected. So the log keeps who
 * read it so and who decided, and both are told wherever it tells where something came from.
 */
public final class Adjudication {

  /** Why a decision is left alone whose place is another one now. */
  public static final String CHANGED = "the source has changed here meanwhile";

  private static final String CATEGORY = "proposal";
  private static final String NOTHING = "—";

  private final BlindRound round;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Adjudication(BlindRound round) {
    this.round = round;
  }

  /**
   * The verdicts, by place; ranges count in the source at the revision of the round.
   *
   * @param rulings by difference; what all read alike is taken when there is none
   * @throws IllegalArgumentException when a difference has no ruling, or one names no worker
   */
  public static List<Verdict> verdicts(
      BlindRound round, List<Difference> differences, Map<String, Ruling> rulings) {
    Adjudication adjudication = new Adjudication(round);
    for (Difference difference : differences) {
      adjudication.add(difference, ruling(round, difference, rulings));
    }
    return adjudication.verdicts;
  }

  /** What was decided about a difference, or goes without saying. */
  public static Ruling ruling(
      BlindRound round, Difference difference, Map<String, Ruling> rulings) {
    return Optional.ofNullable(rulings.get(difference.id()))
        .or(
            () ->
                difference.agreed()
                    ? Optional.of(Ruling.reading(round.copies().get(0).worker()))
                    : Optional.empty())
        .orElseThrow(
            () -> new IllegalArgumentException("%s is not decided".formatted(difference.id())));
  }

  /**
   * What somebody read, where it stands after a change of the source; empty when something was
   * changed where it would put other text.
   */
  public static Optional<Suggestion> moved(Suggestion reading, ChangeSet changes) {
    boolean replaces = reading.candidates().get(0).action() instanceof Replace;
    return replaces && changes.touches(reading.start(), reading.end())
        ? Optional.empty()
        : Optional.of(reading.at(reading.anchor().map(changes)));
  }

  private void add(Difference difference, Ruling ruling) {
    Reading taken =
        ruling.choice() == Choice.READING
            ? difference.readings().get(worker(ruling.worker().orElseThrow()))
            : new Reading(difference.base(), List.of());
    List<Suggestion> proposals =
        round.task() == Task.ANNOTATE ? names(difference) : texts(difference);
    Optional<Action> correction =
        ruling.own().filter(own -> !own.equals(difference.base())).map(this::correction);
    boolean corrected = false;
    for (Suggestion proposal : proposals) {
      if (correction.isPresent() && !corrected) {
        verdicts.add(new Verdict(Outcome.CORRECTED, -1, correction, proposal));
        corrected = true;
      } else if (ruling.choice() == Choice.READING && isOf(taken, proposal)) {
        verdicts.add(new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), proposal));
      } else {
        verdicts.add(new Verdict(Outcome.REJECTED, -1, Optional.empty(), proposal));
      }
    }
  }

  private Action correction(String own) {
    return round.task() == Task.ANNOTATE ? new Annotate(new Body.Tag(own)) : new Replace(own);
  }

  private int worker(String account) {
    for (int i = 0; i < round.copies().size(); i++) {
      if (round.copies().get(i).worker().equals(account)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s does not work in this round".formatted(account));
  }

  private boolean isOf(Reading reading, Suggestion proposal) {
    Action action = proposal.candidates().get(0).action();
    return action instanceof Replace replace
        ? replace.text().equals(reading.text())
        : reading.names().stream()
            .anyMatch(
                name ->
                    round.start() + name.start() == proposal.start()
                        && round.start() + name.end() == proposal.end()
                        && new Annotate(name.body()).equals(action));
  }

  /** One for each text that differs from what stood there; the first who read it so made it. */
  private List<Suggestion> texts(Difference difference) {
    List<Suggestion> proposals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    seen.add(difference.base());
    for (int i = 0; i < difference.readings().size(); i++) {
      String text = difference.readings().get(i).text();
      if (seen.add(text)) {
        proposals.add(
            proposal(
                difference.id() + "-" + i,
                new Anchor(
                    round.start() + difference.start(), round.start() + difference.end(), false),
                i,
                difference.base(),
                new Replace(text),
                text.isBlank() ? NOTHING : text));
      }
    }
    return proposals;
  }

  private List<Suggestion> names(Difference difference) {
    List<Suggestion> proposals = new ArrayList<>();
    Set<Name> seen = new HashSet<>();
    for (int i = 0; i < difference.readings().size(); i++) {
      for (Name name : difference.readings().get(i).names()) {
        if (seen.add(name)) {
          proposals.add(
              proposal(
                  difference.id() + "-" + i + "-" + seen.size(),
                  new Anchor(round.start() + name.start(), round.start() + name.end(), false),
                  i,
                  difference
                      .base()
                      .substring(
                          name.start() - difference.start(), name.end() - difference.start()),
                  new Annotate(name.body()),
                  name.body().kind()));
        }
      }
    }
    proposals.sort(Comparator.comparingInt(Suggestion::start).thenComparingInt(Suggestion::end));
    return proposals;
  }

  private Suggestion proposal(
      String place, Anchor anchor, int worker, String surface, Action action, String label) {
    return Suggestion.proposed(
        round.id() + "-" + place,
        anchor,
        round.copies().get(worker).worker(),
        CATEGORY,
        surface,
        List.of(new Candidate(action, 1, label)),
        "read so in double work, without seeing the others");
  }
}
