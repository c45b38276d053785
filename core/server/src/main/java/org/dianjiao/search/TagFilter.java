package org.dianjiao.search;

import java.util.Locale;
import java.util.Optional;
import org.dianjiao.search.Tagged.State;

/**
 * Which annotations are looked for; what is empty does not matter.
 *
 * @param kind its category
 * @param entity the address of the entry that it names, or a part of what it says
 * @param person who says so
 * @param state how it stands
 */
public record TagFilter(
    Optional<String> kind,
    Optional<String> entity,
    Optional<String> person,
    Optional<State> state) {

  /** Annotations do not matter. */
  public static final TagFilter NONE =
      new TagFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether it asks for nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  boolean takes(Tagged tag) {
    return is(kind, tag.kind())
        && is(person, tag.person())
        && state.filter(wanted -> wanted != tag.state()).isEmpty()
        && entity.filter(wanted -> !names(tag, wanted)).isEmpty();
  }

  private static boolean is(Optional<String> wanted, String found) {
    return wanted.filter(word -> !word.equals(found)).isEmpty();
  }

  private static boolean names(Tagged tag, String wanted) {
    return tag.entity().equals(wanted)
        || tag.label().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
