package org.dianjiao.plugin.names.lexicon;

import org.dianjiao.authority.Entity;

/**
 * An entity that a form may stand for.
 *
 * @param kind what the form is to it
 */
public record Meaning(Entity entity, Kind kind) {

  /** What a form can be to an entity. */
  public enum Kind {
    /** One of the names that the authority file gives it. */
    FULL,
    /** The given name of a person, without the surname, which the file has too: 鴻章. */
    GIVEN_NAME,
    /** The given name of a person, which the file does not have by itself. */
    UNLISTED,
    /** One character for a longer name: 伊 for 伊犁, 俄 for 俄國. */
    SHORT
  }
}
