package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dianjiao.web.BlindWork.typed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people read blind, are compared, and somebody decides: on a server that really runs. */
class BlindTest {

  private static final Offset<Double> THIRD_PLACE = within(0.0005);

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser manager;
  private static Browser one;
  private static Browser other;
  private static Browser judge;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    manager = server.member("manager", "manager");
    one = server.member("one", "annotator");
    other = server.member("other", "reviewer");
    judge = server.member("judge", "reviewer");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static BlindWork round(String text, String task) {
    return BlindWork.start(manager, server.document(text), task, one, other);
  }

  private static String text(Browser browser, String document) {
    return browser.get("/api/documents/" + document + "/export?format=text").bodyAsString().strip();
  }

  /** 甲，乙。丙 beside 甲乙、丙，. */
  private static BlindWork punctuated() {
    BlindWork work = round("甲乙丙", "punctuate");
    work.types(one, 1, typed("，"), 1, typed("。"), 1);
    work.types(other, 2, typed("、"), 1, typed("，"));
    work.done(one);
    work.done(other);
    return work;
  }

  /**
   * Four places: before 甲, behind 甲, behind 乙, behind 丙. Marks at one: – ， 。 –; at other: – – 、 ，.
   * Boundaries: two and two, one of them in both, so F1 = 2·1/(2+2) = 0.5; observed 2/4, by chance
   * 2/4·2/4 + 2/4·2/4 = 1/2, so κ = 0. All marks: alike at one place of four; by chance none
   * 2/4·2/4 + comma 1/4·1/4 = 5/16; κ = (4/16 − 5/16) / (11/16) = −1/11. ， alone: one and one at
   * different places: observed 2/4, by chance 1/16 + 9/16 = 10/16, κ = (8 − 10)/6 = −1/3. α: eight
   * values, four times none, two commas, one stop, one 、; three places differ, so 6 of the
   * coincidences; by chance 4·4 + 2·6 + 1·7 + 1·7 = 42; α = 1 − 7·6/42 = 0.
   */
  @Test
  void tellsHowFarTwoWhoPunctuatedAgree() {
    JsonObject agreement = punctuated().seenBy(judge).getJsonObject("agreement");
    JsonObject pair = agreement.getJsonArray("pairs").getJsonObject(0);
    JsonObject boundaries = pair.getJsonObject("things");
    assertThat(boundaries.getInteger("one")).isEqualTo(2);
    assertThat(boundaries.getInteger("other")).isEqualTo(2);
    assertThat(boundaries.getInteger("both")).isEqualTo(1);
    assertThat(boundaries.getDouble("f1")).isCloseTo(0.5, THIRD_PLACE);
    assertThat(boundaries.getDouble("kappa")).isCloseTo(0.0, THIRD_PLACE);
    assertThat(pair.getDouble("kappa")).isCloseTo(-1.0 / 11, THIRD_PLACE);
    JsonObject comma = pair.getJsonArray("marks").getJsonObject(0);
    assertThat(comma.getString("mark")).isEqualTo("，");
    assertThat(comma.getDouble("kappa")).isCloseTo(-1.0 / 3, THIRD_PLACE);
    assertThat(agreement.getDouble("alpha")).isCloseTo(0.0, THIRD_PLACE);
  }

