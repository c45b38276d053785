package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that really runs writes into its audit log. */
class AuditTest {

  private static final int REFUSALS = 5;

  @TempDir Path folder;

  private RunningServer server;
  private Rows rows;

  @BeforeEach
  void start() {
    server =
        new RunningServer(folder, Json.readSettings("audited-refusals: " + REFUSALS, Limits.class));
    rows = new Rows(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<JsonObject> entries(String query) {
    JsonArray found = server.administrator.get("/api/audit?limit=500" + query).bodyAsJsonArray();
    return found.stream().map(JsonObject.class::cast).toList();
  }

  private static String account(Browser browser) {
    return browser.expect(200, browser.get("/api/me")).getString("id");
  }

  @Test
  void saysWhoMadeWhomAMemberAndWhoCameIn() {
    Browser member = server.member("member", "viewer");
    JsonObject role = entries("&operation=set-role").get(0);
    assertThat(role.getString("outcome")).isEqualTo("allowed");
    assertThat(role.getString("name")).isEqualTo("keeper");
    assertThat(role.getString("thing")).isEqualTo(server.project);
    assertThat(role.getString("address")).isEqualTo("127.0.0.1");
    assertThat(entries("&operation=sign-in&account=" + account(member))).hasSize(1);
    assertThat(entries("&operation=make-account")).hasSize(1);
    assertThat(entries("&since=2999-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void saysWhoWasDeniedAndWhoFailedToSignIn() {
    Browser viewer = server.member("viewer", "viewer");
    assertThat(viewer.post("/api/projects", new JsonObject().put("name", "x")).statusCode())
        .isEqualTo(403);
    JsonObject denied = entries("&operation=make-project&account=" + account(viewer)).get(0);
    assertThat(denied.getString("outcome")).isEqualTo("denied");
    assertThat(denied.getString("detail")).isEqualTo("not-permitted");
    JsonObject wrong = new JsonObject().put("name", "viewer").put("password", "not this one");
    server.browser().post("/api/session", wrong);
    JsonObject failed = entries("&operation=sign-in").get(0);
    assertThat(failed.getString("outcome")).isEqualTo("failed");
    assertThat(failed.getString("thing")).isEqualTo(account(viewer));
    assertThat(failed.encode()).doesNotContain("not this one");
  }

  @Test
  void saysThatAnAdministratorLookedAtADocumentOfOthers() {
    String document = server.document("天津");
    rows.change("DELETE FROM membership");
    server.administrator.get("/api/documents/" + document + "/text");
    assertThat(entries("&operation=read-past-text"))
        .extracting(entry -> entry.getString("thing"))
        .containsExactly(document);
  }

  @Test
  void whatCannotBeWrittenDownIsNotDone() {
    rows.change("ALTER TABLE audit RENAME TO elsewhere");
    String before = rows.all();
    JsonObject name = new JsonObject().put("name", "unseen");
    assertThat(server.administrator.post("/api/projects", name).statusCode()).isEqualTo(503);
    assertThat(rows.all()).isEqualTo(before);
    JsonObject keeper = new JsonObject().put("name", "keeper");
    keeper.put("password", RunningServer.PASSWORD);
    assertThat(server.browser().post("/api/session", keeper).statusCode()).isEqualTo(503);
    assertThat(server.administrator.get("/api/projects").bodyAsString()).doesNotContain("unseen");
    rows.change("ALTER TABLE elsewhere RENAME TO audit");
    assertThat(server.administrator.post("/api/projects", name).statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsRefusedOftenDoesNotFillTheDisk() {
    Browser stranger = server.stranger("stranger");
    int before = entries("").size();
    for (int i = 0; i < 4 * REFUSALS; i++) {
      stranger.get("/api/projects/" + server.project);
    }
    assertThat(entries("").size() - before).isLessThanOrEqualTo(REFUSALS + 2);
  }

  @Test
  void aNameWithALineBreakInAnAddressIsOneLine() {
    Browser stranger = server.stranger("stranger");
    stranger.get("/api/projects/p%0A99%20allowed");
    JsonObject denied = entries("&account=" + account(stranger)).get(0);
    assertThat(denied.getString("thing")).isEqualTo("p\\u000A99 allowed");
  }
}
