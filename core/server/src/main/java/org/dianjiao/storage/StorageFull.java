package org.dianjiao.storage;

/** There is no room on the disk for a write. It passes when there is room again. */
public final class StorageFull extends StorageFailure {

  private static final long serialVersionUID = 1L;

  StorageFull(String message) {
    super(message);
  }

  StorageFull(String message, Throwable cause) {
    super(message, cause);
  }
}
