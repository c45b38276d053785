package org.dianjiao.storage;

/** The log of a document has no such revision. */
public final class UnknownRevision extends StorageException {

  private static final long serialVersionUID = 1L;

  UnknownRevision(String document, long revision) {
    super("document %s has no revision %d".formatted(document, revision));
  }
}
