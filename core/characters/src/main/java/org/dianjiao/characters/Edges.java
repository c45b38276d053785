package org.dianjiao.characters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All relations in four columns, ordered by the character that they speak of: a few bytes each
 * where objects would take a hundred.
 */
final class Edges {

  private final int[] from;
  private final Relation.Kind[] kind;
  private final int[] to;
  private final List<String>[] sources;

  private Edges(Reading read) {
    from = Arrays.copyOf(read.from, read.size);
    kind = Arrays.copyOf(read.kind, read.size);
    to = Arrays.copyOf(read.to, read.size);
    sources = Arrays.copyOf(read.sources, read.size);
  }

  int size() {
    return from.length;
  }

  int from(int edge) {
    return from[edge];
  }

  Relation.Kind kind(int edge) {
    return kind[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  Relation relation(int edge) {
    return new Relation(from[edge], kind[edge], to[edge], sources[edge]);
  }

  /** The first edge of a character, or where it would stand. */
  int firstFrom(int codePoint) {
    int found = Arrays.binarySearch(from, codePoint);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && from[found - 1] == codePoint) {
      found--;
    }
    return found;
  }

  /** The numbers of all edges, ordered by the character at which they end. */
  int[] byTo() {
    long[] ends = new long[size()];
    for (int edge = 0; edge < ends.length; edge++) {
      ends[edge] = (long) to[edge] << 32 | edge;
    }
    Arrays.sort(ends);
    return IntStream.range(0, ends.length).map(at -> (int) ends[at]).toArray();
  }

  /** Columns that grow while rows are read. */
  static final class Reading {

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, Relation.Kind> kinds = new HashMap<>();
    private int[] from = new int[1 << 16];
    private Relation.Kind[] kind = new Relation.Kind[1 << 16];
    private int[] to = new int[1 << 16];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<String>[] sources = new List[1 << 16];

    private int size;

    /** A row of a table: character, relation, sources, and all others that go with these. */
    void add(String table, int start, int end) {
      int relationAt = table.indexOf('\t', start) + 1;
      int sourcesAt = table.indexOf('\t', relationAt) + 1;
      int othersAt = table.indexOf('\t', sourcesAt) + 1;
      int first = table.codePointAt(start);
      if (size > 0 && from[size - 1] > first) {
        throw new IllegalStateException(
            "relations.tsv: %s stands too late".formatted(Character.toString(first)));
      }
      Relation.Kind relation =
          kinds.computeIfAbsent(table.substring(relationAt, sourcesAt - 1), Relation.Kind::of);
      List<String> said =
          names.computeIfAbsent(
              table.substring(sourcesAt, othersAt - 1), cell -> List.of(cell.split(",")));
      for (int at = othersAt; at < end; at += Character.charCount(table.codePointAt(at))) {
        add(first, relation, table.codePointAt(at), said);
      }
    }

    private void add(int first, Relation.Kind relation, int other, List<String> said) {
      if (size == from.length) {
        from = Arrays.copyOf(from, size * 2);
        kind = Arrays.copyOf(kind, size * 2);
        to = Arrays.copyOf(to, size * 2);
        sources = Arrays.copyOf(sources, size * 2);
      }
      from[size] = first;
      kind[size] = relation;
      to[size] = other;
      sources[size++] = said;
    }

    Edges done() {
      return new Edges(this);
    }
  }
}
