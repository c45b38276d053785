package org.dianjiao.people;

import java.util.Locale;

/** What somebody is in a project. Each role may do all that the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Comments, proposes, runs plugins, names versions. */
  ANNOTATOR,
  /** Edits the text and annotates it, without having to propose. */
  EDITOR,
  /** Decides on suggestions, approves passages, reverts, restores, undoes others' work. */
  REVIEWER,
  /** Keeps members and documents. */
  MANAGER;

  /** The role as it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in a sentence: {@code an editor}. */
  public String withArticle() {
    return (this == ANNOTATOR || this == EDITOR ? "an " : "a ") + word();
  }

  /**
   * The role for a written word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Role of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role \"" + word + "\" is none of viewer, annotator, editor, reviewer, manager");
  }

  /** Whether this role may do all that the other may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
