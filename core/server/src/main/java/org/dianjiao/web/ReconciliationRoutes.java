package org.dianjiao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.LabelSearch.Found;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.authority.EntityJsonLd;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.reconciliation.EntityDirectory;
import org.dianjiao.reconciliation.Preview;
import org.dianjiao.reconciliation.Protocol;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.registry.Seen;
import org.dianjiao.storage.AuthorityFiles;

/**
 * The authority files as services of the W3C Reconciliation Service API 0.2, and each entity as
 * JSON-LD or HTML: that of the server and those of projects for whoever shows a token or is signed
 * in, that of the server for everybody when the operator says so.
 *
 * <p>Answers may be read by pages of any origin (CORS), as the specification wants it; a cookie is
 * never sent along by those, so nothing is read with somebody's sign-in.
 */
final class ReconciliationRoutes {

  private static final String SERVER = "/api/reconciliation";
  private static final String PROJECT = "/api/projects/:project/reconciliation";
  private static final String OPEN = "/reconciliation";
  private static final int PROPOSED = 100;

  private final AuthorityDesk desk;
  private final WebSettings settings;
  private final Limits limits;
  private final Reply reply;

  ReconciliationRoutes(AuthorityDesk desk, WebSettings settings, Limits limits, Reply reply) {
    this.desk = desk;
    this.settings = settings;
    this.limits = limits;
    this.reply = reply;
  }

  /** What a request is answered from. */
  private record Asked(Protocol protocol, EntityDirectory directory) {}

  void on(Routes routes) {
    service(routes, SERVER, Operation.SEE_AUTHORITY);
    service(routes, PROJECT, Operation.SEE_PROJECT_AUTHORITY);
    service(routes, OPEN, Operation.RECONCILE_OPENLY);
  }

  private void service(Routes routes, String base, Operation operation) {
    routes.options(base + "*", Operation.RECONCILE_OPENLY, ReconciliationRoutes::preflight);
    routes.get(base, operation, this::endpoint);
    routes.post(base, operation, this::endpoint);
    routes.get(base + "/suggest/entity", operation, this::suggestEntity);
    routes.get(base + "/suggest/property", operation, this::suggestProperty);
    routes.get(base + "/suggest/type", operation, this::suggestType);
    routes.get(base + "/properties", operation, this::properties);
    routes.get(base + "/preview", operation, this::preview);
    routes.get(base + "/entity", operation, this::entity);
  }

  private void endpoint(RoutingContext request) {
    Optional<String> queries = parameter(request, "queries");
    Optional<String> extend = parameter(request, "extend");
    String base = base(request.request());
    answer(
        request,
        asked -> {
          if (queries.isPresent()) {
            return asked.protocol().results(batch(queries.get()));
          }
          return extend.isPresent()
              ? asked.protocol().extend(extension(extend.get()))
              : Protocol.manifest(
                  "Dianjiao authority file",
                  Version.TEXT,
                  base,
                  limits.reconciledQueries(),
                  Admitted.of(request).operation() != Operation.RECONCILE_OPENLY);
        });
  }

  /** In the address, or in a form. */
  private static Optional<String> parameter(RoutingContext request, String name) {
    return Query.word(request, name)
        .or(() -> Optional.ofNullable(request.request().getFormAttribute(name)));
  }

  private Map<?, ?> batch(String queries) {
    Map<?, ?> batch = Json.read(queries, Map.class);
    requireFew("queries", batch.size());
    return batch;
  }

  private Map<?, ?> extension(String extend) {
    Map<?, ?> query = Json.read(extend, Map.class);
    requireFew("ids", query.get("ids") instanceof List<?> ids ? ids.size() : 0);
    return query;
  }

  private void requireFew(String what, int count) {
    if (count > limits.reconciledQueries()) {
      throw new Refusal(
          FailureCode.TOO_LARGE,
          "%d %s at once; %d at most (limit reconciled-queries)"
              .formatted(count, what, limits.reconciledQueries()));
    }
  }

