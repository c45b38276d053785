package org.dianjiao.sweep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.api.Body;

/**
 * What somebody asked for: to follow rules, to annotate a form, or to take an earlier sweep back.
 * One of them.
 *
 * @param undoes id of the sweep that is taken back
 */
public record Order(Optional<Rules> rules, Optional<Link> link, Optional<String> undoes) {

  /** Requires one of them. */
  public Order {
    if ((rules.isPresent() ? 1 : 0) + (link.isPresent() ? 1 : 0) + (undoes.isPresent() ? 1 : 0)
        != 1) {
      throw new IllegalArgumentException("a sweep does one thing: rules, a link, or an undoing");
    }
  }

  /** To follow rules. */
  public static Order of(Rules rules) {
    return new Order(Optional.of(rules), Optional.empty(), Optional.empty());
  }

  /** To annotate. */
  public static Order of(Link link) {
    return new Order(Optional.empty(), Optional.of(link), Optional.empty());
  }

  /** To take a sweep back. */
  public static Order undoing(String sweep) {
    return new Order(Optional.empty(), Optional.empty(), Optional.of(sweep));
  }

  /**
   * Rules for variant characters, wherever they hold.
   *
   * @param version of the table that was looked at
   * @param rules of it, by number from 0
   * @param replace whether the form takes the place of the text, or is noted beside it
   */
  public record Rules(long version, List<Integer> rules, boolean replace) {
    /** Copies the numbers. */
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * One form, annotated at places that somebody saw.
   *
   * @param surface that stands there
   * @param body what is said of it: an entity, or a kind of one
   */
  public record Link(String surface, Body body, List<Places> places) {

    /** Requires a form, and what is said of it. */
    public Link {
      places = List.copyOf(places);
      if (surface.isEmpty()) {
        throw new IllegalArgumentException("say which form is annotated");
      }
      if (!(body instanceof Body.Identification || body instanceof Body.Tag)) {
        throw new IllegalArgumentException(
            "at several places one says an entity or a kind, nothing else");
      }
    }

    /** How many places there are. */
    public int count() {
      return places.stream().mapToInt(each -> each.starts().size()).sum();
    }

    /** Those in one document. */
    public Places in(String document) {
      return places.stream()
          .filter(each -> each.document().equals(document))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * Where it stands in one document.
   *
   * @param revision at which the places count
   * @param starts first units, in order
   */
  public record Places(String document, long revision, List<Integer> starts) {

    /** Requires places in order. */
    public Places {
      Objects.requireNonNull(document, "document");
      starts = List.copyOf(starts);
      for (int i = 1; i < starts.size(); i++) {
        if (starts.get(i) <= starts.get(i - 1)) {
          throw new IllegalArgumentException(
              "place %d comes behind %d".formatted(starts.get(i), starts.get(i - 1)));
        }
      }
    }
  }
}
