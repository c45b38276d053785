package org.dianjiao.characters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the sources say of characters, in single steps.
 *
 * <pre>{@code
 * Variants variants = Variants.load();
 * variants.between('砲', '炮');      // variant, simplified …: with the sources of each
 * variants.notCognate('叶', '吐');   // look alike and have nothing to do with each other
 * }</pre>
 *
 * <p>Immutable. Takes two megabytes and a tenth of a second to read.
 */
public final class Variants {

  private final Edges edges;
  private final int[] byTo;
  private final long[] notCognate;
  private final Map<String, Source> sources;

  private Variants(Edges edges, long[] notCognate, Map<String, Source> sources) {
    this.edges = edges;
    this.notCognate = notCognate;
    this.sources = sources;
    byTo = edges.byTo();
  }

  /** The packed tables; they are read when this is asked for the first time. */
  public static Variants load() {
    return Packed.VARIANTS;
  }

  /**
   * Every relation that a character has, on whichever side of it the character stands: first those
   * that speak of it, then those in which it is the other one.
   */
  public List<Relation> of(int codePoint) {
    List<Relation> found = new ArrayList<>();
    int out = edges.firstFrom(codePoint);
    while (out < edges.size() && edges.from(out) == codePoint) {
      found.add(edges.relation(out++));
    }
    int in = firstTo(codePoint);
    while (in < byTo.length && edges.to(byTo[in]) == codePoint) {
      found.add(edges.relation(byTo[in++]));
    }
    return List.copyOf(found);
  }

  /** What the sources say of two characters, of either with regard to the other. */
  public List<Relation> between(int a, int b) {
    return of(a).stream().filter(relation -> relation.other(a) == b).toList();
  }

  /**
   * Whether two characters look alike and are known to be different words. A few of these pairs, 壯
   * and 壮, are simplified and traditional form all the same: {@link Orthography} knows.
   */
  public boolean notCognate(int a, int b) {
    return Arrays.binarySearch(notCognate, pair(a, b)) >= 0;
  }

  /**
   * Who is meant by a name in {@link Relation#sources}.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public Source source(String name) {
    Source source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no source " + name);
    }
    return source;
  }

  /** All relations of one kind, in the order of the characters that they speak of. */
  Stream<Relation> all(Relation.Kind kind) {
    return IntStream.range(0, edges.size())
        .filter(edge -> edges.kind(edge) == kind)
        .mapToObj(edges::relation);
  }

  private int firstTo(int codePoint) {
    int low = 0;
    int high = byTo.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges.to(byTo[middle]) < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /** Read once for all who ask. */
  private static final class Packed {

    static final Variants VARIANTS = read();

    private static Variants read() {
      Edges.Reading edges = new Edges.Reading();
      Tables.scan("relations.tsv", edges::add);
      List<Long> pairs = new ArrayList<>();
      Tables.read(
          "non-cognates.tsv", row -> pairs.add(pair(row[0].codePointAt(0), row[1].codePointAt(0))));
      Map<String, Source> sources = new HashMap<>();
      Tables.read(
          "sources.tsv", row -> sources.put(row[0], new Source(row[0], row[1], row[2], row[3])));
      long[] notCognate = pairs.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Variants(edges.done(), notCognate, Map.copyOf(sources));
    }
  }
}
