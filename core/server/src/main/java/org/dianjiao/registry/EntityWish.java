package org.dianjiao.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.Edits;
import org.dianjiao.storage.EntryChanged;

/**
 * What somebody wants to be done with an authority file.
 *
 * @param deed {@code add}, {@code edit}, {@code remove}, {@code merge} or {@code split}
 * @param entities as they shall be: to add, edit or merge one; to split the one that stays and the
 *     new one
 * @param given the one that is removed, or given up for the other
 */
public record EntityWish(
    Deed deed, Optional<String> reason, List<EntityForm> entities, Optional<Given> given) {

  /** Copies the entities. */
  public EntityWish {
    entities = List.copyOf(entities);
  }

  /** An entity that goes, as it was seen. */
  public record Given(URI id, Optional<String> seen) {}

  /**
   * What is to be changed so that it comes true.
   *
   * @param file as it is seen now
   * @throws EntryChanged when an entity is not as whoever wishes saw it
   */
  public List<Change> changes(EntityFile file) {
    Edits edits = new Edits(file);
    return switch (deed) {
      case ADD -> edits.add(fresh(entity(0, 1)));
      case EDIT -> edits.edit(known(file, entity(0, 1)));
      case REMOVE -> edits.remove(known(file, gone()));
      case MERGE -> edits.merge(known(file, entity(0, 1)), known(file, gone()));
      case SPLIT -> edits.split(known(file, entity(0, 2)), fresh(entity(1, 2)));
      default ->
          throw new IllegalArgumentException(
              "a wish is to add, edit, remove, merge or split, not to " + deed);
    };
  }

  private EntityForm entity(int which, int wanted) {
    if (entities.size() != wanted) {
      throw new IllegalArgumentException(
          "this takes %d entities, there are %d".formatted(wanted, entities.size()));
    }
    return entities.get(which);
  }

  private Given gone() {
    return given.orElseThrow(
        () -> new IllegalArgumentException("given is missing: the entity that goes"));
  }

  /** With the id that somebody chose for it, or one that nothing has. */
  private static Entity fresh(EntityForm form) {
    return form.entity(form.id().orElseGet(() -> FreshEntityId.of(form.type())));
  }

  private static Entity known(EntityFile file, EntityForm form) {
    URI id =
        form.id().orElseThrow(() -> new IllegalArgumentException("the id of an entity is missing"));
    known(file, new Given(id, form.seen()));
    return form.entity(id);
  }

  private static URI known(EntityFile file, Given given) {
    String seen =
        given
            .seen()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "seen is missing: which content of %s this is about"
                            .formatted(given.id())));
    file.entry(given.id())
        .filter(Entity.class::isInstance)
        .map(Entity.class::cast)
        .filter(entity -> !EntityForm.digest(entity).equals(seen))
        .ifPresent(
            other -> {
              throw new EntryChanged(given.id());
            });
    return given.id();
  }
}
