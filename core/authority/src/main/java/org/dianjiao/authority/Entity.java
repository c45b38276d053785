package org.dianjiao.authority;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One person, place, office, polity, people, organization, work or era.
 *
 * @param id absolute URI that never changes: {@code local:P0002}
 * @param type one of {@link #TYPES}
 * @param labels the forms in which it is written, by their kinds, the preferred ones first
 * @param period a life, a reign, the time of an institution
 * @param point where it is, of a place
 * @param notes remarks and warnings, each a paragraph
 * @param external what it is elsewhere
 * @param relations what it is to others
 * @param sources where the entry comes from
 */
public record Entity(
    URI id,
    String type,
    List<Label> labels,
    Span period,
    Optional<Point> point,
    List<String> notes,
    List<External> external,
    List<Relation> relations,
    List<String> sources)
    implements Entry {

  /** What an entity can be. */
  public static final Set<String> TYPES =
      Set.of("person", "place", "polity", "people", "office", "organization", "work", "era");

  private static final int MOST_PARTS = 500;

  /** Requires an absolute id, a known type and a preferred label. */
  public Entity {
    labels = labels.stream().sorted(Comparator.comparing(Label::kind)).toList();
    notes = List.copyOf(notes);
    external = List.copyOf(external);
    relations = List.copyOf(relations);
    sources = List.copyOf(sources);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(period, "period");
    if (!id.isAbsolute()) {
      throw new IllegalArgumentException("the id %s is not an absolute URI".formatted(id));
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "%s: the type is “%s”; there are %s"
              .formatted(id, type, String.join(", ", TYPES.stream().sorted().toList())));
    }
    Set<String> scripts = new HashSet<>();
    for (Label label : labels) {
      if (label.kind() == Label.Kind.PREFERRED && !scripts.add(label.script())) {
        throw new IllegalArgumentException(
            "%s has two preferred labels %s".formatted(id, inScript(label)));
      }
    }
    if (scripts.isEmpty()) {
      throw new IllegalArgumentException("%s has no preferred label".formatted(id));
    }
    int parts = labels.size() + notes.size() + external.size() + relations.size() + sources.size();
    if (parts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "%s has %d labels, notes, identifiers, relations and sources; %d at most"
              .formatted(id, parts, MOST_PARTS));
    }
    notes.forEach(note -> Words.require("a note of " + id, note));
    sources.forEach(source -> Words.require("a source of " + id, source));
  }

  private static String inScript(Label label) {
    return label.script().isEmpty() ? "without a script" : "in " + label.script();
  }

  /** The form that stands for it: the first preferred label. */
  public String label() {
    return labels.stream()
        .filter(label -> label.kind() == Label.Kind.PREFERRED)
        .findFirst()
        .orElseThrow()
        .text();
  }
}
