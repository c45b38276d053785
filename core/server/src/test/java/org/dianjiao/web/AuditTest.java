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
    rows.close();
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

  @Test
  void saysWhatWasDeniedOverASocket() {
    Browser viewer = server.member("viewer", "viewer");
    String document = server.document("天津");
    Tab tab = viewer.tab(document);
    tab.send(tab.submit(document, 1, 1, 0, new JsonArray().add(0).add("x")));
    assertThat(tab.next("refused").getString("code")).isEqualTo("not-permitted");
    tab.send(Tab.frame("analyze", document).put("plugin", "names"));
    tab.next("failed");
    JsonObject edit = awaited("&operation=edit-text");
    assertThat(edit.getString("outcome")).isEqualTo("denied");
    assertThat(edit.getString("account")).isEqualTo(account(viewer));
    assertThat(edit.getString("thing")).isEqualTo(document);
    assertThat(edit.getString("address")).isEqualTo("127.0.0.1");
    assertThat(edit.getString("detail")).isEqualTo("not-permitted");
    assertThat(awaited("&operation=analyze").getString("outcome")).isEqualTo("denied");
    tab.close();
  }

  /** The newest entry of a kind, when it is there: frames are answered before they are written. */
  private JsonObject awaited(String query) {
    long until = System.nanoTime() + 5_000_000_000L;
    while (entries(query).isEmpty() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(entries(query)).as(query).isNotEmpty();
    return entries(query).get(0);
  }

  @Test
  void aFloodOfRefusedFramesDoesNotFillTheDisk() {
    Browser viewer = server.member("viewer", "viewer");
    String document = server.document("天津");
    Tab tab = viewer.tab(document);
    for (int i = 0; i < 6 * REFUSALS; i++) {
      tab.send(Tab.frame("analyze", document).put("plugin", "names"));
    }
    for (int i = 0; i < 6 * REFUSALS; i++) {
      tab.next("failed");
    }
    awaited("&operation=analyze");
    assertThat(entries("&operation=analyze")).hasSizeBetween(1, REFUSALS);
    tab.close();
  }

  @Test
  void saysThatAnAdministratorOpenedADocumentOfOthers() {
    String own = server.document("天津");
    server.administrator.tab(own).close();
    assertThat(entries("&operation=open-document")).isEmpty();
    rows.change("DELETE FROM membership");
    server.administrator.tab(own).close();
    assertThat(entries("&operation=open-document"))
        .extracting(entry -> entry.getString("outcome") + " " + entry.getString("thing"))
        .containsExactly("allowed " + own);
  }

  @Test
  void anAdministratorDoesNotSeeADocumentWhenThatCannotBeWrittenDown() {
    String document = server.document("天津");
    rows.change("DELETE FROM membership");
    rows.change("ALTER TABLE audit RENAME TO elsewhere");
    Tab tab = server.administrator.tab();
    tab.send(tab.open(document));
    assertThat(tab.next("closed").getString("code")).isEqualTo("unavailable");
    rows.change("ALTER TABLE elsewhere RENAME TO audit");
    tab.close();
  }

  @Test
  void saysWhenWhatWasAllowedWasNotDone() {
    JsonObject name = new JsonObject().put("name", "keeper").put("password", "a fresh long one");
    assertThat(server.administrator.post("/api/accounts", name).statusCode()).isEqualTo(409);
    awaited("&operation=make-account");
    JsonObject last = awaitedOutcome("&operation=make-account", "failed");
    assertThat(last.getString("detail")).isEqualTo("duplicate-id");
  }

  private JsonObject awaitedOutcome(String query, String outcome) {
    long until = System.nanoTime() + 5_000_000_000L;
    while (System.nanoTime() < until) {
      for (JsonObject entry : entries(query)) {
        if (entry.getString("outcome").equals(outcome)) {
          return entry;
        }
      }
    }
    throw new AssertionError("nothing " + outcome + " among " + entries(query));
  }

  @Test
  void saysWhoFailedToJoinOrToSetAPassword() {
    JsonObject made = new JsonObject().put("secret", "made-up").put("password", "a fresh long one");
    server.browser().post("/api/reset-link/use", made);
    assertThat(entries("&operation=use-reset-link").get(0).getString("outcome"))
        .isEqualTo("failed");
    server.browser().post("/api/invitation/join", made.put("name", "guest"));
    JsonObject join = entries("&operation=join").get(0);
    assertThat(join.getString("outcome")).isEqualTo("failed");
    assertThat(join.encode()).doesNotContain("made-up").doesNotContain("a fresh long one");
  }

  @Test
  void saysThatTheServerStartedAndStopped() {
    assertThat(entries("&operation=start-server")).hasSize(1);
    String stops = "SELECT operation, outcome FROM audit WHERE operation = 'stop-server'";
    assertThat(rows.query(stops)).isEmpty();
    server.close();
    assertThat(rows.query(stops)).containsExactly(List.of("stop-server", "allowed"));
    server = new RunningServer(folder.resolve("again"));
  }
}
