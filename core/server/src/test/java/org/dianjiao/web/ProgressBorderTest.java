package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that really runs tells of how a project comes on. */
class ProgressBorderTest {

  private static final String TEXT = "議將從前\n使臣進京";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser viewer;
  private static String document;

  /** An editor, whose name a spreadsheet would take for a formula, writes two characters. */
  @BeforeAll
  static void write() {
    server = new RunningServer(folder);
    viewer = server.member("viewer", "viewer");
    Browser editor = server.member("=editor()", "editor");
    document = server.document(TEXT);
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 1, 4, new JsonArray().add(0).add("，。"), 5));
    tab.next("changes");
    tab.close();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path() {
    return "/api/projects/" + server.project + "/progress";
  }

  private static JsonObject first(JsonObject progress, String list, String key, String value) {
    JsonArray all = progress.getJsonArray(list);
    return IntStream.range(0, all.size())
        .mapToObj(all::getJsonObject)
        .filter(one -> one.getString(key).equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsHowFarDocumentsAreAndWhoDidHowMuch() {
    JsonObject progress = viewer.expect(200, viewer.get(path()));
    assertThat(progress.getInteger("behind")).isZero();
    JsonObject share = first(progress, "documents", "id", document).getJsonObject("share");
    assertThat(share.getJsonObject("work").getInteger("passages")).isEqualTo(1);
    assertThat(share.getJsonObject("work").getInteger("characters")).isEqualTo(6);
    assertThat(share.getJsonObject("untouched").getInteger("characters")).isEqualTo(4);
    JsonObject person = first(progress, "people", "name", "=editor()");
    assertThat(person.getJsonObject("times").getInteger("written")).isEqualTo(2);
    assertThat(progress.getJsonArray("days")).isNotEmpty();
    assertThat(viewer.expect(200, viewer.get(path()))).isEqualTo(progress);
  }

  @ParameterizedTest
  @CsvSource({
    "days, day",
    "documents, document",
    "people, account",
    "throughput, day",
    "calibration, plugin"
  })
  void everyTableIsAFile(String table, String first) {
    HttpResponse<Buffer> answer = viewer.get(path() + "/" + table + ".csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsString()).startsWith('"' + first + '"').endsWith("\r\n");
    assertThat(answer.getHeader("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''" + table + ".csv");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aNameThatIsAFormulaIsWrittenAsText() {
    assertThat(viewer.get(path() + "/people.csv").bodyAsString()).contains("\"'=editor()\",2,0,");
  }

  @Test
  void noOtherTableIsThere() {
    assertThat(viewer.get(path() + "/secrets.csv").statusCode()).isEqualTo(404);
    assertThat(viewer.get(path() + "/days").statusCode()).isEqualTo(404);
    assertThat(server.stranger("stranger").get(path() + "/days.csv").statusCode()).isEqualTo(404);
  }
}
