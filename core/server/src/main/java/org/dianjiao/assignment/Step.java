package org.dianjiao.assignment;

import java.util.Locale;

/** What was done last with an assignment; it says how the assignment stands. */
public enum Step {
  GIVEN,
  CHANGED,
  REOPENED,
  DONE,
  TAKEN_BACK;

  /** Whether something is left to be done. */
  public boolean isOpen() {
    return this == GIVEN || this == CHANGED || this == REOPENED;
  }

  /** The step as it is written in files and on the wire: in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
