package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dianjiao.limits.Limits;
import org.dianjiao.mention.MentionFilter;
import org.dianjiao.mention.MentionFilter.Years;
import org.dianjiao.people.Operation;

/** Who and what is mentioned in a project: as lists, and as pictures show it. */
final class MentionRoutes {

  private static final String MENTIONS = "/api/projects/:project/mentions";
  private static final String PICTURES = "/api/projects/:project/pictures";
  private static final int USUAL_MENTIONS = 50;
  private static final int USUAL_ENTITIES = 60;
  private static final int USUAL_REACH = 40;
  private static final int LATEST_YEAR = 9_999;

  private final PictureDesk desk;
  private final Limits limits;
  private final Reply reply;

  MentionRoutes(PictureDesk desk, Limits limits, Reply reply) {
    this.desk = desk;
    this.limits = limits;
    this.reply = reply;
  }

  void on(Routes routes) {
    routes.get(MENTIONS, Operation.SEE_MENTIONS, this::mentions);
    routes.get(PICTURES + "/entities", Operation.SEE_MENTIONS, this::entities);
    routes.get(PICTURES + "/dates", Operation.SEE_MENTIONS, this::dates);
    routes.get(PICTURES + "/network", Operation.SEE_MENTIONS, this::network);
    routes.get(PICTURES + "/files/:table", Operation.EXPORT_MENTIONS, this::file);
  }

  private void mentions(RoutingContext request) {
    int from = Query.offset(request, "from").orElse(0);
    int limit = most(request, USUAL_MENTIONS, limits.mentionsTold());
    about(request, asked -> desk.mentions(asked, from, limit));
  }

  private void entities(RoutingContext request) {
    int limit = most(request, limits.picturedEntities(), limits.picturedEntities());
    about(request, asked -> desk.entities(asked, limit));
  }

  private void dates(RoutingContext request) {
    int limit = most(request, limits.picturedEntities(), limits.picturedEntities());
    about(request, asked -> desk.dates(asked, limit));
  }

  private void network(RoutingContext request) {
    int reach = Query.offset(request, "reach").orElse(USUAL_REACH);
    int limit = most(request, USUAL_ENTITIES, limits.picturedEntities());
    about(request, asked -> desk.network(asked, reach, limit));
  }

  private void file(RoutingContext request) {
    PictureTables table = PictureTables.of(request.pathParam("table"));
    int reach = Query.offset(request, "reach").orElse(USUAL_REACH);
    int limit = most(request, limits.mentionsKept(), limits.mentionsKept());
    Function<String, PictureDesk.Asked> asked = asked(request);
    reply
        .within(request, (account, project) -> table.csv(desk, asked.apply(project), reach, limit))
        .onSuccess(csv -> CsvTable.attach(request, table.word(), csv))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void about(RoutingContext request, Function<PictureDesk.Asked, Object> answer) {
    Function<String, PictureDesk.Asked> asked = asked(request);
    reply.of(
        request, reply.within(request, (account, project) -> answer.apply(asked.apply(project))));
  }

  private static int most(RoutingContext request, int usual, int most) {
    return Math.min(most, Query.offset(request, "limit").orElse(usual));
  }

  /** What the request asks for, in a project. */
  private static Function<String, PictureDesk.Asked> asked(RoutingContext request) {
    Set<String> types =
        Query.word(request, "type").stream()
            .flatMap(all -> Arrays.stream(all.split(",")))
            .collect(Collectors.toUnmodifiableSet());
    MentionFilter filter =
        new MentionFilter(
            Query.word(request, "entity").map(MentionRoutes::uri), types, years(request));
    Optional<String> document = Query.word(request, "document");
    return project -> new PictureDesk.Asked(project, document, filter);
  }

  private static Optional<Years> years(RoutingContext request) {
    Optional<Integer> from = year(request, "since");
    Optional<Integer> to = year(request, "until");
    return from.isEmpty() && to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Years(from.orElse(-LATEST_YEAR), to.orElse(LATEST_YEAR)));
  }

  private static Optional<Integer> year(RoutingContext request, String name) {
    Optional<Long> year = Query.number(request, name);
    if (year.filter(number -> Math.abs(number) > LATEST_YEAR).isPresent()) {
      throw new IllegalArgumentException(name + " " + year.get() + " is no year");
    }
    return year.map(Long::intValue);
  }

  private static URI uri(String word) {
    try {
      return new URI(word);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("entity \"" + word + "\" is no address", wrong);
    }
  }
}
