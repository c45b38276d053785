package org.dianjiao.storage;

/**
 * The database refused, failed or cannot be trusted. For a write this means that the outcome is
 * unknown: it may or may not be stored. The message says what an operator can do.
 */
public sealed class StorageFailure extends StorageException permits StorageDamage, StorageFull {

  private static final long serialVersionUID = 1L;

  StorageFailure(String message) {
    super(message);
  }

  StorageFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
