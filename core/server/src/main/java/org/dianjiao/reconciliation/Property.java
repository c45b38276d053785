package org.dianjiao.reconciliation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Relation;

/**
 * Something that can be asked of an entity and given to find it.
 *
 * @param id by which it is asked for
 * @param name for people
 * @param values of an entity; numbers, texts, and ids of other entities as {@link URI}
 */
public record Property(String id, String name, Function<Entity, List<?>> values) {

  private static final String IDENTIFIER = "identifier:";
  private static final Map<String, Property> KNOWN = known();

  private static Map<String, Property> known() {
    Map<String, Property> all = new LinkedHashMap<>();
    Stream.of(
            new Property("type", "Type", entity -> List.of(entity.type())),
            new Property("label", "Label", entity -> labels(entity, label -> true)),
            new Property(
                "traditional",
                "Traditional form",
                entity -> labels(entity, label -> label.script().equals("Hant"))),
            new Property(
                "simplified",
                "Simplified form",
                entity -> labels(entity, label -> label.script().equals("Hans"))),
            new Property(
                "transliteration",
                "Transliteration",
                entity -> labels(entity, label -> label.kind() == Label.Kind.TRANSLITERATION)),
            new Property("from", "First date", entity -> date(entity.period().from())),
            new Property("to", "Last date", entity -> date(entity.period().to())),
            new Property("year", "A year of its time", entity -> List.of()),
            new Property(
                "latitude",
                "Latitude",
                entity -> entity.point().map(point -> List.of(point.latitude())).orElse(List.of())),
            new Property(
                "longitude",
                "Longitude",
                entity ->
                    entity.point().map(point -> List.of(point.longitude())).orElse(List.of())),
            new Property("note", "Note", Entity::notes),
            new Property("source", "Source", Entity::sources))
        .forEach(one -> all.put(one.id(), one));
    Relation.KINDS.stream().sorted().map(Property::relation).forEach(one -> all.put(one.id(), one));
    return all;
  }

  private static List<?> labels(Entity entity, Predicate<Label> wanted) {
    return entity.labels().stream().filter(wanted).map(Label::text).toList();
  }

  private static List<?> date(String date) {
    return date.isEmpty() ? List.of() : List.of(date);
  }

  private static Property relation(String kind) {
    return new Property(
        kind,
        kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1).replace('-', ' '),
        entity ->
            entity.relations().stream()
                .filter(relation -> relation.kind().equals(kind))
                .map(Relation::target)
                .toList());
  }

  private static Property identifier(String scheme) {
    return new Property(
        IDENTIFIER + scheme,
        "Identifier of " + scheme,
        entity ->
            entity.external().stream()
                .filter(one -> one.scheme().equals(scheme))
                .map(External::id)
                .toList());
  }

  /** What an id means: one of {@link #all}, or {@code identifier:} and a scheme. */
  public static Optional<Property> of(String id) {
    return id.startsWith(IDENTIFIER) && id.length() > IDENTIFIER.length()
        ? Optional.of(identifier(id.substring(IDENTIFIER.length())))
        : Optional.ofNullable(KNOWN.get(id));
  }

  /** Those that every file has. */
  public static List<Property> all() {
    return List.copyOf(KNOWN.values());
  }

  /** Those whose id or name begins with something, or has it inside. */
  public static List<Property> like(String words) {
    String sought = words.toLowerCase(Locale.ROOT);
    List<Property> found = new ArrayList<>();
    all().stream().filter(one -> one.has(sought)).forEach(found::add);
    of(words)
        .filter(one -> !found.contains(one) && one.id().startsWith(IDENTIFIER))
        .ifPresent(found::add);
    found.sort(Comparator.comparing(one -> !one.id().startsWith(sought)));
    return found;
  }

  private boolean has(String sought) {
    return (id + " " + name.toLowerCase(Locale.ROOT)).contains(sought);
  }
}
