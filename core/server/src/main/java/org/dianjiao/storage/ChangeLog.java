package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;

/**
 * The one history of every document: revisions 1…n without gap or fork.
 *
 * <p>Whoever wants to append first takes ownership with {@link #claim}, which raises the document's
 * epoch; from then on batches with an older epoch are refused. The database decides this, no clock
 * and no lock outside it. Each entry carries a hash over everything before it.
 */
public interface ChangeLog {

  /**
   * Takes the document over. The new epoch is committed before the head is read, so the head holds
   * everything that any earlier owner was told is stored.
   *
   * @param node who takes it; only for people to read
   * @throws UnknownDocument when there is no such document
   */
  Head claim(String document, String node);

  /**
   * Stores several batches in one transaction, each of them whole or not at all; one that is
   * refused does not touch the others. Returns one result per batch, in order.
   *
   * @throws StorageFailure when the outcome is unknown for all of them
   */
  List<AppendResult> append(List<Batch> group);

  /** Up to {@code limit} entries from revision {@code from} on, ascending. */
  List<LogEntry> read(String document, long from, int limit);

  /** How long the operations behind the newest snapshot are, to be asked before reading them. */
  long tailUnits(String document);

  /** Up to {@code limit} entries below revision {@code before}, descending. */
  List<LogEntry> history(String document, long before, int limit);

  /** How far a client got; empty when it has stored nothing in this document. */
  Optional<ClientPosition> position(String document, String client);

  /** The entry with a client's number. */
  Optional<LogEntry> find(String document, String client, long sequence);

  /**
   * Reads the whole log and recomputes every hash; also finds gaps, epochs that fall, and snapshots
   * that do not belong to it.
   *
   * @throws UnknownDocument when there is no such document
   */
  ChainReport verify(String document);

  /** The ids of all documents, oldest first. */
  List<String> documents();
}
