package org.dianjiao.consistency;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All that was found; of each sort the first ones, and how many there are.
 *
 * @param forms that mean several entities
 * @param times at which entities are not of their time
 * @param unlinked forms that are linked elsewhere
 * @param offers names that plugins propose and nobody decided on
 * @param order dates that go backwards
 */
public record Findings(
    Some<Form> forms,
    Some<Time> times,
    Some<Unlinked> unlinked,
    Some<Offered> offers,
    Some<Backwards> order) {

  /** The first of a sort, and how many there are. */
  public record Some<T>(List<T> first, int total) {

    /** Keeps so many of them. */
    static <T> Some<T> of(List<T> all, int most) {
      return new Some<>(List.copyOf(all.subList(0, Math.min(most, all.size()))), all.size());
    }
  }

  /** An entity that is meant. */
  public record Meant(URI entity, String label, String type) {}

  /** What one form means at some places. */
  public record Meaning(Meant meant, int count, List<Place> places) {}

  /** A form that means several entities, the most frequent first. */
  public record Form(String surface, List<Meaning> meanings) {}

  /**
   * An entity in a passage that is not of its time.
   *
   * @param from first year of the entity, empty when it is not known
   * @param to its last year, in the same way
   * @param date of the passage, in words
   * @param days the first and the last day of the passage
   */
  public record Time(
      Place place, Meant meant, String from, String to, String date, List<String> days) {}

  /**
   * A form that is linked elsewhere and not at these places.
   *
   * @param meant what it mostly means
   * @param linked how often it does
   */
  public record Unlinked(String surface, Meant meant, int linked, int count, List<Place> places) {}

  /**
   * A name that a plugin proposes and nobody decided on.
   *
   * @param label of the entity; what the plugin says of it when it has none
   * @param entity empty when the authority file does not have it
   */
  public record Offered(
      Place place, String plugin, String label, String type, Optional<URI> entity) {}

  /** A date that lies before the one that stands before it. */
  public record Backwards(
      Place place, String date, String day, Place earlier, String earlierDate, String earlierDay) {}
}
