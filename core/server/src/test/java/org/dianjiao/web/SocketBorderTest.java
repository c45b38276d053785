package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.UpgradeRejectedException;
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

/** What a server that really runs refuses over the WebSocket, and in which words. */
class SocketBorderTest {

  private static final String TEXT = "天津𠲽條約";

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser editor;
  private static Browser viewer;
  private static String document;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    editor = server.member("editor", "editor");
    viewer = server.member("viewer", "viewer");
    document = server.document(TEXT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject hello(String ticket) {
    return new JsonObject().put("type", "hello").put("protocol", 1).put("ticket", ticket);
  }

  private static void says(JsonObject frame, String code, String words) {
    assertThat(frame.getString("code")).as(frame.encode()).isEqualTo(code);
    assertThat(frame.getString("message")).contains(words);
  }

  @Test
  void refusesASocketFromAnotherOrigin() {
    assertThatThrownBy(
            () ->
                new Tab(
                    server.sockets,
                    editor.socket().addHeader("Origin", "https://elsewhere.example")))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refusal -> assertThat(refusal.getStatus()).isEqualTo(403));
  }

  @Test
  void refusesATicketThatWasUsed() throws Exception {
    String ticket = editor.ticket();
    Tab first = editor.silentTab();
    first.send(hello(ticket));
    first.next("welcome");
    Tab second = editor.silentTab();
    second.send(hello(ticket));
    assertThat(second.closeCode()).isEqualTo(4401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no JSON",
        "{\"type\":\"open\",\"document\":\"d\",\"client\":\"client-of-the-editor\"}"
      })
  void closesUnlessTheFirstFrameIsHello(String frame) throws Exception {
    Tab tab = editor.silentTab();
    tab.sendText(frame);
    assertThat(tab.closeCode()).isEqualTo(4400);
  }

