package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Work is given, seen, done, opened again, changed and taken back, at a server that really runs.
 */
class AssignmentBorderTest {

  private static final String TEXT = "議將從前\n使臣進京\n天津條約\n第一款";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser manager;
  private static Browser annotator;
  private static Browser other;
  private static String annotatorId;

  private String document;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    manager = server.member("manager", "manager");
    annotator = server.member("annotator", "annotator");
    other = server.member("other", "annotator");
    annotatorId = id(annotator);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void bring() {
    document = server.document(TEXT);
  }

  private static String id(Browser browser) {
    return browser.expect(200, browser.get("/api/me")).getString("id");
  }

  private String path() {
    return "/api/documents/" + document + "/assignments";
  }

  private static JsonObject work(String account, String task) {
    return new JsonObject().put("account", account).put("task", task).put("note", "=cmd()");
  }

  /**
   * Whoever may know is told at once, whatever was done; a change of the text behind it shows that
   * the others were not.
   */
  @Test
  void whoMayKnowIsToldWhatIsDoneWithWork() {
    Map<String, Tab> tabs = new LinkedHashMap<>();
    tabs.put("manager", manager.tab(document));
    tabs.put("annotator", annotator.tab(document));
    tabs.put("administrator", server.administrator.tab(document));
    Tab stranger = other.tab(document);
    JsonObject given = give(0, 4);
    String one = path() + "/" + given.getString("id");
    awaitWork(tabs);
    annotator.expect(
        200, annotator.put(one + "/done", new JsonObject().put("version", 1).put("done", true)));
    awaitWork(tabs);
    manager.expect(
        200, manager.put(one + "/done", new JsonObject().put("version", 2).put("done", false)));
    awaitWork(tabs);
    JsonObject order = new JsonObject().put("version", 3).put("task", "transcribe");
    manager.expect(200, manager.put(one, order));
    awaitWork(tabs);
    manager.expect(200, manager.delete(one + "?version=4"));
    awaitWork(tabs);
    Tab typing = tabs.get("manager");
    typing.send(typing.submit(document, 1, 1, TEXT.length(), new JsonArray().add(0).add("。")));
    assertThat(stranger.nextOf(Set.of("work", "changes")).getString("type")).isEqualTo("changes");
    tabs.values().forEach(Tab::close);
    stranger.close();
  }

  private static void awaitWork(Map<String, Tab> tabs) {
    tabs.forEach(
        (who, tab) ->
            assertThat(tab.nextOf(Set.of("work", "changes")).getString("type"))
                .as(who)
                .isEqualTo("work"));
  }

  private JsonObject give(int start, int end) {
    JsonObject passages = new JsonObject().put("revision", 1).put("start", start).put("end", end);
    JsonObject body =
        work(annotatorId, "punctuate").put("due", "2020-01-01").put("passages", passages);
    return manager.expect(200, manager.post(path(), body));
  }

  private JsonObject finish(Browser browser, JsonObject given, boolean done, int status) {
    JsonObject body =
        new JsonObject().put("version", given.getInteger("version")).put("done", done);
    return browser.expect(
        status, browser.put(path() + "/" + given.getString("id") + "/done", body));
  }

  /** What a list tells of an assignment of this test. */
  private static JsonObject listed(Browser browser, String list, String assignment) {
    JsonArray all = browser.get(list).bodyAsJsonArray();
    return IntStream.range(0, all.size())
        .mapToObj(all::getJsonObject)
        .filter(one -> one.getString("id").equals(assignment))
        .findFirst()
        .orElse(new JsonObject());
  }

  private static JsonObject news(Browser browser, String assignment) {
    JsonArray all = browser.expect(200, browser.get("/api/inbox")).getJsonArray("news");
    return IntStream.range(0, all.size())
        .mapToObj(all::getJsonObject)
        .filter(one -> one.getString("kind").equals("assignment"))
        .filter(one -> one.getJsonObject("work").getString("assignment").equals(assignment))
        .findFirst()
        .orElse(new JsonObject());
  }

