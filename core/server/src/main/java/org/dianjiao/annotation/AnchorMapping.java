package org.dianjiao.annotation;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.annotation.Anchors.Entry;
import org.dianjiao.text.ChangeSet;

/**
 * One walk over the tree of {@link Anchors} with a change set: moves what the changes do not touch
 * in whole subtrees, and maps the rest one by one.
 */
final class AnchorMapping<T> {

  private final ChangeSet changes;
  private final List<Entry<T>> touched = new ArrayList<>();

  /** Touched entries that can no longer stay where they are in the order. */
  private final List<Entry<T>> strays = new ArrayList<>();

  private int lastStart;

  AnchorMapping(ChangeSet changes) {
    this.changes = changes;
  }

  /** Entries whose range or edge a change touched, as they are now. */
  List<Entry<T>> touched() {
    return touched;
  }

  /**
   * Entries to be taken out of the tree and put in again. A place stays before what is typed there,
   * the start of a range does not, so one may come to stand before the other.
   */
  List<Entry<T>> strays() {
    return strays;
  }

  Subtree<T> map(Subtree<T> tree) {
    if (tree.isEmpty()) {
      return tree;
    }
    if (!changes.touches(tree.low(), tree.high())) {
      return tree.shift(changes.mapPos(tree.low(), 1) - tree.low());
    }
    Subtree<T> left = map(tree.left());
    Entry<T> entry = map(tree.entry());
    Subtree<T> right = map(tree.right());
    return Subtree.of(left, entry, right);
  }

  private Entry<T> map(Entry<T> entry) {
    Anchor anchor = entry.anchor();
    Entry<T> mapped = new Entry<>(entry.id(), anchor.map(changes), entry.value());
    if (changes.touches(anchor.start(), anchor.end())) {
      touched.add(mapped);
      int start = mapped.anchor().start();
      if (start < lastStart) {
        strays.add(mapped);
      } else {
        lastStart = start;
      }
    }
    return mapped;
  }
}
