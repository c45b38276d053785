package org.dianjiao.blind;

import java.util.Objects;
import java.util.Optional;

/**
 * One person's copy of the passages: a document of its own.
 *
 * @param document its id
 * @param worker account id of the only one who works in it
 * @param done the revision that its worker called done; empty while they work
 */
public record BlindCopy(String document, String worker, Optional<Long> done) {

  /** Requires a document and a worker. */
  public BlindCopy {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(done, "done");
  }
}
