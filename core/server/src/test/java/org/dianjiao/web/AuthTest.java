package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody comes in but by the door, and whoever is shown out is out. */
class AuthTest {

  private static final String FRESH = "another horse battery";
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final AccountLimits LIMITS =
      new AccountLimits(1_000, 5, 60, 1, 2, 20, 7, 200, 24, 90, 365, 50);

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

  private static JsonObject person(String name, String password) {
    return new JsonObject().put("name", name).put("password", password);
  }

  private static HttpResponse<Buffer> signIn(Browser browser, String name, String password) {
    return browser.post("/api/session", person(name, password));
  }

  private static Browser anotherBrowserOf(String name) {
    Browser browser = server.browser();
    browser.expect(200, signIn(browser, name, RunningServer.PASSWORD));
    return browser;
  }

  private static String account(Browser browser) {
    return browser.expect(200, browser.get("/api/me")).getString("id");
  }

  private static void refused(HttpResponse<Buffer> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    assertThat(answer.bodyAsJsonObject().getString("message")).contains(words);
  }

  private static void isOut(Browser browser) {
    refused(browser.get("/api/me"), 401, "nobody is signed in");
  }

  private static void closesAtOnce(Tab tab) throws Exception {
    long begun = System.nanoTime();
    assertThat(tab.closeCode()).isEqualTo(4403);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
  }