  @Test
  void namesBothVersionsOfTheProtocol() throws Exception {
    Tab tab = editor.silentTab();
    tab.send(hello(editor.ticket()).put("protocol", 9));
    says(tab.next("failed"), "protocol-version", "speaks protocol 1, not 9");
    assertThat(tab.closeCode()).isEqualTo(4400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{not json|malformed|this is not JSON",
        "[]|malformed|a value is missing or of the wrong type",
        "{\"document\":\"d\"}|unknown-type|it does not say of what kind it is",
        "{\"type\":\"dance\"}|unknown-type|\"dance\"",
        "{\"type\":\"pull\",\"from\":1}|malformed|document is missing",
        "{\"type\":\"pull\",\"document\":\"d\"}|malformed|missing or of the wrong type in from",
        "{\"type\":\"open\",\"document\":\"d\",\"client\":\"me\"}|malformed|client \"me\" is not 16 to 64",
        "{\"type\":\"pull\",\"document\":\"d\",\"from\":\"one\"}|malformed|of the wrong type in from",
      })
  void saysWhatIsWrongWithAFrameAndGoesOn(String frame, String code, String words) {
    Tab tab = editor.tab(document);
    tab.sendText(frame);
    says(tab.next("failed"), code, words);
    tab.send(Tab.frame("pull", document).put("from", 1));
    assertThat(tab.next("changes").getInteger("first")).isEqualTo(1);
  }

  @Test
  void refusesADocumentThatDoesNotExist() {
    Tab tab = editor.tab();
    tab.send(tab.open("none"));
    says(tab.next("failed"), "unknown-document", "none");
  }

  @Test
  void refusesADocumentOfAnotherProjectInTheSameWords() {
    Tab tab = server.stranger("stranger").tab();
    tab.send(tab.open(document));
    says(tab.next("failed"), "unknown-document", "no such document, or it is not yours to see");
  }

  @Test
  void refusesAFrameAboutADocumentThatIsNotOpen() {
    Tab tab = editor.tab();
    tab.send(tab.submit(document, 1, 1, TEXT.length()));
    says(tab.next("failed"), "unknown-document", "open the document first");
  }

  @Test
  void refusesABaseAheadOfTheDocument() {
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 57, TEXT.length(), new JsonArray().add(0).add("。")));
    says(tab.next("refused"), "base-ahead", "base revision 57 is ahead of 1");
  }

  @Test
  void refusesAnInsertOverTheLimit() {
    Tab tab = editor.tab(document);
    String much = "文".repeat(RunningServer.LIMITS.insertUnits() + 1);
    tab.send(tab.submit(document, 1, 1, TEXT.length(), new JsonArray().add(0).add(much)));
    says(tab.next("refused"), "too-large", "an insert of 1001 units; the limit is 1000");
  }

  @Test
  void refusesHalfACharacter() {
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 1, 3, new JsonArray().add(0).add("，"), 3));
    says(tab.next("refused"), "half-character", "3");
  }

  @Test
  void refusesAChangeForATextOfAnotherLength() {
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 1, 99, new JsonArray().add(0).add("。")));
    says(tab.next("refused"), "wrong-length", "text of 99 units, but it has 6");
  }

  @Test
  void refusesANumberThatLeavesOneOut() {
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 3, 1, TEXT.length(), new JsonArray().add(0).add("。")));
    says(tab.next("refused"), "sequence-gap", "number 3 does not follow 0");
  }

  @Test
  void refusesAnEffectThatOnlyTheServerMakes() {
    Tab tab = editor.tab(document);
    JsonObject approve =
        new JsonObject()
            .put("is", "approve")
            .put("id", "approval-of-mine")
            .put("start", 0)
            .put("end", 6);
    tab.send(withEffect(tab.submit(document, 1, 1, TEXT.length()), approve));
    assertThat(tab.next("refused").getString("message")).contains("Approve is not a client's");
  }

  @Test
  void aViewerMayNotType() {
    Tab tab = viewer.tab(document);
    tab.send(tab.submit(document, 1, 1, TEXT.length(), new JsonArray().add(0).add("。")));
    says(
        tab.next("refused"),
        "not-permitted",
        "a viewer may not edit this text; it takes an editor");
  }

  @Test
  void anAnnotatorProposesAndDoesNotEdit() {
    String own = server.document(TEXT);
    Tab tab = server.member("annotator", "annotator").tab(own);
    tab.send(tab.submit(own, 1, 1, TEXT.length(), new JsonArray().add(0).add("。")));
    says(
        tab.next("refused"),
        "not-permitted",
        "an annotator may not edit this text; it takes an editor");
    JsonObject tag = new JsonObject().put("is", "tag").put("name", "date");
    tab.send(
        withEffect(tab.submit(own, 1, 1, TEXT.length()), placed("add-annotation", "body", tag)));
    says(
        tab.next("refused"),
        "not-permitted",
        "an annotator may not annotate this text; it takes an editor");
    JsonObject action = new JsonObject().put("is", "annotate").put("body", tag);
    JsonObject candidate =
        new JsonObject().put("action", action).put("confidence", 1).put("label", "date");
    tab.send(
        withEffect(
            tab.submit(own, 1, 1, TEXT.length()),
            placed("propose", "candidates", new JsonArray().add(candidate))
                .put("category", "proposal")
                .put("explanation", "")));
    assertThat(tab.next("changes").getInteger("first")).isEqualTo(2);
  }

  private static JsonObject placed(String is, String name, Object value) {
    return new JsonObject()
        .put("is", is)
        .put("id", "one-effect-of-mine")
        .put("start", 0)
        .put("end", 1)
        .put(name, value);
  }

  private static JsonObject withEffect(JsonObject submit, JsonObject effect) {
    submit.getJsonArray("updates").getJsonObject(0).put("effects", new JsonArray().add(effect));
    return submit;
  }

  @Test
  void anEditorMayNotApprove() {
    Tab tab = editor.tab(document);
    tab.send(approval(tab, 0, TEXT.length()));
    says(
        tab.next("refused"),
        "not-permitted",
        "an editor may not approve passages; it takes a reviewer");
  }

  private static JsonObject approval(Tab tab, int start, int end) {
    JsonObject passage = new JsonObject().put("start", start).put("end", end).put("hash", "");
    return Tab.frame("approve", document)
        .put("client", tab.client)
        .put("sequence", 1)
        .put("passages", new JsonArray().add(passage));
  }

  @ParameterizedTest
  @CsvSource({"5, 2", "-1, 3"})
  void answersARangeThatIsNone(int start, int end) {
    Tab tab = server.administrator.tab(document);
    tab.send(approval(tab, start, end));
    JsonObject frame = tab.next("refused");
    says(
        frame,
        "malformed",
        "this frame cannot be read: range " + start + "–" + end + " is reversed or negative");
  }

  @Test
  void saysThatNoSuchPluginIsRunning() {
    Tab tab = editor.tab(document);
    tab.send(Tab.frame("analyze", document).put("plugin", "none"));
    says(tab.next("failed"), "plugin-unavailable", "none");
  }

  @Test
  void closesAtABinaryFrame() throws Exception {
    Tab tab = editor.tab();
    tab.sendBinary(new byte[] {1, 2, 3});
    assertThat(tab.closeCode()).isEqualTo(4400);
  }

  @Test
  void closesAtAFrameOverTheLimit() throws Exception {
    Tab tab = editor.tab();
    tab.sendText("x".repeat(RunningServer.LIMITS.messageBytes() + 1));
    assertThat(tab.closeCode()).isEqualTo(1009);
  }

  @Test
  void closesAtAFloodOfFrames() throws Exception {
    Tab tab = editor.tab();
    for (int i = 0; i < 2 * RunningServer.LIMITS.messageBurst(); i++) {
      tab.sendText("{}");
    }
    assertThat(tab.closeCode()).isEqualTo(4429);
  }

  @Test
  void signingOutClosesTheSocketsOfThatSignInOnly() throws Exception {
    Browser leaver = server.member("leaver", "editor");
    Tab tab = leaver.tab();
    Tab other = editor.tab(document);
    assertThat(leaver.delete("/api/session").statusCode()).isEqualTo(200);
    assertThat(tab.closeCode()).isEqualTo(4403);
    assertThat(leaver.get("/api/me").statusCode()).isEqualTo(401);
    other.send(Tab.frame("pull", document).put("from", 1));
    assertThat(other.next("changes").getInteger("first")).isEqualTo(1);
  }

  @Test
  void losingTheRoleClosesTheDocument() {
    String own = server.document("文");
    Browser member = server.member("dismissed", "editor");
    Tab tab = member.tab(own);
    String account = member.get("/api/me").bodyAsJsonObject().getString("id");
    server.administrator.delete("/api/projects/" + server.project + "/members/" + account);
    says(tab.next("closed"), "not-permitted", "not a member");
  }

  @Test
  void everybodySeesAnEditOnceAndAResendIsAnswered() {
    String own = server.document("天津");
    Tab author = editor.tab(own);
    Tab reader = viewer.tab(own);
    JsonObject edit = author.submit(own, 1, 1, 2, new JsonArray().add(0).add("。"));
    author.send(edit);
    for (Tab tab : List.of(author, reader)) {
      JsonObject changes = tab.next("changes");
      assertThat(changes.getInteger("first")).isEqualTo(2);
      assertThat(changes.getJsonArray("changes").getJsonObject(0).getJsonArray("changes"))
          .isEqualTo(new JsonArray().add(2).add(new JsonArray().add(0).add("。")));
    }
    author.send(edit);
    assertThat(author.next("done").getInteger("revision")).isEqualTo(2);
    Tab late = editor.tab();
    late.send(late.open(own));
    assertThat(late.next("opened").getString("text")).isEqualTo("天津。");
  }
}
