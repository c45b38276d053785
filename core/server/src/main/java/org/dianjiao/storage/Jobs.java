package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Long work on the documents of projects, and how far it is. */
public interface Jobs {

  /** Where a job is in its life. */
  enum State {
    RUNNING,
    PAUSED,
    CANCELLED,
    DONE
  }

  /** What is done with each document. */
  enum Task {
    /** A plugin looks at it, and what it suggests is offered there. */
    LOOK,
    /** Two sides look at it, and what is different is kept; nothing is offered there. */
    COMPARE,
    /** A command of a plugin is run on it; what it reports is kept. */
    COMMAND,
    /** A person's decision is carried out at many places of it. */
    SWEEP
  }

  /**
   * A job.
   *
   * @param document that it is about; empty when it is about the whole project
   * @param asked what more the task needs to know, as JSON; empty when nothing
   * @param account in whose name it is done
   * @param ended empty while it is not
   * @param workedMillis that it has run, pauses not counted
   * @param parts in the order in which they are done
   */
  record Job(
      String id,
      String project,
      Optional<String> document,
      String account,
      Task task,
      String asked,
      State state,
      Instant created,
      Optional<Instant> ended,
      long workedMillis,
      List<Part> parts) {

    /** Copies the list. */
    public Job {
      parts = List.copyOf(parts);
    }

    /** Units of all parts. */
    public long units() {
      return parts.stream().mapToLong(Part::units).sum();
    }

    /** Units that are done. */
    public long done() {
      return parts.stream().mapToLong(Part::done).sum();
    }
  }

  /**
   * What one instance of a plugin does with one document, or a sweep does there.
   *
   * @param instance empty when no plugin works
   * @param units of the text, as far as is known
   * @param done of them
   * @param ended whether nothing is left to do
   * @param fault why it could not be done, empty when it could
   * @param result what it found, in the task's own form; empty when nothing is kept
   */
  record Part(
      int number,
      String document,
      String instance,
      long units,
      long done,
      boolean ended,
      String fault,
      String result) {

    /** A part of which nothing is done yet. */
    public static Part of(int number, String document, String instance, long units) {
      return new Part(number, document, instance, units, 0, false, "", "");
    }

    /** The same part, further. */
    public Part at(long nowUnits, long nowDone) {
      return new Part(
          number, document, instance, nowUnits, Math.min(nowUnits, nowDone), ended, fault, result);
    }

    /** The same part, further, with what it found so far. */
    public Part at(long nowUnits, long nowDone, String found) {
      return new Part(
          number, document, instance, nowUnits, Math.min(nowUnits, nowDone), ended, fault, found);
    }

    /** The same part, ended with all of it done. */
    public Part finished() {
      return finished(result);
    }

    /** The same part, ended with all of it done, and what it found. */
    public Part finished(String found) {
      return new Part(number, document, instance, units, units, true, "", found);
    }

    /** The same part, ended because it cannot be done. */
    public Part failed(String why) {
      return new Part(number, document, instance, units, units, true, why, result);
    }
  }

  /** A new job on a whole project, that runs. */
  default Job start(String project, String account, Task task, String asked, List<Part> parts) {
    return start(project, Optional.empty(), account, task, asked, parts);
  }

  /** A new job that runs, perhaps on one document only. */
  Job start(
      String project,
      Optional<String> document,
      String account,
      Task task,
      String asked,
      List<Part> parts);

  /** A job. */
  Optional<Job> get(String id);

  /** Jobs on a whole project that do one of these, the newest first, at most so many. */
  List<Job> of(String project, Set<Task> tasks, int most);

  /** Jobs on one document, the newest first, at most so many. */
  List<Job> on(String document, int most);

  /** Forgets jobs on one document that have ended, but for so many of the newest. */
  void forget(String document, int but);

  /** Jobs that run or are paused, in all projects. */
  List<Job> open();

  /**
   * Pauses a job, lets it go on or cancels it.
   *
   * @return false when it is not in a state from which that can be done
   */
  boolean step(String id, State to);

  /** Notes that a job that runs has run so much longer. */
  void worked(String id, long millis);

  /** A job that runs is done. */
  void finish(String id);

  /** Notes how far a part is. */
  void note(String job, Part part);

  /** Keeps what a command said about a document, in place of what it said before. */
  void keepReport(String job, int part, String report);

  /** What a command said about a document, if it said anything. */
  Optional<String> report(String job, int part);
}
