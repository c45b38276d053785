package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project keeps a list of glyphs; its texts use it, and its TEI files declare what they use. */
class GlyphsTest {

  private static final byte[] PNG =
      "\u0089PNG\r\n\u001a\npicture".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;
  private RunningServer server;
  private Browser editor;
  private String glyphs;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    editor = server.member("wang", "editor");
    glyphs = "/api/projects/" + server.project + "/glyphs";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject entry(String description, String form) {
    return new JsonObject().put("description", description).put("form", form).put("note", "法國");
  }

  private String added(String description, String form) {
    return editor.expect(200, editor.post(glyphs, entry(description, form))).getString("id");
  }

  private HttpResponse<Buffer> putClip(String id, byte[] bytes) {
    return editor
        .bare(HttpMethod.PUT, glyphs + "/" + id + "/clip")
        .putHeader("X-Dianjiao", "1")
        .sendBuffer(Buffer.buffer(bytes))
        .await();
  }

  private JsonArray listed() {
    return editor.expect(200, editor.get(glyphs)).getJsonArray("glyphs");
  }

  /** A text in which the first two units are annotated as this glyph. */
  private String annotated(String text, String description) {
    String document = server.document(text);
    Tab tab = editor.tab(document);
    JsonObject body =
        new JsonObject().put("is", "glyph").put("description", description).put("form", "");
    JsonObject effect =
        new JsonObject()
            .put("is", "add-annotation")
            .put("id", "annotation-0000000000000001")
            .put("start", 0)
            .put("end", 2)
            .put("body", body);
    JsonObject submit = tab.submit(document, 1, 1, text.length());
    submit.getJsonArray("updates").getJsonObject(0).getJsonArray("effects").add(effect);
    tab.send(submit);
    tab.next("changes");
    tab.close();
    return document;
  }

  @Test
  void keepsAListThatReadersSeeAndEditorsChange() {
    String id = added("⿰口佛", "𠲽");
    JsonObject line = listed().getJsonObject(0);
    assertThat(line.getString("form")).isEqualTo("𠲽");
    assertThat(line.getString("name")).isEqualTo("wang");
    refused(editor.post(glyphs, entry("⿰口佛", "")), 409, "⿰口佛 is taken");
    refused(editor.post(glyphs, entry("x", "two")), 400, "is not one Chinese character");
    refused(editor.post(glyphs, entry("", "")), 400, "the description of a glyph has 1 to 200");
    refused(
        editor.post(glyphs, entry("x", "").put("ids", "口佛")), 400, "no ideographic description");
    editor.expect(200, editor.put(glyphs + "/" + id, entry("⿰口佛", "").put("ids", "⿰口佛")));
    assertThat(listed().getJsonObject(0).getString("ids")).isEqualTo("⿰口佛");
    refused(editor.put(glyphs + "/none", entry("y", "")), 404, "no such glyph");
    Browser reader = server.member("li", "annotator");
    refused(reader.post(glyphs, entry("y", "")), 403, "may not annotate");
    reader.expect(200, reader.get(glyphs));
  }

  @Test
  void takesPicturesByWhatTheirBytesSay() {
    String id = added("⿰口佛", "");
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    refused(putClip(id, svg), 400, "PNG, JPEG or WebP");
    refused(putClip(id, new byte[256 * 1024 + 1]), 413, "larger than the limit");
    assertThat(putClip(id, PNG).statusCode()).isEqualTo(200);
    HttpResponse<Buffer> clip = editor.get(glyphs + "/" + id + "/clip");
    assertThat(clip.body().getBytes()).isEqualTo(PNG);
    assertThat(clip.getHeader("Content-Type")).isEqualTo("image/png");
    assertThat(clip.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(clip.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(listed().getJsonObject(0).getString("clip")).isEqualTo("image/png");
    editor.expect(200, editor.delete(glyphs + "/" + id + "/clip"));
    refused(editor.get(glyphs + "/" + id + "/clip"), 404, "no such picture");
  }

  @Test
  void countsUsesAndDeletesNothingThatIsUsedUnlessOneWasTold() {
    String own = Character.toString(0xF0001);
    String made = added("CB00166", own);
    String fo = added("⿰口佛", "𠲽");
    String first = annotated("■国\n", "⿰口佛");
    server.document("用" + own + own + "\n");
    JsonArray uses = new JsonArray(editor.get(glyphs + "/uses").bodyAsString());
    assertThat(uses).hasSize(2);
    for (int i = 0; i < 2; i++) {
      JsonObject use = uses.getJsonObject(i);
      boolean annotated = use.getString("glyph").equals(fo);
      assertThat(use.getString("glyph")).isEqualTo(annotated ? fo : made);
      assertThat(use.getInteger("uses")).isEqualTo(annotated ? 1 : 2);
      assertThat(use.getString("document").equals(first)).isEqualTo(annotated);
    }
    refused(editor.put(glyphs + "/" + fo, entry("other", "")), 409, "⿰口佛 in this project: 1");
    editor.expect(200, editor.put(glyphs + "/" + fo, entry("⿰口佛", "")));
    refused(
        editor.put(glyphs + "/" + made, entry("CB00166", "")), 409, "CB00166 in this project: 2");
    refused(editor.delete(glyphs + "/" + made), 409, "uses=2");
    refused(editor.delete(glyphs + "/" + made + "?uses=1"), 409, "uses=2");
    editor.expect(200, editor.delete(glyphs + "/" + made + "?uses=2"));
    assertThat(listed()).hasSize(1);
  }

  @Test
  void declaresInTeiWhatATextUses() {
    added("⿰口佛", "𠲽");
    String document = annotated("■国\n", "⿰口佛");
    String tei = editor.get("/api/documents/" + document + "/export?format=tei").bodyAsString();
    assertThat(tei)
        .contains("<desc>⿰口佛</desc>", "<note>法國</note>", "ref=\"#char-1\"")
        .contains("<mapping type=\"Unicode\">𠲽</mapping>");
  }
}
