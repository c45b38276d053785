package org.dianjiao.search;

import java.util.Locale;

/**
 * An annotation, or what a person proposes to annotate, as it can be looked for.
 *
 * @param id of the annotation or the proposal
 * @param start first unit in the document
 * @param end behind the last
 * @param kind its category, as {@code person} or {@code variant}
 * @param entity address of the entry that it names; empty when it names none
 * @param label what it says: the name of the entity, the regular form, the words of a note
 * @param person account or plugin that says so
 * @param state how it stands
 */
public record Tagged(
    String id,
    int start,
    int end,
    String kind,
    String entity,
    String label,
    String person,
    State state) {

  /** How an annotation stands. */
  public enum State {
    /** It stands at its text. */
    ANCHORED,
    /** The text that it was about is gone. */
    ORPHANED,
    /** Somebody proposes it, and nobody has decided. */
    PROPOSED;

    /** The word for it in questions and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, with its place counted from somewhere else. */
  Tagged shifted(int distance) {
    return new Tagged(id, start + distance, end + distance, kind, entity, label, person, state);
  }
}
