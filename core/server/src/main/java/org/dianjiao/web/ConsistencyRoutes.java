package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.consistency.Findings;
import org.dianjiao.consistency.Inspection;
import org.dianjiao.exchange.MentionDesk;
import org.dianjiao.limits.Limits;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.offer.Resumed;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.suggestion.Suggestion;

/** What does not go together in the names and dates of a project, or of one document of it. */
final class ConsistencyRoutes {

  /** Of each sort of finding; who has mended these asks again. */
  private static final int TOLD = 100;

  private final Database database;
  private final MentionDesk mentions;
  private final AuthorityDesk authority;
  private final Limits limits;
  private final Reply reply;

  ConsistencyRoutes(
      Database database,
      MentionDesk mentions,
      AuthorityDesk authority,
      Limits limits,
      Reply reply) {
    this.database = database;
    this.mentions = mentions;
    this.authority = authority;
    this.limits = limits;
    this.reply = reply;
  }

  /**
   * What was found.
   *
   * @param complete whether all documents were read up to now
   * @param titles of the documents, by id
   */
  private record Told(boolean complete, Map<String, String> titles, Findings findings) {}

  void on(Routes routes) {
    routes.get("/api/projects/:project/consistency", Operation.SEE_CONSISTENCY, this::show);
  }

  private void show(RoutingContext request) {
    Optional<String> document = Query.word(request, "document");
    reply.of(request, reply.within(request, (account, project) -> look(project, document)));
  }

  private Told look(String project, Optional<String> document) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.mentionMillis());
    MentionDesk.Read read = mentions.of(project, () -> System.nanoTime() < until);
    Map<String, DocumentMentions> documents = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, List<Suggestion>> offers = new LinkedHashMap<>();
    read.documents()
        .forEach(
            (row, found) -> {
              if (document.filter(id -> !id.equals(row.id())).isEmpty()) {
                documents.put(row.id(), found);
                titles.put(row.id(), row.title());
                offers.put(row.id(), offers(row.id(), found.revision()));
              }
            });
    EntityFile file = authority.seen(project).file();
    Inspection inspection = new Inspection(documents, offers, file::entity, TOLD);
    return new Told(read.complete(), titles, inspection.findings());
  }

  /** What was kept of what plugins offer, as it is at a revision. */
  private List<Suggestion> offers(String document, long revision) {
    return Resumed.of(database, document, revision).stream()
        .flatMap(resumed -> resumed.offered().list().stream())
        .toList();
  }
}
