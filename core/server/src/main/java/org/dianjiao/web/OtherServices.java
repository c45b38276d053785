package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dianjiao.json.Json;

/** Speaks with other reconciliation services: without redirects, with little time and room. */
final class OtherServices {

  private static final int MOST_BYTES = 1024 * 1024;

  private final HttpClient client;
  private final int seconds;

  OtherServices(Vertx vertx, int seconds) {
    this.seconds = seconds;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(seconds * 1000)
                .setIdleTimeout(seconds)
                .setDecompressionSupported(false));
  }

  /** What a service says of itself. */
  Future<Map<?, ?>> manifest(URI service) {
    return fetch(service, HttpMethod.GET, HttpClientRequest::send);
  }

  /** What it answers to a batch of queries. */
  Future<Map<?, ?>> answers(URI service, Map<String, Object> batch) {
    String form = "queries=" + URLEncoder.encode(Json.text(batch), StandardCharsets.UTF_8);
    return fetch(
        service,
        HttpMethod.POST,
        request ->
            request
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .send(form));
  }

  private Future<Map<?, ?>> fetch(
      URI service,
      HttpMethod method,
      Function<HttpClientRequest, Future<HttpClientResponse>> send) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(service.toString())
            .setMethod(method)
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT, "application/json");
    return client
        .request(options)
        .compose(send)
        .compose(OtherServices::body)
        .timeout(seconds, TimeUnit.SECONDS)
        .map(text -> Json.read(text, Map.class));
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
