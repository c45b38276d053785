package org.dianjiao.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change log in memory that decides as the SQL does, for tests that run on virtual time; {@code
 * MemoryLogTest} holds it to the log in SQLite. What a power cut leaves is known to it.
 */
public final class MemoryLog implements ChangeLog {

  private record ClientNumber(String client, long sequence) {}

  private static final class History {
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<ClientNumber, LogEntry> numbers = new HashMap<>();
    private long epoch;
    private int onDisk;
    private long epochOnDisk;
  }

  private final Map<String, History> histories = new HashMap<>();
  private long aclVersion = 1;

  /** Makes a document without text. */
  public void add(String document) {
    histories.put(document, new History());
  }

  /** Somebody's right changes, on every document. */
  void rightsChanged() {
    aclVersion++;
  }

  long aclVersion() {
    return aclVersion;
  }

  /** Everything that was written is on the disk now. */
  public void flush() {
    for (History history : histories.values()) {
      history.onDisk = history.entries.size();
      history.epochOnDisk = history.epoch;
    }
  }

  /** What was not flushed is gone. */
  public void powerCut() {
    for (History history : histories.values()) {
      List<LogEntry> lost = history.entries.subList(history.onDisk, history.entries.size());
      lost.forEach(entry -> history.numbers.remove(number(entry.client(), entry.sequence())));
      lost.clear();
      history.epoch = history.epochOnDisk;
    }
  }

  /** All revisions of a document. */
  public List<LogEntry> entries(String document) {
    return histories.get(document).entries;
  }

  /** The epoch that may append. */
  public long epoch(String document) {
    return histories.get(document).epoch;
  }

  private static ClientNumber number(String client, long sequence) {
    return new ClientNumber(client, sequence);
  }

  private History history(String document) {
    History found = histories.get(document);
    if (found == null) {
      throw new UnknownDocument(document);
    }
    return found;
  }

  @Override
  public Head claim(String document, String node) {
    History history = history(document);
    history.epoch++;
    return head(document);
  }

  /** Where the document stands. */
  public Head head(String document) {
    History history = history(document);
    return new Head(
        document, history.epoch, history.entries.size(), chain(document, history), aclVersion, "t");
  }

  private static String chain(String document, History history) {
    int size = history.entries.size();
    return size == 0 ? Chain.start(document) : history.entries.get(size - 1).chain();
  }

  @Override
  public List<AppendResult> append(List<Batch> group) {
    return group.stream().map(this::append).toList();
  }

  private AppendResult append(Batch batch) {
    History history = histories.get(batch.document());
    if (history == null) {
      return new AppendResult.Fenced("there is no document " + batch.document());
    }
    if (history.epoch != batch.epoch()) {
      return new AppendResult.Fenced(
          "epoch %d does not own document %s; epoch %d does"
              .formatted(batch.epoch(), batch.document(), history.epoch));
    }
    if (aclVersion != batch.aclVersion()) {
      return new AppendResult.RightsChanged(aclVersion);
    }
    Optional<AppendResult> repeated = repeated(history, batch);
    if (history.entries.size() + 1 != batch.first() || repeated.isPresent()) {
      return repeated.orElseGet(
          () ->
              new AppendResult.Fenced(
                  "the log of document %s is at revision %d, a batch starts at %d"
                      .formatted(batch.document(), history.entries.size(), batch.first())));
    }
    String chain = chain(batch.document(), history);
    for (NewEntry entry : batch.entries()) {
      chain = Chain.next(chain, batch.document(), batch.epoch(), entry);
      LogEntry stored = stored(entry, batch.epoch(), chain);
      history.entries.add(stored);
      history.numbers.put(number(entry.client(), entry.sequence()), stored);
    }
    return new AppendResult.Committed(batch.last(), chain);
  }

  private static Optional<AppendResult> repeated(History history, Batch batch) {
    for (NewEntry entry : batch.entries()) {
      LogEntry stored = history.numbers.get(number(entry.client(), entry.sequence()));
      if (stored != null) {
        return Optional.of(
            new AppendResult.Repeated(
                entry.client(),
                entry.sequence(),
                stored.revision(),
                entry.opHash().equals(stored.opHash())));
      }
    }
    return Optional.empty();
  }

  private static LogEntry stored(NewEntry entry, long epoch, String chain) {
    return new LogEntry(
        entry.revision(),
        epoch,
        entry.author(),
        entry.client(),
        entry.sequence(),
        entry.format(),
        entry.op(),
        entry.opHash(),
        entry.at(),
        chain);
  }

  @Override
  public List<LogEntry> read(String document, long from, int limit) {
    List<LogEntry> entries = history(document).entries;
    int first = (int) Math.min(Math.max(0, from - 1), entries.size());
    return List.copyOf(entries.subList(first, Math.min(entries.size(), first + limit)));
  }

  @Override
  public List<LogEntry> history(String document, long before, int limit) {
    List<LogEntry> found = new ArrayList<>();
    List<LogEntry> entries = history(document).entries;
    for (int i = (int) Math.min(before - 1, entries.size()); i > 0 && found.size() < limit; i--) {
      found.add(entries.get(i - 1));
    }
    return found;
  }

  @Override
  public Optional<ClientPosition> position(String document, String client) {
    return history(document).entries.stream()
        .filter(entry -> entry.client().equals(client))
        .max(java.util.Comparator.comparingLong(LogEntry::sequence))
        .map(last -> new ClientPosition(last.sequence(), last.author()));
  }

  @Override
  public Optional<LogEntry> find(String document, String client, long sequence) {
    return Optional.ofNullable(history(document).numbers.get(number(client, sequence)));
  }

  @Override
  public long tailUnits(String document) {
    return history(document).entries.stream().mapToLong(entry -> entry.op().length()).sum();
  }

  @Override
  public ChainReport verify(String document) {
    ChainCheck check = ChainCheck.ofAll(document);
    check.take(history(document).entries);
    return check.report(Optional.empty());
  }

  @Override
  public List<String> documents() {
    return List.copyOf(histories.keySet());
  }
}
