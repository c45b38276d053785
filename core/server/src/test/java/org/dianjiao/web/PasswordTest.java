package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.limits.AccountLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new password ends what the old one began, and nobody tries them for ever. */
class PasswordTest {

  private static final String FRESH = "another horse battery";
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

  private static JsonObject change(String old, String fresh) {
    return new JsonObject().put("old", old).put("password", fresh);
  }

  @Test
  void aNewPasswordTakesTheOldOneAndEndsEveryOtherSignIn() throws Exception {
    Browser here = server.stranger("changing");
    Browser there = server.again("changing");
    Tab open = there.tab();
    refused(
        here.put("/api/me/password", change("a wrong password", FRESH)),
        403,
        "the old password is wrong");
    String before = here.cookie();
    HttpResponse<Buffer> changed =
        here.put("/api/me/password", change(RunningServer.PASSWORD, FRESH));
    assertThat(changed.statusCode()).as(changed.bodyAsString()).isEqualTo(200);
    open.closesAtOnce();
    there.isOut();
    here.isOut();
    String fresh = changed.cookies().get(0).split(";", 2)[0];
    assertThat(fresh).isNotEqualTo(before);
    HttpResponse<Buffer> goesOn =
        server.browser().bare(HttpMethod.GET, "/api/me").putHeader("Cookie", fresh).send().await();
    assertThat(goesOn.statusCode()).isEqualTo(200);
    assertThat(server.browser().signIn("changing", RunningServer.PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(server.browser().signIn("changing", FRESH).statusCode()).isEqualTo(200);
  }

  /** From the reference implementation's own tests: 256 KiB for the word "password". */
  @Test
  void aHashOfAnotherCostIsMadeAnewAtTheNextSignIn() throws Exception {
    String weak =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    String id = server.stranger("weak").account();
    rows.change("UPDATE account SET password_hash = '%s' WHERE id = '%s'".formatted(weak, id));
    assertThat(server.browser().signIn("weak", "password").statusCode()).isEqualTo(200);
    String sql = "SELECT password_hash FROM account WHERE id = '%s'".formatted(id);
    assertThat(rows.query(sql).get(0).get(0)).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
    assertThat(server.browser().signIn("weak", "password").statusCode()).isEqualTo(200);
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
    refused(server.browser().signIn(name, "a wrong password"), 401, "name or password is wrong");
    return System.nanoTime() - begun;
  }

  @Test
  void tellsNobodyTooManyWhenTheQueueOfPasswordsIsFull(@TempDir Path other) {
    AccountLimits narrow = new AccountLimits(1_000, 5, 60, 1, 64, 1, 1, 7, 200, 24, 90, 365, 50);
    try (RunningServer small = new RunningServer(other, RunningServer.LIMITS, narrow)) {
      List<Future<HttpResponse<Buffer>>> tries =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      small
                          .http
                          .post(small.server.port(), RunningServer.HOST, "/api/session")
                          .putHeader("X-Dianjiao", "1")
                          .sendJsonObject(Browser.person("name " + i, "a wrong password")))
              .toList();
      List<Integer> answers = tries.stream().map(one -> one.await().statusCode()).toList();
      assertThat(answers).containsOnly(401, 429).contains(401, 429);
      assertThat(small.browser().signIn("keeper", RunningServer.PASSWORD).statusCode())
          .isEqualTo(200);
    }
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
    String secret = resetLink(browser.account());
    JsonObject link = new JsonObject().put("secret", secret);
    Browser fresh = server.browser();
    assertThat(fresh.expect(200, fresh.post("/api/reset-link/look", link)).getString("name"))
        .isEqualTo("forgetful");
    fresh.expect(200, fresh.post("/api/reset-link/use", link.copy().put("password", FRESH)));
    tab.closesAtOnce();
    browser.isOut();
    assertThat(fresh.get("/api/me").bodyAsJsonObject().getString("name")).isEqualTo("forgetful");
    refused(
        server.browser().post("/api/reset-link/use", link.copy().put("password", FRESH)),
        403,
        "wrong, used up or too old");
    assertThat(server.browser().signIn("forgetful", RunningServer.PASSWORD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aLinkOfASuspendedAccountIsVoid() {
    Browser browser = server.stranger("suspect");
    String id = browser.account();
    JsonObject link = new JsonObject().put("secret", resetLink(id));
    server.suspend(id);
    refused(
        server.browser().post("/api/reset-link/use", link.put("password", FRESH)),
        403,
        "wrong, used up or too old");
    refused(
        server.administrator.post("/api/accounts/" + id + "/reset-link", new JsonObject()),
        403,
        "suspended");
  }
}
