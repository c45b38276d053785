package org.dianjiao.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;
import org.dianjiao.text.Digest;

/**
 * An entity as clients have it.
 *
 * @param id empty for one that is to be made
 * @param seen tells this content from any other; whoever changes it says so which one they saw
 */
public record EntityForm(
    Optional<URI> id,
    String type,
    List<Form> labels,
    Optional<Span> period,
    Optional<Point> point,
    List<String> notes,
    List<External> external,
    List<Tie> relations,
    List<String> sources,
    Optional<String> seen) {

  private static final int DIGEST = 16;

  /** Copies the lists. */
  public EntityForm {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
    external = List.copyOf(external);
    relations = List.copyOf(relations);
    sources = List.copyOf(sources);
  }

  /** A label. */
  public record Form(
      String text, Label.Kind kind, Optional<String> script, Optional<Span> period) {}

  /** A relation. */
  public record Tie(String kind, URI target, Optional<Span> period) {}

  /** The form of an entity. */
  public static EntityForm of(Entity entity) {
    return new EntityForm(
        Optional.of(entity.id()),
        entity.type(),
        entity.labels().stream()
            .map(
                label ->
                    new Form(
                        label.text(),
                        label.kind(),
                        Optional.of(label.script()),
                        Optional.of(label.period())))
            .toList(),
        Optional.of(entity.period()),
        entity.point(),
        entity.notes(),
        entity.external(),
        entity.relations().stream()
            .map(tie -> new Tie(tie.kind(), tie.target(), Optional.of(tie.period())))
            .toList(),
        entity.sources(),
        Optional.of(digest(entity)));
  }

  /** What tells the content of an entity from any other. */
  static String digest(Entity entity) {
    return Digest.of(EntityRows.line(entity)).substring(0, DIGEST);
  }

  /** The entity with this id. */
  Entity entity(URI as) {
    return new Entity(
        as,
        type,
        labels.stream()
            .map(
                form ->
                    new Label(
                        form.text(),
                        form.kind(),
                        form.script().orElse(""),
                        form.period().orElse(Span.UNKNOWN)))
            .toList(),
        period.orElse(Span.UNKNOWN),
        point,
        notes,
        external,
        relations.stream()
            .map(tie -> new Relation(tie.kind(), tie.target(), tie.period().orElse(Span.UNKNOWN)))
            .toList(),
        sources);
  }
}
