package org.dianjiao.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds entities that may be one: those that share an identifier elsewhere, and those of one type
 * that share a form ({@link Folding}) and nothing contradicts. A form of one character says
 * nothing, and neither does one that more than fifty have.
 */
public final class Duplicates {

  private static final int COMMON = 50;
  private static final double LEAST = 0.5;
  private static final double FAR = 50;

  private final List<Entity> entities;
  private final Map<String, List<Integer>> holders = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Two that may be one.
   *
   * @param likelihood from 0 to 1, to order by; it is no probability
   * @param reasons for and against, each a phrase
   */
  public record Pair(Entity one, Entity other, double likelihood, List<String> reasons) {
    /** Copies the reasons. */
    public Pair {
      reasons = List.copyOf(reasons);
    }
  }

  private Duplicates(Collection<Entity> entities) {
    this.entities = List.copyOf(entities);
  }

  /** The likeliest first. */
  public static List<Pair> among(Collection<Entity> entities) {
    return new Duplicates(entities).find();
  }

  private List<Pair> find() {
    for (int number = 0; number < entities.size(); number++) {
      for (String key : keys(entities.get(number))) {
        holders.computeIfAbsent(key, unused -> new ArrayList<>()).add(number);
      }
    }
    Set<Long> seen = new HashSet<>();
    for (List<Integer> same : holders.values()) {
      for (int i = 1; i < same.size() && same.size() <= COMMON; i++) {
        for (int j = 0; j < i; j++) {
          if (seen.add((long) same.get(j) << 32 | same.get(i))) {
            weigh(entities.get(same.get(j)), entities.get(same.get(i)));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparing(Pair::likelihood)
            .reversed()
            .thenComparing(pair -> pair.one().id().toString())
            .thenComparing(pair -> pair.other().id().toString()));
    return List.copyOf(pairs);
  }

  private static Set<String> keys(Entity entity) {
    Set<String> keys = new HashSet<>(forms(entity));
    keys.addAll(identifiers(entity).values());
    return keys;
  }

  private static Set<String> forms(Entity entity) {
    Set<String> forms = new HashSet<>();
    for (Label label : entity.labels()) {
      String folded = Folding.of(label.text());
      if (label.kind() != Label.Kind.ABBREVIATION
          && folded.codePointCount(0, folded.length()) > 1) {
        forms.add(folded);
      }
    }
    return forms;
  }

  /** Schemes with what is exactly it there. */
  private static Map<String, String> identifiers(Entity entity) {
    Map<String, String> identifiers = new HashMap<>();
    for (External one : entity.external()) {
      if (one.match() == External.Match.EXACT) {
        identifiers.put(one.scheme(), "\n" + one.scheme() + " " + one.id());
      }
    }
    return identifiers;
  }

  private void weigh(Entity one, Entity other) {
    List<String> reasons = new ArrayList<>();
    double likelihood = 0;
    Map<String, String> here = identifiers(one);
    Map<String, String> there = identifiers(other);
    for (Map.Entry<String, String> identifier : here.entrySet()) {
      String same = there.get(identifier.getKey());
      if (identifier.getValue().equals(same)) {
        likelihood += 1;
        reasons.add("both are " + same.strip());
      } else if (same != null) {
        likelihood -= 0.5;
        reasons.add("different identifiers of " + identifier.getKey());
      }
    }
    if (likelihood <= 0 && !one.type().equals(other.type())) {
      return;
    }
    likelihood += alike(one, other, reasons);
    likelihood += times(one.period(), other.period(), reasons);
    likelihood += places(one.point(), other.point(), reasons);
    if (likelihood >= LEAST) {
      double most = Math.min(1, Math.round(likelihood * 100) / 100.0);
      pairs.add(new Pair(one, other, most, reasons));
    }
  }

  private static double alike(Entity one, Entity other, List<String> reasons) {
    Set<String> shared = forms(one);
    shared.retainAll(forms(other));
    if (shared.isEmpty()) {
      return 0;
    }
    reasons.add("both are written " + shared.stream().sorted().findFirst().orElseThrow());
    boolean here = shared.contains(Folding.of(one.label()));
    boolean there = shared.contains(Folding.of(other.label()));
    double best = here && there ? 0.7 : here || there ? 0.5 : 0.4;
    return best + Math.min(0.2, 0.1 * (shared.size() - 1));
  }

  private static double times(Span one, Span other, List<String> reasons) {
    if (one.isUnknown() || other.isUnknown()) {
      return 0;
    }
    if (one.equals(other)) {
      reasons.add("the same time");
      return 0.2;
    }
    if (isBefore(one, other) || isBefore(other, one)) {
      reasons.add("at different times");
      return -1;
    }
    return 0;
  }

  private static boolean isBefore(Span one, Span other) {
    return !one.to().isEmpty() && !other.from().isEmpty() && year(one.to()) < year(other.from());
  }

  private static int year(String date) {
    return Integer.parseInt(date.substring(0, date.startsWith("-") ? 5 : 4));
  }

  private static double places(Optional<Point> one, Optional<Point> other, List<String> reasons) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double kilometres = kilometres(one.get(), other.get());
    if (kilometres > FAR) {
      reasons.add("%d km apart".formatted(Math.round(kilometres)));
      return -0.4;
    }
    reasons.add("at the same place");
    return 0.2;
  }

  /** On a sphere (haversine). */
  private static double kilometres(Point one, Point other) {
    double north = Math.toRadians(other.latitude() - one.latitude()) / 2;
    double east = Math.toRadians(other.longitude() - one.longitude()) / 2;
    double share =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude()))
                * Math.pow(Math.sin(east), 2);
    return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(share)));
  }
}
