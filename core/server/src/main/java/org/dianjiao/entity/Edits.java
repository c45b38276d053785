package org.dianjiao.entity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.Redirect;

/**
 * What is to be changed in a file so that what somebody wants comes true. Whoever edits an entity
 * of the server in a project makes one of the project's own, which hides the other.
 *
 * @param seen the file over the one that it lies over
 */
public record Edits(EntityFile seen) {

  /** A new entity. */
  public List<Change> add(Entity entity) {
    requireFree(entity.id());
    return List.of(put(entity));
  }

  /** Another content for one. */
  public List<Change> edit(Entity entity) {
    require(entity.id());
    return List.of(put(entity));
  }

  /** Takes one off this file; below it the other one with its id shows again. */
  public List<Change> remove(URI id) {
    Entry own =
        seen.own(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        seen.entry(id).isPresent()
                            ? id + " is in the server's file; a project cannot take it off"
                            : "there is no entity " + id));
    return List.of(new Change(id, Optional.of(own), Optional.empty()));
  }

  /**
   * One of two.
   *
   * @param kept what the one that stays becomes, with its own id
   * @param given the id that is given up for it
   */
  public List<Change> merge(Entity kept, URI given) {
    if (kept.id().equals(given)) {
      throw new IllegalArgumentException(given + " cannot be merged with itself");
    }
    Entity before = require(kept.id());
    require(given);
    List<Change> changes = new ArrayList<>();
    if (!kept.equals(before)) {
      changes.add(put(kept));
    }
    changes.add(put(new Redirect(given, kept.id())));
    return changes;
  }

  /** Two of one: what it becomes, and the other. */
  public List<Change> split(Entity rest, Entity other) {
    require(rest.id());
    requireFree(other.id());
    return List.of(put(rest), put(other));
  }

  private Change put(Entry entry) {
    return new Change(entry.id(), seen.own(entry.id()), Optional.of(entry));
  }

  private void requireFree(URI id) {
    if (seen.entry(id).isPresent()) {
      throw new IllegalArgumentException("the id %s is taken".formatted(id));
    }
  }

  private Entity require(URI id) {
    Entry entry =
        seen.entry(id).orElseThrow(() -> new IllegalArgumentException("there is no entity " + id));
    if (entry instanceof Redirect redirect) {
      throw new IllegalArgumentException("%s was merged into %s".formatted(id, redirect.target()));
    }
    return (Entity) entry;
  }
}