  @Test
  void givesWholeLinesAndFollowsThemThroughTheText() {
    JsonObject given = give(6, 11); // inside of the second and the third line
    JsonObject passages = given.getJsonObject("passages");
    assertThat(passages.getInteger("first")).isEqualTo(2);
    assertThat(passages.getInteger("count")).isEqualTo(2);
    assertThat(passages.getString("words")).isEqualTo("使臣進京");
    assertThat(passages.getInteger("start")).isEqualTo(5);
    assertThat(passages.getInteger("end")).isEqualTo(14);
    assertThat(given.getBoolean("overdue")).isTrue();
    Tab tab = server.administrator.tab(document);
    tab.send(
        tab.submit(document, 1, 1, 2, new JsonArray().add(2), new JsonArray().add(0).add("，"), 14));
    tab.next("changes");
    JsonObject now = listed(annotator, path(), given.getString("id")).getJsonObject("passages");
    assertThat(now.getInteger("start")).isEqualTo(4);
    assertThat(now.getInteger("end")).isEqualTo(13);
    assertThat(now.getBoolean("gone")).isFalse();
    tab.close();
  }

  @Test
  void isSeenInTheInboxAndInTheListOfWhoGotIt() {
    String id = give(0, 0).getString("id");
    JsonObject news = news(annotator, id);
    assertThat(news.getString("byName")).isEqualTo("manager");
    assertThat(news.getString("words")).isEqualTo("=cmd()");
    assertThat(news.getBoolean("read")).isFalse();
    assertThat(news.getJsonObject("work").getString("step")).isEqualTo("given");
    assertThat(news(manager, id)).isEmpty();
    assertThat(listed(annotator, "/api/assignments", id).getString("name")).isEqualTo("annotator");
    assertThat(listed(manager, "/api/assignments", id)).isEmpty();
    JsonObject seen = new JsonObject().put("assignment", id).put("version", 1);
    JsonObject mark =
        new JsonObject().put("revision", 1).put("assignments", new JsonArray().add(seen));
    other.expect(200, other.put("/api/documents/" + document + "/inbox", mark));
    assertThat(news(annotator, id).getBoolean("read")).isFalse();
    annotator.expect(200, annotator.put("/api/documents/" + document + "/inbox", mark));
    assertThat(news(annotator, id).getBoolean("read")).isTrue();
  }

  @Test
  void isToldToWhoGaveItWhenItIsDoneAndCanBeOpenedAgain() {
    JsonObject given = give(0, 4);
    assertThat(finish(other, given, true, 403).getString("code")).isEqualTo("not-permitted");
    JsonObject done = finish(annotator, given, true, 200);
    assertThat(done.getString("step")).isEqualTo("done");
    assertThat(done.getBoolean("overdue")).isFalse();
    assertThat(news(manager, given.getString("id")).getJsonObject("work").getString("step"))
        .isEqualTo("done");
    assertThat(finish(annotator, done, true, 409).getString("code")).isEqualTo("nothing-to-do");
    JsonObject open = finish(manager, done, false, 200);
    assertThat(open.getString("step")).isEqualTo("reopened");
    assertThat(news(annotator, given.getString("id")).getJsonObject("work").getString("step"))
        .isEqualTo("reopened");
  }

  @Test
  void isChangedAndTakenBackFromTheVersionThatWasSeen() {
    JsonObject given = give(0, 4);
    String one = path() + "/" + given.getString("id");
    JsonObject order = new JsonObject().put("version", 1).put("task", "annotate");
    JsonObject changed = manager.expect(200, manager.put(one, order));
    assertThat(changed.getString("task")).isEqualTo("annotate");
    assertThat(changed.getString("due")).isNull();
    assertThat(manager.expect(409, manager.put(one, order)).getString("message"))
        .isEqualTo("version 1 of the assignment is not 2; somebody changed it meanwhile");
    assertThat(manager.delete(one + "?version=1").statusCode()).isEqualTo(409);
    manager.expect(200, manager.delete(one + "?version=2"));
    assertThat(listed(annotator, "/api/assignments", given.getString("id"))).isEmpty();
    assertThat(news(annotator, given.getString("id")).getJsonObject("work").getString("step"))
        .isEqualTo("taken_back");
    finish(annotator, changed.put("version", 3), true, 409);
  }

