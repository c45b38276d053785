package org.dianjiao.durability;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far behind edits were when they came: what was moved over much, and what was too far. */
final class Lag {

  /** So many edits an owner may have accepted that are not written: all that four may send. */
  private static final int MOST_UNWRITTEN = 4 * SimulatedClient.MOST_UPDATES;

  private static final Pattern BEHIND =
      Pattern.compile("base revision (?<base>\\d+) is (?<behind>\\d+) behind; \\d+ at most");

  private int recalled;
  private int refused;

  /** Edits that had to be moved over changes which no owner need have in memory. */
  int recalled() {
    return recalled;
  }

  /** Submits that were refused since their base was too far behind. */
  int refused() {
    return refused;
  }

  /** An edit that was based on a revision became another. */
  void accepted(long base, long revision) {
    if (revision - 1 - base > SimulatedServer.RECENT + SimulatedServer.RECENT / 2) {
      recalled++;
    }
  }

  /** Whether what is said to be too far behind may be, with so many revisions written. */
  boolean mayRefuse(String message, int written) {
    Matcher said = BEHIND.matcher(message);
    boolean behind =
        said.matches()
            && Long.parseLong(said.group("behind")) > SimulatedServer.FOLLOWED
            && Long.parseLong(said.group("base")) + Long.parseLong(said.group("behind"))
                <= written + MOST_UNWRITTEN;
    if (behind) {
      refused++;
    }
    return behind;
  }
}
