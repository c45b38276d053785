package org.dianjiao.storage;

/**
 * The state of a document at a revision, so that opening it need not replay its whole life. Always
 * derived from the log.
 *
 * @param document whose state
 * @param revision at which
 * @param format version of the form of {@code body}
 * @param chain the log's chain hash at that revision
 * @param body the state, JSON
 */
public record Snapshot(String document, long revision, int format, String chain, String body) {

  /** Requires a revision from 1 and text that both engines can keep. */
  public Snapshot {
    if (revision < 1) {
      throw new IllegalArgumentException("snapshot at revision " + revision + ", under 1");
    }
    StorableText.require("body", body);
  }
}
