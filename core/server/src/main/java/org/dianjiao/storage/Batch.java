package org.dianjiao.storage;

import java.util.List;

/**
 * Consecutive changes of one document, stored all or none.
 *
 * @param document they belong to
 * @param epoch of the owner that sends them
 * @param aclVersion with which their authors' rights were checked
 * @param entries at least one, revisions without gap
 */
public record Batch(String document, long epoch, long aclVersion, List<NewEntry> entries) {

  /** Requires entries whose revisions follow one another. */
  public Batch {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a batch for document " + document + " is empty");
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
