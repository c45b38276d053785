package org.dianjiao.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that somebody was given.
 *
 * @param id generated, never reused
 * @param project that the document belongs to
 * @param given which passages of which state; empty for the whole document
 * @param account whose work it is; another person is another assignment
 * @param order what is to be done
 * @param giver who gave it
 * @param at when
 * @param last what was done with it last
 * @param version from 1; rises with each step
 */
public record Assignment(
    String id,
    String project,
    String document,
    Optional<Given> given,
    String account,
    Order order,
    String giver,
    Instant at,
    Last last,
    int version) {

  private static final int LONGEST_NOTE = 2_000;

  /**
   * Passages as they were when they were given.
   *
   * @param revision at which the place counts
   * @param first number of the first line, from 1
   * @param count of lines
   * @param words the first few, to know them by
   */
  public record Given(long revision, Place place, int first, int count, String words) {

    /** Requires at least one line of a revision. */
    public Given {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(words, "words");
      if (revision < 1 || first < 1 || count < 1 || place.gone()) {
        throw new IllegalArgumentException(
            "%d lines from line %d of revision %d".formatted(count, first, revision));
      }
    }
  }

  /**
   * What is to be done, as it can be changed.
   *
   * @param due the day at whose end, in UTC, it is late
   * @param note from whoever gives it; may be empty
   */
  public record Order(Task task, Optional<LocalDate> due, String note) {

    /** Requires a task, and a note that is not too long. */
    public Order {
      Objects.requireNonNull(task, "task");
      Objects.requireNonNull(due, "due");
      if (note.length() > LONGEST_NOTE) {
        throw new IllegalArgumentException(
            "the note has %d characters; %d at most".formatted(note.length(), LONGEST_NOTE));
      }
    }
  }

  /**
   * What was done with it last.
   *
   * @param by account id
   */
  public record Last(Step step, String by, Instant at) {

    /** Requires its parts. */
    public Last {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /** Requires its parts, and a version from 1. */
  public Assignment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(giver, "giver");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(last, "last");
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " is below 1");
    }
  }

  /** Whether something is left to be done. */
  public boolean isOpen() {
    return last.step().isOpen();
  }

  /** Whether it should have been done by now. */
  public boolean isOverdue(LocalDate today) {
    return isOpen() && order.due().filter(today::isAfter).isPresent();
  }

  /** Whether the last step is news to somebody: somebody else's, with work they gave or got. */
  public boolean isNewsTo(String somebody) {
    boolean concerns = somebody.equals(account) || somebody.equals(giver);
    return concerns && !last.by().equals(somebody);
  }
}
