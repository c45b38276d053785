package org.dianjiao.mention;

import java.net.URI;
import java.util.Optional;
import org.dianjiao.authority.Entity;

/**
 * A place at which an annotation names an entity.
 *
 * @param document in which it stands
 * @param annotation that names the entity
 * @param start first unit in the document
 * @param end behind the last
 * @param passage the line of the text, counted from 0
 * @param surface the text that names it
 * @param entity that is meant
 * @param label of the entity, as the annotation has it
 * @param type of the entity, as the annotation has it
 * @param date of the passage: what was dated last before it; empty when nothing was
 */
public record Mention(
    String document,
    String annotation,
    int start,
    int end,
    int passage,
    String surface,
    URI entity,
    String label,
    String type,
    Optional<Dated> date) {

  /** The same, as the entry says to which the authority file sends on. */
  public Mention as(Entity entry) {
    return new Mention(
        document,
        annotation,
        start,
        end,
        passage,
        surface,
        entry.id(),
        entry.label(),
        entry.type(),
        date);
  }
}