  // --- cookies ------------------------------------------------------------------------------

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
            .sendJsonObject(person("fixed", RunningServer.PASSWORD))
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
    browser.expect(200, signIn(browser, "rotated", RunningServer.PASSWORD));
    assertThat(browser.cookie()).isNotEqualTo(before);
    closesAtOnce(tab);
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
    ServerSettings settings =
        new ServerSettings(
            new WebSettings(RunningServer.HOST, 0, true),
            StorageSettings.defaults(other.resolve("data")),
            other.resolve("plugins"),
            other.resolve("plugin-settings"),
            Optional.empty(),
            Limits.defaults(),
            LIMITS,
            Optional.empty(),
            Optional.empty());
    try (Server behindTls = Server.start(settings)) {
      HttpResponse<Buffer> answer =
          server
              .http
              .post(behindTls.port(), RunningServer.HOST, "/api/setup")
              .putHeader("X-Dianjiao", "1")
              .sendJsonObject(
                  person("keeper", RunningServer.PASSWORD)
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

  // --- where one is signed in ---------------------------------------------------------------

  @Test
  void listsWhereOneIsSignedInAndEndsOneOfThem() throws Exception {
    Browser here = server.stranger("placed");
    Browser there = anotherBrowserOf("placed");
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
    closesAtOnce(open);
    isOut(there);
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
    Browser there = anotherBrowserOf("spread");
    Browser elsewhere = anotherBrowserOf("spread");
    Tab own = here.tab();
    Tab open = there.tab();
    assertThat(here.delete("/api/me/sign-ins").bodyAsJsonObject().getInteger("signIns"))
        .isEqualTo(2);
    closesAtOnce(open);
    isOut(there);
    isOut(elsewhere);
    own.send(own.open(server.document("文")));
    assertThat(own.next("failed").getString("code")).isEqualTo("unknown-document");
  }

  /** Writes into the database beside the server, as time would. */
  private static void becomes(String sql, Object... values) throws SQLException {
    String file = "jdbc:sqlite:" + folder.resolve("data").resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection(file + "?busy_timeout=5000");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  @Test
  void aSocketIsClosedWhenItsSignInHasComeToItsEnd() throws Exception {
    Browser over = server.stranger("over");
    Browser idle = server.stranger("idle");
    Browser busy = server.stranger("busy");
    Tab overdue = over.tab();
    Tab left = idle.tab();
    Tab kept = busy.tab();
    String overAccount = account(over);
    String idleAccount = account(idle);
    becomes("UPDATE sign_in SET expires_at = 1 WHERE account_id = ?", overAccount);
    becomes("UPDATE sign_in SET last_used_at = 1 WHERE account_id = ?", idleAccount);
    assertThat(overdue.closeCode()).isEqualTo(4403);
    assertThat(left.closeCode()).isEqualTo(4403);
    isOut(over);
    isOut(idle);
    kept.send(kept.open("nothing-there"));
    kept.next("failed");
  }

  // --- passwords ----------------------------------------------------------------------------

  private static JsonObject change(String old, String fresh) {
    return new JsonObject().put("old", old).put("password", fresh);
  }

  @Test
  void aNewPasswordTakesTheOldOneAndEndsEveryOtherSignIn() throws Exception {
    Browser here = server.stranger("changing");
    Browser there = anotherBrowserOf("changing");
    Tab open = there.tab();
    refused(
        here.put("/api/me/password", change("a wrong password", FRESH)),
        403,
        "the old password is wrong");
    String before = here.cookie();
    HttpResponse<Buffer> changed =
        here.put("/api/me/password", change(RunningServer.PASSWORD, FRESH));
    assertThat(changed.statusCode()).as(changed.bodyAsString()).isEqualTo(200);
    closesAtOnce(open);
    isOut(there);
    isOut(here);
    String fresh = changed.cookies().get(0).split(";", 2)[0];
    assertThat(fresh).isNotEqualTo(before);
    HttpResponse<Buffer> goesOn =
        server.browser().bare(HttpMethod.GET, "/api/me").putHeader("Cookie", fresh).send().await();
    assertThat(goesOn.statusCode()).isEqualTo(200);
    assertThat(signIn(server.browser(), "changing", RunningServer.PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(signIn(server.browser(), "changing", FRESH).statusCode()).isEqualTo(200);
  }

  /** From the reference implementation's own tests: 256 KiB for the word "password". */
  @Test
  void aHashOfAnotherCostIsMadeAnewAtTheNextSignIn() throws Exception {
    String weak =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    String id = account(server.stranger("weak"));
    becomes("UPDATE account SET password_hash = ? WHERE id = ?", weak, id);
    assertThat(signIn(server.browser(), "weak", "password").statusCode()).isEqualTo(200);
    becomes(
        "UPDATE account SET colour = colour WHERE id = ? AND password_hash LIKE ?",
        id,
        "$argon2id$v=19$m=19456,t=2,p=1$%");
    assertThat(signIn(server.browser(), "weak", "password").statusCode()).isEqualTo(200);
  }

  @Test
  void theOldPasswordCannotBeTriedForEver() {
    Browser browser = server.stranger("guessed");
    for (int i = 0; i < RunningServer.LIMITS.signInTries(); i++) {
      browser.put("/api/me/password", change("a wrong password", FRESH));
    }
    refused(
        browser.put("/api/me/password", change(RunningServer.PASSWORD, FRESH)),
        429,
        "too many wrong tries");
  }

  /**
   * The work is measured, not guessed: each answer takes one hashing of a password. The bound is
   * wide, because other programs run; without the hashing the answer takes a hundredth of it.
   */
  @Test
  void anUnknownNameTakesAboutAsLongAsAKnownOne() {
    server.stranger("timed");
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < RunningServer.LIMITS.signInTries() - 1; i++) {
      known.add(nanosOf("timed"));
      unknown.add(nanosOf("nobody " + i));
    }
    long fastestKnown = known.stream().min(Long::compare).orElseThrow();
    long fastestUnknown = unknown.stream().min(Long::compare).orElseThrow();
    assertThat((double) fastestUnknown / fastestKnown).isBetween(0.2, 5.0);
  }

  private static long nanosOf(String name) {
    long begun = System.nanoTime();
    refused(signIn(server.browser(), name, "a wrong password"), 401, "name or password is wrong");
    return System.nanoTime() - begun;
  }

  @Test
  void tellsNobodyTooManyWhenTheQueueOfPasswordsIsFull(@TempDir Path other) {
    AccountLimits narrow = new AccountLimits(1_000, 5, 60, 1, 1, 1, 7, 200, 24, 90, 365, 50);
    try (RunningServer small = new RunningServer(other, RunningServer.LIMITS, narrow)) {
      List<Future<HttpResponse<Buffer>>> tries =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      small
                          .http
                          .post(small.server.port(), RunningServer.HOST, "/api/session")
                          .putHeader("X-Dianjiao", "1")
                          .sendJsonObject(person("name " + i, "a wrong password")))
              .toList();
      List<Integer> answers = tries.stream().map(one -> one.await().statusCode()).toList();
      assertThat(answers).containsOnly(401, 429).contains(401, 429);
      assertThat(signIn(small.browser(), "keeper", RunningServer.PASSWORD).statusCode())
          .isEqualTo(200);
    }
  }

  // --- the first run ------------------------------------------------------------------------

  @Test
  void aSetupTokenIsForTheOwnerOfTheServerAndCannotBeTriedForEver(@TempDir Path other)
      throws Exception {
    ServerSettings settings =
        new ServerSettings(
            new WebSettings(RunningServer.HOST, 0, false),
            StorageSettings.defaults(other.resolve("data")),
            other.resolve("plugins"),
            other.resolve("plugin-settings"),
            Optional.empty(),
            Limits.defaults(),
            LIMITS,
            Optional.empty(),
            Optional.empty());
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
        .sendJsonObject(person("keeper", RunningServer.PASSWORD).put("token", token))
        .await();
  }

  // --- suspension and new passwords ---------------------------------------------------------

  private static HttpResponse<Buffer> suspend(String account) {
    return server.administrator.put("/api/accounts/" + account + "/suspension", new JsonObject());
  }

  @Test
  void whoIsSuspendedIsOutAtOnceAndComesBackWithAllRights() throws Exception {
    Browser browser = server.member("resting", "annotator");
    String id = account(browser);
    String document = server.document("天津條約");
    Tab tab = browser.tab(document);
    assertThat(suspend(id).statusCode()).isEqualTo(200);
    closesAtOnce(tab);
    isOut(browser);
    refused(
        signIn(server.browser(), "resting", RunningServer.PASSWORD), 403, "account is suspended");
    refused(
        signIn(server.browser(), "resting", "a wrong password"), 401, "name or password is wrong");
    assertThat(server.administrator.get("/api/projects/" + server.project).bodyAsString())
        .contains(id);
    server.administrator.delete("/api/accounts/" + id + "/suspension");
    Browser back = anotherBrowserOf("resting");
    back.tab(document);
  }

  @Test
  void onlyAdministratorsSuspendAndNobodyThemselves() {
    Browser manager = server.member("mighty", "manager");
    Browser victim = server.stranger("lowly");
    refused(
        manager.put("/api/accounts/" + account(victim) + "/suspension", new JsonObject()),
        403,
        "administrator");
    refused(suspend(account(server.administrator)), 403, "nobody suspends themselves");
  }

  private static String resetLink(String account) {
    return server
        .administrator
        .expect(
            200,
            server.administrator.post("/api/accounts/" + account + "/reset-link", new JsonObject()))
        .getString("secret");
  }

  @Test
  void aLinkToANewPasswordWorksOnceAndEndsEverySignIn() throws Exception {
    Browser browser = server.stranger("forgetful");
    Tab tab = browser.tab();
    String secret = resetLink(account(browser));
    JsonObject link = new JsonObject().put("secret", secret);
    Browser fresh = server.browser();
    assertThat(fresh.expect(200, fresh.post("/api/reset-link/look", link)).getString("name"))
        .isEqualTo("forgetful");
    fresh.expect(200, fresh.post("/api/reset-link/use", link.copy().put("password", FRESH)));
    closesAtOnce(tab);
    isOut(browser);
    assertThat(fresh.get("/api/me").bodyAsJsonObject().getString("name")).isEqualTo("forgetful");
    refused(
        server.browser().post("/api/reset-link/use", link.copy().put("password", FRESH)),
        403,
        "wrong, used up or too old");
    assertThat(signIn(server.browser(), "forgetful", RunningServer.PASSWORD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aLinkOfASuspendedAccountIsVoid() {
    Browser browser = server.stranger("suspect");
    String id = account(browser);
    JsonObject link = new JsonObject().put("secret", resetLink(id));
    suspend(id);
    refused(
        server.browser().post("/api/reset-link/use", link.put("password", FRESH)),
        403,
        "wrong, used up or too old");
    refused(
        server.administrator.post("/api/accounts/" + id + "/reset-link", new JsonObject()),
        403,
        "suspended");
  }

  // --- the profile --------------------------------------------------------------------------

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
    refused(browser.put("/api/accounts/" + account(browser) + "/name", name), 403, "administrator");
    server.administrator.put("/api/accounts/" + account(browser) + "/name", name);
    assertThat(browser.get("/api/me").bodyAsJsonObject().getString("name")).isEqualTo("spelt");
  }
}
