package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that really runs tells about the past, and what it refuses. */
class HistoryBorderTest {

  private static final String TEXT = "議將從前\n使臣進京";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser editor;
  private static Browser reviewer;
  private static Browser viewer;
  private static String document;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    editor = server.member("editor", "editor");
    reviewer = server.member("reviewer", "reviewer");
    viewer = server.member("viewer", "viewer");
    document = server.document(TEXT);
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 1, 4, new JsonArray().add(1).add("，"), 4));
    tab.next("changes");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path(String rest) {
    return "/api/documents/" + document + "/" + rest;
  }

  private static JsonObject told(String rest) {
    return viewer.expect(200, viewer.get(path(rest)));
  }

  @Test
  void tellsTheTextAtEveryRevisionAndTheDifference() {
    assertThat(told("text?revision=0").getString("text")).isEmpty();
    assertThat(told("text?revision=1").getString("text")).isEqualTo(TEXT);
    assertThat(told("text").getString("text")).isEqualTo("議將從前，使臣進京");
    JsonObject back = told("difference?from=2&to=1");
    assertThat(back.getString("text")).isEqualTo("議將從前，使臣進京");
    assertThat(back.getJsonArray("changes").encode()).isEqualTo("[4,[1,\"\",\"\"],4]");
  }

  @Test
  void tellsWhoBroughtEachCharacterIn() {
    JsonObject blame = told("blame?start=3&end=6");
    assertThat(blame.getJsonArray("runs").encode()).isEqualTo("[[1,0],[1,1],[1,0]]");
    JsonObject typed = blame.getJsonArray("acts").getJsonObject(1);
    assertThat(typed.getLong("revision")).isEqualTo(2);
    assertThat(typed.getBoolean("imported")).isFalse();
    JsonObject person = blame.getJsonObject("people").getJsonObject(typed.getString("account"));
    assertThat(person.getString("name")).isEqualTo("editor");
  }

  @Test
  void tellsTheTimelineAndWhoseWorkCanBeUndone() {
    JsonObject timeline = told("timeline");
    assertThat(timeline.getJsonArray("stretches")).hasSize(2);
    JsonObject first = timeline.getJsonArray("stretches").getJsonObject(0);
    assertThat(first.getJsonObject("landmark").getString("is")).isEqualTo("import");
    assertThat(timeline.getJsonArray("work")).hasSize(1);
    assertThat(told("timeline?most=1").getJsonArray("stretches")).hasSize(1);
  }

  @Test
  void previewsWhatAnUndoWouldDoToThoseWhoMayDoIt() {
    String account = editor.expect(200, editor.get("/api/me")).getString("id");
    JsonObject preview =
        reviewer.expect(200, reviewer.get(path("undo?account=" + account + "&to=2")));
    assertThat(preview.getInteger("removed")).isEqualTo(1);
    assertThat(preview.getInteger("restored")).isEqualTo(1);
    assertThat(preview.getInteger("annotations")).isZero();
    JsonObject restore = reviewer.expect(200, reviewer.get(path("restore?revision=1")));
    assertThat(restore.getInteger("restored")).isEqualTo(1);
  }

  @Test
  void tellsWhatBroughtEachMarkInAndHowManyThereAre() {
    JsonObject marks = told("marks?start=2&end=6");
    assertThat(marks.getJsonArray("marks").encode()).isEqualTo("[[4,1,0,0]]");
    JsonObject typed = marks.getJsonArray("acts").getJsonObject(0);
    assertThat(typed.getLong("revision")).isEqualTo(2);
    assertThat(told("marks?start=5").getJsonArray("marks")).isEmpty();
    JsonObject count = told("marks/counts").getJsonArray("counts").getJsonObject(0);
    assertThat(count.getString("mark")).isEqualTo("，");
    assertThat(count.getInteger("standing")).isEqualTo(1);
    String account = count.getJsonObject("origin").getString("account");
    assertThat(account).isEqualTo(typed.getString("account"));
    JsonObject taking =
        editor.expect(200, editor.get(path("marks/taking?account=" + account + "&start=0&end=9")));
    assertThat(taking.getInteger("removed")).isEqualTo(1);
    refused(viewer.get(path("marks/taking")), 403, "not-permitted", "may not edit this text");
  }

  @ParameterizedTest
  @CsvSource({
    "text?revision=3, 409, base-ahead, revision 3 is not among 0–2",
    "text?revision=-1, 409, base-ahead, revision -1 is not among 0–2",
    "text?revision=x, 400, malformed, revision \"x\" is not a number",
    "difference, 400, malformed, from is missing",
    "difference?from=9&to=1, 409, base-ahead, revision 9 is not among 0–2",
    "blame?start=5&end=2, 400, malformed, range 5–2 is reversed",
    "blame?start=-5, 400, malformed, start -5 is no place in a text",
    "marks?start=5&end=2, 400, malformed, range 5–2 is reversed",
    "marks/taking?account=a&plugin=p, 400, malformed, name one whose marks are meant",
    "marks/taking?start=0&end=99, 400, malformed, ends behind the 9 units of revision 2",
    "undo, 400, malformed, name an account or a plugin",
    "undo?plugin=p&from=2&to=1, 400, malformed, revisions 2–1 are reversed",
    "undo?plugin=p&to=7, 409, base-ahead, revision 7 is not among 1–2",
    "restore?revision=7, 409, base-ahead, revision 7 is not among 1–2",
    "restore?revision=1&start=3, 400, malformed, come together",
    "restore?revision=1&start=8&end=99, 400, malformed, not in the 9 units of revision 1",
  })
  void refusesBadQuestions(String rest, int status, String code, String words) {
    refused(reviewer.get(path(rest)), status, code, words);
  }

  private static void refused(HttpResponse<Buffer> answer, int status, String code, String words) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    assertThat(answer.bodyAsJsonObject().getString("code")).isEqualTo(code);
    assertThat(answer.bodyAsJsonObject().getString("message")).contains(words);
  }

  @Test
  void tellsStrangersNothingAndPreviewsOnlyToReviewers() {
    Browser stranger = server.stranger("stranger");
    for (String rest :
        new String[] {"timeline", "text", "difference?from=0", "blame", "versions"}) {
      refused(stranger.get(path(rest)), 404, "unknown-document", "not yours to see");
      refused(server.browser().get(path(rest)), 401, "not-signed-in", "nobody is signed in");
    }
    refused(editor.get(path("undo?plugin=p")), 403, "not-permitted", "revert changes");
    refused(editor.get(path("restore?revision=1")), 403, "not-permitted", "revert changes");
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name).put("note", "for the printer").put("revision", 1);
  }

  @Test
  void versionsAreNamedRenamedAndTakenAwayByThoseWhoMay() {
    JsonObject version = editor.expect(200, editor.post(path("versions"), named("proof")));
    assertThat(version.getString("authorName")).isEqualTo("editor");
    String one = path("versions/" + version.getString("id"));
    refused(viewer.post(path("versions"), named("mine")), 403, "not-permitted", "name versions");
    refused(editor.post(path("versions"), named("proof")), 409, "duplicate-id", "proof");
    refused(editor.post(path("versions"), named(" ")), 400, "malformed", "1 to 200");
    refused(
        editor.post(path("versions"), named("ahead").put("revision", 9)),
        404,
        "unknown-document",
        "has no revision 9");
    refused(reviewer.put(one, named("other")), 403, "not-permitted", "that others named");
    refused(reviewer.delete(one), 403, "not-permitted", "that others named");
    assertThat(editor.put(one, named("first proof")).statusCode()).isEqualTo(200);
    assertThat(viewer.get(path("versions")).bodyAsJsonArray().getJsonObject(0).getString("name"))
        .isEqualTo("first proof");
    assertThat(server.administrator.delete(one).statusCode()).isEqualTo(200);
    assertThat(viewer.get(path("versions")).bodyAsJsonArray()).isEmpty();
    refused(server.administrator.delete(one), 404, "unknown-document", "there is no version");
  }

  @Test
  void framesThatRestoreOrUndoAreCheckedAndDone() {
    String other = server.document(TEXT);
    Tab tab = reviewer.tab(other);
    JsonObject restore =
        Tab.frame("restore", other)
            .put("client", "review-" + tab.client)
            .put("sequence", 1)
            .put("revision", 1);
    tab.send(restore.copy().put("start", 5).put("end", 2));
    assertThat(tab.next("refused").getString("message")).contains("range 5–2 is reversed");
    tab.send(restore);
    assertThat(tab.next("refused").getString("code")).isEqualTo("nothing-to-do");
    tab.send(tab.submit(other, 1, 1, new JsonArray().add(4), 5));
    tab.next("changes");
    tab.send(restore);
    assertThat(tab.next("done").getLong("revision")).isEqualTo(3);
    JsonObject undo =
        Tab.frame("undo", other)
            .put("client", "review-" + tab.client)
            .put("sequence", 2)
            .put("from", 1)
            .put("to", 3);
    tab.send(undo);
    assertThat(tab.next("refused").getString("message")).contains("name an account or a plugin");
    tab.send(undo.put("plugin", "punctuation").put("from", 3).put("to", 2));
    assertThat(tab.next("refused").getString("message")).contains("revisions 3–2 are reversed");
  }

  @Test
  void tellsWhatOtherDocumentsHaveDifferently() {
    String other = server.document("议將從歬\n臣使進京。");
    String third = server.document("議將從前，使臣進京");
    JsonObject told = told("collation?with=" + other + "&with=" + third);
    assertThat(told.getLong("revision")).isEqualTo(2);
    assertThat(told.getString("text")).isEqualTo("議將從前，使臣進京");
    JsonObject one = told.getJsonArray("others").getJsonObject(0);
    assertThat(one.getString("id")).isEqualTo(other);
    assertThat(one.getString("text")).isEqualTo("议將從歬\n臣使進京。");
    assertThat(one.getJsonArray("differences").stream().map(JsonObject.class::cast))
        .extracting(
            each -> each.getInteger("start") + "–" + each.getInteger("end"),
            each -> each.getInteger("otherStart") + "–" + each.getInteger("otherEnd"),
            each -> each.getString("kind"))
        .containsExactly(
            tuple("0–1", "0–1", "variant"),
            tuple("3–4", "3–4", "variant"),
            tuple("4–5", "4–5", "mark"),
            tuple("5–7", "5–7", "transposition"),
            tuple("9–9", "9–10", "mark"));
    assertThat(told.getJsonArray("others").getJsonObject(1).getJsonArray("differences")).isEmpty();
  }

  @Test
  void refusesToCollateWithWhatIsNotThere() {
    assertThat(viewer.get(path("collation?with=none")).statusCode()).isEqualTo(404);
    assertThat(viewer.get(path("collation")).statusCode()).isEqualTo(400);
    assertThat(viewer.get(path("collation?with=" + document)).statusCode()).isEqualTo(400);
  }
}
