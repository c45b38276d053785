package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that really runs tells of the annotations in a part of a document. */
class WindowBorderTest {

  private static final int LENGTH = 30_000;

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser editor;
  private String document;
  private Tab tab;
  private JsonObject opened;
  private long sequence;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    editor = server.member("editor", "editor");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private void open() {
    document = server.document("文".repeat(LENGTH));
    tab = editor.tab();
    tab.send(tab.open(document));
    opened = tab.next("opened");
  }

  private JsonObject ask(long revision, int start, int end) {
    return Tab.frame("annotations", document)
        .put("revision", revision)
        .put("start", start)
        .put("end", end);
  }

  private JsonObject window(long revision, int start, int end) {
    tab.send(ask(revision, start, end));
    return tab.next("annotations");
  }

  private static List<String> ids(JsonObject window) {
    return window.getJsonArray("annotations").stream()
        .map(annotation -> ((JsonObject) annotation).getString("id"))
        .toList();
  }

  /** Submits an edit with effects and waits until it is in the log; the revision. */
  private long submit(long base, JsonArray changes, JsonObject... effects) {
    JsonObject frame = tab.submit(document, ++sequence, base, changes.stream().toArray());
    frame.getJsonArray("updates").getJsonObject(0).put("effects", new JsonArray(List.of(effects)));
    tab.send(frame);
    return tab.next("changes").getLong("first");
  }

  private static String id(int number) {
    return "annotation-%09d".formatted(number);
  }

  private static JsonObject add(int number, int start, int end) {
    return new JsonObject()
        .put("is", "add-annotation")
        .put("id", id(number))
        .put("start", start)
        .put("end", end)
        .put("body", new JsonObject().put("is", "tag").put("name", "place"));
  }

  @Test
  void anOpenedDocumentSaysHowManyAnnotationsItHasAndTellsThoseThatAreAskedFor() {
    open();
    assertThat(opened.getInteger("annotations")).isZero();
    long revision =
        submit(1, new JsonArray().add(LENGTH), add(1, 10, 20), add(2, 30, 40), add(3, 900, 901));
    JsonObject window = window(revision, 20, 29);
    assertThat(ids(window)).containsExactly(id(1));
    assertThat(ids(window(revision, 21, 30))).containsExactly(id(2));
    assertThat(window.getInteger("total")).isEqualTo(3);
    assertThat(window.getInteger("orphaned")).isZero();
    tab.send(tab.open(document));
    assertThat(tab.next("opened").getInteger("annotations")).isEqualTo(3);
  }

  @Test
  void answersInThePlacesOfItsOwnRevision() {
    open();
    submit(1, new JsonArray().add(LENGTH), add(1, 100, 120));
    submit(2, new JsonArray().add(new JsonArray().add(0).add("甲乙")).add(LENGTH));
    JsonObject window = window(2, 100, 110);
    assertThat(window.getLong("revision")).isEqualTo(3);
    assertThat(window.getInteger("start")).isEqualTo(102);
    assertThat(window.getInteger("end")).isEqualTo(112);
    assertThat(window.getJsonArray("annotations").getJsonObject(0).getInteger("start"))
        .isEqualTo(102);
  }

  @Test
  void tellsOrphansWhereverTheyAreAndWhichOfTheIdsAreGone() {
    open();
    submit(1, new JsonArray().add(LENGTH), add(1, 500, 520), add(2, 10, 20));
    long revision =
        submit(2, new JsonArray().add(490).add(new JsonArray().add(50)).add(LENGTH - 540));
    JsonObject ask =
        ask(revision, 0, 5).put("orphans", true).put("ids", new JsonArray().add(id(2)).add(id(9)));
    tab.send(ask);
    JsonObject window = tab.next("annotations");
    assertThat(ids(window)).isEmpty();
    assertThat(window.getInteger("orphaned")).isEqualTo(1);
    assertThat(window.getJsonArray("orphans").getJsonObject(0).getString("id")).isEqualTo(id(1));
    assertThat(window.getJsonArray("missing")).isEqualTo(new JsonArray().add(id(9)));
  }

  @Test
  void coversLessWhenTooManyTouchTheRange() {
    open();
    long revision = 1;
    for (int group = 0; group < 3; group++) {
      JsonObject[] effects = new JsonObject[100];
      for (int i = 0; i < effects.length; i++) {
        int number = group * effects.length + i;
        effects[i] = add(number, 10 * number, 10 * number + 5);
      }
      revision = submit(revision, new JsonArray().add(LENGTH), effects);
    }
    JsonObject first = window(revision, 0, 9_000);
    assertThat(ids(first)).hasSize(200);
    assertThat(first.getInteger("end")).isEqualTo(1_999);
    JsonObject second = window(revision, 2_000, 9_000);
    assertThat(ids(second)).hasSize(100).startsWith(id(200));
    assertThat(second.getInteger("end")).isEqualTo(9_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|20|10|malformed|range 20–10 is reversed or negative",
        "1|-1|10|malformed|range -1–10 is reversed or negative",
        "1|0|20001|too-large|a window of 20001 units; the limit is 20000",
        "1|29999|30001|wrong-length|range 29999–30001 ends behind the text of 30000 units at revision 1",
        "2|0|10|base-ahead|revision 2 is not among",
      })
  void refusesARangeThatIsNone(long revision, int start, int end, String code, String words) {
    open();
    tab.send(ask(revision, start, end));
    JsonObject failed = tab.next("failed");
    assertThat(failed.getString("code")).isEqualTo(code);
    assertThat(failed.getString("message")).contains(words);
  }
}
