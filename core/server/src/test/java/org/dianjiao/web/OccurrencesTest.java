package org.dianjiao.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One form annotated wherever it stands, and taken back by one undo, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OccurrencesTest {

  private static final JsonObject ILI = entity("local:X1", "伊犁", "place");

  private static final String ONE = "伊犁、塔城。伊犁河、伊犁將軍在伊犁，伊犁之地。伊犁\n";

  private static final String MUDDLE = "同治元年，圖禮善至，科城、科城。咸豐十年，科城\n";

  private RunningServer server;
  private Browser editor;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    editor = server.member("occurring-editor", "editor");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static JsonObject entity(String id, String label, String type) {
    return new JsonObject()
        .put("is", "identification")
        .put("entity", id)
        .put("label", label)
        .put("type", type);
  }

  private static JsonObject wish() {
    return new JsonObject().put("surface", "伊犁").put("body", ILI);
  }

  private String path(String tail) {
    return "/api/projects/" + server.project + tail;
  }

  private JsonObject find() {
    return editor.expect(200, editor.post(path("/occurrences"), wish()));
  }

  /** Kinds of the places of one document, in order. */
  private List<String> kinds(JsonObject found, String document) {
    return places(found, document).stream()
        .map(place -> ((JsonObject) place).getString("kind"))
        .toList();
  }

  private static JsonObject within(JsonObject found, String document) {
    return found.getJsonArray("documents").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("document").equals(document))
        .findFirst()
        .orElseThrow();
  }

  private static JsonArray places(JsonObject found, String document) {
    return within(found, document).getJsonArray("places");
  }

  private void annotate(
      String document, String text, String id, int start, int end, JsonObject body) {
    JsonObject effect =
        new JsonObject()
            .put("is", "add-annotation")
            .put("id", id)
            .put("start", start)
            .put("end", end)
            .put("body", body);
    Tab tab = editor.tab();
    tab.send(tab.open(document));
    long base = tab.next("opened").getLong("revision");
    JsonObject frame = tab.submit(document, 1, base, text.length());
    frame.getJsonArray("updates").getJsonObject(0).getJsonArray("effects").add(effect);
    tab.send(frame);
    tab.next("changes");
    tab.close();
  }

  private static JsonObject chosen(JsonObject found, String document, int... numbers) {
    JsonObject within = within(found, document);
    JsonArray starts = new JsonArray();
    for (int number : numbers) {
      starts.add(within.getJsonArray("places").getJsonObject(number).getInteger("start"));
    }
    return new JsonObject()
        .put("document", document)
        .put("revision", within.getLong("revision"))
        .put("starts", starts);
  }

  @Test
  void linksWhatIsAlikeInAllDocumentsShowsWhatDiffersAndTakesItBackAtOnce() {
    String one = server.document(ONE);
    String other = server.document("復返伊犁\n");
    annotate(one, ONE, "same-same-same-same", 0, 2, ILI);
    annotate(one, ONE, "river-river-river-river", 6, 9, entity("local:X2", "伊犁河", "place"));
    annotate(one, ONE, "other-other-other-other", 15, 17, entity("local:X3", "伊犁府", "place"));
    annotate(
        one,
        ONE,
        "type-type-type-type-type",
        18,
        20,
        new JsonObject().put("is", "tag").put("name", "office"));
    JsonObject found = find();
    assertThat(kinds(found, one))
        .containsExactly("same", "inside", "inside", "entity", "type", "free");
    assertThat(places(found, one).getJsonObject(1).getString("other")).isEqualTo("伊犁河");
    assertThat(places(found, one).getJsonObject(2).getString("other")).isEqualTo("伊犁將軍");
    assertThat(places(found, one).getJsonObject(3).getString("other")).contains("伊犁府");

    JsonArray places = new JsonArray().add(chosen(found, one, 3, 5)).add(chosen(found, other, 0));
    Tab typist = editor.tab(one);
    long head = within(found, one).getLong("revision");
    typist.send(typist.submit(one, 1, head, new JsonArray().add(0).add("至"), ONE.length()));
    typist.next("changes");
    typist.close();
    JsonObject begun =
        editor.expect(
            200, editor.post(path("/occurrences/annotate"), wish().put("places", places)));
    JsonObject done = Sweeps.done(editor, server.project, begun);
    assertThat(done.getInteger("places")).isEqualTo(3);
    assertThat(done.getJsonObject("asked").getString("surface")).isEqualTo("伊犁");
    assertThat(kinds(find(), one))
        .containsExactly("same", "inside", "inside", "same", "type", "same");
    assertThat(kinds(find(), other)).containsExactly("same");

    String undo = path("/sweeps/" + done.getString("id") + "/undo");
    Browser second = server.member("occurring-second", "editor");
    Browser.refused(second.post(undo, new JsonObject()), 403, "may not revert");
    Sweeps.done(editor, server.project, editor.expect(200, editor.post(undo, new JsonObject())));
    assertThat(kinds(find(), one))
        .containsExactly("same", "inside", "inside", "entity", "type", "free");
    assertThat(kinds(find(), other)).containsExactly("free");
    String text = editor.get("/api/documents/" + one + "/export?format=text").bodyAsString();
    assertThat(text).startsWith("至伊犁");
  }

  @Test
  void tellsWhatDoesNotGoTogether() {
    String document = server.document(MUDDLE);
    annotate(
        document, MUDDLE, "then-then-then-then", 0, 4, date("同治元年", "1862-01-30", "1863-02-17"));
    annotate(document, MUDDLE, "dead-dead-dead-dead", 5, 8, entity("local:P0007", "圖禮善", "person"));
    annotate(document, MUDDLE, "one-one-one-one-one", 10, 12, entity("local:X8", "科城", "place"));
    annotate(document, MUDDLE, "two-two-two-two-two", 13, 15, entity("local:X9", "科城", "place"));
    annotate(
        document, MUDDLE, "back-back-back-back", 16, 20, date("咸豐十年", "1860-01-23", "1861-02-09"));
    JsonObject told = editor.expect(200, editor.get(path("/consistency?document=" + document)));
    assertThat(told.getBoolean("complete")).isTrue();
    JsonObject findings = told.getJsonObject("findings");
    JsonObject form = only(findings, "forms");
    assertThat(form.getString("surface")).isEqualTo("科城");
    assertThat(form.getJsonArray("meanings")).hasSize(2);
    JsonObject unlinked = only(findings, "unlinked");
    assertThat(unlinked.getString("surface")).isEqualTo("科城");
    assertThat(unlinked.getInteger("count")).isEqualTo(1);
    assertThat(unlinked.getJsonArray("places").getJsonObject(0).getInteger("start")).isEqualTo(21);
    JsonObject backwards = only(findings, "order");
    assertThat(backwards.getString("date")).isEqualTo("咸豐十年");
    assertThat(backwards.getString("earlierDate")).isEqualTo("同治元年");
    JsonObject time = only(findings, "times");
    assertThat(time.getJsonObject("place").getString("surface")).isEqualTo("圖禮善");
    assertThat(time.getString("to")).isNotEmpty();
  }

  private static JsonObject date(String norm, String start, String end) {
    return new JsonObject()
        .put("is", "date")
        .put("norm", norm)
        .put("start", start)
        .put("end", end)
        .put("reference", false)
        .put("fault", "");
  }

  private static JsonObject only(JsonObject findings, String sort) {
    JsonObject some = findings.getJsonObject(sort);
    assertThat(some.getInteger("total")).as("%s", some.encode()).isOne();
    return some.getJsonArray("first").getJsonObject(0);
  }

  @Test
  void refusesPlacesThatAreNoneAndLeavesAloneWhatIsNotThere() {
    String document = server.document("還自伊犁\n");
    JsonObject none = wish().put("places", new JsonArray());
    Browser.refused(editor.post(path("/occurrences/annotate"), none), 429, "0 places");
    JsonObject note = new JsonObject().put("is", "note").put("text", "?");
    Browser.refused(
        editor.post(path("/occurrences"), wish().put("body", note)), 400, "an entity or a kind");
    JsonObject wrong =
        new JsonObject()
            .put("document", document)
            .put("revision", 1)
            .put("starts", new JsonArray().add(1).add(99));
    JsonObject begun =
        editor.expect(
            200,
            editor.post(
                path("/occurrences/annotate"), wish().put("places", new JsonArray().add(wrong))));
    JsonObject done = Sweeps.done(editor, server.project, begun);
    assertThat(done.getInteger("places")).isZero();
    assertThat(done.getInteger("left")).isEqualTo(2);
  }

  @Test
  void findsNothingOutsideTheProject() {
    String project = server.newProject("elsewhere");
    server.administrator.expect(200, server.administrator.bring(project, "遠在伊犁\n".getBytes(UTF_8)));
    assertThat(find().encode()).doesNotContain("遠在");
  }
}
