package org.dianjiao.entity;

import java.net.URI;
import java.util.Optional;
import org.dianjiao.authority.Entry;

/**
 * What happens to one id of an authority file.
 *
 * @param was what has it before; empty when nothing does
 * @param becomes what has it afterwards; empty when nothing does
 */
public record Change(URI id, Optional<Entry> was, Optional<Entry> becomes) {

  /** Requires that something changes, and that both are of this id. */
  public Change {
    if (was.equals(becomes)) {
      throw new IllegalArgumentException("nothing is changed in " + id);
    }
    requireId(id, was);
    requireId(id, becomes);
  }

  /** A new entry. */
  public static Change added(Entry entry) {
    return new Change(entry.id(), Optional.empty(), Optional.of(entry));
  }

  private static void requireId(URI id, Optional<Entry> entry) {
    if (entry.isPresent() && !entry.get().id().equals(id)) {
      throw new IllegalArgumentException(
          "%s cannot become %s: an id never changes".formatted(id, entry.get().id()));
    }
  }

  /** What takes it back. */
  public Change reversed() {
    return new Change(id, becomes, was);
  }
}
