package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that really runs tells about the review of a document, and to whom. */
class ReviewBorderTest {

  private static final String FIRST = "議將從前";
  private static final String TEXT = FIRST + "\n使臣進京";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser reviewer;
  private static Browser second;
  private static Browser viewer;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    reviewer = server.member("reviewer", "reviewer");
    second = server.member("second", "reviewer");
    viewer = server.member("viewer", "viewer");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String settings() {
    return "/api/projects/" + server.project + "/review";
  }

  private static JsonObject review(Browser browser, String document) {
    return browser.expect(200, browser.get("/api/documents/" + document + "/review"));
  }

  private static void set(int approvals, int sampled) {
    JsonObject body = new JsonObject().put("approvals", approvals).put("sampled", sampled);
    server.administrator.expect(200, server.administrator.put(settings(), body));
  }

  private static JsonObject approveFirst(Tab tab, String document, long sequence) throws Exception {
    String form = "{\"annotations\":[],\"text\":\"" + FIRST + "\"}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
    JsonObject passage =
        new JsonObject()
            .put("start", 0)
            .put("end", FIRST.length())
            .put("hash", HexFormat.of().formatHex(hash));
    return Tab.frame("approve", document)
        .put("client", "review-of-" + tab.client)
        .put("sequence", sequence)
        .put("passages", new JsonArray().add(passage));
  }

  private static String stage(Browser browser, String document) {
    return review(browser, document).getJsonArray("passages").getJsonObject(0).getString("stage");
  }

  @Test
  void onlyManagersSetHowAProjectReviews() {
    JsonObject body = new JsonObject().put("approvals", 2).put("sampled", 0);
    assertThat(reviewer.expect(403, reviewer.put(settings(), body)).getString("message"))
        .isEqualTo("a reviewer may not change how this project reviews; it takes a manager");
    JsonObject many = new JsonObject().put("approvals", 6).put("sampled", 0);
    assertThat(server.administrator.put(settings(), many).statusCode()).isEqualTo(400);
  }

  @Test
  void tellsADrawnApprovalInNoWayUntilASecondReviewerHasApproved() throws Exception {
    set(1, 100);
    String document = server.document(TEXT);
    Tab mine = reviewer.tab(document);
    Tab theirs = second.tab(document);
    mine.send(approveFirst(mine, document, 1));
    assertThat(effects(mine)).contains("approve").doesNotContain("draw-sample");
    assertThat(effects(theirs)).isEqualTo("[]");
    assertThat(stage(reviewer, document)).isEqualTo("approved");
    assertThat(stage(second, document)).isEqualTo("untouched");
    assertThat(past(second, document)).doesNotContain("approve").doesNotContain("draw-sample");
    assertThat(past(reviewer, document)).contains("approve").doesNotContain("draw-sample");
    assertThat(tei(second, document)).doesNotContain("status=\"approved\"");
    Tab late = second.tab();
    late.send(late.open(document).put("since", 1).put("epoch", 1));
    assertThat(effects(late)).isEqualTo("[]");
    theirs.send(approveFirst(theirs, document, 1));
    assertThat(effects(theirs)).contains("open-sample").contains("\"revision\":2");
    assertThat(tei(viewer, document)).contains("status=\"approved\"").contains("nothing to mark");
    assertThat(review(viewer, document).getJsonArray("approvals")).hasSize(2);
    JsonObject project = viewer.expect(200, viewer.get(settings()));
    assertThat(project.getJsonObject("errors").getInteger("reviewed")).isPositive();
  }

  private static String effects(Tab tab) {
    return tab.next("changes")
        .getJsonArray("changes")
        .getJsonObject(0)
        .getJsonArray("effects")
        .encode();
  }

  private static String past(Browser browser, String document) {
    return browser.get("/api/documents/" + document + "/history").bodyAsString();
  }

  private static String tei(Browser browser, String document) {
    return browser.get("/api/documents/" + document + "/export?format=tei").bodyAsString();
  }

  @Test
  void tellsWhoseChangeVoidedAnApproval() throws Exception {
    set(1, 0);
    String document = server.document(TEXT);
    Tab mine = reviewer.tab(document);
    mine.send(approveFirst(mine, document, 1));
    mine.next("done");
    Tab editor = server.administrator.tab(document);
    editor.send(editor.submit(document, 1, 2, 4, new JsonArray().add(0).add("，"), 5));
    editor.next("changes");
    JsonObject about = review(viewer, document);
    assertThat(about.getJsonArray("approvals")).isEmpty();
    JsonObject lapse = about.getJsonArray("lapsed").getJsonObject(0);
    assertThat(lapse.getLong("revision")).isEqualTo(3);
    assertThat(lapse.getJsonObject("approval").getLong("revision")).isEqualTo(2);
    assertThat(name(about, lapse.getString("account"))).isEqualTo("keeper");
    assertThat(name(about, lapse.getJsonObject("approval").getString("account")))
        .isEqualTo("reviewer");
    assertThat(about.getJsonObject("progress").getInteger("work")).isEqualTo(1);
    assertThat(about.getJsonObject("progress").getInteger("untouched")).isEqualTo(1);
  }

  private static String name(JsonObject about, String account) {
    return about.getJsonObject("people").getJsonObject(account).getString("name");
  }

  @Test
  void writesATableOfTheDocuments() {
    server.document(TEXT);
    String csv = viewer.get(settings() + ".csv").bodyAsString();
    assertThat(csv).startsWith("\"document\",\"title\",\"untouched\"");
    assertThat(csv.split("\r\n").length).isGreaterThan(1);
  }

  @Test
  void tellsWhatConcernsSomebodyUntilTheyHaveReadIt() {
    String document = server.document(TEXT);
    String account = viewer.expect(200, viewer.get("/api/me")).getString("id");
    Tab tab = reviewer.tab(document);
    JsonObject talk =
        new JsonObject()
            .put("is", "start-thread")
            .put("thread", "thread-0000000001")
            .put("start", 0)
            .put("end", 2)
            .put("orphaned", false)
            .put("id", "comment-000000001")
            .put("text", "何？ @viewer")
            .put("mentions", new JsonArray().add(account));
    tab.send(
        Tab.frame("talk", document)
            .put("client", "review-of-" + tab.client)
            .put("sequence", 1)
            .put("revision", 1)
            .put("talk", talk));
    assertThat(effects(tab)).contains("start-thread");
    JsonObject inbox = viewer.expect(200, viewer.get("/api/inbox"));
    assertThat(inbox.getInteger("unread")).isEqualTo(1);
    JsonObject news = inbox.getJsonArray("news").getJsonObject(0);
    assertThat(news.getString("kind")).isEqualTo("mention");
    assertThat(news.getString("byName")).isEqualTo("reviewer");
    assertThat(news.getBoolean("read")).isFalse();
    String mark = "/api/documents/" + document + "/inbox";
    viewer.expect(200, viewer.put(mark, new JsonObject().put("revision", 2)));
    viewer.expect(200, viewer.put(mark, new JsonObject().put("revision", 1)));
    assertThat(viewer.expect(200, viewer.get("/api/inbox")).getInteger("unread")).isZero();
    assertThat(
            server.stranger("stranger").put(mark, new JsonObject().put("revision", 2)).statusCode())
        .isEqualTo(404);
  }
}
