package org.dianjiao.authority;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The entries of an authority file at one moment, or of a project's own file over that of the
 * server: an entry of its own hides the other that has its id.
 */
public final class EntityFile {

  /** One without entries. */
  public static final EntityFile EMPTY = new EntityFile(Map.of(), Optional.empty());

  private static final int LONGEST_CHAIN = 32;

  private final Map<URI, Entry> own;
  private final Optional<EntityFile> below;

  private EntityFile(Map<URI, Entry> own, Optional<EntityFile> below) {
    this.own = own;
    this.below = below;
  }

  /** A file; of two entries with the same id the last one counts. */
  public static EntityFile of(Collection<? extends Entry> entries) {
    return EMPTY.with(entries, List.of());
  }

  /** The same with other entries in the place of those with their ids, and without some. */
  public EntityFile with(Collection<? extends Entry> entries, Collection<URI> without) {
    Map<URI, Entry> changed = new HashMap<>(own);
    entries.forEach(entry -> changed.put(entry.id(), entry));
    without.forEach(changed::remove);
    return new EntityFile(changed, below);
  }

  /** This one over another. */
  public EntityFile over(EntityFile other) {
    return new EntityFile(own, Optional.of(other));
  }

  /** What has the id. */
  public Optional<Entry> entry(URI id) {
    Entry found = own.get(id);
    return found == null ? below.flatMap(file -> file.entry(id)) : Optional.of(found);
  }

  /** What has the id in this file itself, whatever it lies over. */
  public Optional<Entry> own(URI id) {
    return Optional.ofNullable(own.get(id));
  }

  /** The id that stands for another now: where its redirects end, itself without any. */
  public URI follow(URI id) {
    URI now = id;
    for (int i = 0;
        i < LONGEST_CHAIN && entry(now).orElse(null) instanceof Redirect redirect;
        i++) {
      now = redirect.target();
    }
    return now;
  }

  /** Every id that means the same now: where its redirects end, and all that lead there. */
  public Set<URI> meaning(URI id) {
    URI now = follow(id);
    Set<URI> all = new TreeSet<>(Set.of(now));
    entries()
        .filter(Redirect.class::isInstance)
        .map(Entry::id)
        .filter(one -> follow(one).equals(now))
        .forEach(all::add);
    return all;
  }

  /** The entity that an id means now. */
  public Optional<Entity> entity(URI id) {
    return entry(follow(id)).filter(Entity.class::isInstance).map(Entity.class::cast);
  }

  /** Every entry that is not hidden, in no order. */
  public Stream<Entry> entries() {
    Stream<Entry> hidden =
        below.stream().flatMap(EntityFile::entries).filter(entry -> !own.containsKey(entry.id()));
    return Stream.concat(own.values().stream(), hidden);
  }

  /** Every entity that is not hidden, in no order. */
  public Stream<Entity> entities() {
    return entries().filter(Entity.class::isInstance).map(Entity.class::cast);
  }

  /** How many entries are in this file itself. */
  public int size() {
    return own.size();
  }
}
