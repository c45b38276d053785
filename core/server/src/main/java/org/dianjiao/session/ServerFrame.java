package org.dianjiao.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.bus.DocumentReply.Person;
import org.dianjiao.bus.DocumentReply.Skipped;
import org.dianjiao.document.Effect;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.CommentThread;
import org.dianjiao.text.ChangeSet;

/** What a client is told. */
sealed interface ServerFrame {

  /** You are who you say. */
  record Welcome(int protocol, String session, Account account, Map<String, Integer> limits)
      implements ServerFrame {}

  /** The text; what is said about it is asked for, what is suggested follows. */
  record Opened(
      String document,
      String title,
      String project,
      Optional<Role> role,
      String timeline,
      long epoch,
      long revision,
      String text,
      int annotations,
      int orphaned,
      List<CommentThread> threads,
      List<String> analyses,
      long sequence,
      Map<String, Person> people,
      int approvalsNeeded,
      List<Where> present)
      implements ServerFrame {}

  /** You have the document; what you missed follows. */
  record Resumed(
      String document,
      Optional<Role> role,
      String timeline,
      long epoch,
      long revision,
      List<String> analyses,
      long sequence,
      Map<String, Person> people,
      int approvalsNeeded,
      List<Where> present)
      implements ServerFrame {}

  /** What is said about a range. */
  record Annotations(
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
      implements ServerFrame {}

  /**
   * These changes are durable.
   *
   * @param head the newest revision, in answer to a pull
   */
  record Changes(String document, long epoch, long first, List<Told> changes, Optional<Long> head)
      implements ServerFrame {}

  /** One change as clients see it. */
  record Told(
      String client,
      long sequence,
      String author,
      Instant at,
      ChangeSet changes,
      List<Effect> effects) {}

  /** A numbered command is in the log. */
  record Done(
      String document,
      String client,
      long sequence,
      long revision,
      int decided,
      List<Skipped> skipped)
      implements ServerFrame {}

  /** A numbered command is not in the log and will not be. */
  record Refused(String document, String client, long sequence, String code, String message)
      implements ServerFrame {}

  /** What a plugin offers changed. */
  record Suggestions(
      String document, long revision, String plugin, List<String> removed, List<Suggestion> added)
      implements ServerFrame {}

  /** An instance of a plugin changed or is gone: ask what there is. */
  record Plugin(String plugin, String state, String reason) implements ServerFrame {}

  /** How far a plugin is. */
  record Analysis(String document, String plugin, String state, int done, int total, String message)
      implements ServerFrame {}

  /** Somebody's selection. */
  record Presence(
      String document,
      String session,
      String account,
      String name,
      String colour,
      long revision,
      int anchor,
      int head)
      implements ServerFrame {}

  /** Somebody's selection, in a list. */
  record Where(
      String session,
      String account,
      String name,
      String colour,
      long revision,
      int anchor,
      int head) {}

  /** Somebody's tab is gone. */
  record Left(String document, String session) implements ServerFrame {}

  /** Roles, names or the number of approvals changed; the role is the receiver's. */
  record Members(
      String document, Optional<Role> role, Map<String, Person> people, int approvalsNeeded)
      implements ServerFrame {}

  /** Something was done with work that the receiver gives out or was given here: ask for it. */
  record Work(String document) implements ServerFrame {}

  /** The newest revision, and unless it stands for changes that were left out the checksum. */
  record Head(String document, long epoch, long revision, Optional<String> checksum)
      implements ServerFrame {}

  /** There is no room on the disk: the document can be read and not written. */
  record StorageFull(String document, String message) implements ServerFrame {}

  /** The server dropped the document. */
  record Closed(String document, String code, String message) implements ServerFrame {}

  /** A frame could not be handled. */
  record Failed(String code, String message, Optional<String> document) implements ServerFrame {}
}
