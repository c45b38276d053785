package org.dianjiao.registry;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.LabelSearch;
import org.dianjiao.authority.LabelSearch.Found;

/**
 * The entities of one file in order, and by their labels. What was changed since the labels of the
 * whole file were laid out is looked up by itself, until it is too much. Immutable.
 */
final class EntityIndex {

  private static final Comparator<Entity> BY_ID =
      Comparator.comparing(entity -> entity.id().toString());

  private static final int MOST_CHANGED = 1_000;

  private final LabelSearch whole;
  private final Set<URI> stale;
  private final LabelSearch fresh;

  private EntityIndex(LabelSearch whole, Set<URI> stale, LabelSearch fresh) {
    this.whole = whole;
    this.stale = stale;
    this.fresh = fresh;
  }

  static EntityIndex of(EntityFile file) {
    return new EntityIndex(search(file.entities()), Set.of(), search(Stream.empty()));
  }

  private static LabelSearch search(Stream<Entity> entities) {
    return LabelSearch.over(entities.sorted(BY_ID).toList());
  }

  /** Of the same file later. */
  EntityIndex with(EntityFile later, Set<URI> changed) {
    Set<URI> all = new HashSet<>(stale);
    all.addAll(changed);
    if (all.size() > MOST_CHANGED) {
      return of(later);
    }
    Stream<Entity> anew =
        all.stream()
            .flatMap(id -> later.own(id).stream())
            .filter(Entity.class::isInstance)
            .map(Entity.class::cast);
    return new EntityIndex(whole, Set.copyOf(all), search(anew));
  }

  /** The best for a query, the best first. */
  Stream<Found> find(String query, Predicate<Entity> wanted, int limit) {
    return Stream.concat(
        whole
            .find(query, entity -> !stale.contains(entity.id()) && wanted.test(entity), limit)
            .stream(),
        fresh.find(query, wanted, limit).stream());
  }

  /** All of them, in no order. */
  Stream<Entity> entities() {
    return Stream.concat(
        whole.entities().stream().filter(entity -> !stale.contains(entity.id())),
        fresh.entities().stream());
  }
}
