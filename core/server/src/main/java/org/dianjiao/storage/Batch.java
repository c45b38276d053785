package org.dianjiao.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Consecutive changes of one document, stored all or none.
 *
 * @param document they belong to
 * @param epoch of the owner that sends them
 * @param aclVersion with which their authors' rights were checked
 * @param entries at least one, revisions without gap
 */
public record Batch(String document, long epoch, long aclVersion, List<NewEntry> entries) {

  /** The number that a client gave; only in one entry. */
  private record ClientNumber(String client, long sequence) {}

  /** Requires entries whose revisions follow one another, with no client's number twice. */
  public Batch {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a batch for document " + document + " is empty");
    }
    Set<ClientNumber> numbers = new HashSet<>();
    for (NewEntry entry : entries) {
      if (!numbers.add(new ClientNumber(entry.client(), entry.sequence()))) {
        throw new IllegalArgumentException(
            "number %d of client %s is twice in a batch for document %s"
                .formatted(entry.sequence(), entry.client(), document));
      }
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).revision() != entries.get(i - 1).revision() + 1) {
        throw new IllegalArgumentException(
            "revision %d follows revision %d in a batch for document %s"
                .formatted(entries.get(i).revision(), entries.get(i - 1).revision(), document));
      }
    }
  }

  /** The first revision that it would make. */
  public long first() {
    return entries.get(0).revision();
  }

  /** The last revision that it would make. */
  public long last() {
    return entries.get(entries.size() - 1).revision();
  }
}
