package org.dianjiao.assignment;

import java.util.Locale;
import org.dianjiao.people.Role;

/** What somebody is asked to do, and the least role in which they can. */
public enum Task {
  TRANSCRIBE(Role.ANNOTATOR),
  PUNCTUATE(Role.ANNOTATOR),
  ANNOTATE(Role.ANNOTATOR),
  REVIEW(Role.REVIEWER);

  private final Role least;

  Task(Role least) {
    this.least = least;
  }

  /** Whose role is less has nothing to do it with. */
  public Role least() {
    return least;
  }

  /** The task as it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
