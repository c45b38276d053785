package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mentions that a running server tells of, and its files of them. */
class MentionBorderTest {

  private static final String TEXT = "同治元年，明誼至伊犁。\n伊犁將軍常清";

  @TempDir Path folder;

  private RunningServer server;
  private Browser editor;
  private String document;
  private Tab tab;
  private int written;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    editor = server.member("editor", "editor");
    document = server.document(TEXT);
    tab = editor.tab(document);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void says(String surface, int from, JsonObject body) {
    int start = TEXT.indexOf(surface, from);
    JsonObject effect =
        new JsonObject()
            .put("is", "add-annotation")
            .put("id", "annotation-of-test-" + ++written)
            .put("start", start)
            .put("end", start + surface.length())
            .put("body", body);
    JsonObject submit = tab.submit(document, written, written, TEXT.length());
    submit.getJsonArray("updates").getJsonObject(0).put("effects", new JsonArray().add(effect));
    tab.send(submit);
    tab.next("changes");
  }

  private static JsonObject entity(String id, String label, String type) {
    return new JsonObject()
        .put("is", "identification")
        .put("entity", id)
        .put("label", label)
        .put("type", type);
  }

  private JsonObject ask(Browser who, String path) {
    return who.expect(200, who.get("/api/projects/" + server.project + path));
  }

  @Test
  void tellsWhatWasJustAnnotatedToWhoMayReadIt() {
    assertThat(ask(editor, "/mentions").getInteger("total")).isZero();
    says(
        "同治元年",
        0,
        new JsonObject()
            .put("is", "date")
            .put("norm", "同治元年")
            .put("start", "1862-01-30")
            .put("end", "1863-02-17")
            .put("reference", false)
            .put("fault", ""));
    says("明誼", 0, entity("local:P0031", "明誼", "person"));
    says("伊犁", 0, entity("local:L0059", "伊犁", "place"));
    says("伊犁", 12, entity("local:L0059", "伊犁", "place"));
    says("常清", 0, entity("test:常清", "常清", "person"));
    Browser viewer = server.member("viewer", "viewer");
    JsonObject told = ask(viewer, "/mentions?entity=local:L0059");
    assertThat(told.getInteger("total")).isEqualTo(2);
    assertThat(told.getBoolean("complete")).isTrue();
    JsonObject first = told.getJsonArray("mentions").getJsonObject(0);
    assertThat(first.getString("before")).isEqualTo("同治元年，明誼至");
    assertThat(first.getString("behind")).isEqualTo("。");
    assertThat(first.getJsonObject("mention").getJsonObject("date").getString("norm"))
        .isEqualTo("同治元年");
    JsonArray entities = ask(viewer, "/pictures/entities?type=place").getJsonArray("entities");
    assertThat(entities).hasSize(1);
    JsonObject place = entities.getJsonObject(0).getJsonObject("mentioned");
    assertThat(place.getJsonObject("years").getInteger("1862")).isEqualTo(2);
    assertThat(entities.getJsonObject(0).getJsonObject("point").getDouble("longitude"))
        .as("of the entry that ships")
        .isEqualTo(81.51804);
    JsonObject scene = ask(viewer, "/pictures/dates").getJsonArray("dates").getJsonObject(0);
    assertThat(scene.getInteger("mentions")).isEqualTo(4);
    JsonArray pairs = ask(viewer, "/pictures/network").getJsonArray("together");
    assertThat(pairs).as("of one passage each").hasSize(2);
    String file =
        viewer
            .get("/api/projects/" + server.project + "/pictures/files/mentions.csv")
            .bodyAsString();
    assertThat(file).contains("\"伊犁\"").contains("\"1862-01-30\"");
    assertThat(file.lines()).hasSize(5);
    Browser stranger = server.stranger("stranger");
    assertThat(stranger.get("/api/projects/" + server.project + "/mentions").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoQuestion() {
    for (String wrong :
        new String[] {
          "/mentions?entity=%20",
          "/mentions?since=1900&until=1800",
          "/mentions?limit=-1",
          "/mentions?since=99999999999",
          "/pictures/network?reach=x"
        }) {
      assertThat(editor.get("/api/projects/" + server.project + wrong).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(
            editor.get("/api/projects/" + server.project + "/pictures/files/all.csv").statusCode())
        .isEqualTo(404);
  }
}
