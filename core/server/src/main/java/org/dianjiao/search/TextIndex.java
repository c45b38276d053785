package org.dianjiao.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index in a folder. Whoever writes does so on one thread; any thread may ask, and sees what
 * was there at the last {@link #refresh}. What is written since the last {@link #commit} is lost
 * when the process ends, and found missing by the revision that each document was indexed at.
 */
public final class TextIndex implements AutoCloseable {

  /** The form of the index; one in another form is made anew. */
  private static final String FORMAT = "1";

  private static final String FORMAT_KEY = "format";
  private static final int TEXTS_KEPT = 16;

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final Map<String, Layout> layouts;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private volatile View view;
  private volatile boolean closed;

  private TextIndex(FSDirectory directory, IndexWriter writer, View view) {
    this.directory = directory;
    this.writer = writer;
    this.view = view;
    this.layouts = new HashMap<>(view.layouts());
  }

  /**
   * Opens the index in a folder, or makes an empty one.
   *
   * @throws IndexLocked when another process works with it
   * @throws IndexDamaged when it cannot be read, or is in a form of another version
   */
  public static TextIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      FSDirectory directory = FSDirectory.open(folder);
      IndexWriter writer = null;
      try {
        writer = new IndexWriter(directory, new IndexWriterConfig());
        return open(directory, writer);
      } catch (IOException | RuntimeException failure) {
        if (writer != null) {
          writer.rollback();
        }
        directory.close();
        throw failure;
      }
    } catch (LockObtainFailedException locked) {
      throw new IndexLocked("another process works with the index in " + folder, locked);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | EOFException
        | IllegalArgumentException damage) {
      throw new IndexDamaged(
          "the index in %s cannot be read: %s".formatted(folder, damage.getMessage()), damage);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot open the index in " + folder, failure);
    }
  }

  private static TextIndex open(FSDirectory directory, IndexWriter writer) throws IOException {
    DirectoryReader reader = DirectoryReader.open(writer);
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
    Map<String, Layout> layouts = View.layouts(reader);
    String format = format(writer);
    if (!layouts.isEmpty() && !format.equals(FORMAT)) {
      reader.close();
      throw new CorruptIndexException("its form is " + format + ", not " + FORMAT, "index");
    }
    writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
    return new TextIndex(directory, writer, new View(reader, Map.copyOf(layouts)));
  }

  private static String format(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    String format = "";
    if (data != null) {
      for (Map.Entry<String, String> one : data) {
        format = one.getKey().equals(FORMAT_KEY) ? one.getValue() : format;
      }
    }
    return format;
  }

  /** At which revision each document can be asked about. */
  public Map<String, Long> revisions() {
    Map<String, Long> revisions = new HashMap<>();
    view.layouts().forEach((document, layout) -> revisions.put(document, layout.revision()));
    return revisions;
  }

  /** At which revision a document can be asked about; empty when it is not indexed. */
  public Optional<Long> revision(String document) {
    return Optional.ofNullable(view.layouts().get(document)).map(Layout::revision);
  }

  /** Puts a document in the place of what was indexed of it; only what differs is written. */
  public void put(IndexedText document) {
    Layout old = layouts.getOrDefault(document.document(), Layout.NOTHING);
    try {
      Layout fresh = new BlockWriter(writer, document).write(old, text(document.document(), old));
      layouts.put(document.document(), fresh);
      texts.remove(document.document());
      texts.put(document.document(), document.text());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The text that a layout was made of. */
  private String text(String document, Layout layout) throws IOException {
    String known = texts.get(document);
    if (known != null) {
      return known;
    }
    StringBuilder text = new StringBuilder(layout.length());
    for (Layout.Piece piece : layout.pieces()) {
      text.append(view.text(document, piece.number()), 0, piece.length());
    }
    return text.toString();
  }

  /** Takes all of a document out. */
  public void forget(String document) {
    Layout old = layouts.remove(document);
    texts.remove(document);
    if (old == null) {
      return;
    }
    try {
      writer.deleteDocuments(BlockFields.key(document, -1));
      for (Layout.Piece piece : old.pieces()) {
        writer.deleteDocuments(BlockFields.key(document, piece.number()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lets whoever asks from now on see what was put. */
  public void refresh() {
    try {
      DirectoryReader newer = DirectoryReader.openIfChanged(view.reader(), writer);
      if (newer != null) {
        View old = view;
        view = new View(newer, Map.copyOf(layouts));
        old.reader().decRef();
      }
      while (texts.size() > TEXTS_KEPT) {
        texts.remove(texts.keySet().iterator().next());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes what was put outlive the process. */
  public void commit() {
    try {
      writer.commit();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Answers a question. */
  public Found ask(Question question) {
    View now = held();
    try {
      return new Hunt(now, question).run();
    } catch (CorruptIndexException damage) {
      throw new IndexDamaged("the index is damaged: " + damage.getMessage(), damage);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      release(now);
    }
  }

  private View held() {
    View now = view;
    while (!now.reader().tryIncRef()) {
      if (closed) {
        throw new IndexDamaged("the search index was closed");
      }
      now = view;
    }
    return now;
  }

  private static void release(View now) {
    try {
      now.reader().decRef();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Closes it as it was at the last commit. */
  public void abandon() {
    close(writer::rollback);
  }

  /** Commits and closes. */
  @Override
  public void close() {
    close(writer::close);
  }

  private interface Closing {
    void run() throws IOException;
  }

  private void close(Closing ofWriter) {
    closed = true;
    try {
      ofWriter.run();
      view.reader().close();
      directory.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
