package org.dianjiao.blind;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.people.Role;

/**
 * Some people, the same passages, and nobody sees the others' work before all are done.
 *
 * @param id generated, never reused
 * @param project that the source belongs to
 * @param source the document that the passages are of
 * @param revision of the source that the copies were made from
 * @param start of the passages in the source at that revision
 * @param end of them; whole lines
 * @param task what is asked
 * @param state how far it is
 * @param starter account id of who started it
 * @param created when
 * @param adjudicator account id of who decides, from the first decision on, or since a manager said
 *     who
 * @param merged the revision of the source that holds the decisions
 * @param copies one for each worker, in the order in which they were named
 */
public record BlindRound(
    String id,
    String project,
    String source,
    long revision,
    int start,
    int end,
    Task task,
    RoundState state,
    String starter,
    Instant created,
    Optional<String> adjudicator,
    Optional<Long> merged,
    List<BlindCopy> copies) {

  /** More people than that do not read one passage. */
  public static final int MOST_WORKERS = 8;

  /** Requires a range, and two to eight different workers. */
  public BlindRound {
    Objects.requireNonNull(adjudicator, "adjudicator");
    Objects.requireNonNull(merged, "merged");
    copies = List.copyOf(copies);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("passages from %d to %d".formatted(start, end));
    }
    checkWorkers(copies.stream().map(BlindCopy::worker).toList());
  }

  /**
   * Refuses less than two workers, more than eight, and one who is named twice.
   *
   * @throws IllegalArgumentException with the number
   */
  public static void checkWorkers(List<String> workers) {
    long different = workers.stream().distinct().count();
    if (different != workers.size() || different < 2 || different > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "double work takes 2 to %d different people; %d of %d named are different"
              .formatted(MOST_WORKERS, different, workers.size()));
    }
  }

  /** The copy of a worker; empty for everybody else. */
  public Optional<BlindCopy> copyOf(String account) {
    return copies.stream().filter(copy -> copy.worker().equals(account)).findFirst();
  }

  /** Whether somebody works in this round. */
  public boolean isWorker(String account) {
    return copyOf(account).isPresent();
  }

  /** Whether all have said that they are done. */
  public boolean allDone() {
    return copies.stream().allMatch(copy -> copy.done().isPresent());
  }

  /**
   * What somebody is in one of the copies; empty for whoever is not told that it exists.
   *
   * <p>While people work, a worker is an editor in their own copy whatever they are in the project:
   * nobody decides on suggestions there, so no plugin learns from one copy what it would offer in
   * the other. A reviewer, a manager or an administrator who works in the round sees no other copy
   * before it is over.
   *
   * @param member what they are in the project; an administrator is a manager
   */
  public Optional<Role> role(
      String document, String account, boolean administrator, Optional<Role> member) {
    if (member.isEmpty() || state == RoundState.PREPARING) {
      return Optional.empty();
    }
    Optional<BlindCopy> own = copyOf(account);
    if (state.isOver()) {
      return Optional.of(Role.VIEWER);
    }
    if (own.isPresent()) {
      return own.filter(copy -> copy.document().equals(document))
          .map(copy -> mayWork(copy, member.get()) ? Role.EDITOR : Role.VIEWER);
    }
    boolean compares = state == RoundState.MERGING && member.get().includes(Role.REVIEWER);
    return administrator || compares ? Optional.of(Role.VIEWER) : Optional.empty();
  }

  private boolean mayWork(BlindCopy copy, Role member) {
    return state == RoundState.WORKING && copy.done().isEmpty() && member.includes(Role.ANNOTATOR);
  }

  /** Whether somebody may see all copies side by side, and how far they agree. */
  public boolean isOpenTo(String account, Optional<Role> member) {
    return switch (state) {
      case PREPARING, WORKING -> false;
      case MERGING ->
          !isWorker(account) && member.filter(r -> r.includes(Role.REVIEWER)).isPresent();
      case CLOSED, ABANDONED -> member.isPresent();
    };
  }

  /** Whether somebody is told that there is this round. */
  public boolean isKnownTo(String account, Optional<Role> member) {
    return member.isPresent()
        && state != RoundState.PREPARING
        && (state.isOver() || isWorker(account) || member.get().includes(Role.REVIEWER));
  }
}
