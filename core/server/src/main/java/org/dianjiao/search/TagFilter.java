package org.dianjiao.search;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.search.Tagged.State;

/**
 * Which annotations are looked for; what is empty does not matter.
 *
 * @param kind its category
 * @param entity the address of the entry that it names, or a part of what it says
 * @param same further addresses that mean the same entry
 * @param person who says so
 * @param state how it stands
 */
public record TagFilter(
    Optional<String> kind,
    Optional<String> entity,
    Set<String> same,
    Optional<String> person,
    Optional<State> state) {

  /** Annotations do not matter. */
  public static final TagFilter NONE =
      new TagFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the addresses. */
  public TagFilter {
    same = Set.copyOf(same);
  }

  /** One of which nothing else means the same. */
  public TagFilter(
      Optional<String> kind,
      Optional<String> entity,
      Optional<String> person,
      Optional<State> state) {
    this(kind, entity, Set.of(), person, state);
  }

  /** The same filter, with further addresses of the entry. */
  public TagFilter or(Set<String> addresses) {
    return new TagFilter(kind, entity, addresses, person, state);
  }

  /** Whether it asks for nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  boolean takes(Tagged tag) {
    return is(kind, tag.kind())
        && is(person, tag.person())
        && state.filter(wanted -> wanted != tag.state()).isEmpty()
        && (same.contains(tag.entity()) || entity.filter(wanted -> !names(tag, wanted)).isEmpty());
  }

  private static boolean is(Optional<String> wanted, String found) {
    return wanted.filter(word -> !word.equals(found)).isEmpty();
  }

  private static boolean names(Tagged tag, String wanted) {
    return tag.entity().equals(wanted)
        || tag.label().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
