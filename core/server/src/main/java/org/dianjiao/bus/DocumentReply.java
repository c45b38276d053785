package org.dianjiao.bus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.document.Change;
import org.dianjiao.people.Role;
import org.dianjiao.review.Approval;
import org.dianjiao.suggestion.Suggestion;

/** What the owner of a document answers. */
public sealed interface DocumentReply {

  /**
   * The document, or what is new in it.
   *
   * @param timeline names the history; another one after a restore from a backup
   * @param sequence last number of the asking client that the log has, 0 when none
   * @param content the whole state; empty when {@code changes} fill the gap
   * @param changes those after the position that the client named, or the first of them
   */
  record DocumentOpened(
      String document,
      String title,
      String project,
      Optional<Role> role,
      String timeline,
      long epoch,
      long revision,
      long sequence,
      Optional<Content> content,
      List<Change> changes,
      List<Suggestion> suggestions,
      List<String> analyses,
      Map<String, Person> people,
      List<DocumentEvent.PresenceChanged> present)
      implements DocumentReply {}

  /** A whole state. */
  record Content(String text, List<Annotation> annotations, List<Approval> approvals) {}

  /** How somebody is shown. */
  record Person(String name, String colour) {}

  /**
   * Changes in order, the first one leading to revision {@code first}.
   *
   * @param head the newest revision; beyond the last of these there is more to pull
   */
  record ChangesPulled(String document, long epoch, long first, long head, List<Change> changes)
      implements DocumentReply {}

  /**
   * A numbered command is in the log; durable.
   *
   * @param revision that it led to
   * @param decided how many suggestions it decided
   * @param skipped those that it left alone
   * @param repeated whether it was in the log before it came
   */
  record CommandDone(long revision, int decided, List<Skipped> skipped, boolean repeated)
      implements DocumentReply {
    /** Copies the list. */
    public CommandDone {
      skipped = List.copyOf(skipped);
    }
  }

  /** A suggestion of a {@code decide} that was left alone. */
  record Skipped(String suggestion, String reason) {}

  /** Taken note of. */
  record Noted() implements DocumentReply {}
}
