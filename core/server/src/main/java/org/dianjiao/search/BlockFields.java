package org.dianjiao.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** What the index keeps of a block, and of a document as a whole. */
final class BlockFields {

  static final String KEY = "key";
  static final String PROJECT = "project";
  static final String DOCUMENT = "document";
  static final String NUMBER = "number";
  static final String OWN = "own";
  static final String TEXT = "text";
  static final String GRAMS = "grams";
  static final String TAGS = "tags";
  static final String KIND = "kind";
  static final String PERSON = "person";
  static final String STATE = "state";
  static final String LAYOUT = "layout";

  private static final FieldType GRAM = gram();

  private BlockFields() {}

  private static FieldType gram() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /** By what a block is found again; the layout of a document has the number -1. */
  static Term key(String document, int number) {
    return new Term(KEY, document + "/" + number);
  }

  /**
   * A block as the index keeps it.
   *
   * @param text of its own, and so much of what follows as a match may need
   * @param own units of its own
   * @param tags whose places count from the start of the block
   */
  static Document block(
      String project, String document, int number, String text, int own, List<Tagged> tags) {
    Document fields = keyed(document, number);
    fields.add(new StringField(PROJECT, project, Field.Store.NO));
    fields.add(new SortedDocValuesField(DOCUMENT, new BytesRef(document)));
    fields.add(new NumericDocValuesField(NUMBER, number));
    fields.add(new NumericDocValuesField(OWN, own));
    fields.add(new BinaryDocValuesField(TEXT, Bytes.ofText(text)));
    fields.add(new BinaryDocValuesField(TAGS, Bytes.ofTags(tags)));
    char[] units = text.toCharArray();
    fields.add(new Field(GRAMS, new GramStream(Grams.of(units, units.length)), GRAM));
    each(fields, KIND, tags, Tagged::kind);
    each(fields, PERSON, tags, Tagged::person);
    each(fields, STATE, tags, tag -> tag.state().word());
    return fields;
  }

  private static void each(
      Document fields, String name, List<Tagged> tags, Function<Tagged, String> word) {
    Stream<String> words = tags.stream().map(word).distinct();
    words.forEach(one -> fields.add(new StringField(name, one, Field.Store.NO)));
  }

  /** The layout of a document as the index keeps it. */
  static Document layout(String document, Layout layout) {
    Document fields = keyed(document, -1);
    fields.add(new SortedDocValuesField(DOCUMENT, new BytesRef(document)));
    fields.add(new BinaryDocValuesField(LAYOUT, Bytes.ofLayout(layout)));
    return fields;
  }

  private static Document keyed(String document, int number) {
    Document fields = new Document();
    fields.add(new StringField(KEY, key(document, number).text(), Field.Store.NO));
    return fields;
  }

  /** Says grams one by one. */
  private static final class GramStream extends TokenStream {
    private final long[] grams;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private int next;

    GramStream(long[] grams) {
      this.grams = grams;
    }

    @Override
    public boolean incrementToken() {
      if (next == grams.length) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(Grams.term(grams[next++]));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
