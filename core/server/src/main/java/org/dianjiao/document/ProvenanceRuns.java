package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Lengths of text, each with where it came from, one after the other: a treap ordered by position.
 * Replacing a range costs O(log n) expected for n pieces, besides the pieces that go.
 */
final class ProvenanceRuns {

  /** A length of text with one origin. */
  record Piece(int length, Provenance.Origin origin) {}

  private static final class Node {
    private final Piece piece;
    private final int priority;
    private int units;
    private Node left;
    private Node right;

    Node(Piece piece, int priority) {
      this.piece = piece;
      this.priority = priority;
      this.units = piece.length();
    }

    Node with(Node newLeft, Node newRight) {
      left = newLeft;
      right = newRight;
      units = units(left) + piece.length() + units(right);
      return this;
    }
  }

  private record Halves(Node before, Node behind) {}

  /** The seed only shapes the tree; what it holds does not depend on it. */
  private final SplittableRandom priorities = new SplittableRandom(1);

  private Node root;

  /** Units of all pieces together. */
  int length() {
    return units(root);
  }

  /** Puts pieces in the place of a range; returns those that were there. */
  List<Piece> replace(int from, int to, List<Piece> pieces) {
    Halves behind = split(root, to);
    Halves before = split(behind.before(), from);
    Node joined = before.before();
    for (Piece piece : pieces) {
      joined = join(joined, new Node(piece, priorities.nextInt()));
    }
    root = join(joined, behind.behind());
    List<Piece> gone = new ArrayList<>();
    visit(before.behind(), gone::add);
    return gone;
  }

  /** Tells all pieces, in order. */
  void forEach(Consumer<Piece> visitor) {
    visit(root, visitor);
  }

  private Halves split(Node node, int at) {
    if (node == null) {
      return new Halves(null, null);
    }
    int start = units(node.left);
    int end = start + node.piece.length();
    if (at <= start) {
      Halves halves = split(node.left, at);
      return new Halves(halves.before(), node.with(halves.behind(), node.right));
    }
    if (at >= end) {
      Halves halves = split(node.right, at - end);
      return new Halves(node.with(node.left, halves.before()), halves.behind());
    }
    Piece first = new Piece(at - start, node.piece.origin());
    Piece second = new Piece(end - at, node.piece.origin());
    return new Halves(
        new Node(first, node.priority).with(node.left, null),
        new Node(second, node.priority).with(null, node.right));
  }

  private static Node join(Node before, Node behind) {
    if (before == null || behind == null) {
      return before == null ? behind : before;
    }
    return before.priority >= behind.priority
        ? before.with(before.left, join(before.right, behind))
        : behind.with(join(before, behind.left), behind.right);
  }

  private static void visit(Node node, Consumer<Piece> visitor) {
    if (node != null) {
      visit(node.left, visitor);
      visitor.accept(node.piece);
      visit(node.right, visitor);
    }
  }

  private static int units(Node node) {
    return node == null ? 0 : node.units;
  }
}