  private void suggestEntity(RoutingContext request) {
    String prefix = prefix(request);
    int cursor = cursor(request);
    answer(request, asked -> asked.protocol().suggestEntities(prefix, cursor));
  }

  private void suggestProperty(RoutingContext request) {
    String prefix = prefix(request);
    int cursor = cursor(request);
    answer(request, asked -> Protocol.suggestProperties(prefix, cursor));
  }

  private void suggestType(RoutingContext request) {
    String prefix = prefix(request);
    int cursor = cursor(request);
    answer(request, asked -> Protocol.suggestTypes(prefix, cursor));
  }

  private static String prefix(RoutingContext request) {
    return Query.word(request, "prefix").orElse("");
  }

  private static int cursor(RoutingContext request) {
    return Query.offset(request, "cursor").orElse(0);
  }

  private void properties(RoutingContext request) {
    String type = Query.word(request, "type").orElse("");
    int limit = Query.offset(request, "limit").orElse(PROPOSED);
    answer(request, asked -> Protocol.proposeProperties(type, limit));
  }

  private void preview(RoutingContext request) {
    String id = Query.word(request, "id").orElse("");
    found(request, id, "text/html; charset=utf-8", Preview::of);
  }

  /** JSON-LD for programs, the small page for browsers. */
  private void entity(RoutingContext request) {
    String id = Query.word(request, "id").orElse("");
    String accepted = Optional.ofNullable(request.request().getHeader("Accept")).orElse("");
    request.response().putHeader("Vary", "Accept");
    if (accepted.contains("text/html") && !accepted.contains("ld+json")) {
      found(request, id, "text/html; charset=utf-8", Preview::of);
    } else {
      found(request, id, EntityJsonLd.MEDIA_TYPE, EntityJsonLd::document);
    }
  }

  private void found(
      RoutingContext request, String id, String type, Function<Entity, String> form) {
    cross(request);
    reply
        .blocking(
            () ->
                form.apply(
                    asked(request)
                        .directory()
                        .entity(uri(id))
                        .orElseThrow(
                            () ->
                                new Refusal(
                                    FailureCode.UNKNOWN_ANNOTATION, "there is no entity " + id))))
        .onSuccess(text -> request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(text))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private static URI uri(String word) {
    try {
      return URI.create(word);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("id “%s” is no URI".formatted(word), wrong);
    }
  }

  private void answer(RoutingContext request, Function<Asked, Object> work) {
    cross(request);
    reply.with(request, () -> work.apply(asked(request)));
  }

  private static void preflight(RoutingContext request) {
    cross(request);
    request
        .response()
        .putHeader("Access-Control-Allow-Methods", "GET, POST")
        .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .setStatusCode(200)
        .end();
  }

  private static void cross(RoutingContext request) {
    request
        .response()
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  private Asked asked(RoutingContext request) {
    Admitted admitted = Admitted.of(request);
    if (admitted.operation() == Operation.RECONCILE_OPENLY && !settings.openAuthority()) {
      throw new Refusal(
          FailureCode.UNKNOWN_DOCUMENT,
          "the authority file is not open to everybody here (setting open-authority); with a token"
              + " ask at "
              + SERVER);
    }
    Seen seen = desk.seen(admitted.project().orElse(AuthorityFiles.SERVER));
    EntityDirectory directory = directory(seen);
    return new Asked(new Protocol(directory), directory);
  }

  private static EntityDirectory directory(Seen seen) {
    return new EntityDirectory() {
      @Override
      public List<Found> find(String query, Predicate<Entity> wanted, int limit) {
        return seen.find(query, wanted, limit);
      }

      @Override
      public Optional<Entity> entity(URI id) {
        return seen.file().entity(id);
      }
    };
  }

  /** The address of the service as the client asked for it. */
  private String base(HttpServerRequest request) {
    String scheme = settings.behindTls() ? "https" : "http";
    return scheme + "://" + request.authority() + request.path().replaceAll("/+$", "");
  }
}
