package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Relation;
import org.dianjiao.plugin.names.find.Contexts.Rule;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * Says whom a name means: by the words beside it, the time of the passage, who else is named near
 * it, the type that its place asks for, and what people decided before.
 */
final class Judge {

  /** Of what a single character may be short for, the first is what everybody wrote it for. */
  private static final double COMMONLY = 1.5;

  private static final double WRONG_TIME = 2.5;
  private static final double NAMED_NEAR = 1.2;
  private static final double RELATED = 0.8;
  private static final double FITTING_TYPE = 0.7;

  private final Reading reading;
  private final Neighbourhood near;
  private final PassageYears years;
  private final Habits habits;
  private final TypeGuess guess;
  private final KnownPlaces known;

  Judge(
      Reading reading,
      KnownPlaces known,
      Neighbourhood near,
      PassageYears years,
      Habits habits,
      TypeGuess guess) {
    this.reading = reading;
    this.known = known;
    this.near = near;
    this.years = years;
    this.habits = habits;
    this.guess = guess;
  }

  /** The entities of a known name, likeliest first; their shares sum up to 1. */
  List<Ranked> rank(Sighting name, Optional<Rule> rule) {
    List<Meaning> meanings = name.meanings();
    double[] odds = new double[meanings.size()];
    List<String> reasons = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      StringJoiner why = new StringJoiner(", ");
      double first = i == 0 && meanings.get(i).kind() == Meaning.Kind.SHORT ? COMMONLY : 0;
      odds[i] =
          Math.exp(first + points(name, meanings.get(i).entity(), odds.length > 1, rule, why));
      reasons.add(why.toString());
      sum += odds[i];
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      ranked.add(new Ranked(meanings.get(i).entity(), odds[i] / sum, reasons.get(i)));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::share).reversed());
    return ranked;
  }

  private double points(
      Sighting name, Entity entity, boolean rivals, Optional<Rule> rule, StringJoiner why) {
    double points = 0;
    int place = reading.place(name.from());
    if (isOfAnotherTime(entity, place)) {
      points -= WRONG_TIME;
      why.add("of another time than the passage");
    }
    if (rivals) {
      points += ofRule(entity, rule);
      if (near.names(entity.id(), place)) {
        points += NAMED_NEAR;
        why.add("named near by");
      }
      Optional<Relation> related =
          entity.relations().stream().filter(each -> near.names(each.target(), place)).findFirst();
      if (related.isPresent()) {
        points += RELATED;
        why.add(related.get().kind() + " what is named near by");
      }
      if (guess.of(reading, known, name.from(), name.to()).equals(entity.type())) {
        points += FITTING_TYPE;
      }
    }
    double decided = decided(name, entity.id().toString());
    if (decided != 0) {
      points += decided;
      why.add(decided > 0 ? "decided so before" : "rejected before");
    }
    return points;
  }

  private static double ofRule(Entity entity, Optional<Rule> rule) {
    if (rule.isEmpty()) {
      return 0;
    }
    double logit = Math.log(rule.get().confidence() / (1 - rule.get().confidence()));
    return rule.get().entry().equals(entity.id().toString()) ? logit : 0;
  }

  /** How much decisions speak for or against a name at its place. */
  double decided(Sighting name, String entity) {
    if (habits == Habits.NONE) {
      return 0;
    }
    return habits.odds(
        reading.part(name.from(), name.to()),
        reading.before(name.from()),
        reading.behind(name.to()),
        entity);
  }

  private boolean isOfAnotherTime(Entity entity, int place) {
    boolean passes = entity.type().equals("person") || entity.type().equals("office");
    return passes && !entity.period().isUnknown() && years.exclude(entity.period(), place);
  }
}
