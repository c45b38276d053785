package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;

/** Speaks HTTP as the pages of the server do, and keeps its cookie. */
final class Browser {

  private static final long LONGEST_MILLIS = 120_000;

  private final RunningServer at;
  private final String token;
  private String cookie = "";

  Browser(RunningServer at) {
    this(at, "");
  }

  /** A program with a token. */
  Browser(RunningServer at, String token) {
    this.at = at;
    this.token = token;
  }

  /** A request with nothing of ours in it but the cookie. */
  HttpRequest<Buffer> bare(HttpMethod method, String path) {
    HttpRequest<Buffer> request =
        at.http.request(method, at.server.port(), RunningServer.HOST, path).timeout(LONGEST_MILLIS);
    if (!token.isEmpty()) {
      return request.putHeader("Authorization", "Bearer " + token);
    }
    return cookie.isEmpty() ? request : request.putHeader("Cookie", cookie);
  }

  String cookie() {
    return cookie;
  }

  HttpResponse<Buffer> get(String path) {
    return bare(HttpMethod.GET, path).send().await();
  }

  HttpResponse<Buffer> post(String path, JsonObject body) {
    return kept(change(HttpMethod.POST, path).sendJsonObject(body).await());
  }

  HttpResponse<Buffer> post(String path, byte[] body) {
    return kept(change(HttpMethod.POST, path).sendBuffer(Buffer.buffer(body)).await());
  }

  HttpResponse<Buffer> put(String path, JsonObject body) {
    return change(HttpMethod.PUT, path).sendJsonObject(body).await();
  }

  HttpResponse<Buffer> delete(String path) {
    return change(HttpMethod.DELETE, path).send().await();
  }

  /** Imports a file. */
  HttpResponse<Buffer> bring(String project, byte[] file) {
    return post("/api/projects/" + project + "/documents?title=Text", file);
  }

  private HttpRequest<Buffer> change(HttpMethod method, String path) {
    return bare(method, path).putHeader("X-Dianjiao", "1");
  }

  private HttpResponse<Buffer> kept(HttpResponse<Buffer> answer) {
    List<String> cookies = answer.cookies();
    if (!cookies.isEmpty()) {
      cookie = cookies.get(0).split(";", 2)[0];
    }
    return answer;
  }

  /** What one signs in with. */
  static JsonObject person(String name, String password) {
    return new JsonObject().put("name", name).put("password", password);
  }

  HttpResponse<Buffer> signIn(String name, String password) {
    return post("/api/session", person(name, password));
  }

  /** The id of the account that is signed in. */
  String account() {
    return expect(200, get("/api/me")).getString("id");
  }

  /** Nobody is signed in here any more. */
  void isOut() {
    refused(get("/api/me"), 401, "nobody is signed in");
  }

  /** It was not done, and in these words. */
  static void refused(HttpResponse<Buffer> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    assertThat(answer.bodyAsJsonObject().getString("message")).contains(words);
  }

  /** What was answered, when it was answered so. */
  JsonObject expect(int status, HttpResponse<Buffer> answer) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    return answer.bodyAsJsonObject();
  }

  String ticket() {
    return expect(200, post("/api/ticket", new JsonObject())).getString("ticket");
  }

  WebSocketConnectOptions socket() {
    return new WebSocketConnectOptions()
        .setHost(RunningServer.HOST)
        .setPort(at.server.port())
        .setURI("/api/socket");
  }

  /** A socket that has said nothing yet. */
  Tab silentTab() {
    return new Tab(at.sockets, socket());
  }

  /** A socket that was welcomed. */
  Tab tab() {
    Tab tab = silentTab();
    tab.send(new JsonObject().put("type", "hello").put("protocol", 1).put("ticket", ticket()));
    tab.next("welcome");
    return tab;
  }

  /** A socket that has a document open. */
  Tab tab(String document) {
    Tab tab = tab();
    tab.send(tab.open(document));
    tab.next("opened");
    return tab;
  }
}
