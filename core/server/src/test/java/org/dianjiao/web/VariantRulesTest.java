package org.dianjiao.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A project's rules for variant characters, over HTTP, on a server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariantRulesTest {

  private static final String FILE =
      """
      from\tform\ttype\twords\treason
      砲\t炮\tvariant\t\t通用规范汉字表
      於\t于\tvariant\t於津\tthe edition of 001
      澂\t-\tvariant\t大澂\ta name
      """;

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String rules(String project) {
    return "/api/projects/" + project + "/variants";
  }

  private JsonObject bring(String project, long version, String file) {
    JsonObject body = new JsonObject().put("version", version).put("file", file);
    return server.administrator.expect(
        200, server.administrator.put(rules(project) + "/file", body));
  }

  private static JsonObject wish(long version, boolean replace, Integer... rules) {
    return new JsonObject()
        .put("version", version)
        .put("rules", new JsonArray(List.of(rules)))
        .put("replace", replace);
  }

  private JsonObject follow(String project, JsonObject wish) {
    JsonObject begun =
        server.administrator.expect(
            200, server.administrator.post(rules(project) + "/follow", wish));
    return Sweeps.done(server.administrator, project, begun);
  }

  @Test
  void goesOutAsItCameInAndSaysWhoMadeARule() {
    String project = server.newProject("in and out");
    JsonObject told = bring(project, 0, FILE);
    assertThat(told.getLong("version")).isEqualTo(1);
    assertThat(told.getJsonArray("rules").getJsonObject(0).getString("name")).isEqualTo("keeper");
    assertThat(server.administrator.get(rules(project) + "/file").bodyAsString()).isEqualTo(FILE);
  }

  @Test
  void namesTheLineThatIsWrongAndKeepsWhatWasThere() {
    String project = server.newProject("wrong");
    bring(project, 0, FILE);
    JsonObject body = new JsonObject().put("version", 1).put("file", FILE + "砲\t炮\n");
    JsonObject refused =
        server.administrator.expect(400, server.administrator.put(rules(project) + "/file", body));
    assertThat(refused.getString("message")).startsWith("line 5: 2 cells");
    assertThat(server.administrator.get(rules(project) + "/file").bodyAsString()).isEqualTo(FILE);
  }

  @Test
  void refusesToWriteOverWhatSomebodyChangedMeanwhile() {
    String project = server.newProject("two people");
    bring(project, 0, FILE);
    JsonObject late = new JsonObject().put("version", 0).put("rules", new JsonArray());
    JsonObject refused =
        server.administrator.expect(409, server.administrator.put(rules(project), late));
    assertThat(refused.getString("message")).contains("somebody changed the rules");
  }

  @Test
  void followsRulesInAllDocumentsWhichOneUndoTakesBack() {
    String project = server.newProject("followed");
    String one = bring(project, "枪砲於津，砲车於沽，大澂\n");
    String other = bring(project, "砲\n");
    String none = bring(project, "天津\n");
    bring(project, 0, FILE);
    JsonObject wish = wish(1, true, 0, 1, 2);
    JsonObject seen =
        server.administrator.expect(
            200, server.administrator.post("/api/documents/" + one + "/variants", wish));
    assertThat(seen.getJsonArray("decided")).hasSize(3);

    JsonObject done = follow(project, wish);
    assertThat(done.getInteger("places")).isEqualTo(4);
    assertThat(text(one)).isEqualTo("枪炮于津，炮车於沽，大澂\n");
    assertThat(text(other)).isEqualTo("炮\n");
    assertThat(Sweeps.revisions(done, none)).isEmpty();
    String path = "/api/projects/" + project + "/sweeps/" + done.getString("id");
    assertThat(server.administrator.get(path + "/file").bodyAsString().lines())
        .hasSize(5)
        .anyMatch(line -> line.contains("\t0\t1\t\t砲\t \t炮\t"));
    JsonArray decisions =
        new JsonArray(server.administrator.get(path + "/decisions").bodyAsString());
    assertThat(decisions.getJsonObject(0).getJsonObject("decided").getString("reason"))
        .endsWith("by a rule of the project: 通用规范汉字表");

    JsonObject undo =
        server.administrator.expect(
            200, server.administrator.post(path + "/undo", new JsonObject()));
    JsonObject undone = Sweeps.done(server.administrator, project, undo);
    assertThat(undone.getInteger("places")).isEqualTo(4);
    assertThat(text(one)).isEqualTo("枪砲於津，砲车於沽，大澂\n");
    assertThat(text(other)).isEqualTo("砲\n");
    Browser.refused(
        server.administrator.post(path + "/undo", new JsonObject()), 409, "taken back already");
  }

  @Test
  void undoKeepsWhatOthersDidSince() {
    String project = server.newProject("since");
    String document = bring(project, "枪砲，砲车\n");
    bring(project, 0, FILE);
    JsonObject done = follow(project, wish(1, true, 0));
    Tab tab = server.administrator.tab(document);
    long head = Sweeps.revisions(done, document).get(0);
    tab.send(tab.submit(document, 1, head, new JsonArray().add(0).add("大"), 6));
    tab.next("changes");
    tab.close();
    String path = "/api/projects/" + project + "/sweeps/" + done.getString("id") + "/undo";
    Sweeps.done(
        server.administrator,
        project,
        server.administrator.expect(200, server.administrator.post(path, new JsonObject())));
    assertThat(text(document)).isEqualTo("大枪砲，砲车\n");
  }

  @Test
  void goesOnAfterARestartAndDoesNothingTwice() {
    String project = server.newProject("restarted");
    List<String> documents =
        IntStream.range(0, 6).mapToObj(each -> bring(project, "砲".repeat(2_000) + "\n")).toList();
    bring(project, 0, FILE);
    JsonObject begun =
        server.administrator.expect(
            200, server.administrator.post(rules(project) + "/follow", wish(1, false, 0)));
    server.restart();
    JsonObject done = Sweeps.done(server.administrator, project, begun);
    assertThat(done.getInteger("places")).isEqualTo(12_000);
    assertThat(documents)
        .allMatch(document -> Sweeps.revisions(done, document).equals(List.of(2L)));
  }

  private String text(String document) {
    return server
        .administrator
        .get("/api/documents/" + document + "/export?format=text")
        .bodyAsString();
  }

  @Test
  void notesRegularFormsOnceAndCountsThem() {
    String project = server.newProject("counts");
    String document =
        server
            .administrator
            .bring(project, "枪砲於津，砲车\n".getBytes(UTF_8))
            .bodyAsJsonObject()
            .getString("id");
    bring(project, 0, FILE);
    JsonObject noted = follow(project, wish(1, false, 0));
    assertThat(Sweeps.revisions(noted, document)).hasSize(1);
    assertThat(noted.getInteger("places")).isEqualTo(2);
    assertThat(follow(project, wish(1, false, 0)).getInteger("places")).isZero();
    JsonArray uses =
        new JsonArray(server.administrator.get(rules(project) + "/uses").bodyAsString());
    JsonArray counts = uses.getJsonObject(0).getJsonArray("counts");
    assertThat(counts.getJsonObject(0))
        .isEqualTo(new JsonObject().put("places", 2).put("settled", 2));
    assertThat(counts.getJsonObject(1))
        .isEqualTo(new JsonObject().put("places", 1).put("settled", 0));
  }

  @Test
  void collationAndSearchGoByThemToo() {
    String project = server.newProject("collated");
    String one = bring(project, "豫備進京");
    String other = bring(project, "慈備進京");
    String collation = "/api/documents/" + one + "/collation?with=" + other;
    assertThat(kind(collation)).isEqualTo("wording");
    bring(project, 0, "豫\t慈\tborrowed\t豫備\tas this printer has it\n");
    assertThat(kind(collation)).isEqualTo("variant");
    String question = "/api/projects/%s/search?q=%s&fold=variants".formatted(project, "%E6%85%88");
    JsonObject answer = found(question);
    assertThat(answer.getInteger("total")).isEqualTo(2);
    assertThat(answer.getJsonObject("forms").getJsonArray("慈").stream())
        .anyMatch(form -> form.toString().contains("project"));
  }

  @Test
  void collationKnowsTheNamesOfTheAuthorityFile() {
    String project = server.newProject("names");
    String one = bring(project, "使臣俄羅斯國至京");
    String other = bring(project, "使臣俄囉斯國至京");
    assertThat(kind("/api/documents/" + one + "/collation?with=" + other))
        .isEqualTo("transliteration");
  }

  private String bring(String project, String text) {
    return server
        .administrator
        .expect(200, server.administrator.bring(project, text.getBytes(UTF_8)))
        .getString("id");
  }

  private String kind(String collation) {
    JsonObject told = server.administrator.expect(200, server.administrator.get(collation));
    JsonObject first = told.getJsonArray("others").getJsonObject(0);
    return first.getJsonArray("differences").getJsonObject(0).getString("kind");
  }

  /** What is found when the index holds everything. */
  private JsonObject found(String question) {
    Instant until = Instant.now().plusSeconds(20);
    JsonObject answer = server.administrator.expect(200, server.administrator.get(question));
    while (answer.getInteger("behind") > 0 && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
      answer = server.administrator.expect(200, server.administrator.get(question));
    }
    return answer;
  }
}
