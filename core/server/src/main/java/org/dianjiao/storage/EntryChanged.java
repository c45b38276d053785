package org.dianjiao.storage;

import java.net.URI;

/** Somebody else changed the same entry meanwhile. */
public final class EntryChanged extends StorageException {

  private static final long serialVersionUID = 1L;

  /** Of this one. */
  public EntryChanged(URI id) {
    super("somebody changed %s meanwhile; load it again".formatted(id));
  }
}
