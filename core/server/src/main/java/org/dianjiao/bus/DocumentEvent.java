package org.dianjiao.bus;

import java.util.List;
import java.util.Map;
import org.dianjiao.document.Change;
import org.dianjiao.people.Role;
import org.dianjiao.suggestion.Suggestion;

/** What happened to a document. Told in order on one address; delivery is best effort. */
public sealed interface DocumentEvent {

  /** Which document. */
  String document();

  /** These changes are durable. The first one leads to revision {@code first}. */
  record ChangesCommitted(String document, long epoch, long first, List<Change> changes)
      implements DocumentEvent {}

  /** What a plugin offers changed; ranges count at {@code revision}. */
  record SuggestionsChanged(
      String document, long revision, String plugin, List<String> removed, List<Suggestion> added)
      implements DocumentEvent {}

  /** How far a plugin is; state is {@code running}, {@code done} or {@code failed}. */
  record AnalysisProgressed(
      String document, String plugin, String state, int done, int total, String message)
      implements DocumentEvent {}

  /** Where somebody's selection is now. */
  record PresenceChanged(
      String document,
      String session,
      String account,
      String name,
      String colour,
      long revision,
      int anchor,
      int head)
      implements DocumentEvent {}

  /** Somebody's tab is gone. */
  record PresenceLeft(String document, String session) implements DocumentEvent {}

  /** Roles or names changed, or how many approvals a passage needs. */
  record MembersChanged(
      String document,
      Map<String, Role> roles,
      Map<String, DocumentReply.Person> people,
      int approvalsNeeded)
      implements DocumentEvent {}

  /**
   * Something was done with work that is given out in the document. What, is asked for.
   *
   * @param knowers account ids of those members who may know; administrators may always
   */
  record WorkChanged(String document, List<String> knowers) implements DocumentEvent {
    /** Copies the list. */
    public WorkChanged {
      knowers = List.copyOf(knowers);
    }
  }

  /** The head, told from time to time so that a lost event is noticed. */
  record HeadTold(String document, long epoch, long revision, String checksum)
      implements DocumentEvent {}

  /** There is no room on the disk: the document can be read and not written. */
  record StorageFilled(String document, String message) implements DocumentEvent {}

  /** The owner let go of the document; open it again. */
  record DocumentClosed(String document, String code, String message) implements DocumentEvent {}
}
