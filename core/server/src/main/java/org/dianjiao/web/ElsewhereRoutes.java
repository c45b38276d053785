package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.reconciliation.Elsewhere;
import org.dianjiao.reconciliation.Manifest;

/**
 * Asks other reconciliation services for a name, for people who want to say what an entity is
 * there. Only services that the operator lists are asked; an answer is kept for a while. One event
 * loop only.
 */
final class ElsewhereRoutes {

  private static final int LONGEST_QUERY = 200;
  private static final int CANDIDATES = 10;
  private static final int KEPT = 1_000;
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final WebSettings settings;
  private final OtherServices others;
  private final Map<String, Kept<List<Elsewhere>>> candidates = new LinkedHashMap<>();
  private final Map<URI, Kept<Manifest>> manifests = new LinkedHashMap<>();

  private record Kept<T>(long at, T value) {}

  private record Services(List<URI> services) {}

  private record Answer(
      URI service, Optional<String> name, String scheme, List<Candidate> candidates) {

    static Answer of(URI service, Manifest manifest, List<Elsewhere> found) {
      return new Answer(
          service,
          manifest.name(),
          manifest.scheme(),
          found.stream().map(one -> Candidate.of(one, manifest.link(one.id()))).toList());
    }
  }

  private record Candidate(
      String id,
      String name,
      String description,
      List<String> types,
      double score,
      boolean match,
      Optional<URI> link) {

    static Candidate of(Elsewhere one, Optional<URI> link) {
      return new Candidate(
          one.id(), one.name(), one.description(), one.types(), one.score(), one.match(), link);
    }
  }

  ElsewhereRoutes(Vertx vertx, WebSettings settings, Limits limits) {
    this.settings = settings;
    this.others = new OtherServices(vertx, limits.serviceSeconds());
  }

  void on(Routes routes) {
    routes.get(
        "/api/elsewhere",
        Operation.LOOK_ELSEWHERE,
        request -> Reply.json(request, new Services(settings.services())));
    routes.get("/api/elsewhere/candidates", Operation.LOOK_ELSEWHERE, this::answer);
  }

  private void answer(RoutingContext request) {
    String named = Query.word(request, "service").orElse("");
    String query = Query.word(request, "q").orElse("");
    Optional<String> type = Query.word(request, "type");
    Optional<URI> service =
        settings.services().stream().filter(one -> one.toString().equals(named)).findFirst();
    if (service.isEmpty()) {
      throw new Refusal(
          FailureCode.UNKNOWN_DOCUMENT,
          "“%s” is not among the services that the operator lists (setting web.services)"
              .formatted(named));
    }
    if (query.isBlank() || query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "q has %d characters; 1 to %d are asked for".formatted(query.length(), LONGEST_QUERY));
    }
    ask(service.get(), query, type)
        .compose(
            found ->
                manifest(service.get()).map(manifest -> Answer.of(service.get(), manifest, found)))
        .onSuccess(answer -> Reply.json(request, answer))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private Future<List<Elsewhere>> ask(URI service, String query, Optional<String> type) {
    String key = service + "\n" + query + "\n" + type.orElse("");
    return recent(candidates, key)
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                others
                    .answers(service, Elsewhere.batch(query, type, CANDIDATES))
                    .map(Elsewhere::answers)
                    .recover(failure -> Future.failedFuture(unavailable(service, failure)))
                    .onSuccess(found -> keep(candidates, key, found)));
  }

  /** Candidates without links are better than none: a service need not say what it is. */
  private Future<Manifest> manifest(URI service) {
    return recent(manifests, service)
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                others
                    .manifest(service)
                    .map(answer -> Manifest.of(service, answer))
                    .otherwise(Manifest.unknown(service))
                    .onSuccess(said -> keep(manifests, service, said)));
  }

  private static <K, T> Optional<T> recent(Map<K, Kept<T>> kept, K key) {
    return Optional.ofNullable(kept.get(key))
        .filter(one -> System.nanoTime() - one.at() < KEPT_NANOS)
        .map(Kept::value);
  }

  private static <K, T> void keep(Map<K, Kept<T>> kept, K key, T value) {
    kept.remove(key);
    kept.put(key, new Kept<>(System.nanoTime(), value));
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static Refusal unavailable(URI service, Throwable failure) {
    String why =
        failure instanceof MalformedJson || failure instanceof IllegalArgumentException
            ? "does not answer as the protocol wants"
            : "does not answer: " + failure.getMessage();
    return new Refusal(FailureCode.UNAVAILABLE, service + " " + why);
  }
}
