package org.dianjiao.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which blocks may hold what is asked for, in the words of Lucene. */
final class Blocks {

  private Blocks() {}

  /** Every block that holds an answer, and others. */
  static Query that(Question question) {
    BooleanQuery.Builder blocks = new BooleanQuery.Builder();
    blocks.add(is(BlockFields.PROJECT, question.project()), Occur.FILTER);
    TagFilter filter = question.filter();
    filter.kind().ifPresent(kind -> blocks.add(is(BlockFields.KIND, kind), Occur.FILTER));
    filter.person().ifPresent(one -> blocks.add(is(BlockFields.PERSON, one), Occur.FILTER));
    filter.state().ifPresent(one -> blocks.add(is(BlockFields.STATE, one.word()), Occur.FILTER));
    if (!question.phrases().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      question.phrases().forEach(phrase -> any.add(holding(phrase), Occur.SHOULD));
      blocks.add(any.build(), Occur.FILTER);
    }
    return blocks.build();
  }

  private static Query is(String field, String word) {
    return new TermQuery(new Term(field, word));
  }

  private static Query holding(Phrase phrase) {
    List<long[]> needed = Grams.needed(phrase);
    if (needed.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    needed.stream().distinct().forEach(grams -> all.add(one(grams), Occur.FILTER));
    return all.build();
  }

  private static Query one(long[] grams) {
    List<BytesRef> terms = Arrays.stream(grams).mapToObj(Grams::term).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(BlockFields.GRAMS, terms.get(0)))
        : new TermInSetQuery(BlockFields.GRAMS, terms);
  }
}
