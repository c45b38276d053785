package org.dianjiao.storage;

/** Another process has opened this embedded database for writing. */
public final class DatabaseLocked extends StorageException {

  private static final long serialVersionUID = 1L;

  DatabaseLocked(String message) {
    super(message);
  }
}
