package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server that really runs refuses over HTTP, and in which words. */
class HttpBorderTest {

  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{20,})'");

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject person(String name, String password) {
    return new JsonObject().put("name", name).put("password", password);
  }

  private static void refused(HttpResponse<Buffer> answer, int status, String code, String words) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    assertThat(answer.bodyAsJsonObject().getString("code")).isEqualTo(code);
    assertThat(answer.bodyAsJsonObject().getString("message")).contains(words);
  }

  @Test
  void setupTokenWorksOnce() {
    JsonObject again = person("second", RunningServer.PASSWORD).put("token", server.setupToken);
    refused(server.browser().post("/api/setup", again), 403, "not-permitted", "used up");
    assertThat(server.browser().get("/api/status").bodyAsJsonObject().getBoolean("setup"))
        .isFalse();
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOfOtherSites() {
    server.stranger("cookie");
    HttpResponse<Buffer> answer =
        server.browser().post("/api/session", person("cookie", RunningServer.PASSWORD));
    assertThat(answer.cookies()).hasSize(1);
    assertThat(answer.cookies().get(0))
        .containsIgnoringCase("; HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .contains("Max-Age=43200");
    assertThat(answer.bodyAsString()).doesNotContain(RunningServer.PASSWORD);
  }

  @Test
  void onAPublicComputerTheCookieGoesWithTheBrowser() {
    server.stranger("public");
    JsonObject signIn = person("public", RunningServer.PASSWORD).put("publicComputer", true);
    HttpResponse<Buffer> answer = server.browser().post("/api/session", signIn);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.cookies().get(0))
        .containsIgnoringCase("; HttpOnly")
        .contains("SameSite=Strict")
        .doesNotContain("Max-Age")
        .doesNotContain("Expires");
  }

  /** What the browser of somebody who is signed in sends for another site. */
  private static HttpResponse<Buffer> forged(Map<String, String> headers) {
    HttpRequest<Buffer> request = server.administrator.bare(HttpMethod.POST, "/api/projects");
    headers.forEach(request::putHeader);
    return request.sendJsonObject(new JsonObject().put("name", "forged")).await();
  }

  @Test
  void refusesAChangeWithoutItsHeader() {
    refused(forged(Map.of()), 403, "not-permitted", "X-Dianjiao: 1");
    assertThat(server.administrator.get("/api/projects").bodyAsString()).doesNotContain("forged");
  }

  @Test
  void refusesAChangeFromAnotherOrigin() {
    Map<String, String> headers = Map.of("X-Dianjiao", "1", "Origin", "https://elsewhere.example");
    refused(forged(headers), 403, "not-permitted", "own pages");
  }

  @Test
  void refusesAChangeThatTheBrowserCallsForeign() {
    Map<String, String> headers = Map.of("X-Dianjiao", "1", "Sec-Fetch-Site", "cross-site");
    refused(forged(headers), 403, "not-permitted", "own pages");
  }

  @Test
  void pagesHaveAStrictPolicyWithAFreshNonce() {
    String first = server.browser().get("/").getHeader("Content-Security-Policy");
    String second = server.browser().get("/").getHeader("Content-Security-Policy");
    assertThat(first)
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval");
    assertThat(nonce(first)).isNotEqualTo(nonce(second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/status", "/api/nothing", "/api/me", "/api/projects/%3Cscript%3E"})
  void whatIsNoPageMayDoNothingWhenItIsShownAsOne(String path) {
    HttpResponse<Buffer> answer = server.browser().get(path);
    assertThat(answer.getHeader("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
    assertThat(answer.getHeader("Content-Type")).startsWith("application/json");
  }

  private static String nonce(String policy) {
    Matcher nonce = NONCE.matcher(policy);
    assertThat(nonce.find()).as(policy).isTrue();
    return nonce.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/status", "/api/nothing"})
  void everyAnswerTellsTheBrowserNotToGuess(String path) {
    assertThat(server.browser().get(path).getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void saysWhereAFileIsNotUtf8() {
    byte[] file = "天津\n條約".getBytes(StandardCharsets.UTF_8);
    file[file.length - 3] = (byte) 0xFF;
    HttpResponse<Buffer> answer = server.administrator.bring(server.project, file);
    refused(answer, 422, "malformed", "FF");
    assertThat(place(answer)).isEqualTo("2:2");
  }

  /** Line and column that an answer names. */
  private static String place(HttpResponse<Buffer> answer) {
    JsonObject problem = answer.bodyAsJsonObject();
    return problem.getInteger("line") + ":" + problem.getInteger("column");
  }

  @Test
  void saysWhereAFileHasAControlCharacter() {
    HttpResponse<Buffer> answer =
        server.administrator.bring(server.project, "𠲽\u0007".getBytes(StandardCharsets.UTF_8));
    refused(answer, 422, "malformed", "U+0007");
    assertThat(place(answer)).isEqualTo("1:2");
  }

  @Test
  void exportsTheTextThatWasImported() {
    String id = server.document("第一款\r\n𠲽葛\uDB40\uDD00 \n");
    assertThat(
            server
                .administrator
                .get("/api/documents/" + id + "/export?format=text")
                .bodyAsBuffer()
                .toString(StandardCharsets.UTF_8))
        .isEqualTo("第一款\n𠲽葛\uDB40\uDD00 \n");
  }

  @Test
  void refusesAnExportFormatThatDoesNotExist() {
    String id = server.document("文");
    HttpResponse<Buffer> answer =
        server.administrator.get("/api/documents/" + id + "/export?format=docx");
    refused(answer, 400, "malformed", "docx");
  }

  @Test
  void refusesADocumentThatDoesNotExist() {
    refused(server.administrator.get("/api/documents/none"), 404, "unknown-document", "no such");
  }

  @Test
  void doesNotTellAStrangerWhetherADocumentExists() {
    Browser stranger = server.stranger("stranger");
    String id = server.document("文");
    assertThat(stranger.get("/api/documents/" + id).bodyAsString())
        .isEqualTo(stranger.get("/api/documents/none").bodyAsString());
  }

  @Test
  void saysWhichRoleAnImportTakes() {
    Browser viewer = server.member("viewer", "viewer");
    refused(
        viewer.bring(server.project, "文".getBytes(StandardCharsets.UTF_8)),
        403,
        "not-permitted",
        "a viewer may not add documents to this project; it takes a manager");
  }

  @Test
  void onlyAnAdministratorMakesAccounts() {
    Browser manager = server.member("manager", "manager");
    refused(
        manager.post("/api/accounts", person("friend", RunningServer.PASSWORD)),
        403,
        "not-permitted",
        "administrator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/me", "/api/projects", "/api/accounts", "/api/plugins", "/api/documents/x"})
  void tellsNothingToNobody(String path) {
    refused(server.browser().get(path), 401, "not-signed-in", "nobody is signed in");
  }

  @Test
  void answersAWrongPasswordLikeAnUnknownName() {
    server.stranger("known");
    String known = server.browser().post("/api/session", person("known", "wrong")).bodyAsString();
    String unknown =
        server.browser().post("/api/session", person("nobody", "wrong")).bodyAsString();
    assertThat(known).isEqualTo(unknown).contains("not-signed-in");
  }

  @Test
  void makesANameWaitAfterManyWrongPasswords() {
    server.stranger("tried");
    for (int i = 0; i < RunningServer.LIMITS.signInTries(); i++) {
      server.browser().post("/api/session", person("tried", "wrong"));
    }
    refused(
        server.browser().post("/api/session", person("tried", RunningServer.PASSWORD)),
        429,
        "too-many",
        "quarter of an hour");
  }

  @Test
  void refusesAShortPassword() {
    refused(
        server.administrator.post("/api/accounts", person("short", "elevenchars")),
        400,
        "malformed",
        "a password has 12 to 256 characters; this one has 11");
  }

  @Test
  void refusesABodyThatIsNoJson() {
    refused(
        server.administrator.post("/api/projects", "{name".getBytes(StandardCharsets.UTF_8)),
        400,
        "malformed",
        "this is not JSON");
  }

  @Test
  void refusesABodyOverTheLimit() {
    byte[] body = new byte[RunningServer.LIMITS.bodyBytes() + 1];
    refused(server.administrator.post("/api/projects", body), 413, "too-large", "limit");
  }

  private static String membership(String project, Browser person) {
    String account = person.get("/api/me").bodyAsJsonObject().getString("id");
    return "/api/projects/" + project + "/members/" + account;
  }

  @Test
  void refusesARoleThatDoesNotExist() {
    Browser member = server.member("climber", "viewer");
    HttpResponse<Buffer> answer =
        server.administrator.put(
            membership(server.project, member), new JsonObject().put("role", "emperor"));
    refused(
        answer,
        400,
        "malformed",
        "\"emperor\" is none of viewer, annotator, editor, reviewer, manager in role");
  }

  @Test
  void aManagerCannotReachIntoAnotherProject() {
    Browser manager = server.member("neighbour", "manager");
    String other =
        server
            .administrator
            .post("/api/projects", new JsonObject().put("name", "Other"))
            .bodyAsJsonObject()
            .getString("id");
    HttpResponse<Buffer> answer =
        manager.put(membership(other, manager), new JsonObject().put("role", "manager"));
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(404);
  }
}