  /**
   * One: 甲乙 a person, 丁 a place. Other: 甲 a person, 丁 a place. Of names with their ends one of two
   * is in both: F1 = 2·1/(2+2). By character: person person – place beside person – – place; eight
   * values, three of them person, three none, two place; one character differs, so 2 of the
   * coincidences; by chance 3·5 + 3·5 + 2·6 = 42; α = 1 − 7·2/42 = 2/3.
   */
  @Test
  void tellsHowFarTwoWhoMarkedNamesAgree() {
    BlindWork work = round("甲乙丙丁", "annotate");
    work.names(one, 4, "name-of-one-00001", 0, 2, "person");
    work.names(one, 4, "name-of-one-00002", 3, 4, "place");
    work.names(other, 4, "name-of-other-001", 0, 1, "person");
    work.names(other, 4, "name-of-other-002", 3, 4, "place");
    work.done(one);
    work.done(other);
    JsonObject whole = work.seenBy(judge);
    JsonObject agreement = whole.getJsonObject("agreement");
    JsonObject names = agreement.getJsonArray("pairs").getJsonObject(0).getJsonObject("things");
    assertThat(names.getInteger("both")).isEqualTo(1);
    assertThat(names.getDouble("f1")).isCloseTo(0.5, THIRD_PLACE);
    assertThat(agreement.getDouble("alpha")).isCloseTo(2.0 / 3, THIRD_PLACE);
    assertThat(agreement.getDouble("entities")).isCloseTo(2.0 / 3, THIRD_PLACE);
    assertThat(whole.getJsonArray("differences")).hasSize(2);

    work.takes(judge, "0-2", one);
    assertThat(work.close(judge).getInteger("decided")).isEqualTo(3);
    Tab tab = judge.tab(work.document);
    tab.send(
        Tab.frame("annotations", work.document).put("revision", 2).put("start", 0).put("end", 4));
    String annotations = tab.next("annotations").getJsonArray("annotations").encode();
    assertThat(annotations).contains("\"start\":0,\"end\":2").contains("\"start\":3,\"end\":4");
    tab.close();
  }

  @Test
  void whoTranscribesMayChangeTheTextItself() {
    BlindWork work = round("甲乙丙丁", "transcribe");
    work.types(one, 1, new JsonArray().add(1).add("己"), 2);
    work.types(other, 1, new JsonArray().add(1).add("巳"), 2);
    work.done(one);
    work.done(other);
    JsonObject difference = work.seenBy(judge).getJsonArray("differences").getJsonObject(0);
    assertThat(difference.getString("base")).isEqualTo("乙");
    assertThat(difference.getJsonArray("readings").encode()).contains("己").contains("巳");
    work.rules(judge, "1-2", new JsonObject().put("choice", "own").put("own", "已"));
    work.close(judge);
    assertThat(text(judge, work.document)).isEqualTo("甲已丙丁");
  }

  @Test
  void writesATableOfTheAgreement() {
    String csv = judge.get(punctuated().path() + "/agreement.csv").bodyAsString();
    assertThat(csv.lines().toList())
        .hasSize(7)
        .anyMatch(line -> line.contains("\"one\",\"other\",\"boundaries\",2,2,1,0.5,0.0,\"\""))
        .anyMatch(
            line -> line.contains("\"all\",\"all\",\"all marks\",\"\",\"\",\"\",\"\",\"\",0.0"));
  }

  @Test
  void takesOneOfEachAndRejectsBoth() {
    BlindWork work = punctuated();
    assertThat(judge.post(work.path() + "/close", new JsonObject()).bodyAsString())
        .contains("3 differences are not decided yet");
    work.takes(judge, "1-1", one);
    work.rules(judge, "2-2", new JsonObject().put("choice", "neither"));
    work.takes(judge, "3-3", other);
    JsonObject merged = work.close(judge);
    assertThat(merged.getLong("revision")).isEqualTo(2);
    assertThat(merged.getJsonObject("left")).isEmpty();
    assertThat(text(judge, work.document)).isEqualTo("甲，乙丙，");

    JsonObject change =
        judge
            .get("/api/documents/" + work.document + "/history")
            .bodyAsJsonArray()
            .getJsonObject(0);
    assertThat(change.getString("name")).isEqualTo("judge");
    String effects = change.getJsonArray("effects").encode();
    assertThat(effects).contains(BlindWork.account(one)).contains(BlindWork.account(other));
    assertThat(
            change.getJsonArray("effects").stream().map(e -> ((JsonObject) e).getString("outcome")))
        .containsExactly("accepted", "rejected", "rejected", "accepted");
    JsonObject blame = judge.expect(200, judge.get("/api/documents/" + work.document + "/blame"));
    assertThat(blame.getJsonArray("acts").encode())
        .contains("\"proposer\":\"" + BlindWork.account(one) + "\"")
        .contains("\"proposer\":\"" + BlindWork.account(other) + "\"");
    assertThat(one.get(work.path()).bodyAsString()).contains("\"state\":\"closed\"");
    assertThat(
            one.expect(200, one.get("/api/inbox")).getJsonArray("news").stream()
                .map(JsonObject.class::cast)
                .filter(news -> news.getString("document").equals(work.document))
                .map(news -> news.getString("kind")))
        .as("each who read is told once, however many of their readings were decided")
        .containsExactlyInAnyOrder("proposal", "round");
  }

