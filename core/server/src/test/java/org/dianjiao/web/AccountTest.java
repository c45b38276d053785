package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first account of a server, who is suspended and comes back, and what one is called. */
class AccountTest {

  private static final AccountLimits LIMITS =
      new AccountLimits(1_000, 5, 60, 1, 64, 2, 20, 7, 200, 24, 90, 365, 50);

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder, RunningServer.LIMITS, LIMITS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSetupTokenIsForTheOwnerOfTheServerAndCannotBeTriedForEver(@TempDir Path other)
      throws Exception {
    ServerSettings settings = RunningServer.settings(other, false, LIMITS);
    Path file = other.resolve("data").resolve("setup-token");
    try (Server fresh = Server.start(settings)) {
      String token = fresh.setupToken().orElseThrow();
      assertThat(Files.readString(file).strip()).isEqualTo(token);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      for (int i = 0; i < LIMITS.setupTries(); i++) {
        refused(setUp(fresh, "made up"), 403, "wrong, used up or too old");
      }
      refused(setUp(fresh, token), 429, "wait a minute");
    }
    try (Server again = Server.start(settings)) {
      String token = again.setupToken().orElseThrow();
      assertThat(setUp(again, token).statusCode()).isEqualTo(200);
      assertThat(file).doesNotExist();
      refused(setUp(again, token), 403, "wrong, used up or too old");
    }
  }

  private static HttpResponse<Buffer> setUp(Server at, String token) {
    return server
        .http
        .post(at.port(), RunningServer.HOST, "/api/setup")
        .putHeader("X-Dianjiao", "1")
        .sendJsonObject(Browser.person("keeper", RunningServer.PASSWORD).put("token", token))
        .await();
  }

  @Test
  void whoIsSuspendedIsOutAtOnceAndComesBackWithAllRights() throws Exception {
    Browser browser = server.member("resting", "annotator");
    String id = browser.account();
    String document = server.document("天津條約");
    Tab tab = browser.tab(document);
    assertThat(server.suspend(id).statusCode()).isEqualTo(200);
    tab.closesAtOnce();
    browser.isOut();
    refused(
        server.browser().signIn("resting", RunningServer.PASSWORD), 403, "account is suspended");
    refused(
        server.browser().signIn("resting", "a wrong password"), 401, "name or password is wrong");
    assertThat(server.administrator.get("/api/projects/" + server.project).bodyAsString())
        .contains(id);
    server.administrator.delete("/api/accounts/" + id + "/suspension");
    Browser back = server.again("resting");
    back.tab(document);
  }

  @Test
  void onlyAdministratorsSuspendAndNobodyThemselves() {
    Browser manager = server.member("mighty", "manager");
    Browser victim = server.stranger("lowly");
    refused(
        manager.put("/api/accounts/" + victim.account() + "/suspension", new JsonObject()),
        403,
        "administrator");
    refused(server.suspend(server.administrator.account()), 403, "nobody suspends themselves");
  }

  @Test
  void changesNameColourAndEmail() {
    Browser browser = server.stranger("plain");
    JsonObject profile =
        new JsonObject()
            .put("name", "fancy")
            .put("colour", "#1F5FA8")
            .put("email", "f@example.org");
    browser.expect(200, browser.put("/api/me/profile", profile));
    assertThat(browser.get("/api/me/profile").bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("name", "fancy")
                .put("colour", "#1f5fa8")
                .put("email", "f@example.org")
                .put("password", true)
                .put("openId", false));
    refused(
        browser.put("/api/me/profile", profile.copy().put("colour", "#ffff00")), 400, "contrast");
    refused(browser.put("/api/me/profile", profile.copy().put("email", "nowhere")), 400, "an @");
    refused(browser.put("/api/me/profile", profile.copy().put("name", "KEEPER")), 409, "taken");
  }

  @Test
  void administratorsRename() {
    Browser browser = server.stranger("misspelt");
    JsonObject name = new JsonObject().put("name", "spelt");
    refused(
        browser.put("/api/accounts/" + browser.account() + "/name", name), 403, "administrator");
    server.administrator.put("/api/accounts/" + browser.account() + "/name", name);
    assertThat(browser.get("/api/me").bodyAsJsonObject().getString("name")).isEqualTo("spelt");
  }
}
