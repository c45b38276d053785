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

  private static BlindScene scene;

  @BeforeAll
  static void start() {
    scene = new BlindScene(folder);
  }

  @AfterAll
  static void stop() {
    scene.close();
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
    JsonObject agreement = scene.punctuated().seenBy(scene.judge).getJsonObject("agreement");
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

  /** The plugin marks 甲乙，丙: at a place that both have, with the mark of neither. */
  @Test
  void tellsHowFarEachAgreesWithAPlugin() {
    BlindWork work = scene.punctuated();
    String asked = work.path() + "/plugin?plugin=marker";
    JsonObject told = scene.judge.expect(200, scene.judge.get(asked));
    assertThat(told.getString("plugin")).isEqualTo("marker");
    assertThat(told.getInteger("places")).isEqualTo(4);
    JsonObject one = told.getJsonArray("pairs").getJsonObject(0);
    assertThat(one.getString("one")).isEqualTo("one");
    assertThat(one.getJsonObject("things").getInteger("one")).isEqualTo(2);
    assertThat(one.getJsonObject("things").getInteger("other")).isEqualTo(1);
    assertThat(one.getJsonObject("things").getInteger("both")).isEqualTo(1);
    assertThat(one.getJsonArray("marks").getJsonObject(0).getInteger("both")).isZero();
    BlindWork working = scene.round("甲乙丙", "punctuate");
    String early = working.path() + "/plugin?plugin=marker";
    JsonObject refused = scene.judge.expect(403, scene.judge.get(early));
    assertThat(refused.getString("message")).contains("nobody is told yet");
  }

  @Test
  void tellsHowFarTheMarksOfADocumentAgreeWithAPlugin() {
    String marks = "/api/documents/" + scene.server.document("甲，乙、丙乙，丁") + "/marks/agreement";
    JsonObject told = scene.judge.expect(200, scene.judge.get(marks + "?plugin=marker"));
    JsonObject pair = told.getJsonArray("pairs").getJsonObject(0);
    assertThat(pair.getJsonObject("things").getInteger("one")).isEqualTo(3);
    assertThat(pair.getJsonObject("things").getInteger("both")).isEqualTo(2);
    JsonObject comma = pair.getJsonArray("marks").getJsonObject(0);
    assertThat(comma.getString("mark")).isEqualTo("，");
    assertThat(comma.getInteger("both")).isEqualTo(1);
    JsonObject part =
        scene.judge.expect(200, scene.judge.get(marks + "?plugin=marker&start=4&end=8"));
    assertThat(part.getInteger("places")).isEqualTo(4);
    scene.judge.expect(503, scene.judge.get(marks + "?plugin=none"));
    scene.judge.expect(400, scene.judge.get(marks + "?plugin=marker&start=4&end=9"));
  }

  /**
   * One: 甲乙 a person, 丁 a place. Other: 甲 a person, 丁 a place. Of names with their ends one of two
   * is in both: F1 = 2·1/(2+2). By character: person person – place beside person – – place; eight
   * values, three of them person, three none, two place; one character differs, so 2 of the
   * coincidences; by chance 3·5 + 3·5 + 2·6 = 42; α = 1 − 7·2/42 = 2/3.
   */
  @Test
  void tellsHowFarTwoWhoMarkedNamesAgree() {
    BlindWork work = scene.round("甲乙丙丁", "annotate");
    work.names(scene.one, 4, "name-of-one-00001", 0, 2, "person");
    work.names(scene.one, 4, "name-of-one-00002", 3, 4, "place");
    work.names(scene.other, 4, "name-of-other-001", 0, 1, "person");
    work.names(scene.other, 4, "name-of-other-002", 3, 4, "place");
    work.done(scene.one);
    work.done(scene.other);
    JsonObject whole = work.seenBy(scene.judge);
    JsonObject agreement = whole.getJsonObject("agreement");
    JsonObject names = agreement.getJsonArray("pairs").getJsonObject(0).getJsonObject("things");
    assertThat(names.getInteger("both")).isEqualTo(1);
    assertThat(names.getDouble("f1")).isCloseTo(0.5, THIRD_PLACE);
    assertThat(agreement.getDouble("alpha")).isCloseTo(2.0 / 3, THIRD_PLACE);
    assertThat(agreement.getDouble("entities")).isCloseTo(2.0 / 3, THIRD_PLACE);
    assertThat(whole.getJsonArray("differences")).hasSize(2);

    work.takes(scene.judge, "0-2", scene.one);
    assertThat(work.close(scene.judge).getInteger("decided")).isEqualTo(3);
    Tab tab = scene.judge.tab(work.document);
    tab.send(
        Tab.frame("annotations", work.document).put("revision", 2).put("start", 0).put("end", 4));
    String annotations = tab.next("annotations").getJsonArray("annotations").encode();
    assertThat(annotations).contains("\"start\":0,\"end\":2").contains("\"start\":3,\"end\":4");
    tab.close();
  }

  @Test
  void whoTranscribesMayChangeTheTextItself() {
    BlindWork work = scene.round("甲乙丙丁", "transcribe");
    work.types(scene.one, 1, new JsonArray().add(1).add("己"), 2);
    work.types(scene.other, 1, new JsonArray().add(1).add("巳"), 2);
    work.done(scene.one);
    work.done(scene.other);
    JsonObject difference = work.seenBy(scene.judge).getJsonArray("differences").getJsonObject(0);
    assertThat(difference.getString("base")).isEqualTo("乙");
    assertThat(difference.getJsonArray("readings").encode()).contains("己").contains("巳");
    work.rules(scene.judge, "1-2", new JsonObject().put("choice", "own").put("own", "已"));
    work.close(scene.judge);
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲已丙丁");
  }

  @Test
  void writesATableOfTheAgreement() {
    String csv = scene.judge.get(scene.punctuated().path() + "/agreement.csv").bodyAsString();
    assertThat(csv.lines().toList())
        .hasSize(7)
        .anyMatch(line -> line.contains("\"one\",\"other\",\"boundaries\",2,2,1,0.5,0.0,\"\""))
        .anyMatch(
            line -> line.contains("\"all\",\"all\",\"all marks\",\"\",\"\",\"\",\"\",\"\",0.0"));
  }

  @Test
  void takesOneOfEachAndRejectsBoth() {
    BlindWork work = scene.punctuated();
    assertThat(scene.judge.post(work.path() + "/close", new JsonObject()).bodyAsString())
        .contains("3 differences are not decided yet");
    work.takes(scene.judge, "1-1", scene.one);
    work.rules(scene.judge, "2-2", new JsonObject().put("choice", "neither"));
    work.takes(scene.judge, "3-3", scene.other);
    JsonObject merged = work.close(scene.judge);
    assertThat(merged.getLong("revision")).isEqualTo(2);
    assertThat(merged.getJsonObject("left")).isEmpty();
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲，乙丙，");

    JsonObject change =
        scene
            .judge
            .get("/api/documents/" + work.document + "/history")
            .bodyAsJsonArray()
            .getJsonObject(0);
    assertThat(change.getString("name")).isEqualTo("judge");
    String effects = change.getJsonArray("effects").encode();
    assertThat(effects)
        .contains(BlindWork.account(scene.one))
        .contains(BlindWork.account(scene.other));
    assertThat(
            change.getJsonArray("effects").stream().map(e -> ((JsonObject) e).getString("outcome")))
        .containsExactly("accepted", "rejected", "rejected", "accepted");
    JsonObject blame =
        scene.judge.expect(200, scene.judge.get("/api/documents/" + work.document + "/blame"));
    assertThat(blame.getJsonArray("acts").encode())
        .contains("\"proposer\":\"" + BlindWork.account(scene.one) + "\"")
        .contains("\"proposer\":\"" + BlindWork.account(scene.other) + "\"");
    assertThat(scene.one.get(work.path()).bodyAsString()).contains("\"state\":\"closed\"");
    assertThat(
            scene.one.expect(200, scene.one.get("/api/inbox")).getJsonArray("news").stream()
                .map(JsonObject.class::cast)
                .filter(news -> news.getString("document").equals(work.document))
                .map(news -> news.getString("kind")))
        .as("each who read is told once, however many of their readings were decided")
        .containsExactlyInAnyOrder("proposal", "round");
  }

  @Test
  void oneUndoTakesAllDecisionsBack() {
    BlindWork work = scene.punctuated();
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(scene.judge, place, scene.one);
    }
    work.close(scene.judge);
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲，乙。丙");
    Tab tab = scene.judge.tab(work.document);
    tab.send(
        Tab.frame("revert", work.document)
            .put("client", "undo-of-" + tab.client)
            .put("sequence", 1)
            .put("revision", 2));
    tab.next("done");
    tab.close();
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲乙丙");
  }

  @Test
  void whatWasDecidedSoFarIsKept() {
    BlindWork work = scene.punctuated();
    work.takes(scene.judge, "1-1", scene.one);
    work.takes(scene.judge, "2-2", scene.one);
    work.takes(scene.judge, "2-2", scene.other);
    JsonObject second = work.seenBy(scene.judge).getJsonArray("differences").getJsonObject(1);
    assertThat(second.getJsonObject("ruling").getString("worker"))
        .isEqualTo(BlindWork.account(scene.other));
    assertThat(work.seenBy(scene.judge).getJsonObject("round").getString("adjudicator"))
        .isEqualTo("judge");
  }

  @Test
  void saysWhereTheSourceChangedMeanwhile() {
    BlindWork work = scene.punctuated();
    Tab tab = scene.manager.tab(work.document);
    tab.send(tab.submit(work.document, 1, 1, typed("天"), 2, typed("；"), 1));
    tab.next("changes");
    tab.close();
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(scene.judge, place, place.equals("3-3") ? scene.other : scene.one);
    }
    JsonObject merged = work.close(scene.judge);
    assertThat(merged.getJsonObject("left").getString("2-2"))
        .isEqualTo("the source has changed here meanwhile");
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("天甲，乙；丙，");
    assertThat(
            work.seenBy(scene.judge).getJsonArray("differences").getJsonObject(1).getString("left"))
        .isEqualTo("the source has changed here meanwhile");
  }

  @Test
  void passagesAreWholeLinesOfTheSource() {
    String document = scene.server.document("甲乙\n丙丁\n戊己");
    JsonObject wanted =
        BlindWork.wanted(
            "punctuate", List.of(BlindWork.account(scene.one), BlindWork.account(scene.other)));
    BlindWork work = BlindWork.start(scene.manager, document, wanted.put("from", 2).put("to", 2));
    assertThat(scene.text(scene.one, work.copy(scene.one))).isEqualTo("丙丁");
    work.types(scene.one, 1, typed("，"), 1);
    work.done(scene.one);
    work.done(scene.other);
    work.takes(scene.judge, "1-1", scene.one);
    work.close(scene.judge);
    assertThat(scene.text(scene.judge, document)).isEqualTo("甲乙\n丙，丁\n戊己");
    String path = "/api/documents/" + document + "/blind";
    assertThat(scene.manager.post(path, wanted.put("to", 4)).bodyAsString())
        .contains("lines 2 to 4 are not among 1–3");
  }

  @Test
  void whoChangedMoreThanMarksIsNotDone() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    work.types(scene.one, 3, typed("丁"));
    JsonObject done = new JsonObject().put("done", true);
    assertThat(
            scene.one.expect(400, scene.one.put(work.path() + "/done", done)).getString("message"))
        .isEqualTo("more than marks was changed: “甲乙丙” became “甲乙丙丁”; bring the text back first");
  }

  @Test
  void whoIsDoneMayTakeItBackUntilAllAre() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    work.done(scene.one);
    assertThat(role(scene.one, work.copy(scene.one))).isEqualTo("viewer");
    scene.one.expect(
        200, scene.one.put(work.path() + "/done", new JsonObject().put("done", false)));
    assertThat(role(scene.one, work.copy(scene.one))).isEqualTo("editor");
    work.done(scene.one);
    work.done(scene.other);
    scene.one.expect(
        409, scene.one.put(work.path() + "/done", new JsonObject().put("done", false)));
  }

  @Test
  void whoIsDoneIsStoppedInATabThatIsOpen() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    String copy = work.copy(scene.one);
    Tab tab = scene.one.tab(copy);
    tab.send(tab.submit(copy, 1, 1, 1, typed("，"), 2));
    tab.next("changes");
    work.done(scene.one);
    tab.send(tab.submit(copy, 2, 2, 2, typed("。"), 2));
    tab.nextOf(Set.of("refused", "closed")); // by the rights, or by the log before they are read
    tab.close();
    assertThat(scene.text(scene.one, copy)).isEqualTo("甲，乙丙");
  }

  private static String role(Browser browser, String document) {
    return browser.expect(200, browser.get("/api/documents/" + document)).getString("role");
  }

  @Test
  void aRoundTakesTwoWhoMayPropose() {
    String document = scene.server.document("甲乙丙");
    String path = "/api/documents/" + document + "/blind";
    Browser viewer = scene.server.member("viewer-of-rounds", "viewer");
    String first = BlindWork.account(scene.one);
    assertThat(
            scene
                .manager
                .post(
                    path, BlindWork.wanted("punctuate", List.of(first, BlindWork.account(viewer))))
                .bodyAsString())
        .contains("viewer-of-rounds is no annotator of this project at least");
    assertThat(
            scene.manager.post(path, BlindWork.wanted("punctuate", List.of(first))).bodyAsString())
        .contains("double work takes 2 to 8 different people; 1 of 1 named are different");
  }

  @Test
  void aRoundThatIsGivenUpLeavesTheSourceAsItIs() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    work.types(scene.one, 1, typed("，"), 2);
    scene.manager.expect(200, scene.manager.delete(work.path()));
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲乙丙");
    assertThat(work.seenBy(scene.other).getJsonObject("round").getString("state"))
        .isEqualTo("abandoned");
    assertThat(scene.judge.post(work.path() + "/close", new JsonObject()).statusCode())
        .isEqualTo(409);
  }
}
