package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.CommandOrder;
import org.dianjiao.bus.CommandOrder.Found;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;

/** How far jobs are, what went wrong, and what they found, as clients are told. Blocking. */
final class JobLines {

  private static final double MILLIS = 1_000;

  private final Database database;

  JobLines(Database database) {
    this.database = database;
  }

  record Fault(String document, String title, String plugin, String message) {}

  /** A command, as it was given. */
  record Command(String name, String label, Map<String, Object> parameters, boolean selection) {}

  /**
   * What a command came to on one document.
   *
   * @param part by which its report is asked for
   * @param units of the report; 0 when it said nothing
   * @param proposals that were offered
   */
  record Report(int part, String document, String title, int units, int proposals) {}

  /**
   * How far a job is.
   *
   * @param command empty when plugins just look
   * @param units of all texts, for each plugin
   * @param done of them
   * @param unitsPerSecond on average while it ran, 0 as long as that is not known
   * @param secondsLeft at that rate; empty when it is not known, or nothing is left
   */
  record Line(
      String id,
      Task task,
      State state,
      String account,
      String name,
      Instant created,
      Optional<Instant> ended,
      List<String> plugins,
      Optional<Command> command,
      int documents,
      long units,
      long done,
      double unitsPerSecond,
      Optional<Long> secondsLeft,
      List<Fault> faults,
      List<Report> reports) {}

  List<Line> of(List<Job> jobs, Map<String, String> titles) {
    return jobs.stream().map(job -> of(job, titles)).toList();
  }

  Line of(Job job, Map<String, String> titles) {
    Set<String> plugins = new LinkedHashSet<>();
    Set<String> documents = new LinkedHashSet<>();
    List<Fault> faults = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    for (Part part : job.parts()) {
      String title = titles.getOrDefault(part.document(), part.document());
      plugins.add(part.instance());
      documents.add(part.document());
      if (!part.fault().isEmpty()) {
        faults.add(new Fault(part.document(), title, part.instance(), part.fault()));
      }
      if (job.task() == Task.COMMAND && !part.result().isEmpty()) {
        Found found = Json.read(part.result(), Found.class);
        reports.add(
            new Report(part.number(), part.document(), title, found.units(), found.proposals()));
      }
    }
    double rate = job.workedMillis() == 0 ? 0 : job.done() * MILLIS / job.workedMillis();
    long left = job.units() - job.done();
    boolean known = rate > 0 && left > 0 && job.ended().isEmpty();
    return new Line(
        job.id(),
        job.task(),
        job.state(),
        job.account(),
        database.accounts().byId(job.account()).map(Account::name).orElse(""),
        job.created(),
        job.ended(),
        List.copyOf(plugins),
        command(job),
        documents.size(),
        job.units(),
        job.done(),
        rate,
        known ? Optional.of((long) Math.ceil(left / rate)) : Optional.empty(),
        faults,
        reports);
  }

  private static Optional<Command> command(Job job) {
    if (job.task() != Task.COMMAND) {
      return Optional.empty();
    }
    CommandOrder order = Json.read(job.asked(), CommandOrder.class);
    return Optional.of(
        new Command(
            order.command(), order.label(), order.parameters(), order.selection().isPresent()));
  }

  /** What a command said about one document. */
  String report(Job job, long part) {
    return job.parts().stream()
        .filter(one -> one.number() == part)
        .findFirst()
        .flatMap(one -> database.jobs().report(job.id(), one.number()))
        .orElseThrow(() -> new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no report on that"));
  }

  /** What it said about each document, below the document's title. */
  String reports(Job job, Map<String, String> titles) {
    StringBuilder all = new StringBuilder();
    for (Part part : job.parts()) {
      Optional<String> said = database.jobs().report(job.id(), part.number());
      if (said.isPresent() && titles.containsKey(part.document())) {
        all.append("# ").append(titles.get(part.document())).append("\n\n");
        all.append(said.get().stripTrailing()).append("\n\n");
      }
    }
    return all.toString();
  }
}
