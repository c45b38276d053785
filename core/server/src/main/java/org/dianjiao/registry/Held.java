package org.dianjiao.registry;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.authority.EntityFile;

/** A file as it was at a version. The labels are laid out when somebody looks for one. */
final class Held {

  static final Held NOTHING = new Held(0, EntityFile.EMPTY, Optional.empty());

  private final long version;
  private final EntityFile file;
  private Optional<EntityIndex> index;

  Held(long version, EntityFile file, Optional<EntityIndex> index) {
    this.version = version;
    this.file = file;
    this.index = index;
  }

  /** The same file later. */
  Held later(long newer, EntityFile changed, Set<URI> ids) {
    return new Held(newer, changed, laidOut().map(known -> known.with(changed, ids)));
  }

  private synchronized Optional<EntityIndex> laidOut() {
    return index;
  }

  /** 0 when it was never changed. */
  long version() {
    return version;
  }

  EntityFile file() {
    return file;
  }

  synchronized EntityIndex index() {
    if (index.isEmpty()) {
      index = Optional.of(EntityIndex.of(file));
    }
    return index.get();
  }
}
