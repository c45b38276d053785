package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.json.MalformedJson;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.reconciliation.Elsewhere;

/**
 * Asks other reconciliation services for a name, for people who want to say what an entity is
 * there. Only services that the operator lists are asked, without redirects, with little time and
 * room; an answer is kept for a while. One event loop only.
 */
final class ElsewhereRoutes {

  private static final int MOST_BYTES = 1024 * 1024;
  private static final int LONGEST_QUERY = 200;
  private static final int CANDIDATES = 10;
  private static final int KEPT = 1_000;
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final WebSettings settings;
  private final Limits limits;
  private final HttpClient client;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  private record Kept(long at, List<Elsewhere> candidates) {}

  private record Services(List<URI> services) {}

  private record Answer(URI service, List<Elsewhere> candidates) {}

  ElsewhereRoutes(Vertx vertx, WebSettings settings, Limits limits) {
    this.settings = settings;
    this.limits = limits;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(limits.serviceSeconds() * 1000)
                .setIdleTimeout(limits.serviceSeconds())
                .setDecompressionSupported(false));
  }

  void on(Routes routes) {
    routes.get(
        "/api/elsewhere",
        Operation.LOOK_ELSEWHERE,
        request -> Reply.json(request, new Services(settings.services())));
    routes.get("/api/elsewhere/candidates", Operation.LOOK_ELSEWHERE, this::candidates);
  }

  private void candidates(RoutingContext request) {
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
        .onSuccess(found -> Reply.json(request, new Answer(service.get(), found)))
        .onFailure(failure -> Reply.error(request, failure));
  }

  private Future<List<Elsewhere>> ask(URI service, String query, Optional<String> type) {
    String key = service + "\n" + query + "\n" + type.orElse("");
    Kept before = kept.get(key);
    if (before != null && System.nanoTime() - before.at() < KEPT_NANOS) {
      return Future.succeededFuture(before.candidates());
    }
    return fetch(service, Json.text(Elsewhere.batch(query, type, CANDIDATES)))
        .map(text -> Elsewhere.answers(Json.read(text, Map.class)))
        .recover(failure -> Future.failedFuture(unavailable(service, failure)))
        .onSuccess(found -> keep(key, found));
  }

  private void keep(String key, List<Elsewhere> found) {
    kept.remove(key);
    kept.put(key, new Kept(System.nanoTime(), found));
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

  private Future<String> fetch(URI service, String queries) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(service.toString())
            .setMethod(HttpMethod.POST)
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT, "application/json")
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
    String form = "queries=" + URLEncoder.encode(queries, StandardCharsets.UTF_8);
    return client
        .request(options)
        .compose(request -> request.send(form))
        .compose(ElsewhereRoutes::body)
        .timeout(limits.serviceSeconds(), TimeUnit.SECONDS);
  }

  private static Future<String> body(HttpClientResponse response) {
    Promise<String> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    response.handler(
        part -> {
          if (read.length() + part.length() > MOST_BYTES) {
            whole.tryFail("more than %d bytes".formatted(MOST_BYTES));
            response.request().connection().close();
          } else {
            read.appendBuffer(part);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(
        end -> {
          if (response.statusCode() == 200) {
            whole.tryComplete(read.toString(StandardCharsets.UTF_8));
          } else {
            whole.tryFail("status " + response.statusCode());
          }
        });
    return whole.future();
  }
}
