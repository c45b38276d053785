package org.dianjiao.annotation;

import java.util.List;
import org.dianjiao.annotation.Anchors.Entry;

/**
 * A part of the tree of {@link Anchors}, and where it is.
 *
 * <p>A node knows its children only by their distance from itself, so to move a subtree is to give
 * it another start: nothing below is touched.
 *
 * @param start start of the anchor at the root of the subtree
 * @param node the root; the empty one when the subtree is empty
 */
record Subtree<T>(int start, Node<T> node) {

  /**
   * One anchor and what is left and right of it.
   *
   * @param length units that the anchor covers
   * @param leftDistance start of the left child, counted from the start of this anchor
   * @param rightDistance start of the right child, counted from the start of this anchor
   * @param size anchors in the subtree
   * @param low lowest start in the subtree, counted from the start of this anchor
   * @param high highest end in the subtree, counted from the start of this anchor
   * @param orphans orphaned anchors in the subtree
   */
  private record Node<T>(
      String id,
      T value,
      int length,
      boolean orphaned,
      int leftDistance,
      Node<T> left,
      int rightDistance,
      Node<T> right,
      int size,
      int low,
      int high,
      int orphans) {}

  static <T> Subtree<T> empty() {
    return new Subtree<>(0, null);
  }

  /** The subtree with an entry at its root. */
  static <T> Subtree<T> of(Subtree<T> left, Entry<T> entry, Subtree<T> right) {
    int start = entry.anchor().start();
    int low = start;
    int high = entry.anchor().end();
    if (!left.isEmpty()) {
      low = left.low();
      high = Math.max(high, left.high());
    }
    if (!right.isEmpty()) {
      high = Math.max(high, right.high());
    }
    return new Subtree<>(
        start,
        new Node<>(
            entry.id(),
            entry.value(),
            entry.anchor().end() - start,
            entry.anchor().orphaned(),
            left.start - start,
            left.node,
            right.start - start,
            right.node,
            1 + left.size() + right.size(),
            low - start,
            high - start,
            (entry.anchor().orphaned() ? 1 : 0) + left.orphans() + right.orphans()));
  }

  boolean isEmpty() {
    return node == null;
  }

  int size() {
    return isEmpty() ? 0 : node.size;
  }

  /** Orphaned anchors here. */
  int orphans() {
    return isEmpty() ? 0 : node.orphans;
  }

  /** Lowest start of an anchor here. */
  int low() {
    return start + node.low;
  }

  /** Highest end of an anchor here. */
  int high() {
    return start + node.high;
  }

  Subtree<T> left() {
    return new Subtree<>(start + node.leftDistance, node.left);
  }

  Subtree<T> right() {
    return new Subtree<>(start + node.rightDistance, node.right);
  }

  Entry<T> entry() {
    Anchor anchor = new Anchor(start, start + node.length, node.orphaned);
    return new Entry<>(node.id, anchor, node.value);
  }

  Entry<T> first() {
    Subtree<T> first = this;
    for (Subtree<T> left = left(); !left.isEmpty(); left = left.left()) {
      first = left;
    }
    return first.entry();
  }

  Subtree<T> shift(int distance) {
    return new Subtree<>(start + distance, node);
  }

  /** Adds the entries that lie in a range or touch it, in order. */
  void addTo(List<Entry<T>> found, int from, int to) {
    addTo(found, from, to, Integer.MAX_VALUE);
  }

  /** Adds the entries that lie in a range or touch it, in order, until so many are found. */
  void addTo(List<Entry<T>> found, int from, int to, int most) {
    if (isEmpty() || low() > to || high() < from || found.size() >= most) {
      return;
    }
    left().addTo(found, from, to, most);
    if (start <= to && start + node.length >= from && found.size() < most) {
      found.add(entry());
    }
    right().addTo(found, from, to, most);
  }

  /** Adds the orphans, in order, until so many are found. */
  void addOrphansTo(List<Entry<T>> found, int most) {
    if (orphans() == 0 || found.size() >= most) {
      return;
    }
    left().addOrphansTo(found, most);
    if (node.orphaned && found.size() < most) {
      found.add(entry());
    }
    right().addOrphansTo(found, most);
  }
}
