package org.dianjiao.annotation;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Where in the tree of {@link Anchors} each id is: a persistent map from ids to paths, as a
 * hash-array-mapped trie (Bagwell, "Ideal Hash Trees", 2001). Any thread may read.
 */
sealed interface PathIndex {

  /** The index without an id. */
  static PathIndex empty() {
    return Branch.EMPTY;
  }

  /** The path of an id, empty when the id is not here. */
  default OptionalLong path(String id) {
    return path(id, spread(id), 0);
  }

  /** This index with a path for an id, in the place of one that it has. */
  default PathIndex with(String id, long path) {
    return with(new Leaf(id, path), spread(id), 0);
  }

  /** This index without an id that it has. */
  default PathIndex without(String id) {
    return without(id, spread(id), 0);
  }

  OptionalLong path(String id, int hash, int shift);

  PathIndex with(Leaf leaf, int hash, int shift);

  PathIndex without(String id, int hash, int shift);

  private static int spread(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }

  /** One id. */
  record Leaf(String id, long path) implements PathIndex {

    @Override
    public OptionalLong path(String wanted, int hash, int shift) {
      return id.equals(wanted) ? OptionalLong.of(path) : OptionalLong.empty();
    }

    @Override
    public PathIndex with(Leaf leaf, int hash, int shift) {
      if (id.equals(leaf.id)) {
        return leaf;
      }
      int here = spread(id);
      return here == hash
          ? new Collision(this, leaf)
          : Branch.EMPTY.with(this, here, shift).with(leaf, hash, shift);
    }

    @Override
    public PathIndex without(String unwanted, int hash, int shift) {
      return id.equals(unwanted) ? Branch.EMPTY : this;
    }
  }

  /** Several ids of one hash. */
  final class Collision implements PathIndex {

    private final Leaf[] leaves;

    Collision(Leaf... leaves) {
      this.leaves = leaves;
    }

    @Override
    public OptionalLong path(String id, int hash, int shift) {
      return Arrays.stream(leaves)
          .filter(leaf -> leaf.id.equals(id))
          .mapToLong(Leaf::path)
          .findAny();
    }

    @Override
    public PathIndex with(Leaf leaf, int hash, int shift) {
      int here = spread(leaves[0].id);
      if (here != hash) {
        Branch branch = new Branch(1 << Branch.digit(here, shift), this);
        return branch.with(leaf, hash, shift);
      }
      Leaf[] others = others(leaf.id);
      Leaf[] all = Arrays.copyOf(others, others.length + 1);
      all[others.length] = leaf;
      return new Collision(all);
    }

    @Override
    public PathIndex without(String id, int hash, int shift) {
      Leaf[] others = others(id);
      return others.length == 1 ? others[0] : new Collision(others);
    }

    private Leaf[] others(String id) {
      return Arrays.stream(leaves).filter(leaf -> !leaf.id.equals(id)).toArray(Leaf[]::new);
    }
  }

  /** Ids told apart by the next five bits of their hash. */
  final class Branch implements PathIndex {

    static final Branch EMPTY = new Branch(0);

    private static final int BITS = 5;

    private final int occupied;
    private final PathIndex[] children;

    Branch(int occupied, PathIndex... children) {
      this.occupied = occupied;
      this.children = children;
    }

    static int digit(int hash, int shift) {
      return (hash >>> shift) & ((1 << BITS) - 1);
    }

    @Override
    public OptionalLong path(String id, int hash, int shift) {
      int bit = 1 << digit(hash, shift);
      return (occupied & bit) == 0
          ? OptionalLong.empty()
          : children[place(bit)].path(id, hash, shift + BITS);
    }

    @Override
    public PathIndex with(Leaf leaf, int hash, int shift) {
      int bit = 1 << digit(hash, shift);
      int place = place(bit);
      if ((occupied & bit) == 0) {
        PathIndex[] more = new PathIndex[children.length + 1];
        System.arraycopy(children, 0, more, 0, place);
        more[place] = leaf;
        System.arraycopy(children, place, more, place + 1, children.length - place);
        return new Branch(occupied | bit, more);
      }
      return replaced(place, children[place].with(leaf, hash, shift + BITS));
    }

    @Override
    public PathIndex without(String id, int hash, int shift) {
      int bit = 1 << digit(hash, shift);
      if ((occupied & bit) == 0) {
        return this;
      }
      int place = place(bit);
      PathIndex rest = children[place].without(id, hash, shift + BITS);
      if (rest != EMPTY) {
        return replaced(place, rest);
      }
      if (children.length == 1) {
        return EMPTY;
      }
      PathIndex[] fewer = new PathIndex[children.length - 1];
      System.arraycopy(children, 0, fewer, 0, place);
      System.arraycopy(children, place + 1, fewer, place, fewer.length - place);
      return new Branch(occupied & ~bit, fewer);
    }

    private PathIndex replaced(int place, PathIndex child) {
      PathIndex[] replaced = children.clone();
      replaced[place] = child;
      return new Branch(occupied, replaced);
    }

    private int place(int bit) {
      return Integer.bitCount(occupied & (bit - 1));
    }
  }
}
