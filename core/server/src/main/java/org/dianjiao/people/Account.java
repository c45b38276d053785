package org.dianjiao.people;

import java.util.Objects;

/**
 * A person who can sign in.
 *
 * @param id generated, never reused
 * @param name unique, what others see
 * @param colour of the cursor, as {@code #rrggbb}
 * @param administrator whether this person keeps the whole server
 */
public record Account(String id, String name, String colour, boolean administrator) {

  /** Requires an id, a name and a colour. */
  public Account {
    Objects.requireNonNull(id, "id");
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of account " + id + " is blank");
    }
    if (colour.length() != 7 || colour.charAt(0) != '#') {
      throw new IllegalArgumentException("colour " + colour + " is not of the form #rrggbb");
    }
  }
}