  @Test
  void nobodyIsGivenWhatTheyCannotDo() {
    JsonObject review = work(annotatorId, "review");
    assertThat(manager.expect(400, manager.post(path(), review)).getString("message"))
        .isEqualTo("annotator is an annotator; to review takes a reviewer");
    String stranger = id(server.stranger("nobody-here"));
    assertThat(
            manager
                .expect(400, manager.post(path(), work(stranger, "annotate")))
                .getString("message"))
        .isEqualTo("nobody-here is no member of this project");
    JsonObject far = new JsonObject().put("revision", 1).put("start", 0).put("end", 999);
    JsonObject outside = work(annotatorId, "annotate").put("passages", far);
    assertThat(manager.post(path(), outside).statusCode()).isEqualTo(400);
    JsonObject ahead = work(annotatorId, "annotate").put("passages", far.copy().put("revision", 9));
    assertThat(manager.post(path(), ahead).statusCode()).isEqualTo(409);
  }

  @Test
  void everybodySeesTheirOwnWorkAndAManagerAll() {
    String id = give(0, 4).getString("id");
    String all = "/api/projects/" + server.project + "/assignments";
    for (String list : new String[] {path(), all}) {
      assertThat(listed(manager, list, id)).isNotEmpty();
      assertThat(listed(annotator, list, id)).isNotEmpty();
      assertThat(listed(other, list, id)).isEmpty();
    }
    assertThat(manager.get(all + ".csv").bodyAsString())
        .contains("\"'=cmd()\"", "\"議將從前\"", "\"punctuate\"");
    assertThat(manager.get(all + ".csv").getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''assignments.csv");
    assertThat(other.get(all + ".csv").bodyAsString()).doesNotContain("punctuate");
  }

  @Test
  void workOfSomebodyWhoLeftStaysAndSaysSo() {
    Browser leaver = server.member("leaver", "annotator");
    String account = id(leaver);
    String given =
        manager.expect(200, manager.post(path(), work(account, "annotate"))).getString("id");
    String member = "/api/projects/" + server.project + "/members/" + account;
    server.administrator.expect(
        200, server.administrator.put(member, new JsonObject().put("role", "viewer")));
    assertThat(listed(manager, path(), given).getString("standing")).isEqualTo("unable");
    server.administrator.expect(200, server.administrator.delete(member));
    assertThat(listed(manager, path(), given).getString("standing")).isEqualTo("left");
    assertThat(leaver.get("/api/assignments").bodyAsJsonArray()).isEmpty();
    assertThat(news(leaver, given)).isEmpty();
    assertThat(leaver.get(path()).statusCode()).isEqualTo(404);
    server.administrator.expect(
        200, server.administrator.put(member, new JsonObject().put("role", "annotator")));
    assertThat(listed(leaver, "/api/assignments", given).getString("standing")).isEqualTo("able");
  }

  @Test
  void aPlaceThatWasKeptIsTheOneThatTheWholeLogGives() {
    JsonObject given = give(5, 9);
    Tab tab = server.administrator.tab(document);
    int length = TEXT.length();
    for (int sequence = 1; sequence <= 150; sequence++) {
      tab.send(tab.submit(document, sequence, sequence, new JsonArray().add(0).add("甲"), length));
      tab.next("changes");
      length++;
    }
    tab.close();
    Rows rows = new Rows(folder.resolve("data"));
    String id = given.getString("id");
    JsonObject kept = listed(manager, path(), id).getJsonObject("passages");
    String sql =
        "SELECT revision, place_start FROM assignment_place WHERE assignment_id = '%s'"
            .formatted(id);
    assertThat(rows.query(sql)).containsExactly(List.of("151", "155"));
    assertThat(listed(manager, path(), id).getJsonObject("passages")).isEqualTo(kept);
    rows.change("DELETE FROM assignment_place");
    assertThat(listed(manager, path(), id).getJsonObject("passages")).isEqualTo(kept);
    assertThat(kept.getInteger("start")).isEqualTo(155);
  }
}
