package org.dianjiao.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Point;
import org.dianjiao.exchange.MentionDesk;
import org.dianjiao.limits.Limits;
import org.dianjiao.mention.Dated;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.mention.Mention;
import org.dianjiao.mention.MentionFilter;
import org.dianjiao.mention.Mentioned;
import org.dianjiao.mention.ProjectMentions;
import org.dianjiao.mention.Scene;
import org.dianjiao.mention.Together;
import org.dianjiao.storage.DocumentRow;

/** What is told of the mentions in a project: one by one, by entity, by date, by pair. Blocking. */
final class PictureDesk {

  private final MentionDesk mentions;
  private final EntriesOfProject entries;
  private final Limits limits;

  /** What the authority file of a project has for an id, redirects followed. */
  interface EntriesOfProject {
    Function<URI, Optional<Entity>> of(String project);
  }

  PictureDesk(MentionDesk mentions, EntriesOfProject entries, Limits limits) {
    this.mentions = mentions;
    this.entries = entries;
    this.limits = limits;
  }

  /**
   * What is looked at.
   *
   * @param document the only one, if one is
   */
  record Asked(String project, Optional<String> document, MentionFilter filter) {}

  /** A mention with the words around it. */
  record Told(Mention mention, String before, String behind) {}

  /**
   * Mentions one by one.
   *
   * @param complete whether all documents were read up to now, and none has more than are read
   * @param titles of the documents by id
   */
  record Mentions(
      int total, int from, boolean complete, Map<String, String> titles, List<Told> mentions) {}

  /** An entity, how often it is mentioned, and where it is. */
  record Seen(Mentioned mentioned, Optional<Point> point) {}

  /** Entities, those first that are mentioned most. */
  record Entities(int total, boolean complete, List<Seen> entities) {}

  /** Dated passages in the order of their days. */
  record Dates(int total, boolean complete, Map<String, String> titles, List<Scene> dates) {}

  /**
   * Entities that are mentioned near to each other.
   *
   * @param total entities, of which only the first are told
   */
  record Network(int total, boolean complete, List<Mentioned> entities, List<Together> together) {}

  private record Sight(Map<DocumentRow, DocumentMentions> read, boolean complete) {
    Map<String, DocumentMentions> byId() {
      Map<String, DocumentMentions> byId = new LinkedHashMap<>();
      read.forEach((row, found) -> byId.put(row.id(), found));
      return byId;
    }

    Map<String, String> titles() {
      Map<String, String> titles = new LinkedHashMap<>();
      read.keySet().forEach(row -> titles.put(row.id(), row.title()));
      return titles;
    }
  }

  private Sight sight(Asked asked) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.mentionMillis());
    MentionDesk.Read read = mentions.of(asked.project(), () -> System.nanoTime() < until);
    Map<DocumentRow, DocumentMentions> documents = new LinkedHashMap<>(read.documents());
    asked.document().ifPresent(id -> documents.keySet().removeIf(row -> !row.id().equals(id)));
    return new Sight(documents, read.complete());
  }

  private ProjectMentions chosen(Asked asked, Sight sight) {
    return ProjectMentions.of(sight.byId(), asked.filter(), entries.of(asked.project()));
  }

  /** Mentions one by one, in the order of the documents. */
  Mentions mentions(Asked asked, int from, int limit) {
    Sight sight = sight(asked);
    Map<String, DocumentMentions> byId = sight.byId();
    List<Mention> all = chosen(asked, sight).all().toList();
    List<Told> told =
        all.stream()
            .skip(from)
            .limit(limit)
            .map(one -> told(one, byId.get(one.document())))
            .toList();
    return new Mentions(all.size(), from, sight.complete(), sight.titles(), told);
  }

  private static Told told(Mention one, DocumentMentions read) {
    return new Told(one, read.before(one.start()), read.behind(one.end()));
  }

  /** How often each entity is mentioned. */
  Entities entities(Asked asked, int limit) {
    Sight sight = sight(asked);
    Function<URI, Optional<Entity>> known = entries.of(asked.project());
    List<Mentioned> all = chosen(asked, sight).entities();
    List<Seen> seen =
        all.stream()
            .limit(limit)
            .map(one -> new Seen(one, known.apply(one.entity()).flatMap(Entity::point)))
            .toList();
    return new Entities(all.size(), sight.complete(), seen);
  }

  /** Dated passages; with a filter of entities or types only those in which one is mentioned. */
  Dates dates(Asked asked, int limit) {
    Sight sight = sight(asked);
    ProjectMentions chosen = chosen(asked, sight);
    boolean all = asked.filter().entity().isEmpty() && asked.filter().types().isEmpty();
    List<Scene> scenes = new ArrayList<>();
    sight
        .byId()
        .forEach(
            (id, read) ->
                Scene.of(read, chosen.documents().get(id)).stream()
                    .filter(scene -> all || scene.mentions() > 0)
                    .filter(scene -> holds(asked.filter(), scene.date()))
                    .forEach(scenes::add));
    scenes.sort(Scene.BY_DAY);
    List<Scene> first = scenes.subList(0, Math.min(limit, scenes.size()));
    return new Dates(scenes.size(), sight.complete(), sight.titles(), first);
  }

  private static boolean holds(MentionFilter filter, Dated date) {
    return filter.years().isEmpty() || filter.years().get().hold(date);
  }

  /** Who and what is mentioned near to each other, of the entities that are mentioned most. */
  Network network(Asked asked, int reach, int limit) {
    Sight sight = sight(asked);
    ProjectMentions chosen = chosen(asked, sight);
    List<Mentioned> all = chosen.entities();
    List<Mentioned> first = all.subList(0, Math.min(limit, all.size()));
    Set<URI> known = new LinkedHashSet<>();
    first.forEach(one -> known.add(one.entity()));
    List<Together> together =
        chosen.together(reach).stream()
            .filter(pair -> known.contains(pair.first()) && known.contains(pair.second()))
            .limit(limits.picturedPairs())
            .toList();
    return new Network(all.size(), sight.complete(), first, together);
  }
}
