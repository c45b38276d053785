package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The browser of an administrator sends, with its cookie, what a page of another site makes it
 * send, to every address of the server: nothing changes.
 */
class ForeignPageTest {

  private static final String ELSEWHERE = "https://elsewhere.example";

  private static final Limits LIMITS = Json.readSettings("sockets-per-address: 5000", Limits.class);
  private static final AccountLimits ACCOUNTS =
      Json.readSettings(
          "password-kib: 64\ntokens-per-account: 1000\ninvitations-open: 1000",
          AccountLimits.class);

  /** What another site's page, or a form in it, can and cannot put on a request. */
  private static final List<Map<String, String>> FORGERIES =
      List.of(
          Map.of(),
          Map.of("Origin", ELSEWHERE, "Content-Type", "application/x-www-form-urlencoded"),
          Map.of("Origin", ELSEWHERE, "Content-Type", "multipart/form-data; boundary=x"),
          Map.of("Origin", "null", "Content-Type", "text/plain"),
          Map.of("Content-Type", "text/plain"),
          Map.of("Sec-Fetch-Site", "cross-site", "Content-Type", "application/json"),
          Map.of("Origin", ELSEWHERE, "X-Dianjiao", "1"),
          Map.of("Origin", "null", "X-Dianjiao", "1"),
          Map.of("Origin", "http://127.0.0.1:1", "X-Dianjiao", "1"),
          Map.of("Sec-Fetch-Site", "same-site", "X-Dianjiao", "1"),
          Map.of("Sec-Fetch-Site", "cross-site", "X-Dianjiao", "1"),
          Map.of("Origin", ELSEWHERE, "X-Dianjiao", "0"));

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;
  private static Scene scene;

  @BeforeAll
  static void start() {
    Scene.install(folder);
    server = new RunningServer(folder, LIMITS, ACCOUNTS);
    rows = new Rows(folder.resolve("data"));
    String account = server.administrator.get("/api/me").bodyAsJsonObject().getString("id");
    Scene.Person keeper = new Scene.Person("administrator", server.administrator, account);
    scene = new Scene(server, rows, keeper, keeper);
  }

  @AfterAll
  static void stop() {
    rows.close();
    server.close();
  }

  private static Stream<HttpAttempt> attempts() {
    return HttpAttempts.all().stream();
  }

  static Stream<HttpAttempt> changing() {
    return attempts()
        .filter(attempt -> !HttpMethod.GET.equals(attempt.method()))
        .filter(attempt -> attempt.operation() != Operation.RECONCILE_OPENLY);
  }

  static Stream<HttpAttempt> reading() {
    return attempts()
        .filter(attempt -> HttpMethod.GET.equals(attempt.method()))
        .filter(attempt -> !isService(attempt));
  }

  /** What pages of other sites may read as the protocol wants it, without anybody's sign-in. */
  static Stream<HttpAttempt> serving() {
    return attempts()
        .filter(ForeignPageTest::isService)
        .filter(attempt -> !changing().toList().contains(attempt));
  }

  private static boolean isService(HttpAttempt attempt) {
    return attempt.route().contains("/reconciliation");
  }

  private static HttpResponse<Buffer> sent(
      HttpMethod method, String address, Map<String, String> headers, Buffer body) {
    HttpRequest<Buffer> request = server.administrator.bare(method, address);
    headers.forEach(request::putHeader);
    return request.sendBuffer(body).await();
  }

  @ParameterizedTest
  @MethodSource("changing")
  void nothingIsChangedForAPageOfAnotherSite(HttpAttempt attempt) {
    String address = attempt.address(scene);
    Buffer body = attempt.body().apply(scene);
    String before = rows.all();
    for (Map<String, String> forgery : FORGERIES) {
      HttpResponse<Buffer> answer = sent(attempt.method(), address, forgery, body);
      assertThat(answer.statusCode()).as("%s with %s", attempt.route(), forgery).isEqualTo(403);
      assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
    }
    assertThat(rows.all()).isEqualTo(before);
    assertThat(server.administrator.get("/api/me").statusCode()).isEqualTo(200);
  }

  /** A page of another site can always make the browser read, and cannot see what. */
  @ParameterizedTest
  @MethodSource("reading")
  void readingChangesNothing(HttpAttempt attempt) {
    String address = attempt.address(scene);
    String before = rows.all();
    Map<String, String> disguised =
        Map.of("Origin", ELSEWHERE, "X-HTTP-Method-Override", "DELETE", "X-Method", "DELETE");
    HttpResponse<Buffer> answer =
        sent(HttpMethod.GET, address, disguised, attempt.body().apply(scene));
    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
    assertThat(rows.all()).isEqualTo(before);
  }

  /** A browser gives no page what came with a cookie where all origins are allowed. */
  @ParameterizedTest
  @MethodSource("serving")
  void aServiceIsReadByAllAndInNobodysName(HttpAttempt attempt) {
    String address = attempt.address(scene);
    String before = rows.all();
    for (Map<String, String> forgery : FORGERIES) {
      HttpResponse<Buffer> answer =
          sent(attempt.method(), address, forgery, attempt.body().apply(scene));
      assertThat(answer.getHeader("Access-Control-Allow-Origin")).isIn("*", null);
      assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
    }
    assertThat(rows.all()).isEqualTo(before);
  }

  private static WebSocketConnectOptions socket(String... headers) {
    WebSocketConnectOptions options = server.administrator.socket();
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    return options;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ELSEWHERE, "null", "http://127.0.0.1:1", "http://localhost", "no address"})
  void aSocketOfAnotherOriginIsRefused(String origin) {
    String cookie = server.administrator.cookie();
    assertThatThrownBy(() -> new Tab(server.sockets, socket("Origin", origin, "Cookie", cookie)))
        .isInstanceOf(UpgradeRejectedException.class);
    assertThatThrownBy(() -> new Tab(server.sockets, socket("Origin", origin)))
        .isInstanceOf(UpgradeRejectedException.class);
  }

  @Test
  void aSocketWithACookieNamesItsOrigin() {
    String cookie = server.administrator.cookie();
    WebSocketConnectOptions unnamed = socket("Cookie", cookie).setAllowOriginHeader(false);
    assertThatThrownBy(() -> new Tab(server.sockets, unnamed))
        .isInstanceOf(UpgradeRejectedException.class);
    String own = "http://" + RunningServer.HOST + ":" + server.server.port();
    new Tab(server.sockets, socket("Cookie", cookie, "Origin", own)).close();
    new Tab(server.sockets, socket().setAllowOriginHeader(false))
        .close(); // a program, which has a token or nothing
  }
}
