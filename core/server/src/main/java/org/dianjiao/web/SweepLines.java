package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.sweep.Decided;
import org.dianjiao.sweep.Order;
import org.dianjiao.sweep.Reached;
import org.dianjiao.sweep.Reached.Written;

/**
 * Changes over several documents as clients are told: how far, where, and each decision. Blocking.
 */
final class SweepLines {

  private static final String HEAD =
      "document\trevision\tstart\tend\tbefore\tfrom\tafter\tform\ttype\treason\n";

  private final Database database;

  SweepLines(Database database) {
    this.database = database;
  }

  /** What was asked for, without its places. */
  record Asked(Optional<Order.Rules> rules, Optional<String> surface, Optional<String> undoes) {}

  /** What became of it in one document. */
  record Done(
      String document,
      String title,
      boolean ended,
      String fault,
      List<Long> revisions,
      int places,
      int left) {}

  /**
   * One.
   *
   * @param undone by which it was, or is being, taken back
   */
  record Line(
      String id,
      Asked asked,
      State state,
      String account,
      String name,
      Instant created,
      Optional<Instant> ended,
      Optional<String> undone,
      int places,
      int left,
      List<Done> documents) {}

  /** One decision, and where. */
  record Place(String document, String title, long revision, Decided decided) {}

  List<Line> of(String project, List<Job> sweeps) {
    Map<String, String> titles = titles(project);
    return sweeps.stream()
        .map(job -> of(job, titles, SweepDesk.undoing(job.id(), sweeps)))
        .toList();
  }

  Line of(Job job) {
    return of(job, titles(job.project()), Optional.empty());
  }

  private Map<String, String> titles(String project) {
    return database.projects().documents(project).stream()
        .collect(Collectors.toMap(DocumentRow::id, DocumentRow::title));
  }

  private Line of(Job job, Map<String, String> titles, Optional<Job> undoing) {
    Order order = Json.read(job.asked(), Order.class);
    List<Done> documents = job.parts().stream().map(part -> done(part, titles)).toList();
    return new Line(
        job.id(),
        new Asked(order.rules(), order.link().map(Order.Link::surface), order.undoes()),
        job.state(),
        job.account(),
        database.accounts().byId(job.account()).map(Account::name).orElse(""),
        job.created(),
        job.ended(),
        undoing.map(Job::id),
        documents.stream().mapToInt(Done::places).sum(),
        documents.stream().mapToInt(Done::left).sum(),
        documents);
  }

  /** How far a part is. */
  static Reached reached(Part part) {
    return part.result().isEmpty() ? Reached.at(0) : Json.read(part.result(), Reached.class);
  }

  private static Done done(Part part, Map<String, String> titles) {
    Reached reached = reached(part);
    return new Done(
        part.document(),
        titles.getOrDefault(part.document(), part.document()),
        part.ended(),
        part.fault(),
        reached.written().stream().map(Written::revision).toList(),
        reached.places(),
        reached.left());
  }

  /** The first decisions, as the documents' logs have them. */
  List<Place> places(Job job, int most) {
    Map<String, String> titles = titles(job.project());
    List<Place> places = new ArrayList<>();
    for (Part part : job.parts()) {
      for (Written written : reached(part).written()) {
        if (places.size() < most) {
          String title = titles.getOrDefault(part.document(), part.document());
          places(part.document(), written.revision())
              .forEach(
                  one -> places.add(new Place(part.document(), title, written.revision(), one)));
        }
      }
    }
    return places.subList(0, Math.min(most, places.size()));
  }

  private List<Decided> places(String document, long revision) {
    Replay log = new Replay(database, document);
    Document before = log.at(revision - 1);
    Change change = log.changes(revision, revision).get(0).change();
    return Decided.in(before, change);
  }

  /** All of them as a table; places count UTF-16 units from 0 in the text before the change. */
  String table(Job job) {
    StringBuilder rows = new StringBuilder(HEAD);
    for (Place place : places(job, Integer.MAX_VALUE)) {
      Decided one = place.decided();
      List<Object> cells =
          List.of(
              place.title(),
              place.revision(),
              one.start(),
              one.end(),
              one.before(),
              one.from(),
              one.after(),
              one.form(),
              one.type(),
              one.reason());
      rows.append(
          cells.stream()
              .map(cell -> cell.toString().replaceAll("[\\t\\r\\n]", " "))
              .collect(Collectors.joining("\t", "", "\n")));
    }
    return rows.toString();
  }
}
