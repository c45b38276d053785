package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody comes in but by the door, and whoever is shown out is out. */
class AuthTest {

  private static final AccountLimits LIMITS =
      new AccountLimits(1_000, 5, 60, 1, 64, 2, 20, 7, 200, 24, 90, 365, 50);

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder, RunningServer.LIMITS, LIMITS);
    rows = new Rows(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aCookieThatSomebodyElseChoseIsNotTakenOver() {
    server.stranger("fixed");
    String chosen = "dianjiao=" + Identity.secret();
    HttpResponse<Buffer> answer =
        server
            .browser()
            .bare(HttpMethod.POST, "/api/session")
            .putHeader("Cookie", chosen)
            .putHeader("X-Dianjiao", "1")
            .sendJsonObject(Browser.person("fixed", RunningServer.PASSWORD))
            .await();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.cookies().get(0)).doesNotContain(chosen);
    HttpResponse<Buffer> planted =
        server.browser().bare(HttpMethod.GET, "/api/me").putHeader("Cookie", chosen).send().await();
    assertThat(planted.statusCode()).isEqualTo(401);
  }

  @Test
  void signingInAgainEndsWhatTheBrowserWasSignedInByBefore() throws Exception {
    Browser browser = server.stranger("rotated");
    Tab tab = browser.tab();
    String before = browser.cookie();
    browser.expect(200, browser.signIn("rotated", RunningServer.PASSWORD));
    assertThat(browser.cookie()).isNotEqualTo(before);
    tab.closesAtOnce();
    HttpResponse<Buffer> old =
        server.browser().bare(HttpMethod.GET, "/api/me").putHeader("Cookie", before).send().await();
    assertThat(old.statusCode()).isEqualTo(401);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aCookieOfTheStoredHashOpensNothing() {
    Browser browser = server.stranger("hashed");
    JsonArray places = browser.get("/api/me/sign-ins").bodyAsJsonArray();
    String id = places.getJsonObject(0).getString("id");
    HttpResponse<Buffer> answer =
        server
            .browser()
            .bare(HttpMethod.GET, "/api/me")
            .putHeader("Cookie", "dianjiao=" + id)
            .send()
            .await();
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void behindTlsTheCookieGoesOverTlsToThisHostOnly(@TempDir Path other) {
    ServerSettings settings = RunningServer.settings(other, true, LIMITS);
    try (Server behindTls = Server.start(settings)) {
      HttpResponse<Buffer> answer =
          server
              .http
              .post(behindTls.port(), RunningServer.HOST, "/api/setup")
              .putHeader("X-Dianjiao", "1")
              .sendJsonObject(
                  Browser.person("keeper", RunningServer.PASSWORD)
                      .put("token", behindTls.setupToken().orElseThrow()))
              .await();
      assertThat(answer.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
      assertThat(answer.cookies().get(0))
          .startsWith("__Host-dianjiao=")
          .contains("Path=/")
          .containsIgnoringCase("; Secure")
          .containsIgnoringCase("; HttpOnly")
          .contains("SameSite=Strict")
          .doesNotContainIgnoringCase("Domain");
    }
  }

  @Test
  void listsWhereOneIsSignedInAndEndsOneOfThem() throws Exception {
    Browser here = server.stranger("placed");
    Browser there = server.again("placed");
    Tab open = there.tab();
    JsonArray places = here.get("/api/me/sign-ins").bodyAsJsonArray();
    assertThat(places).hasSize(2);
    List<JsonObject> others =
        IntStream.range(0, 2)
            .mapToObj(places::getJsonObject)
            .filter(place -> !place.getBoolean("here"))
            .toList();
    assertThat(others).hasSize(1);
    assertThat(others.get(0).getString("browser")).isNotBlank();
    here.delete("/api/me/sign-ins/" + others.get(0).getString("id"));
    open.closesAtOnce();
    there.isOut();
    assertThat(here.get("/api/me/sign-ins").bodyAsJsonArray()).hasSize(1);
  }

  @Test
  void nobodyEndsTheSignInOfAnother() {
    Browser victim = server.stranger("victim");
    Browser attacker = server.stranger("attacker");
    String id = victim.get("/api/me/sign-ins").bodyAsJsonArray().getJsonObject(0).getString("id");
    refused(attacker.delete("/api/me/sign-ins/" + id), 404, "no such sign-in");
    assertThat(victim.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void endsAllOthersAtOnce() throws Exception {
    Browser here = server.stranger("spread");
    Browser there = server.again("spread");
    Browser elsewhere = server.again("spread");
    Tab own = here.tab();
    Tab open = there.tab();
    assertThat(here.delete("/api/me/sign-ins").bodyAsJsonObject().getInteger("signIns"))
        .isEqualTo(2);
    open.closesAtOnce();
    there.isOut();
    elsewhere.isOut();
    own.send(own.open(server.document("文")));
    assertThat(own.next("failed").getString("code")).isEqualTo("unknown-document");
  }

  @Test
  void aSocketIsClosedWhenItsSignInHasComeToItsEnd() throws Exception {
    Browser over = server.stranger("over");
    Browser idle = server.stranger("idle");
    Browser busy = server.stranger("busy");
    Tab overdue = over.tab();
    Tab left = idle.tab();
    Tab kept = busy.tab();
    String overAccount = over.account();
    String idleAccount = idle.account();
    rows.change("UPDATE sign_in SET expires_at = 1 WHERE account_id = '%s'".formatted(overAccount));
    rows.change(
        "UPDATE sign_in SET last_used_at = 1 WHERE account_id = '%s'".formatted(idleAccount));
    assertThat(overdue.closeCode()).isEqualTo(4403);
    assertThat(left.closeCode()).isEqualTo(4403);
    over.isOut();
    idle.isOut();
    kept.send(kept.open("nothing-there"));
    kept.next("failed");
  }
}
