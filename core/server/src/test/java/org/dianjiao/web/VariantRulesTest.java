package org.dianjiao.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

  private static JsonObject wish(long version, boolean replace, boolean trial, Integer... rules) {
    return new JsonObject()
        .put("version", version)
        .put("rules", new JsonArray(List.of(rules)))
        .put("replace", replace)
        .put("trial", trial);
  }

  private JsonObject apply(String document, JsonObject wish) {
    return server.administrator.expect(
        200, server.administrator.post("/api/documents/" + document + "/variants", wish));
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
  void followsRulesEverywhereInOneChangeThatOneUndoTakesBack() {
    String document = server.document("枪砲於津，砲车於沽，大澂\n");
    JsonObject table =
        new JsonObject(server.administrator.get(rules(server.project)).bodyAsString());
    long version = bring(server.project, table.getLong("version"), FILE).getLong("version");

    JsonObject seen = apply(document, wish(version, true, true, 0, 1, 2));
    assertThat(seen.getJsonArray("decided")).hasSize(3);
    assertThat(seen.getValue("revision")).isNull();

    JsonObject done = apply(document, wish(version, true, false, 0, 1, 2));
    assertThat(done.getInteger("done")).isEqualTo(3);
    assertThat(done.getJsonArray("decided").getJsonObject(0).getString("reason"))
        .isEqualTo("通用规范汉字表");
    assertThat(text(document)).isEqualTo("枪炮于津，炮车於沽，大澂\n");

    Tab tab = server.administrator.tab(document);
    tab.send(
        Tab.frame("revert", document)
            .put("client", tab.client)
            .put("sequence", 1)
            .put("revision", done.getLong("revision")));
    tab.next("done");
    tab.close();
    assertThat(text(document)).isEqualTo("枪砲於津，砲车於沽，大澂\n");
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
    assertThat(apply(document, wish(1, false, false, 0)).getInteger("done")).isEqualTo(2);
    assertThat(apply(document, wish(1, false, false, 0)).getInteger("done")).isZero();
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
