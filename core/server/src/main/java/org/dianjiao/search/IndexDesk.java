package org.dianjiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.dianjiao.document.Document;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of a server at what the logs hold: it knows at which revision each document was
 * indexed, and reads on from there. An index that is missing, damaged or of another version is made
 * anew, and that is said in the log of the server. Copies of blind rounds are never indexed, so no
 * answer can tell of one.
 *
 * <p>Everything blocks. Whoever follows waits for others who do; any thread may ask meanwhile.
 */
public final class IndexDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexDesk.class);
  private static final String FOLDER = "search";
  private static final String REQUEST = "search.reindex";

  private final Database database;
  private final Path folder;
  private final Path request;
  private final States states;
  private final Set<String> anew = new HashSet<>();
  private volatile Optional<TextIndex> index = Optional.empty();
  private volatile boolean damaged;
  private boolean closed;

  /**
   * The desk of an installation.
   *
   * @param data the folder of its data
   */
  public IndexDesk(Database database, Path data) {
    this.database = database;
    this.states = new States(database);
    this.folder = data.resolve(FOLDER);
    this.request = data.resolve(REQUEST);
  }

  /** Where the index lies. */
  public Path folder() {
    return folder;
  }

  /** Asks the server that works with the index to make it anew. */
  public void request() {
    try {
      Files.createDirectories(request.getParent());
      Files.write(request, new byte[0]);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + request, failure);
    }
  }

  /** Whether a server has still to take over what {@link #request} asked. */
  public boolean isRequested() {
    return Files.exists(request);
  }

  /**
   * Opens the index if it is not open.
   *
   * @throws IndexLocked when another process works with it
   */
  public synchronized void open() {
    if (damaged) {
      abandon();
      remove();
      damaged = false;
    }
    if (closed || index.isPresent()) {
      return;
    }
    boolean fresh = !Files.isDirectory(folder);
    try {
      index = Optional.of(TextIndex.open(folder));
    } catch (IndexDamaged damage) {
      LOG.warn("{}; it is made anew from the logs", damage.getMessage());
      remove();
      index = Optional.of(TextIndex.open(folder));
    }
    if (fresh) {
      LOG.info("there is no search index in {}; it is made from the logs", folder);
    }
  }

  private void remove() {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot empty " + folder, failure);
    }
  }

  /** Every document is read again, also those that the index seems to hold. */
  public synchronized void renew() {
    rows().forEach(row -> anew.add(row.id()));
  }

  /** The documents that the index does not hold as they are now. */
  public synchronized List<String> behind() {
    if (Files.exists(request)) {
      LOG.info("the search index is made anew, as was asked");
      renew();
      delete(request);
    }
    Map<String, Long> held = opened().revisions();
    List<DocumentRow> rows = rows();
    Set<String> gone = new HashSet<>(held.keySet());
    List<String> behind = new ArrayList<>(anew);
    for (DocumentRow row : rows) {
      gone.remove(row.id());
      boolean known = held.getOrDefault(row.id(), 0L) >= row.revision();
      if (!known && !states.isUnreadable(row) && !anew.contains(row.id())) {
        behind.add(row.id());
      }
    }
    behind.addAll(gone);
    return behind;
  }

  private List<DocumentRow> rows() {
    return database.projects().all().stream()
        .map(summary -> summary.project())
        .map(Project::id)
        .flatMap(project -> database.projects().documents(project).stream())
        .toList();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + file, failure);
    }
  }

  /** Reads documents as they are now, and lets them be found so. */
  public synchronized void follow(List<String> documents) {
    TextIndex open = opened();
    try {
      for (String document : documents) {
        follow(open, document);
      }
      open.refresh();
    } catch (UncheckedIOException | AlreadyClosedException failure) {
      abandon();
      throw failure;
    }
  }

  private void follow(TextIndex open, String document) {
    Optional<DocumentRow> row = database.projects().document(document);
    if (row.isEmpty() || database.blind().ofCopy(document).isPresent()) {
      open.forget(document);
      anew.remove(document);
      return;
    }
    Optional<Document> state = states.of(row.get());
    if (anew.remove(document)) {
      open.forget(document);
    }
    state.ifPresent(now -> open.put(indexed(row.get(), now)));
  }

  private static IndexedText indexed(DocumentRow row, Document state) {
    return new IndexedText(
        row.project(), row.id(), state.revision(), state.text().toString(), Tags.of(state));
  }

  /** Makes what was followed outlive the process. */
  public synchronized void commit() {
    try {
      opened().commit();
    } catch (UncheckedIOException | AlreadyClosedException failure) {
      abandon();
      throw failure;
    }
  }

  /**
   * Answers a question.
   *
   * @throws IndexDamaged when there is no index to be asked at this moment
   */
  public Found ask(Question question) {
    TextIndex asked = opened();
    try {
      return asked.ask(question);
    } catch (IndexDamaged damage) {
      damaged = index.filter(open -> open == asked).isPresent();
      throw damage;
    }
  }

  /** How many of these documents are not held as they are now. */
  public int behind(List<DocumentRow> rows) {
    Map<String, Long> held = index.map(TextIndex::revisions).orElseGet(Map::of);
    return (int)
        rows.stream().filter(row -> held.getOrDefault(row.id(), 0L) < row.revision()).count();
  }

  private TextIndex opened() {
    return index.orElseThrow(
        () -> new IndexDamaged("the search index is not open; ask again in a moment"));
  }

  private void abandon() {
    Optional<TextIndex> open = index;
    index = Optional.empty();
    states.forget();
    try {
      open.ifPresent(TextIndex::abandon);
    } catch (UncheckedIOException | AlreadyClosedException failure) {
      LOG.warn("the search index does not close: {}", failure.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Optional<TextIndex> open = index;
    index = Optional.empty();
    open.ifPresent(TextIndex::close);
  }
}
