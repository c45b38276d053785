package org.dianjiao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.dianjiao.search.Found.Hit;

/**
 * One question put to the index: finds the blocks that may hold an answer, counts in each of them,
 * and reads those once more of which matches are to be told.
 */
final class Hunt {

  private static final int BLOCKS_PER_LOOK = 64;
  private static final int ELSEWHERE = -1;

  private final View view;
  private final Question question;
  private final BlockReader blocks;
  private final Map<String, Integer> order = new HashMap<>();
  private final long until;
  private final List<Place> places = new ArrayList<>();
  private final int[][] counts;
  private boolean complete = true;

  /**
   * A block that holds matches.
   *
   * @param document its number in the question
   * @param start of the block in its document
   * @param doc what Lucene knows it by
   */
  private record Place(int document, int start, int doc, int count) {}

  Hunt(View view, Question question) {
    this.view = view;
    this.question = question;
    this.blocks = new BlockReader(question.phrases(), question.filter());
    this.until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(question.millis());
    question.documents().forEach(document -> order.put(document, order.size()));
    this.counts = new int[question.documents().size()][blocks.kinds()];
  }

  Found run() throws IOException {
    IndexSearcher searcher = new IndexSearcher(view.reader());
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(Blocks.that(question)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext context : view.reader().leaves()) {
      Scorer scorer = weight.scorer(context);
      if (scorer != null && complete) {
        count(context, scorer.iterator());
      }
    }
    return told();
  }

  private void count(LeafReaderContext context, DocIdSetIterator candidates) throws IOException {
    LeafReader leaf = context.reader();
    Bits alive = leaf.getLiveDocs();
    BlockCursor cursor = new BlockCursor(leaf);
    int[] known = new int[cursor.documents()];
    int looked = 0;
    for (int doc = candidates.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = candidates.nextDoc()) {
      if (++looked % BLOCKS_PER_LOOK == 0 && System.nanoTime() > until) {
        complete = false;
        return;
      }
      if (alive != null && !alive.get(doc)) {
        continue;
      }
      int document = document(cursor, doc, known);
      if (document != ELSEWHERE) {
        count(document, cursor.load(doc, blocks), context.docBase + doc);
      }
    }
  }

  /** The number of a block's document in the question; it is looked up once for each. */
  private int document(BlockCursor cursor, int doc, int[] known) throws IOException {
    int ordinal = cursor.document(doc);
    if (known[ordinal] == 0) {
      known[ordinal] = order.getOrDefault(cursor.id(ordinal), ELSEWHERE - 1) + 1;
    }
    return known[ordinal] <= 0 ? ELSEWHERE : known[ordinal] - 1;
  }

  private void count(int document, int number, int doc) {
    Layout layout = layout(document);
    int place = layout.place(number);
    int[] found = blocks.counts(place == layout.pieces().size() - 1);
    int sum = 0;
    for (int kind = 0; kind < found.length; kind++) {
      counts[document][kind] += found[kind];
      sum += found[kind];
    }
    if (sum > 0) {
      places.add(new Place(document, layout.start(place), doc, sum));
    }
  }

  private Layout layout(int document) {
    return view.layouts().get(question.documents().get(document));
  }

  /** Only documents that hold all that is asked for count. */
  private boolean holdsAll(int document) {
    for (int count : counts[document]) {
      if (count == 0) {
        return false;
      }
    }
    return true;
  }

  private Found told() throws IOException {
    places.removeIf(place -> !holdsAll(place.document()));
    places.sort(Comparator.comparingInt(Place::document).thenComparingInt(Place::start));
    Map<String, Integer> byDocument = new LinkedHashMap<>();
    List<Hit> hits = new ArrayList<>();
    long total = 0;
    for (Place place : places) {
      byDocument.merge(question.documents().get(place.document()), place.count(), Integer::sum);
      long skip = question.from() - total;
      if (skip < place.count() && hits.size() < question.limit()) {
        hits.addAll(hits(place, (int) Math.max(0, skip), question.limit() - hits.size()));
      }
      total += place.count();
    }
    return new Found(total, complete, byDocument, hits);
  }

  private List<Hit> hits(Place place, int skip, int most) throws IOException {
    LeafReaderContext context = view.leaf(place.doc());
    int doc = place.doc() - context.docBase;
    int number = new BlockCursor(context.reader()).load(doc, blocks);
    Layout layout = layout(place.document());
    int at = layout.place(number);
    String document = question.documents().get(place.document());
    char[] before =
        at == 0
            ? new char[0]
            : own(view.text(document, layout.pieces().get(at - 1).number()), layout, at - 1);
    return blocks.matches(at == layout.pieces().size() - 1).stream()
        .skip(skip)
        .limit(most)
        .map(match -> blocks.hit(match, document, layout.revision(), place.start(), before))
        .toList();
  }

  private static char[] own(char[] units, Layout layout, int place) {
    return Arrays.copyOf(units, layout.pieces().get(place).length());
  }
}
