package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A right is taken away, and what tells of it is lost: only the database knows. */
class UnnoticedLossTest {

  private static final int LOOK_SECONDS = 1;
  private static final long AT_ONCE_MILLIS = 2_000;

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;
  private static String document;

  @BeforeAll
  static void start() {
    Limits limits = Json.readSettings("recheck-seconds: " + LOOK_SECONDS, Limits.class);
    AccountLimits accounts =
        Json.readSettings("look-seconds: " + LOOK_SECONDS, AccountLimits.class);
    server = new RunningServer(folder, limits, accounts);
    rows = new Rows(folder.resolve("data"));
    document = server.document(Scene.TEXT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void closesAfter(String sql, Tab tab) throws Exception {
    rows.change(sql);
    long taken = System.nanoTime();
    assertThat(tab.closeCode()).isEqualTo(4403);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - taken))
        .isLessThan(AT_ONCE_MILLIS + 1_000L * LOOK_SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"membership", "sign_in"})
  void ofAPersonIsNoticed(String table) throws Exception {
    Browser member = server.member("without " + table, "editor");
    closesAfter(
        "DELETE FROM %s WHERE account_id = '%s'".formatted(table, member.account()),
        member.tab(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"permissions = 'read-document'", "project_id = 'elsewhere'", "plugin = 1"})
  void ofATokenThatIsNarrowedIsNoticed(String narrower) throws Exception {
    Browser member = server.member("with " + narrower, "reviewer");
    Browser program = new Browser(server, token(member));
    Tab tab = program.tab(document);
    closesAfter(
        "UPDATE api_token SET %s WHERE account_id = '%s'".formatted(narrower, member.account()),
        tab);
  }

  private static String token(Browser owner) {
    JsonArray rights = new JsonArray().add("read-document").add("edit-text").add("approve");
    JsonObject wanted = new JsonObject().put("name", "script").put("permissions", rights);
    return owner.expect(200, owner.post("/api/me/tokens", wanted)).getString("secret");
  }
}
