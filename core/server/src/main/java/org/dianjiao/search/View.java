package org.dianjiao.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;

/**
 * The index at one moment: what can be read, and the layouts that belong to it.
 *
 * @param reader counts who reads; the last one closes it
 * @param layouts by document; not changed any more
 */
record View(DirectoryReader reader, Map<String, Layout> layouts) {

  /** The layouts that an index holds. */
  static Map<String, Layout> layouts(DirectoryReader reader) throws IOException {
    Map<String, Layout> layouts = new HashMap<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      BinaryDocValues written = leaf.getBinaryDocValues(BlockFields.LAYOUT);
      SortedDocValues documents = leaf.getSortedDocValues(BlockFields.DOCUMENT);
      if (written == null || documents == null) {
        continue;
      }
      Bits alive = leaf.getLiveDocs();
      while (written.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if ((alive == null || alive.get(written.docID()))
            && documents.advanceExact(written.docID())) {
          String document = documents.lookupOrd(documents.ordValue()).utf8ToString();
          layouts.put(document, Bytes.layout(written.binaryValue()));
        }
      }
    }
    return layouts;
  }

  /** The units of a block, with what follows it as far as it is kept. */
  char[] text(String document, int number) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    TopDocs found = searcher.search(new TermQuery(BlockFields.key(document, number)), 1);
    if (found.scoreDocs.length == 0) {
      throw new IOException("block %d of document %s is missing".formatted(number, document));
    }
    return text(found.scoreDocs[0].doc);
  }

  /** The same of the block that Lucene knows by a number. */
  char[] text(int doc) throws IOException {
    BinaryDocValues texts = leaf(doc).reader().getBinaryDocValues(BlockFields.TEXT);
    texts.advanceExact(doc - leaf(doc).docBase);
    char[] units = new char[Bytes.units(texts.binaryValue())];
    Bytes.text(texts.binaryValue(), units);
    return units;
  }

  /** The part of the index that holds what Lucene knows by a number. */
  LeafReaderContext leaf(int doc) {
    LeafReaderContext holder = reader.leaves().get(0);
    for (LeafReaderContext context : reader.leaves()) {
      holder = context.docBase <= doc ? context : holder;
    }
    return holder;
  }
}