  @Test
  void oneUndoTakesAllDecisionsBack() {
    BlindWork work = punctuated();
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(judge, place, one);
    }
    work.close(judge);
    assertThat(text(judge, work.document)).isEqualTo("甲，乙。丙");
    Tab tab = judge.tab(work.document);
    tab.send(
        Tab.frame("revert", work.document)
            .put("client", "undo-of-" + tab.client)
            .put("sequence", 1)
            .put("revision", 2));
    tab.next("done");
    tab.close();
    assertThat(text(judge, work.document)).isEqualTo("甲乙丙");
  }

  @Test
  void whatWasDecidedSoFarIsKept() {
    BlindWork work = punctuated();
    work.takes(judge, "1-1", one);
    work.takes(judge, "2-2", one);
    work.takes(judge, "2-2", other);
    JsonObject second = work.seenBy(judge).getJsonArray("differences").getJsonObject(1);
    assertThat(second.getJsonObject("ruling").getString("worker"))
        .isEqualTo(BlindWork.account(other));
    assertThat(work.seenBy(judge).getJsonObject("round").getString("adjudicator"))
        .isEqualTo("judge");
  }

  @Test
  void saysWhereTheSourceChangedMeanwhile() {
    BlindWork work = punctuated();
    Tab tab = manager.tab(work.document);
    tab.send(tab.submit(work.document, 1, 1, typed("天"), 2, typed("；"), 1));
    tab.next("changes");
    tab.close();
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(judge, place, place.equals("3-3") ? other : one);
    }
    JsonObject merged = work.close(judge);
    assertThat(merged.getJsonObject("left").getString("2-2"))
        .isEqualTo("the source has changed here meanwhile");
    assertThat(text(judge, work.document)).isEqualTo("天甲，乙；丙，");
    assertThat(work.seenBy(judge).getJsonArray("differences").getJsonObject(1).getString("left"))
        .isEqualTo("the source has changed here meanwhile");
  }

  @Test
  void passagesAreWholeLinesOfTheSource() {
    String document = server.document("甲乙\n丙丁\n戊己");
    JsonObject wanted =
        BlindWork.wanted("punctuate", List.of(BlindWork.account(one), BlindWork.account(other)));
    BlindWork work = BlindWork.start(manager, document, wanted.put("from", 2).put("to", 2));
    assertThat(text(one, work.copy(one))).isEqualTo("丙丁");
    work.types(one, 1, typed("，"), 1);
    work.done(one);
    work.done(other);
    work.takes(judge, "1-1", one);
    work.close(judge);
    assertThat(text(judge, document)).isEqualTo("甲乙\n丙，丁\n戊己");
    String path = "/api/documents/" + document + "/blind";
    assertThat(manager.post(path, wanted.put("to", 4)).bodyAsString())
        .contains("lines 2 to 4 are not among 1–3");
  }

  @Test
  void whoChangedMoreThanMarksIsNotDone() {
    BlindWork work = round("甲乙丙", "punctuate");
    work.types(one, 3, typed("丁"));
    JsonObject done = new JsonObject().put("done", true);
    assertThat(one.expect(400, one.put(work.path() + "/done", done)).getString("message"))
        .isEqualTo("more than marks was changed: “甲乙丙” became “甲乙丙丁”; bring the text back first");
  }

  @Test
  void whoIsDoneMayTakeItBackUntilAllAre() {
    BlindWork work = round("甲乙丙", "punctuate");
    work.done(one);
    assertThat(role(one, work.copy(one))).isEqualTo("viewer");
    one.expect(200, one.put(work.path() + "/done", new JsonObject().put("done", false)));
    assertThat(role(one, work.copy(one))).isEqualTo("editor");
    work.done(one);
    work.done(other);
    one.expect(409, one.put(work.path() + "/done", new JsonObject().put("done", false)));
  }

  @Test
  void whoIsDoneIsStoppedInATabThatIsOpen() {
    BlindWork work = round("甲乙丙", "punctuate");
    String copy = work.copy(one);
    Tab tab = one.tab(copy);
    tab.send(tab.submit(copy, 1, 1, 1, typed("，"), 2));
    tab.next("changes");
    work.done(one);
    tab.send(tab.submit(copy, 2, 2, 2, typed("。"), 2));
    tab.nextOf(Set.of("refused", "closed")); // by the rights, or by the log before they are read
    tab.close();
    assertThat(text(one, copy)).isEqualTo("甲，乙丙");
  }

  private static String role(Browser browser, String document) {
    return browser.expect(200, browser.get("/api/documents/" + document)).getString("role");
  }

  @Test
  void fourEyesDecideAndOneOfThem() {
    BlindWork work = punctuated();
    JsonObject neither = new JsonObject().put("choice", "neither");
    String rulings = work.path() + "/rulings";
    JsonObject ruling = BlindWork.ruling(neither, "1-1");
    assertThat(other.expect(403, other.put(rulings, ruling)).getString("code"))
        .isEqualTo("own-work");
    assertThat(one.expect(403, one.put(rulings, ruling)).getString("code"))
        .isEqualTo("not-permitted");
    work.rules(judge, "1-1", neither);
    assertThat(manager.expect(403, manager.put(rulings, ruling)).getString("message"))
        .isEqualTo("judge decides in this round");
    JsonObject nowhere = BlindWork.ruling(neither, "1-1", "7-9");
    assertThat(judge.put(rulings, nowhere).statusCode()).isEqualTo(400);
  }

  @Test
  void manyAreDecidedInOneStepAndTakenBackInOne() {
    BlindWork work = punctuated();
    JsonObject reading =
        new JsonObject().put("choice", "reading").put("worker", BlindWork.account(one));
    JsonObject all = BlindWork.ruling(reading, "1-1", "2-2", "3-3");
    judge.expect(200, judge.put(work.path() + "/rulings", all));
    assertThat(decided(work)).isEqualTo(3);
    JsonObject back = BlindWork.ruling(reading, "1-1", "3-3");
    back.getJsonArray("rulings").getJsonObject(0).remove("ruling");
    judge.expect(200, judge.put(work.path() + "/rulings", back));
    assertThat(decided(work)).isEqualTo(1);
  }

  private static long decided(BlindWork work) {
    return work.seenBy(judge).getJsonArray("differences").stream()
        .filter(difference -> ((JsonObject) difference).containsKey("ruling"))
        .count();
  }

  @Test
  void aManagerHandsTheRoundOverToAnotherWhoDoesNotWorkInIt() {
    BlindWork work = punctuated();
    Browser next = server.member("next", "reviewer");
    work.takes(judge, "1-1", one);
    assertThat(work.seenBy(manager).getJsonArray("judges").encode())
        .contains("next")
        .doesNotContain("\"judge\"")
        .doesNotContain("\"other\"");
    assertThat(work.seenBy(judge).getJsonArray("judges")).isEmpty();
    judge.expect(403, work.handOver(judge, next));
    for (Browser worker : List.of(one, other)) {
      assertThat(manager.expect(403, work.handOver(manager, worker)).getString("code"))
          .isEqualTo("own-work");
    }
    Browser editor = server.member("editor-who-decides-not", "editor");
    assertThat(manager.expect(400, work.handOver(manager, editor)).getString("message"))
        .isEqualTo("editor-who-decides-not is no reviewer of this project at least");
    manager.expect(200, work.handOver(manager, next));
    assertThat(server.administrator.get("/api/audit").bodyAsString())
        .contains("hand-over-blind-round");

    JsonObject neither = BlindWork.ruling(new JsonObject().put("choice", "neither"), "2-2");
    assertThat(judge.expect(403, judge.put(work.path() + "/rulings", neither)).getString("message"))
        .isEqualTo("next decides in this round");
    work.takes(next, "2-2", one);
    work.takes(next, "3-3", one);
    work.close(next);
    assertThat(text(judge, work.document)).isEqualTo("甲，乙。丙");
    manager.expect(409, work.handOver(manager, judge));
  }

  @Test
  void aManagerWhoWorksInARoundSaysNotWhoDecides() {
    BlindWork work = BlindWork.start(manager, server.document("甲乙丙"), "punctuate", one, manager);
    assertThat(manager.expect(403, work.handOver(manager, judge)).getString("code"))
        .isEqualTo("own-work");
  }

  @Test
  void whoIsNamedBeforeAllAreDoneIsTheOneToDecide() {
    BlindWork work = round("甲乙丙", "punctuate");
    manager.expect(200, work.handOver(manager, judge));
    assertThat(news(judge, work)).containsExactly("handed_over");
    work.types(one, 1, typed("，"), 2);
    work.done(one);
    work.done(other);
    assertThat(news(judge, work)).containsExactly("handed_in");
    assertThat(news(manager, work)).as("another decides").isEmpty();
    JsonObject ruling = BlindWork.ruling(new JsonObject().put("choice", "neither"), "1-1");
    manager.expect(403, manager.put(work.path() + "/rulings", ruling));
  }

  @Test
  void everybodyIsToldWhatConcernsThemOfARound() {
    BlindWork work = punctuated();
    assertThat(news(one, work)).containsExactly("started");
    assertThat(news(other, work)).containsExactly("started");
    assertThat(news(judge, work)).containsExactly("handed_in");
    assertThat(news(manager, work)).containsExactly("handed_in");
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(judge, place, one);
    }
    assertThat(news(manager, work)).as("another decides").isEmpty();
    work.close(judge);
    assertThat(news(one, work)).containsExactly("closed");
    assertThat(news(manager, work)).as("who started it").containsExactly("closed");
    assertThat(news(judge, work)).isEmpty();

    JsonObject item = rounds(one, work).get(0);
    assertThat(item.getBoolean("read")).isFalse();
    assertThat(item.getString("byName")).isEqualTo("judge");
    JsonObject seen =
        new JsonObject()
            .put("revision", item.getLong("revision"))
            .put("rounds", new JsonArray().add(item.getJsonObject("round")));
    one.expect(200, one.put("/api/documents/" + work.document + "/inbox", seen));
    assertThat(rounds(one, work).get(0).getBoolean("read")).isTrue();
  }

  @Test
  void whoStartedAndWorkedIsToldThatARoundWasGivenUp() {
    BlindWork work = round("甲乙丙", "punctuate");
    Browser second = server.member("second-manager", "manager");
    second.expect(200, second.delete(work.path()));
    for (Browser told : List.of(one, other, manager)) {
      assertThat(news(told, work)).containsExactly("abandoned");
    }
    assertThat(news(judge, work)).isEmpty();
  }

  /** What somebody is told of a round. */
  private static List<String> news(Browser browser, BlindWork work) {
    return rounds(browser, work).stream()
        .map(item -> item.getJsonObject("round").getString("deed"))
        .toList();
  }

  private static List<JsonObject> rounds(Browser browser, BlindWork work) {
    return browser.expect(200, browser.get("/api/inbox")).getJsonArray("news").stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.containsKey("round"))
        .filter(item -> item.getJsonObject("round").getString("round").equals(work.id))
        .toList();
  }

  @Test
  void aRoundTakesTwoWhoMayPropose() {
    String document = server.document("甲乙丙");
    String path = "/api/documents/" + document + "/blind";
    Browser viewer = server.member("viewer-of-rounds", "viewer");
    String first = BlindWork.account(one);
    assertThat(
            manager
                .post(
                    path, BlindWork.wanted("punctuate", List.of(first, BlindWork.account(viewer))))
                .bodyAsString())
        .contains("viewer-of-rounds is no annotator of this project at least");
    assertThat(manager.post(path, BlindWork.wanted("punctuate", List.of(first))).bodyAsString())
        .contains("double work takes 2 to 8 different people; 1 of 1 named are different");
  }

  @Test
  void aRoundThatIsGivenUpLeavesTheSourceAsItIs() {
    BlindWork work = round("甲乙丙", "punctuate");
    work.types(one, 1, typed("，"), 2);
    manager.expect(200, manager.delete(work.path()));
    assertThat(text(judge, work.document)).isEqualTo("甲乙丙");
    assertThat(work.seenBy(other).getJsonObject("round").getString("state")).isEqualTo("abandoned");
    assertThat(judge.post(work.path() + "/close", new JsonObject()).statusCode()).isEqualTo(409);
  }
}
