package org.dianjiao.annotation;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.annotation.Anchors.Entry;

/**
 * One edit of the tree of {@link Anchors}: knows how to put entries in and take them out, and keeps
 * the index of paths true meanwhile.
 *
 * <p>A path names a node by the way to it: 1 is the root, and below the node with path p are 2p and
 * 2p + 1. The tree is balanced by weight: no child has more than 7/10 of the entries of its parent,
 * and one more; a subtree that would break this is built anew. So a path fits into a {@code long},
 * only a few paths change with an edit (amortized O(log n)), and none when anchors only move.
 */
final class AnchorTree<T> {

  static final long ROOT = 1;

  private PathIndex paths;

  AnchorTree(PathIndex paths) {
    this.paths = paths;
  }

  PathIndex paths() {
    return paths;
  }

  /** Puts an entry behind all that start where it does. */
  Subtree<T> insert(Subtree<T> tree, Entry<T> entry) {
    return insert(tree, ROOT, entry);
  }

  /** Takes out the entry with an id that is in the tree. */
  Subtree<T> remove(Subtree<T> tree, String id) {
    long target = paths.path(id).orElseThrow();
    paths = paths.without(id);
    return remove(tree, ROOT, target);
  }

  /** Builds a tree of entries that are ordered by start. */
  Subtree<T> build(List<Entry<T>> ordered) {
    return build(ROOT, ordered);
  }

  /** The subtree below a path that leads to the node with another path, or to it. */
  static <T> Subtree<T> descend(Subtree<T> tree, long target) {
    Subtree<T> here = tree;
    for (int step = 62 - Long.numberOfLeadingZeros(target); step >= 0; step--) {
      here = ((target >>> step) & 1) == 0 ? here.left() : here.right();
    }
    return here;
  }

  private Subtree<T> insert(Subtree<T> tree, long path, Entry<T> entry) {
    if (tree.isEmpty()) {
      return build(path, List.of(entry));
    }
    Subtree<T> left = tree.left();
    Subtree<T> right = tree.right();
    boolean goesLeft = entry.anchor().start() < tree.start();
    if (isHeavy((goesLeft ? left : right).size() + 1, tree.size() + 1)) {
      List<Entry<T>> entries = entries(tree);
      int place = entries.size();
      while (place > 0 && entries.get(place - 1).anchor().start() > entry.anchor().start()) {
        place--;
      }
      entries.add(place, entry);
      return build(path, entries);
    }
    return goesLeft
        ? Subtree.of(insert(left, 2 * path, entry), tree.entry(), right)
        : Subtree.of(left, tree.entry(), insert(right, 2 * path + 1, entry));
  }

  private Subtree<T> remove(Subtree<T> tree, long path, long target) {
    if (path == target) {
      return removeRoot(tree, path);
    }
    int below = Long.numberOfLeadingZeros(path) - Long.numberOfLeadingZeros(target);
    return ((target >>> (below - 1)) & 1) == 0
        ? balanced(path, remove(tree.left(), 2 * path, target), tree.entry(), tree.right())
        : balanced(path, tree.left(), tree.entry(), remove(tree.right(), 2 * path + 1, target));
  }

  private Subtree<T> removeRoot(Subtree<T> tree, long path) {
    Subtree<T> left = tree.left();
    Subtree<T> right = tree.right();
    if (right.isEmpty()) {
      return build(path, entries(left));
    }
    if (left.isEmpty()) {
      return build(path, entries(right));
    }
    Entry<T> next = right.first();
    Subtree<T> rest = remove(right, 2 * path + 1, paths.path(next.id()).orElseThrow());
    paths = paths.with(next.id(), path);
    return balanced(path, left, next, rest);
  }

  private Subtree<T> balanced(long path, Subtree<T> left, Entry<T> entry, Subtree<T> right) {
    int size = left.size() + 1 + right.size();
    if (!isHeavy(left.size(), size) && !isHeavy(right.size(), size)) {
      return Subtree.of(left, entry, right);
    }
    List<Entry<T>> entries = entries(left);
    entries.add(entry);
    right.addTo(entries, 0, Integer.MAX_VALUE);
    return build(path, entries);
  }

  private static boolean isHeavy(int child, int parent) {
    return 10L * child > 7L * parent + 10;
  }

  private Subtree<T> build(long path, List<Entry<T>> ordered) {
    if (ordered.isEmpty()) {
      return Subtree.empty();
    }
    int middle = ordered.size() / 2;
    Entry<T> entry = ordered.get(middle);
    paths = paths.with(entry.id(), path);
    return Subtree.of(
        build(2 * path, ordered.subList(0, middle)),
        entry,
        build(2 * path + 1, ordered.subList(middle + 1, ordered.size())));
  }

  private static <T> List<Entry<T>> entries(Subtree<T> tree) {
    List<Entry<T>> entries = new ArrayList<>(tree.size() + 1);
    tree.addTo(entries, 0, Integer.MAX_VALUE);
    return entries;
  }
}
