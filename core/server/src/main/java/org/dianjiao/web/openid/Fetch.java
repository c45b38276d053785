package org.dianjiao.web.openid;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Short questions to the provider: no redirects, little time, little room. */
final class Fetch {

  private static final int CONNECT_MILLIS = 3_000;
  private static final long WHOLE_MILLIS = 10_000;
  private static final int MOST_BYTES = 256 * 1024;

  private final Vertx vertx;
  private final HttpClient client;

  Fetch(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) WHOLE_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setDecompressionSupported(false));
  }

  /** What lies there for anybody. */
  Future<String> get(URI address) {
    return send(options(address, HttpMethod.GET), "");
  }

  /** What lies there for who says who they are. */
  Future<String> get(URI address, String authorization) {
    return send(
        options(address, HttpMethod.GET).putHeader(HttpHeaders.AUTHORIZATION, authorization), "");
  }

  /** What is answered to a form. */
  Future<String> post(URI address, String form, String authorization) {
    return send(
        options(address, HttpMethod.POST)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
            .putHeader(HttpHeaders.AUTHORIZATION, authorization),
        form);
  }

  private static RequestOptions options(URI address, HttpMethod method) {
    return new RequestOptions()
        .setAbsoluteURI(address.toString())
        .setMethod(method)
        .setFollowRedirects(false)
        .putHeader(HttpHeaders.ACCEPT, "application/json");
  }

  private Future<String> send(RequestOptions options, String body) {
    String address = options.getHost() + options.getURI();
    Future<String> answer =
        client.request(options).compose(request -> request.send(body)).compose(Fetch::body);
    return inTime(answer, address)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof OpenIdRefused
                        ? failure
                        : new OpenIdRefused(
                            "the provider does not answer at " + address, failure)));
  }

  private Future<String> inTime(Future<String> answer, String address) {
    Promise<String> first = Promise.promise();
    long timer =
        vertx.setTimer(
            WHOLE_MILLIS,
            late -> first.tryFail(new OpenIdRefused("the provider is too slow at " + address)));
    answer.onComplete(
        done -> {
          vertx.cancelTimer(timer);
          if (done.succeeded()) {
            first.tryComplete(done.result());
          } else {
            first.tryFail(done.cause());
          }
        });
    return first.future();
  }

  /** Reads the answer on the event loop of the connection, as far as there is room. */
  private static Future<String> body(HttpClientResponse response) {
    Promise<String> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    response.handler(
        part -> {
          if (read.length() + part.length() > MOST_BYTES) {
            whole.tryFail(
                new OpenIdRefused("the provider answers more than %d bytes".formatted(MOST_BYTES)));
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
            whole.tryFail(new OpenIdRefused("the provider answers " + response.statusCode()));
          }
        });
    return whole.future();
  }
}
