package org.dianjiao.mention;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Which mentions are looked at; what is empty does not matter.
 *
 * @param entity that is mentioned
 * @param types of entities
 * @param years in which the passages are; a passage without a date is in none
 */
public record MentionFilter(Optional<URI> entity, Set<String> types, Optional<Years> years) {

  /** From one year to another, both included. */
  public record Years(int from, int to) {

    /** Requires years in order. */
    public Years {
      if (to < from) {
        throw new IllegalArgumentException("the years from %d to %d end first".formatted(from, to));
      }
    }

    /** Whether some day of a date lies in them. */
    public boolean hold(Dated date) {
      return date.isOfPassage() && date.year() <= to && from <= date.lastYear();
    }
  }

  /** Copies the types. */
  public MentionFilter {
    types = Set.copyOf(types);
  }

  /** Whether a mention is looked at. */
  public boolean takes(Mention mention) {
    return (entity.isEmpty() || entity.get().equals(mention.entity()))
        && (types.isEmpty() || types.contains(mention.type()))
        && (years.isEmpty() || mention.date().filter(years.get()::hold).isPresent());
  }
}
