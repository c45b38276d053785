package org.dianjiao.document;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Strands in their order: a treap in which positions count the units that are there. An edit costs
 * O(log n) expected for n strands, besides those that it takes away.
 */
final class Strands {

  private static final class Node {
    private Strand strand;
    private final int priority;
    private int visible;
    private Node left;
    private Node right;

    Node(Strand strand, int priority) {
      this.strand = strand;
      this.priority = priority;
      this.visible = strand.visible();
    }

    Node with(Node newLeft, Node newRight) {
      left = newLeft;
      right = newRight;
      visible = visible(left) + strand.visible() + visible(right);
      return this;
    }
  }

  private record Halves(Node before, Node behind) {}

  /** The seed only shapes the tree; what it holds does not depend on it. */
  private final SplittableRandom priorities = new SplittableRandom(1);

  private Node root;

  /** Units that are there. */
  int length() {
    return visible(root);
  }

  /** Takes the visible units of a range away: each of their strands becomes what is said. */
  void kill(int from, int to, UnaryOperator<Strand> killed) {
    Halves start = splitBehindGap(root, from);
    Halves end = splitBehindGap(start.behind(), to - from);
    turnVisible(end.before(), killed);
    root = join(start.before(), join(end.before(), end.behind()));
  }

  /** Puts a strand before the visible unit at a position, behind what is gone there. */
  void insert(int at, Strand strand) {
    Halves halves = splitBehindGap(root, at);
    root = join(join(halves.before(), new Node(strand, priorities.nextInt())), halves.behind());
  }

  /** Tells what is gone between the visible units around a position, in order. */
  void forEachGone(int at, Consumer<Strand> visitor) {
    inGap(at, gone -> visit(gone, visitor));
  }

  /** Turns strands that are gone between the visible units around a position. */
  void turnGone(int at, UnaryOperator<Strand> turned) {
    inGap(at, gone -> turnAll(gone, turned));
  }

  private void inGap(int at, Consumer<Node> work) {
    Halves behind = splitBehindGap(root, at);
    Halves before = splitBeforeGap(behind.before(), at);
    work.accept(before.behind());
    root = join(before.before(), join(before.behind(), behind.behind()));
  }

  /** The id of the visible unit at a position. */
  int unitAt(int position) {
    Node node = root;
    int left = position;
    while (true) {
      int start = visible(node.left);
      if (left < start) {
        node = node.left;
      } else if (left < start + node.strand.visible()) {
        return node.strand.first() + (left - start);
      } else {
        left -= start + node.strand.visible();
        node = node.right;
      }
    }
  }

  /** Tells all strands, in order. */
  void forEach(Consumer<Strand> visitor) {
    visit(root, visitor);
  }

  /** Puts these in the place of all. */
  void replaceAll(List<Strand> strands) {
    root = null;
    for (Strand strand : strands) {
      root = join(root, new Node(strand, priorities.nextInt()));
    }
  }

  /** What is gone between the two sides goes to the one before. */
  private Halves splitBehindGap(Node node, int at) {
    if (node == null) {
      return new Halves(null, null);
    }
    int start = visible(node.left);
    int end = start + node.strand.visible();
    if (at >= end) {
      Halves halves = splitBehindGap(node.right, at - end);
      return new Halves(node.with(node.left, halves.before()), halves.behind());
    }
    if (at < start) {
      Halves halves = splitBehindGap(node.left, at);
      return new Halves(halves.before(), node.with(halves.behind(), node.right));
    }
    if (at == start) {
      Node before = node.left;
      return new Halves(before, node.with(null, node.right));
    }
    return cut(node, at - start);
  }

  /** What is gone between the two sides goes to the one behind. */
  private Halves splitBeforeGap(Node node, int at) {
    if (node == null || at == 0) {
      return new Halves(null, node);
    }
    int start = visible(node.left);
    int end = start + node.strand.visible();
    if (at <= start) {
      Halves halves = splitBeforeGap(node.left, at);
      return new Halves(halves.before(), node.with(halves.behind(), node.right));
    }
    if (at > end) {
      Halves halves = splitBeforeGap(node.right, at - end);
      return new Halves(node.with(node.left, halves.before()), halves.behind());
    }
    if (at == end) {
      Node behind = node.right;
      return new Halves(node.with(node.left, null), behind);
    }
    return cut(node, at - start);
  }

  private static Halves cut(Node node, int units) {
    return new Halves(
        new Node(node.strand.head(units), node.priority).with(node.left, null),
        new Node(node.strand.tail(units), node.priority).with(null, node.right));
  }

  private static Node join(Node before, Node behind) {
    if (before == null || behind == null) {
      return before == null ? behind : before;
    }
    return before.priority >= behind.priority
        ? before.with(before.left, join(before.right, behind))
        : behind.with(join(before, behind.left), behind.right);
  }

  private static void turnVisible(Node node, UnaryOperator<Strand> turned) {
    if (visible(node) > 0) {
      turnVisible(node.left, turned);
      turnVisible(node.right, turned);
      if (node.strand.visible() > 0) {
        node.strand = turned.apply(node.strand);
      }
      node.with(node.left, node.right);
    }
  }

  private static void turnAll(Node node, UnaryOperator<Strand> turned) {
    if (node != null) {
      turnAll(node.left, turned);
      turnAll(node.right, turned);
      node.strand = turned.apply(node.strand);
      node.with(node.left, node.right);
    }
  }

  private static void visit(Node node, Consumer<Strand> visitor) {
    if (node != null) {
      visit(node.left, visitor);
      visitor.accept(node.strand);
      visit(node.right, visitor);
    }
  }

  private static int visible(Node node) {
    return node == null ? 0 : node.visible;
  }
}
