package org.dianjiao.durability;

import java.util.Optional;
import org.dianjiao.text.ChangeSet;

/** What one client did or saw. Times are of {@code System.nanoTime()} of the one observing JVM. */
sealed interface Observation {

  /** The name of an edit: which client made it, and the client's number for it. */
  record Edit(String client, long sequence) {}

  /**
   * An edit went out for the first time; its mark occurs in no other edit, and is empty when it
   * does not touch the text.
   */
  record Sent(Edit edit, String account, String mark, long at) implements Observation {}

  /** The server said that an edit is stored, and where. */
  record Acknowledged(Edit edit, long at, long revision) implements Observation {}

  /** The server said that an edit is not stored and will not be. */
  record Refused(Edit edit, String reason) implements Observation {}

  /** The server said that there is no room for anything more. */
  record Full(String reader) implements Observation {}

  /** A change was shown to a reader. */
  record Seen(String reader, long revision, Edit edit, ChangeSet changes) implements Observation {}

  /** A reader asked for the document at a time and was shown this state, perhaps with its text. */
  record Shown(String reader, long asked, long revision, Optional<String> text)
      implements Observation {}

  /** Somebody holds this text when everything has come to rest. */
  record Held(String holder, String text) implements Observation {}
}
