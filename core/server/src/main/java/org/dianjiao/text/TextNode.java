package org.dianjiao.text;

/**
 * A piece of a text: a chunk of characters, or two pieces one after the other.
 *
 * <p>The tree is height-balanced as an AVL tree is (heights of two siblings differ by one at most),
 * and a fork always holds more units than half a chunk, so a text of n units has O(n / chunk)
 * pieces however it was edited.
 */
sealed interface TextNode {

  /** Units in the largest chunk: small enough to copy, large enough to keep the tree low. */
  int CHUNK = 1024;

  int length();

  int lineBreaks();

  int height();

  char charAt(int offset);

  /** Offset behind the line feed with the given number, counted from 1. */
  int behindLineBreak(int number);

  /** How many line feeds stand before an offset. */
  int lineBreaksBefore(int offset);

  TextNode replace(int from, int to, String insert);

  void appendTo(StringBuilder target, int from, int to);

  boolean matches(TextNode other, int offset);

  int hash(int seed);

  Checksum checksum();

  static TextNode of(String content) {
    return of(content, 0, content.length());
  }

  private static TextNode of(String content, int from, int to) {
    if (to - from <= CHUNK) {
      return Chunk.of(content.substring(from, to));
    }
    int middle = (from + to) >>> 1;
    return join(of(content, from, middle), of(content, middle, to));
  }

  /** One after the other, balanced, in time proportional to the difference of the heights. */
  static TextNode join(TextNode left, TextNode right) {
    if (left.length() == 0) {
      return right;
    }
    if (right.length() == 0) {
      return left;
    }
    if (left instanceof Fork fork && left.height() > right.height() + 1) {
      return balanced(fork.left, join(fork.right, right));
    }
    if (right instanceof Fork fork && right.height() > left.height() + 1) {
      return balanced(join(left, fork.left), fork.right);
    }
    return pair(left, right);
  }

  /** Joins siblings whose heights differ by two at most: one rotation, or two. */
  private static TextNode balanced(TextNode left, TextNode right) {
    if (left instanceof Fork fork && left.height() > right.height() + 1) {
      if (fork.right instanceof Fork inner && inner.height() > fork.left.height()) {
        return pair(pair(fork.left, inner.left), pair(inner.right, right));
      }
      return pair(fork.left, pair(fork.right, right));
    }
    if (right instanceof Fork fork && right.height() > left.height() + 1) {
      if (fork.left instanceof Fork inner && inner.height() > fork.right.height()) {
        return pair(pair(left, inner.left), pair(inner.right, fork.right));
      }
      return pair(pair(left, fork.left), fork.right);
    }
    return pair(left, right);
  }

  private static TextNode pair(TextNode left, TextNode right) {
    int length = Math.addExact(left.length(), right.length());
    if (length > CHUNK / 2) {
      return new Fork(left, right);
    }
    StringBuilder content = new StringBuilder(length);
    left.appendTo(content, 0, left.length());
    right.appendTo(content, 0, right.length());
    return Chunk.of(content.toString());
  }

  /** Characters in one piece. */
  record Chunk(String content, int lineBreaks) implements TextNode {

    static final Chunk EMPTY = new Chunk("", 0);

    static Chunk of(String content) {
      return content.isEmpty() ? EMPTY : new Chunk(content, count(content, content.length()));
    }

    private static int count(String content, int end) {
      int count = 0;
      for (int i = content.indexOf('\n'); i >= 0 && i < end; i = content.indexOf('\n', i + 1)) {
        count++;
      }
      return count;
    }

    @Override
    public int length() {
      return content.length();
    }

    @Override
    public int height() {
      return 0;
    }

    @Override
    public char charAt(int offset) {
      return content.charAt(offset);
    }

    @Override
    public int behindLineBreak(int number) {
      int behind = 0;
      for (int i = 0; i < number; i++) {
        behind = content.indexOf('\n', behind) + 1;
      }
      return behind;
    }

    @Override
    public int lineBreaksBefore(int offset) {
      return count(content, offset);
    }

    @Override
    public TextNode replace(int from, int to, String insert) {
      int length = content.length() - (to - from) + insert.length();
      String replaced =
          new StringBuilder(length)
              .append(content, 0, from)
              .append(insert)
              .append(content, to, content.length())
              .toString();
      return TextNode.of(replaced);
    }

    @Override
    public void appendTo(StringBuilder target, int from, int to) {
      target.append(content, from, to);
    }

    @Override
    public boolean matches(TextNode other, int offset) {
      StringBuilder there = new StringBuilder(content.length());
      other.appendTo(there, offset, offset + content.length());
      return content.contentEquals(there);
    }

    @Override
    public int hash(int seed) {
      int hash = seed;
      for (int i = 0; i < content.length(); i++) {
        hash = 31 * hash + content.charAt(i);
      }
      return hash;
    }

    @Override
    public Checksum checksum() {
      return Checksum.of(content);
    }
  }

  /** Two pieces, one after the other. */
  final class Fork implements TextNode {

    final TextNode left;
    final TextNode right;
    private final int length;
    private final int lineBreaks;
    private final int height;
    private volatile Checksum checksum;

    Fork(TextNode left, TextNode right) {
      this.left = left;
      this.right = right;
      this.length = left.length() + right.length();
      this.lineBreaks = left.lineBreaks() + right.lineBreaks();
      this.height = 1 + Math.max(left.height(), right.height());
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public int lineBreaks() {
      return lineBreaks;
    }

    @Override
    public int height() {
      return height;
    }

    @Override
    public char charAt(int offset) {
      int middle = left.length();
      return offset < middle ? left.charAt(offset) : right.charAt(offset - middle);
    }

    @Override
    public int behindLineBreak(int number) {
      int inLeft = left.lineBreaks();
      return number <= inLeft
          ? left.behindLineBreak(number)
          : left.length() + right.behindLineBreak(number - inLeft);
    }

    @Override
    public int lineBreaksBefore(int offset) {
      int middle = left.length();
      return offset <= middle
          ? left.lineBreaksBefore(offset)
          : left.lineBreaks() + right.lineBreaksBefore(offset - middle);
    }

    @Override
    public TextNode replace(int from, int to, String insert) {
      int middle = left.length();
      if (to <= middle) {
        return join(left.replace(from, to, insert), right);
      }
      if (from >= middle) {
        return join(left, right.replace(from - middle, to - middle, insert));
      }
      return join(left.replace(from, middle, insert), right.replace(0, to - middle, ""));
    }

    @Override
    public void appendTo(StringBuilder target, int from, int to) {
      int middle = left.length();
      if (from < middle) {
        left.appendTo(target, from, Math.min(to, middle));
      }
      if (to > middle) {
        right.appendTo(target, Math.max(0, from - middle), to - middle);
      }
    }

    @Override
    public boolean matches(TextNode other, int offset) {
      return left.matches(other, offset) && right.matches(other, offset + left.length());
    }

    @Override
    public int hash(int seed) {
      return right.hash(left.hash(seed));
    }

    /** Reckoned when it is asked for, once: an edit makes new pieces of only a few. */
    @Override
    public Checksum checksum() {
      Checksum known = checksum;
      if (known == null) {
        known = left.checksum().then(right.checksum());
        checksum = known;
      }
      return known;
    }
  }
}
