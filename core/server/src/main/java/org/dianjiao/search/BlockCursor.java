package org.dianjiao.search;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/** What is kept of the blocks in one part of the index, of one block after the other. */
final class BlockCursor {

  private final SortedDocValues documents;
  private final NumericDocValues numbers;
  private final NumericDocValues owns;
  private final BinaryDocValues texts;
  private final BinaryDocValues tags;

  BlockCursor(LeafReader leaf) throws IOException {
    documents = DocValues.getSorted(leaf, BlockFields.DOCUMENT);
    numbers = DocValues.getNumeric(leaf, BlockFields.NUMBER);
    owns = DocValues.getNumeric(leaf, BlockFields.OWN);
    texts = DocValues.getBinary(leaf, BlockFields.TEXT);
    tags = DocValues.getBinary(leaf, BlockFields.TAGS);
  }

  /** How many documents have blocks here. */
  int documents() {
    return documents.getValueCount();
  }

  /** The number, among the documents here, of that which a block belongs to. */
  int document(int block) throws IOException {
    documents.advanceExact(block);
    return documents.ordValue();
  }

  /** The id of a document with a number. */
  String id(int document) throws IOException {
    return documents.lookupOrd(document).utf8ToString();
  }

  /** Has a block read; its number in its document. Blocks come in ascending order. */
  int load(int block, BlockReader reader) throws IOException {
    numbers.advanceExact(block);
    owns.advanceExact(block);
    texts.advanceExact(block);
    tags.advanceExact(block);
    reader.load(texts.binaryValue(), (int) owns.longValue(), tags.binaryValue());
    return (int) numbers.longValue();
  }
}
