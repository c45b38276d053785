package org.dianjiao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Body;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Label;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.sweep.Occurrences;
import org.dianjiao.sweep.Occurrences.Occurrence;
import org.dianjiao.sweep.Order;

/** Where a form that was annotated once stands elsewhere, and the same said there. Blocking. */
final class OccurrenceDesk {

  private final Database database;
  private final AuthorityDesk authority;
  private final Limits limits;
  private final SweepDesk sweeps;

  OccurrenceDesk(Database database, AuthorityDesk authority, Limits limits) {
    this.database = database;
    this.authority = authority;
    this.limits = limits;
    this.sweeps = new SweepDesk(database, limits);
  }

  /**
   * What is looked for.
   *
   * @param document the only one; empty when all of the project are meant
   */
  record Wish(String surface, Body body, Optional<String> document) {}

  /** A document in which it stands. */
  record Within(String document, String title, long revision, List<Occurrence> places) {}

  /**
   * All that was found.
   *
   * @param complete whether there are no more than can be annotated at once
   */
  record Found(List<Within> documents, boolean complete) {}

  Found find(String project, Wish wish) {
    new Order.Link(wish.surface(), wish.body(), List.of());
    Set<String> wanted = Set.copyOf(sweeps.documents(project, wish.document().stream().toList()));
    EntityFile file = authority.seen(project).file();
    Occurrences occurrences =
        new Occurrences(wish.surface(), wish.body(), words(file, wish.surface()), file::follow);
    List<Within> found = new ArrayList<>();
    int left = limits.sweepPlaces();
    for (DocumentRow row : database.projects().documents(project)) {
      if (wanted.contains(row.id()) && left > 0) {
        List<Occurrence> places =
            occurrences.in(new Replay(database, row.id()).at(row.revision()), left);
        left -= places.size();
        if (!places.isEmpty()) {
          found.add(new Within(row.id(), row.title(), row.revision(), places));
        }
      }
    }
    return new Found(found, left > 0);
  }

  private static List<String> words(EntityFile file, String surface) {
    return file.entities()
        .flatMap(entity -> entity.labels().stream())
        .filter(Label::isWritten)
        .map(Label::text)
        .filter(text -> text.contains(surface))
        .toList();
  }

  /** Says it at the places that somebody chose, as soon as the sweeps before it are done. */
  Job annotate(String project, Account account, Order.Link link) {
    if (link.count() == 0 || link.count() > limits.sweepPlaces()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d places; 1 to %d are taken at once: the limit is sweep-places"
              .formatted(link.count(), limits.sweepPlaces()));
    }
    List<String> named = link.places().stream().map(Order.Places::document).toList();
    List<String> documents = sweeps.documents(project, named);
    if (documents.size() < named.size()) {
      throw new IllegalArgumentException("a document is named twice");
    }
    return sweeps.begin(project, account, Order.of(link), documents);
  }
}
