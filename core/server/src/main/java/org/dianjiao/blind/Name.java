package org.dianjiao.blind;

import java.util.Objects;
import org.dianjiao.api.Body;

/**
 * Something that a worker said of a range of the passages.
 *
 * @param start in the passages
 * @param end in the passages
 * @param body what was said
 */
public record Name(int start, int end, Body body) {

  /** Requires a range and a body. */
  public Name {
    Objects.requireNonNull(body, "body");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a name from %d to %d".formatted(start, end));
    }
  }

  /** What it is a name of: the entry of an authority file, the days, or else only the kind. */
  String entity() {
    if (body instanceof Body.Date date) {
      return date.resolved() ? date.start() + "/" + date.end() : date.norm();
    }
    return body instanceof Body.Identification identified
        ? identified.entity().toString()
        : body.kind();
  }
}
