package org.dianjiao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.dianjiao.search.Layout.Piece;

/** Writes those blocks of one document that differ from what is indexed. */
final class BlockWriter {

  private final IndexWriter writer;
  private final IndexedText document;

  BlockWriter(IndexWriter writer, IndexedText document) {
    this.writer = writer;
    this.document = document;
  }

  /** Writes what differs from a layout of an older text. */
  Layout write(Layout old, String oldText) throws IOException {
    Recut recut = Recut.of(old, oldText, document.text());
    int count = old.pieces().size();
    List<Piece> kept = new ArrayList<>(old.pieces().subList(0, recut.before()));
    int next = old.next();
    for (int length : recut.fresh()) {
      kept.add(new Piece(next++, length, 0));
    }
    kept.addAll(old.pieces().subList(count - recut.after(), count));
    for (Piece gone : old.pieces().subList(recut.before(), count - recut.after())) {
      writer.deleteDocuments(BlockFields.key(document.document(), gone.number()));
    }
    return write(new Layout(document.project(), document.revision(), next, kept), recut);
  }

  private Layout write(Layout cut, Recut recut) throws IOException {
    List<List<Tagged>> tags = tags(cut);
    List<Piece> written = new ArrayList<>();
    for (int place = 0; place < cut.pieces().size(); place++) {
      Piece piece = cut.pieces().get(place);
      long hash = tags.get(place).hashCode();
      boolean fresh = place >= recut.before() && place < recut.before() + recut.fresh().size();
      if (fresh || hash != piece.tags()) {
        write(cut, place, tags.get(place));
      }
      written.add(new Piece(piece.number(), piece.length(), hash));
    }
    Layout layout = new Layout(cut.project(), cut.revision(), cut.next(), written);
    writer.updateDocument(
        BlockFields.key(document.document(), -1), BlockFields.layout(document.document(), layout));
    return layout;
  }

  private void write(Layout layout, int place, List<Tagged> tags) throws IOException {
    Piece piece = layout.pieces().get(place);
    int start = layout.start(place);
    int end = end(layout, place);
    writer.updateDocument(
        BlockFields.key(document.document(), piece.number()),
        BlockFields.block(
            layout.project(),
            document.document(),
            piece.number(),
            document.text().substring(start, end),
            piece.length(),
            tags));
  }

  private static int end(Layout layout, int place) {
    return Math.min(layout.length(), layout.start(place + 1) + Scan.LOOK_AHEAD);
  }

  /** Of each block the annotations that touch it or what follows it, as far as that is kept. */
  private List<List<Tagged>> tags(Layout layout) {
    List<List<Tagged>> tags = new ArrayList<>();
    layout.pieces().forEach(piece -> tags.add(new ArrayList<>()));
    for (Tagged tag : document.tags()) {
      int place = first(layout, tag.start());
      while (place < tags.size() && layout.start(place) <= tag.end()) {
        tags.get(place).add(tag.shifted(-layout.start(place)));
        place++;
      }
    }
    return tags;
  }

  /** The first block whose kept text reaches an offset. */
  private static int first(Layout layout, int offset) {
    int low = 0;
    int high = layout.pieces().size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(layout, middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
