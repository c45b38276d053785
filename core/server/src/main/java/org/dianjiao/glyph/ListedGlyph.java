package org.dianjiao.glyph;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry in a project's list of glyphs.
 *
 * @param clip what kind of picture there is of it; empty when there is none
 * @param author the account that entered it
 * @param at when
 */
public record ListedGlyph(
    String id, GlyphEntry entry, Optional<Clip.Kind> clip, String author, Instant at) {

  /** Requires all of it. */
  public ListedGlyph {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(clip, "clip");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(at, "at");
  }
}
