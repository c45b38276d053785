package org.dianjiao.api.plugin;

import java.util.Objects;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;

/**
 * An annotation that the text has already.
 *
 * <pre>{@code
 * boolean known = request.annotations().stream().anyMatch(m -> m.range().overlaps(range));
 * }</pre>
 *
 * @param range where it lies in the window, in UTF-16 units
 * @param body what it says
 * @since 1.0
 */
public record Marked(TextRange range, Body body) {

  /** Requires both. */
  public Marked {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(body, "body");
  }
}
