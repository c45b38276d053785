package org.dianjiao.document;

import java.util.List;
import java.util.Objects;
import org.dianjiao.text.ChangeSet;

/**
 * What a client wants to do, before it has a place in the log.
 *
 * @param changes of the text as the client saw it
 * @param effects positions count in the text after the changes
 */
public record Update(ChangeSet changes, List<Effect> effects) {

  /** Requires changes; copies the effects. */
  public Update {
    Objects.requireNonNull(changes, "changes");
    effects = List.copyOf(effects);
  }
}
