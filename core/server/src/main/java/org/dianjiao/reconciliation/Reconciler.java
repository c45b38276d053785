package org.dianjiao.reconciliation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Folding;
import org.dianjiao.authority.LabelSearch.Found;
import org.dianjiao.authority.LabelSearch.Match;
import org.dianjiao.reconciliation.Candidate.Feature;
import org.dianjiao.reconciliation.Question.GivenValue;

/**
 * Finds the entities that a question may mean.
 *
 * <p>The score is how well the name fits (the same form 100, folded 95, less for a variant and an
 * abbreviation, and for a part in proportion to its length), five more for each value that was
 * given and is true, twenty less for each that is not. What is not known speaks neither for nor
 * against.
 */
public final class Reconciler {

  private static final int MORE = 4;
  private static final double BEST = 100;
  private static final double CERTAIN = 85;
  private static final double AHEAD = 10;

  private final EntityDirectory directory;

  /** Over a file. */
  public Reconciler(EntityDirectory directory) {
    this.directory = directory;
  }

  /** The likeliest first. */
  public List<Candidate> candidates(Question question) {
    Map<URI, Candidate> found = new LinkedHashMap<>();
    for (String name : names(question)) {
      byId(name).ifPresent(entity -> keep(found, weigh(entity, BEST, question)));
      for (Found one : directory.find(name, wanted(question), question.limit() * MORE)) {
        keep(found, weigh(one.entity(), nameScore(one, name), question));
      }
    }
    List<Candidate> best =
        found.values().stream()
            .sorted(Comparator.comparing(Candidate::score).reversed())
            .limit(question.limit())
            .toList();
    return withDecision(best);
  }

  /** Without a name, labels that were given are what can be looked for. */
  private static List<String> names(Question question) {
    if (question.query().isPresent()) {
      return List.of(question.query().get().strip());
    }
    return question.values().stream()
        .filter(given -> isName(given.property()))
        .flatMap(given -> given.values().stream())
        .toList();
  }

  private static boolean isName(String property) {
    return List.of("label", "traditional", "simplified", "transliteration").contains(property);
  }

  private Optional<Entity> byId(String words) {
    try {
      URI id = URI.create(words);
      return id.isAbsolute() ? directory.entity(id) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static Predicate<Entity> wanted(Question question) {
    return entity -> question.types().isEmpty() || question.types().contains(entity.type());
  }

  private static void keep(Map<URI, Candidate> found, Candidate candidate) {
    found.merge(
        candidate.entity().id(),
        candidate,
        (one, other) -> one.score() >= other.score() ? one : other);
  }

  private static double nameScore(Found found, String name) {
    double whole = found.match() == Match.EXACT ? BEST : BEST - 5;
    double kind =
        switch (found.label().kind()) {
          case PREFERRED -> 0;
          case VARIANT, TRANSLITERATION -> 5;
          case ABBREVIATION -> 25;
        };
    if (found.match() == Match.EXACT || found.match() == Match.FOLDED) {
      return whole - kind;
    }
    double share = (double) Folding.of(name).length() / Folding.of(found.label().text()).length();
    double part = found.match() == Match.PREFIX ? 80 : 65;
    return part * Math.min(1, share) - kind / 5;
  }

  private static Candidate weigh(Entity entity, double name, Question question) {
    List<Feature> features = new ArrayList<>();
    features.add(new Feature("name", name));
    double score = name;
    for (GivenValue given : question.values()) {
      Optional<Boolean> fits = fits(entity, given);
      if (fits.isPresent()) {
        score += fits.get() ? 5 : -20;
        features.add(new Feature("property:" + given.property(), fits.get() ? 1 : 0));
      }
    }
    if (!question.types().isEmpty()) {
      boolean type = question.types().contains(entity.type());
      features.add(new Feature("type", type ? 1 : 0));
      score -= type ? 0 : 20;
    }
    double rounded = Math.round(Math.max(0, Math.min(BEST, score)) * 10) / 10.0;
    return new Candidate(entity, rounded, false, features);
  }

  /** Whether a value that was given is true of an entity; empty when that is not known. */
  private static Optional<Boolean> fits(Entity entity, GivenValue given) {
    if (given.property().equals("year")) {
      return entity.period().isUnknown()
          ? Optional.empty()
          : Optional.of(given.values().stream().anyMatch(year -> mayHold(entity, year)));
    }
    List<String> known =
        Property.of(given.property())
            .map(property -> property.values().apply(entity))
            .orElse(List.of())
            .stream()
            .map(value -> Folding.of(value.toString()))
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(given.values().stream().anyMatch(value -> isAmong(known, value)));
  }

  /** A year counts as the same as a day in it. */
  private static boolean isAmong(List<String> known, String value) {
    String sought = Folding.of(value);
    return known.stream().anyMatch(one -> one.equals(sought) || one.startsWith(sought + "-"));
  }

  private static boolean mayHold(Entity entity, String year) {
    return year.matches("-?\\d{1,4}") && entity.period().mayHold(Integer.parseInt(year));
  }

  private static List<Candidate> withDecision(List<Candidate> best) {
    List<Candidate> decided = new ArrayList<>(best);
    if (!best.isEmpty()) {
      Candidate first = best.get(0);
      boolean ahead = best.size() < 2 || first.score() - best.get(1).score() >= AHEAD;
      boolean contradicted = first.features().stream().anyMatch(feature -> feature.value() == 0);
      decided.set(0, first.matching(first.score() >= CERTAIN && ahead && !contradicted));
    }
    return List.copyOf(decided);
  }
}
