package org.dianjiao.storage;

/** There is no document with this id. */
public final class UnknownDocument extends StorageException {

  private static final long serialVersionUID = 1L;

  UnknownDocument(String document) {
    super("there is no document " + document);
  }
}
