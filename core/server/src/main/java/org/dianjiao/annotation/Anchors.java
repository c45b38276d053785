package org.dianjiao.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dianjiao.text.ChangeSet;

/**
 * Anchored things of one kind, by id and by position: annotations, suggestions, approvals.
 *
 * <p>An immutable collection that shares most of itself with the one it was made from: a tree by
 * weight, ordered by start, in which a subtree is moved by moving its root, and a persistent map
 * from ids to places in the tree. With n entries:
 *
 * <ul>
 *   <li>{@link #get} costs O(log n), {@link #put} and {@link #remove} amortized O(log n) changed
 *       places in the tree, each O(1) in the map (32-way, by hash).
 *   <li>{@link #without} costs what so many times {@link #remove} do, and O(n) at most.
 *   <li>{@link #in} and {@link #orphans} cost O(log n) for each entry found.
 *   <li>{@link #map} costs O(log n) for each separate change, and O(log n) at most for each entry
 *       that a change touches (entries that lie side by side share their way there).
 *   <li>{@link #of} costs O(n log n), without the balancing that n times {@link #put} costs.
 * </ul>
 *
 * <p>Entries are told in the order of their starts; several with one start in no particular order.
 *
 * @param <T> what is anchored
 */
public final class Anchors<T> {

  /**
   * One anchored thing.
   *
   * @param id which one, unique in its collection
   * @param anchor where it is
   * @param value what it is
   */
  public record Entry<T>(String id, Anchor anchor, T value) {

    /** Requires all parts. */
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(anchor, "anchor");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * What comes of a change.
   *
   * @param anchors all entries, moved
   * @param touched those, as they are now, in whose range or at whose edge something changed
   */
  public record Mapped<T>(Anchors<T> anchors, List<Entry<T>> touched) {

    /** Copies the list. */
    public Mapped {
      touched = List.copyOf(touched);
    }
  }

  /** From this part of all entries on, it is cheaper to build the tree anew. */
  private static final int MANY = 16;

  private final Subtree<T> tree;
  private final PathIndex paths;

  private Anchors(Subtree<T> tree, PathIndex paths) {
    this.tree = tree;
    this.paths = paths;
  }

  /** The collection without an entry. */
  public static <T> Anchors<T> empty() {
    return new Anchors<>(Subtree.empty(), PathIndex.empty());
  }

  /** All these at once. Two with one id are refused. */
  public static <T> Anchors<T> of(List<Entry<T>> entries) {
    Set<String> ids = new HashSet<>();
    for (Entry<T> entry : entries) {
      if (!ids.add(entry.id())) {
        throw new IllegalArgumentException("id " + entry.id() + " is there twice");
      }
    }
    List<Entry<T>> ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparingInt(entry -> entry.anchor().start()));
    AnchorTree<T> edit = new AnchorTree<>(PathIndex.empty());
    Subtree<T> tree = edit.build(ordered);
    return new Anchors<>(tree, edit.paths());
  }

  /** This collection with one entry more, or with another in the place of the one with this id. */
  public Anchors<T> put(String id, Anchor anchor, T value) {
    AnchorTree<T> edit = new AnchorTree<>(paths);
    Subtree<T> others = contains(id) ? edit.remove(tree, id) : tree;
    Subtree<T> all = edit.insert(others, new Entry<>(id, anchor, value));
    return new Anchors<>(all, edit.paths());
  }

  /** This collection without an entry; itself when there is none with this id. */
  public Anchors<T> remove(String id) {
    if (!contains(id)) {
      return this;
    }
    AnchorTree<T> edit = new AnchorTree<>(paths);
    Subtree<T> others = edit.remove(tree, id);
    return new Anchors<>(others, edit.paths());
  }

  /** This collection without the entries with these ids; it may be that there are none. */
  public Anchors<T> without(Set<String> ids) {
    if (ids.size() <= size() / MANY) {
      Anchors<T> left = this;
      for (String id : ids) {
        left = left.remove(id);
      }
      return left;
    }
    AnchorTree<T> edit = new AnchorTree<>(PathIndex.empty());
    Subtree<T> left = edit.build(stream().filter(entry -> !ids.contains(entry.id())).toList());
    return new Anchors<>(left, edit.paths());
  }

  /** Whether there is an entry with an id. */
  public boolean contains(String id) {
    return paths.path(id).isPresent();
  }

  /** The entry with an id. */
  public Optional<Entry<T>> get(String id) {
    return paths.path(id).stream()
        .mapToObj(path -> AnchorTree.descend(tree, path).entry())
        .findAny();
  }

  /** The entries that share a unit with a range or touch its edges. */
  public List<Entry<T>> in(int from, int to) {
    List<Entry<T>> found = new ArrayList<>();
    tree.addTo(found, from, to);
    return found;
  }

  /** The first of the entries that share a unit with a range or touch its edges. */
  public List<Entry<T>> in(int from, int to, int most) {
    List<Entry<T>> found = new ArrayList<>();
    tree.addTo(found, from, to, most);
    return found;
  }

  /** The first of the entries that are orphaned. */
  public List<Entry<T>> orphans(int most) {
    List<Entry<T>> found = new ArrayList<>();
    tree.addOrphansTo(found, most);
    return found;
  }

  /** Number of entries that are orphaned. */
  public int orphanCount() {
    return tree.orphans();
  }

  /** Number of entries. */
  public int size() {
    return tree.size();
  }

  /** All entries. */
  public Stream<Entry<T>> stream() {
    return in(0, Integer.MAX_VALUE).stream();
  }

  /** All entries after a change, by the rule of {@link Anchor}. */
  public Mapped<T> map(ChangeSet changes) {
    if (changes.isEmpty()) {
      return new Mapped<>(this, List.of());
    }
    AnchorMapping<T> mapping = new AnchorMapping<>(changes);
    Subtree<T> mapped = mapping.map(tree);
    AnchorTree<T> edit = new AnchorTree<>(paths);
    for (Entry<T> stray : mapping.strays()) {
      mapped = edit.remove(mapped, stray.id());
    }
    for (Entry<T> stray : mapping.strays()) {
      mapped = edit.insert(mapped, stray);
    }
    return new Mapped<>(new Anchors<>(mapped, edit.paths()), mapping.touched());
  }
}
