package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server tells somebody who comes back after others have worked, also when it was restarted.
 */
class ReturnTest {

  private static final int RECENT = 30;
  private static final int PAGE = 10;
  private static final String LETTERS = "天地玄黃宇宙洪荒";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser stays;
  private static Browser returns;

  @BeforeAll
  static void start() {
    Limits limits =
        Json.readSettings(
            "recent-changes: %d%nfollowed-changes: %d%npulled-changes: %d"
                .formatted(RECENT, RECENT, PAGE),
            Limits.class);
    server = new RunningServer(folder, limits);
    stays = server.member("stays", "editor");
    returns = server.member("returns", "editor");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonArray inserted(String text) {
    return new JsonArray().add(0).add(text);
  }

  /** Types letters at the start of a text that has one passage, each as a revision of its own. */
  private static void type(String document, int count) {
    Tab tab = stays.tab(document);
    long revision = revision(document);
    int length = LETTERS.length() + (int) revision - 1;
    for (int made = 0; made < count; made++) {
      tab.send(tab.submit(document, made + 1, revision + made, inserted("文"), length + made));
      tab.next("changes");
    }
  }

  private static long revision(String document) {
    return stays.expect(200, stays.get("/api/documents/" + document)).getLong("revision");
  }

  private static JsonObject since(Tab tab, String document, JsonObject known) {
    return tab.open(document)
        .put("since", known.getLong("revision"))
        .put("epoch", known.getLong("epoch"));
  }

  @Test
  void tellsWhatWasMissedPageByPage() {
    String document = server.document(LETTERS);
    type(document, PAGE * 2 + 5);
    Tab tab = returns.tab(document);
    int first = 2;
    for (int expected : new int[] {PAGE, PAGE, 5}) {
      tab.send(Tab.frame("pull", document).put("from", first));
      JsonObject page = tab.next("changes");
      assertThat(page.getInteger("first")).isEqualTo(first);
      assertThat(page.getInteger("head")).isEqualTo(PAGE * 2 + 6);
      assertThat(page.getJsonArray("changes")).hasSize(expected);
      first += expected;
    }
  }

  @Test
  void letsSomebodyGoOnAfterARestartAndKnowTheHistoryAgain() {
    String document = server.document(LETTERS);
    Tab before = returns.tab();
    before.send(before.open(document));
    JsonObject opened = before.next("opened");
    JsonObject edit = before.submit(document, 1, 1, LETTERS.length(), inserted("。"));
    before.send(edit);
    before.next("changes");
    type(document, RECENT - 1);
    server.restart();

    Tab after = returns.tab();
    after.send(since(after, document, opened).put("client", before.client));
    JsonObject resumed = after.next("resumed");
    assertThat(resumed.getString("timeline")).isEqualTo(opened.getString("timeline"));
    assertThat(resumed.getLong("revision")).isEqualTo(RECENT + 1);
    assertThat(resumed.getLong("sequence")).isEqualTo(1);
    assertThat(after.next("changes").getJsonArray("changes")).hasSize(PAGE);
    after.send(edit);
    assertThat(after.next("done").getLong("revision")).isEqualTo(2);
    assertThat(revision(document)).isEqualTo(RECENT + 1);
  }

  @Test
  void givesTheWholeTextToSomebodyWhoWasAwayTooLong() {
    String document = server.document(LETTERS);
    Tab before = returns.tab();
    before.send(before.open(document));
    JsonObject opened = before.next("opened");
    type(document, 2 * RECENT);
    Tab after = returns.tab();
    after.send(since(after, document, opened));
    assertThat(after.next("opened").getString("text")).startsWith("文").endsWith(LETTERS);
  }

  @Test
  void movesNoEditOverTooMuchButKnowsOneThatItHas() {
    String document = server.document(LETTERS);
    Tab tab = returns.tab(document);
    JsonObject known = tab.submit(document, 1, 1, LETTERS.length(), inserted("。"));
    tab.send(known);
    tab.next("changes");
    type(document, RECENT);
    Tab late = returns.tab(document);
    late.send(late.submit(document, 1, 1, LETTERS.length(), inserted("！")));
    JsonObject refused = late.next("refused");
    assertThat(refused.getString("code")).isEqualTo("base-behind");
    assertThat(refused.getString("message")).isEqualTo("base revision 1 is 31 behind; 30 at most");
    late.send(known);
    assertThat(late.next("done").getString("client")).isEqualTo(tab.client);
    assertThat(revision(document)).isEqualTo(RECENT + 2);
  }
}
