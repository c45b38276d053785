package org.dianjiao.bus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.document.Change;
import org.dianjiao.people.Role;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.CommentThread;

/** What the owner of a document answers. */
public sealed interface DocumentReply {

  /**
   * The document, or what is new in it.
   *
   * @param timeline names the history; another one after a restore from a backup
   * @param sequence last number of the asking client that the log has, 0 when none
   * @param content the text; empty when {@code changes} fill the gap
   * @param changes those after the position that the client named, or the first of them
   * @param approvalsNeeded of how many people a passage needs
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
      int approvalsNeeded,
      List<DocumentEvent.PresenceChanged> present)
      implements DocumentReply {}

  /**
   * A text, and how much is said about it.
   *
   * @param annotations how many there are
   * @param orphaned how many of them have lost their text
   * @param threads what people talk about
   */
  record Content(String text, int annotations, int orphaned, List<CommentThread> threads) {}

  /**
   * What touches a range, at a revision.
   *
   * @param start of what was read, as it counts at the revision
   * @param end of what was read: nearer than what was asked for when too many would touch that
   * @param annotations by start
   * @param approvals those that the asker may know of
   * @param total how many annotations the document has
   * @param orphaned how many of them have lost their text
   * @param orphans the first of these, when they were asked for
   * @param missing those of the ids asked for that name no annotation
   */
  record AnnotationsRead(
      String document,
      long revision,
      int start,
      int end,
      List<Annotation> annotations,
      List<Approval> approvals,
      List<Readiness> ready,
      int total,
      int orphaned,
      List<Annotation> orphans,
      List<String> missing)
      implements DocumentReply {}

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
   * @param decided how many suggestions it decided, or of how many passages it said something
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

  /**
   * What a command named and left alone.
   *
   * @param suggestion its id; of a passage, where it starts
   */
  record Skipped(String suggestion, String reason) {}

  /**
   * A plugin looks.
   *
   * @param units of the text now
   */
  record AnalysisBegun(int units) implements DocumentReply {}

  /**
   * A command of a plugin was run.
   *
   * @param version of the plugin
   * @param report for whoever gave it
   * @param proposals that are offered now
   */
  record PluginCommandRan(String version, String report, int proposals) implements DocumentReply {}

  /** Taken note of. */
  record Noted() implements DocumentReply {}
}
