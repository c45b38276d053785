package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/** A server and the provider that people sign in with, and the way there and back. */
final class OpenIdScene implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  final FakeProvider provider = new FakeProvider(vertx);
  final RunningServer server;

  /** Starts both; who is a stranger gets no account. */
  OpenIdScene(Path folder) {
    server =
        new RunningServer(
            folder,
            RunningServer.LIMITS,
            RunningServer.QUICK,
            Optional.of(provider.settings(false)));
  }

  @Override
  public void close() {
    server.close();
    provider.close();
    vertx.close().await();
  }

  /** A browser that was sent to the provider. */
  record Sent(String cookie, String state, String nonce, String challenge) {}

  /** Sends a browser there. */
  Sent sent(Browser browser, JsonObject wish) {
    return sent(browser, "/api/openid/begin", wish);
  }

  /** Asks there for the way to the provider, which a cookie of its own comes with. */
  Sent sent(Browser browser, String path, JsonObject wish) {
    String before = browser.cookie();
    HttpResponse<Buffer> answer =
        browser
            .bare(HttpMethod.POST, path)
            .putHeader("X-Dianjiao", "1")
            .sendJsonObject(wish)
            .await();
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    assertThat(browser.cookie()).isEqualTo(before);
    assertThat(answer.cookies().get(0))
        .startsWith("dianjiao-openid=")
        .contains("SameSite=Lax")
        .containsIgnoringCase("HttpOnly");
    String address = answer.bodyAsJsonObject().getString("address");
    assertThat(address).startsWith(provider.issuer() + "/authorize?");
    return new Sent(
        answer.cookies().get(0).split(";", 2)[0],
        parameter(address, "state"),
        parameter(address, "nonce"),
        parameter(address, "code_challenge"));
  }

  Sent sent() {
    return sent(server.browser(), new JsonObject());
  }

  static String parameter(String address, String name) {
    return new QueryStringDecoder(address).parameters().get(name).get(0);
  }

  HttpResponse<Buffer> back(Sent sent, String query) {
    return back(sent.cookie(), query);
  }

  /** Comes back from the provider, which sent it there with this query. */
  HttpResponse<Buffer> back(String cookies, String query) {
    return server
        .http
        .get(server.server.port(), RunningServer.HOST, "/api/openid/callback?" + query)
        .putHeader("Cookie", cookies)
        .followRedirects(false)
        .send()
        .await();
  }

  String query(Sent sent, String token) {
    return "state=" + sent.state() + "&code=" + provider.code(token);
  }

  /** The browser is sent to a place of ours, and signed in only with the way to the first page. */
  static void ended(HttpResponse<Buffer> answer, String place) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(place);
    boolean signedIn =
        answer.cookies().stream()
            .anyMatch(cookie -> cookie.startsWith("dianjiao=") && !cookie.startsWith("dianjiao=;"));
    assertThat(signedIn).isEqualTo(place.equals("/"));
  }

  /** The account that somebody got who was signed in. */
  JsonObject account(HttpResponse<Buffer> answer) {
    return asked(answer, "/api/me");
  }

  JsonObject asked(HttpResponse<Buffer> signedIn, String path) {
    String cookie =
        signedIn.cookies().stream()
            .filter(one -> one.startsWith("dianjiao="))
            .findFirst()
            .orElseThrow()
            .split(";", 2)[0];
    return server
        .http
        .get(server.server.port(), RunningServer.HOST, path)
        .putHeader("Cookie", cookie)
        .send()
        .await()
        .bodyAsJsonObject();
  }

  /** An account that this subject signs in to. */
  Browser linked(String name, String subject) {
    Browser browser = server.stranger(name);
    Sent sent = sent(browser, "/api/openid/link", new JsonObject());
    String token = provider.signed(provider.claims(subject, sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/account?openid=linked");
    return browser;
  }

  /** The secret of a new invitation to the project, as the browser sends it. */
  JsonObject invitation(String role) {
    String secret =
        server
            .administrator
            .post(
                "/api/projects/" + server.project + "/invitations",
                new JsonObject().put("role", role))
            .bodyAsJsonObject()
            .getString("secret");
    return new JsonObject().put("invitation", secret);
  }
}
