package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.plugin.names.find.Contexts.Rule;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Layers;
import org.dianjiao.plugin.names.lexicon.Meaning;

/** Finds the names of a text by one or two authority files. Immutable. */
public final class Finder {

  /** What a text is read by. Everything in it but the habits is the same for all projects. */
  public record Rules(
      Vocabulary words,
      Contexts contexts,
      Map<Character, Abbreviation> abbreviations,
      Kinds kinds) {}

  /**
   * What is wanted.
   *
   * @param types only these; all when empty
   * @param unknown whether names that no entry has are wanted
   * @param shortNames whether single characters that stand for a name are wanted
   */
  public record Kinds(Set<String> types, boolean unknown, boolean shortNames) {

    /** Copies the types. */
    public Kinds {
      types = Set.copyOf(types);
    }

    boolean want(String type) {
      return types.isEmpty() || types.contains(type);
    }
  }

  private final Rules rules;
  private final Fold fold;
  private final Layers layers;
  private final Variation variation;
  private final Habits habits;
  private final List<Pattern> patterns;
  private final ShortNames shortNames;

  /** One that goes by these files and habits. */
  public Finder(Rules rules, Fold fold, Layers layers, Variation variation, Habits habits) {
    this.variation = variation;
    this.rules = rules;
    this.fold = fold;
    this.layers = layers;
    this.habits = habits;
    Vocabulary words = rules.words();
    this.patterns =
        List.of(
            new PersonsByRole(words),
            new PersonsByVerb(words),
            new PlacesByFrame(words),
            new CommonNames(words),
            new Compounds(words),
            new ForeignRuns(words),
            new NamesByEnding(words, "place"),
            new NamesByEnding(words, "people"),
            new NamesByEnding(words, "polity"),
            new NamesByEnding(words, "organization"),
            new ListedNames(words),
            new Titles(words),
            new Works(words));
    this.shortNames = new ShortNames(words, rules.abbreviations(), layers);
  }

  /**
   * The names of a text, those inside longer ones behind them, in order.
   *
   * @param annotations that are there already
   */
  public List<Found> find(String text, List<Marked> annotations) {
    Reading reading = new Reading(text, fold);
    int end = reading.length();
    List<Sighting> denied = new ArrayList<>();
    List<Sighting> known = accepted(reading, KnownNames.in(reading, layers, variation), denied);
    KnownPlaces places = new KnownPlaces(reading, known);
    Neighbourhood near = new Neighbourhood(reading, known, annotations);
    PassageYears years = new PassageYears(reading, known, annotations);
    Judge judge = new Judge(reading, places, near, years, habits, new TypeGuess(rules.words()));
    List<Sighting> all = new ArrayList<>();
    known.stream().map(each -> weighed(reading, near, each)).forEach(all::add);
    if (rules.kinds().unknown()) {
      List<Sighting> unknown = new ArrayList<>();
      patterns.forEach(pattern -> pattern.find(reading, places, 0, end, unknown));
      Repeated.add(reading, places, rules.words(), unknown);
      all.addAll(unknown);
    }
    if (rules.kinds().shortNames()) {
      List<Sighting> single = new ArrayList<>();
      shortNames.find(reading, places, near, 0, end, single);
      single.removeIf(
          each ->
              rule(reading, each).filter(Rule::deniesTheName).isPresent()
                  || denied.stream().anyMatch(each::overlaps));
      all.addAll(single);
    }
    all.removeIf(each -> !rules.kinds().want(each.type()));
    List<Sighting> chosen = Choice.of(all);
    List<Sighting> nested = new ArrayList<>(Choice.nested(chosen, known));
    nested.removeIf(each -> !rules.kinds().want(each.type()));
    List<Found> found = new ArrayList<>();
    for (Sighting each : chosen) {
      found.add(found(reading, judge, each, false));
    }
    for (Sighting each : nested) {
      found.add(found(reading, judge, each, true));
    }
    found.sort(
        Comparator.comparingInt((Found each) -> each.range().start())
            .thenComparing(each -> -each.range().length()));
    return found;
  }

  /** Without single characters, and without what the words beside it deny, which is put apart. */
  private List<Sighting> accepted(
      Reading reading, List<Sighting> sightings, List<Sighting> denied) {
    List<Sighting> kept = new ArrayList<>(sightings.size());
    for (Sighting each : sightings) {
      List<Meaning> wanted = new ArrayList<>(each.meanings());
      wanted.removeIf(meaning -> meaning.kind() == Meaning.Kind.SHORT);
      if (rule(reading, each).filter(Rule::deniesTheName).isPresent()) {
        denied.add(each);
      } else if (!wanted.isEmpty()) {
        kept.add(
            new Sighting(
                each.from(),
                each.to(),
                wanted.get(0).entity().type(),
                List.copyOf(wanted),
                each.belief(),
                each.reason()));
      }
    }
    return kept;
  }

  private Optional<Rule> rule(Reading reading, Sighting name) {
    if (!rules.contexts().speakOf(reading.at(name.from()))) {
      return Optional.empty();
    }
    int start = reading.place(name.from());
    int end = reading.place(name.to() - 1) + 1;
    return rules
        .contexts()
        .ruleFor(reading.part(name.from(), name.to()), reading.folded(), start, end);
  }

  /** A given name is believed as its full name stands near it, or as the words beside it let it. */
  private Sighting weighed(Reading reading, Neighbourhood near, Sighting name) {
    boolean full = name.meanings().stream().anyMatch(each -> each.kind() == Meaning.Kind.FULL);
    if (full) {
      return name;
    }
    boolean named =
        name.meanings().stream()
            .anyMatch(each -> near.names(each.entity().id(), reading.place(name.from())));
    boolean listed =
        name.meanings().stream().anyMatch(each -> each.kind() == Meaning.Kind.GIVEN_NAME);
    double belief = named ? 0.9 : listed ? 0.7 : 0.1;
    return new Sighting(
        name.from(),
        name.to(),
        name.type(),
        name.meanings(),
        belief,
        named ? "given name; the full name stands near" : "given name only");
  }

  private Found found(Reading reading, Judge judge, Sighting name, boolean nested) {
    Optional<Rule> rule =
        name.isKnown()
            ? rule(reading, name).filter(each -> each.names(name.meanings()))
            : Optional.empty();
    List<Ranked> ranked = name.isKnown() ? judge.rank(name, rule) : List.of();
    double belief = name.belief();
    if (rule.isPresent() && name.meanings().size() == 1) {
      belief = rule.get().confidence();
    }
    double decided = judge.decided(name, name.isKnown() ? "" : "-");
    if (decided != 0) {
      belief = 1 / (1 + Math.exp(-Math.log(belief / (1 - belief)) - decided));
    }
    String why = rule.map(Rule::why).filter(word -> !word.isEmpty()).orElse(name.reason());
    return new Found(
        reading.range(name.from(), name.to()), name.type(), ranked, belief, why, nested);
  }
}
