package org.dianjiao.storage;

/**
 * The disk reported an error, or the file holds what was never written there. After this nothing is
 * written by this process any more: the system may have dropped what a failed flush should have
 * written, and would report success for it the next time.
 */
public final class StorageDamage extends StorageFailure {

  private static final long serialVersionUID = 1L;

  StorageDamage(String message) {
    super(message);
  }

  StorageDamage(String message, Throwable cause) {
    super(message, cause);
  }
}
