package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dianjiao.people.Permission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program may do with the token that somebody gave it. */
class TokenTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser reviewer;
  private static Browser manager;
  private static String document;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    reviewer = server.member("reviewer", "reviewer");
    manager = server.member("manager", "manager");
    document = server.document("天津條約");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject wanted(String... permissions) {
    return new JsonObject()
        .put("name", "script")
        .put("permissions", new JsonArray(List.of(permissions)));
  }

  private static JsonObject make(Browser owner, JsonObject wanted) {
    return owner.expect(200, owner.post("/api/me/tokens", wanted));
  }

  private static String token(Browser owner, String... permissions) {
    return make(owner, wanted(permissions)).getString("secret");
  }

  private static String[] everything() {
    return Arrays.stream(Permission.values()).map(Permission::word).toArray(String[]::new);
  }

  private static HttpRequest<Buffer> with(String token, HttpMethod method, String path) {
    return server
        .http
        .request(method, server.server.port(), RunningServer.HOST, path)
        .putHeader("Authorization", "Bearer " + token);
  }

  private static HttpResponse<Buffer> get(String token, String path) {
    return with(token, HttpMethod.GET, path).send().await();
  }

  private static HttpResponse<Buffer> bring(String token, String project) {
    return with(token, HttpMethod.POST, "/api/projects/" + project + "/documents?title=Text")
        .sendBuffer(Buffer.buffer("文".getBytes(StandardCharsets.UTF_8)))
        .await();
  }

  private static Tab tab(String token) {
    HttpResponse<Buffer> answer = with(token, HttpMethod.POST, "/api/ticket").send().await();
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    Tab tab = server.browser().silentTab();
    tab.send(
        new JsonObject()
            .put("type", "hello")
            .put("protocol", 1)
            .put("ticket", answer.bodyAsJsonObject().getString("ticket")));
    tab.next("welcome");
    return tab;
  }

  @Test
  void isShownOnceAndListedWithoutItsSecret() {
    Browser owner = server.member("lister", "annotator");
    String secret = token(owner, "read-document");
    assertThat(secret).matches("dj_[A-Za-z0-9_-]{43}");
    String list = owner.get("/api/me/tokens").bodyAsString();
    assertThat(list)
        .contains("\"script\"")
        .doesNotContain(secret)
        .doesNotContain(secret.substring(3));
    JsonObject told = new JsonObject(list).getJsonArray("tokens").getJsonObject(0);
    assertThat(told.getString("lastUsed")).isNull();
    Duration life = Duration.between(told.getInstant("created"), told.getInstant("expires"));
    assertThat(life.toHours()).isBetween(90L * 24 - 1, 90L * 24);
    get(secret, "/api/projects");
    assertThat(
            owner
                .get("/api/me/tokens")
                .bodyAsJsonObject()
                .getJsonArray("tokens")
                .getJsonObject(0)
                .getInstant("lastUsed"))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void doesWhatItsScopeSaysAndNothingElse() {
    String reading = token(manager, "read-document");
    assertThat(get(reading, "/api/documents/" + document).statusCode()).isEqualTo(200);
    refused(
        get(reading, "/api/documents/" + document + "/export?format=text"),
        403,
        "this token may not export this document");
    refused(bring(reading, server.project), 403, "this token may not add documents");
    assertThat(bring(token(manager, "import-document"), server.project).statusCode())
        .isEqualTo(200);
  }

  @Test
  void neverDoesMoreThanItsAccount() {
    String all = token(server.member("small", "annotator"), everything());
    refused(bring(all, server.project), 403, "an annotator may not add documents");
  }

  @Test
  void losesWhatItsAccountLoses() {
    Browser owner = server.member("falling", "manager");
    String all = token(owner, everything());
    assertThat(bring(all, server.project).statusCode()).isEqualTo(200);
    String account = owner.get("/api/me").bodyAsJsonObject().getString("id");
    server.administrator.put(
        "/api/projects/" + server.project + "/members/" + account,
        new JsonObject().put("role", "viewer"));
    refused(bring(all, server.project), 403, "a viewer may not add documents");
    server.administrator.put("/api/accounts/" + account + "/suspension", new JsonObject());
    refused(get(all, "/api/projects"), 401, "wrong, revoked or too old");
  }

  @Test
  void reachesNoOtherProjectThanItsOwn() {
    String other =
        server
            .administrator
            .post("/api/projects", new JsonObject().put("name", "Other"))
            .bodyAsJsonObject()
            .getString("id");
    String narrow =
        make(server.administrator, wanted(everything()).put("project", other)).getString("secret");
    refused(get(narrow, "/api/documents/" + document), 404, "not yours to see");
    refused(get(narrow, "/api/projects/" + server.project), 404, "not yours to see");
    refused(bring(narrow, server.project), 404, "not yours to see");
    assertThat(bring(narrow, other).statusCode()).isEqualTo(200);
    assertThat(get(narrow, "/api/projects").bodyAsJsonArray()).hasSize(1);
    refused(get(narrow, "/api/accounts"), 403, "this token reaches one project only");
    Tab tab = tab(narrow);
    tab.send(tab.open(document));
    assertThat(tab.next("failed").getString("code")).isEqualTo("unknown-document");
  }

  @Test
  void isToldNothingOfWhatConcernsItsAccountInOtherProjects() {
    String keeper =
        server.administrator.expect(200, server.administrator.get("/api/me")).getString("id");
    Browser giver = server.member("giver", "manager");
    JsonObject work = new JsonObject().put("account", keeper).put("task", "punctuate");
    giver.expect(200, giver.post("/api/documents/" + document + "/assignments", work));
    String other =
        server
            .administrator
            .post("/api/projects", new JsonObject().put("name", "Elsewhere"))
            .bodyAsJsonObject()
            .getString("id");
    JsonObject wanted = wanted(everything());
    String wide = make(server.administrator, wanted).getString("secret");
    String narrow = make(server.administrator, wanted.put("project", other)).getString("secret");
    assertThat(get(wide, "/api/inbox").bodyAsJsonObject().getJsonArray("news")).isNotEmpty();
    assertThat(get(narrow, "/api/inbox").bodyAsJsonObject().getJsonArray("news")).isEmpty();
  }

  @Test
  void doesNothingInADocumentBeforeItIsKnownThatItReachesThere() {
    String other =
        server
            .administrator
            .post("/api/projects", new JsonObject().put("name", "Another"))
            .bodyAsJsonObject()
            .getString("id");
    String narrow =
        make(server.administrator, wanted(everything()).put("project", other)).getString("secret");
    String path = "/api/documents/" + document;
    long before = server.administrator.get(path).bodyAsJsonObject().getLong("revision");
    Tab tab = tab(narrow);
    for (int turn = 0; turn < 50; turn++) {
      tab.send(tab.open(document));
      tab.send(tab.submit(document, 1, before, new JsonArray().add(0).add("文"), 4));
      assertThat(tab.next("refused").getString("code")).isEqualTo("unknown-document");
    }
    assertThat(server.administrator.get(path).bodyAsJsonObject().getLong("revision"))
        .isEqualTo(before);
  }

  @Test
  void keepsItsScopeOverTheSocket() {
    Tab tab = tab(token(manager, "read-document"));
    tab.send(tab.open(document));
    tab.next("opened");
    tab.send(tab.submit(document, 1, 0, new JsonArray().add(0).add("文"), 4));
    JsonObject refusal = tab.next("refused");
    assertThat(refusal.getString("code")).isEqualTo("not-permitted");
    assertThat(refusal.getString("message")).contains("this token may not edit this text");
  }

  @Test
  void ofAPluginNeitherApprovesNorDecides() {
    JsonObject plugin = wanted("read-document", "approve").put("plugin", true);
    refused(reviewer.post("/api/me/tokens", plugin), 400, "that takes a person");
    refused(
        reviewer.post("/api/me/tokens", wanted("decide").put("plugin", true)),
        400,
        "that takes a person");
  }

  @Test
  void needsNoHeaderOfOursAndTheCookieBesideItCountsForNothing() {
    String reading = token(reviewer, "read-document");
    HttpRequest<Buffer> request = with(reading, HttpMethod.POST, "/api/ticket");
    assertThat(request.send().await().statusCode()).isEqualTo(200);
    HttpResponse<Buffer> made =
        with(reading, HttpMethod.POST, "/api/projects")
            .putHeader("Cookie", server.administrator.cookie())
            .sendJsonObject(new JsonObject().put("name", "By two"))
            .await();
    refused(made, 403, "this takes an administrator");
    HttpResponse<Buffer> wrong =
        with("dj_" + Identity.secret(), HttpMethod.GET, "/api/me")
            .putHeader("Cookie", server.administrator.cookie())
            .send()
            .await();
    refused(wrong, 401, "wrong, revoked or too old");
  }

  @Test
  void makesNoTokensAndChangesNoPassword() {
    String all = token(manager, everything());
    refused(
        with(all, HttpMethod.POST, "/api/me/tokens").sendJsonObject(wanted("approve")).await(),
        403,
        "a person, not a token");
    refused(
        with(all, HttpMethod.PUT, "/api/me/password").sendJsonObject(new JsonObject()).await(),
        403,
        "a person, not a token");
    refused(get(all, "/api/me/sign-ins"), 403, "a person, not a token");
    refused(
        with(token(server.administrator, everything()), HttpMethod.POST, "/api/projects")
            .sendJsonObject(new JsonObject().put("name", "By a program"))
            .await(),
        403,
        "a person, not a token");
  }

  @Test
  void isOutAtOnceWhenItIsRevoked() throws Exception {
    JsonObject made = make(reviewer, wanted("read-document"));
    Tab tab = tab(made.getString("secret"));
    String id = made.getJsonObject("token").getString("id");
    refused(manager.delete("/api/me/tokens/" + id), 404, "there is no token");
    assertThat(reviewer.delete("/api/me/tokens/" + id).statusCode()).isEqualTo(200);
    assertThat(tab.closeCode()).isEqualTo(4403);
    refused(get(made.getString("secret"), "/api/projects"), 401, "wrong, revoked or too old");
  }

  @Test
  void livesNoLongerThanTheServerAllows() {
    refused(
        reviewer.post("/api/me/tokens", wanted("read-document").put("days", 366)),
        400,
        "1 to 365 days, not 366");
    refused(
        reviewer.post("/api/me/tokens", wanted("read-document").put("days", 0)),
        400,
        "1 to 365 days, not 0");
    refused(reviewer.post("/api/me/tokens", wanted("rule")), 400, "no permission \"rule\"");
    refused(reviewer.post("/api/me/tokens", wanted()), 400, "of no use");
  }
}
