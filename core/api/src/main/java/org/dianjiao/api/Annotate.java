package org.dianjiao.api;

import java.util.Objects;

/**
 * Adds an annotation to the range and leaves the text as it is.
 *
 * <pre>{@code
 * new Annotate(new Body.Identification(URI.create("local:L0012"), "上海", "place"));
 * }</pre>
 *
 * @param body what the annotation would say
 * @since 1.0
 */
public record Annotate(Body body) implements Action {

  /** Requires a body. */
  public Annotate {
    Objects.requireNonNull(body, "body");
  }
}
