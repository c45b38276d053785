package org.dianjiao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;
import org.dianjiao.sweep.Order;

/** Changes over several documents: begun here, found again, taken back. Blocking. */
final class SweepDesk {

  private static final Set<Task> SWEEPS = Set.of(Task.SWEEP);

  private final Database database;
  private final int listed;

  SweepDesk(Database database, Limits limits) {
    this.database = database;
    this.listed = limits.sweepsListed();
  }

  /** The newest first. */
  List<Job> of(String project) {
    return database.jobs().of(project, SWEEPS, listed);
  }

  /** One of a project. */
  Job sweep(String project, String id) {
    return database
        .jobs()
        .get(id)
        .filter(one -> one.project().equals(project) && one.task() == Task.SWEEP)
        .orElseThrow(
            () -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "this project has no such change"));
  }

  /**
   * Those that are named, or all documents of a project.
   *
   * @throws IllegalArgumentException when one that is named is not there
   */
  List<String> documents(String project, List<String> named) {
    List<String> there =
        database.projects().documents(project).stream().map(DocumentRow::id).toList();
    Set<String> known = Set.copyOf(there);
    named.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("this project has no document " + id);
            });
    return named.isEmpty() ? there : named.stream().distinct().toList();
  }

  /** Begins one; a document counts as one unit of the work. */
  Job begin(String project, Account account, Order order, List<String> documents) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("this project has no documents");
    }
    List<Part> parts = new ArrayList<>();
    documents.forEach(id -> parts.add(Part.of(parts.size(), id, "", 1)));
    return database.jobs().start(project, account.id(), Task.SWEEP, Json.text(order), parts);
  }

  /** What takes a sweep back, or has. One that was cancelled or failed somewhere does not count. */
  static Optional<Job> undoing(String id, List<Job> all) {
    return all.stream()
        .filter(job -> Json.read(job.asked(), Order.class).undoes().equals(Optional.of(id)))
        .filter(SweepDesk::stands)
        .findFirst();
  }

  /** Takes one back, in the documents that it changed. */
  Job undo(Job sweep, Account account) {
    if (sweep.ended().isEmpty()) {
      throw new IllegalArgumentException("this change is not done yet; cancel it first");
    }
    if (Json.read(sweep.asked(), Order.class).undoes().isPresent()) {
      throw new IllegalArgumentException("this change took another one back; do that one again");
    }
    undoing(sweep.id(), of(sweep.project()))
        .ifPresent(
            job -> {
              throw new Refusal(FailureCode.NOTHING_TO_DO, "this change is taken back already");
            });
    List<String> changed =
        sweep.parts().stream()
            .filter(part -> !SweepLines.reached(part).written().isEmpty())
            .map(Part::document)
            .toList();
    if (changed.isEmpty()) {
      throw new Refusal(FailureCode.NOTHING_TO_DO, "this change did nothing");
    }
    return begin(sweep.project(), account, Order.undoing(sweep.id()), changed);
  }

  private static boolean stands(Job undoing) {
    return undoing.state() != State.CANCELLED
        && undoing.parts().stream().allMatch(part -> part.fault().isEmpty());
  }
}
