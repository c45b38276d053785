package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** What one attempt is about: a document of its own, and whatever it needs to be there. */
final class Scene {

  static final String TEXT = "天津條約";
  static final String ANNOTATION = "annotation-of-the-scene";
  static final String PROPOSAL = "proposal-of-the-scene";

  /** Somebody who asks. */
  record Person(String role, Browser browser, String account) {}

  final RunningServer server;
  final Rows rows;
  final Person person;
  final Person helper;

  /** Under this name the person's tab numbers what it asks for. */
  final String client = UUID.randomUUID().toString();

  final String document;

  /** A new document, brought in by the helper. */
  Scene(RunningServer server, Rows rows, Person person, Person helper) {
    this.server = server;
    this.rows = rows;
    this.person = person;
    this.helper = helper;
    byte[] text = TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    document =
        helper.browser().expect(200, helper.browser().bring(server.project, text)).getString("id");
  }

  String project() {
    return server.project;
  }

  /** A name that nothing has yet. */
  static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** The document's newest revision. */
  long head() {
    String sql =
        "SELECT MAX(revision) FROM change_log WHERE document_id = '%s'".formatted(document);
    return Long.parseLong(rows.query(sql).get(0).get(0));
  }

  /** The id of an account that is a member of nothing. */
  String bystander() {
    String id = fresh();
    rows.change(
        "INSERT INTO account (id, name, name_key, colour, administrator, password_hash, created_at)"
            + " VALUES ('%1$s', '%1$s', '%1$s', '#000000', 0, 'none', 1)".formatted(id));
    return id;
  }

  /** The id of a member of the project. */
  String member() {
    String id = bystander();
    rows.change("INSERT INTO membership VALUES ('%s', '%s', 'viewer')".formatted(project(), id));
    return id;
  }

  /** The id of a version that somebody named. */
  String version(Person who) {
    String path = "/api/documents/" + document + "/versions";
    return who.browser()
        .expect(200, who.browser().post(path, new JsonObject().put("name", fresh())))
        .getString("id");
  }

  void quarantined() {
    rows.change("INSERT INTO quarantine VALUES ('%s', 3, 1, 1, 'a test')".formatted(document));
  }

  /** The helper has typed: revision 2. */
  Scene edited() {
    return submitted(helper, new JsonArray().add(new JsonArray().add(0).add("甲")).add(4), null);
  }

  Scene annotated() {
    return submitted(helper, unchanged(), placed("add-annotation", ANNOTATION).put("body", tag()));
  }

  Scene proposed(Person who) {
    return submitted(who, unchanged(), proposal(PROPOSAL));
  }

  /** Somebody sends an update to the newest revision, and it is stored. */
  private Scene submitted(Person who, JsonArray changes, JsonObject effect) {
    Tab tab = who.browser().tab(document);
    tab.send(submit(tab.client, changes, effect));
    tab.next("changes");
    tab.close();
    return this;
  }

  JsonObject submit(String by, JsonArray changes, JsonObject effect) {
    JsonArray effects = effect == null ? new JsonArray() : new JsonArray().add(effect);
    JsonObject update = new JsonObject().put("changes", changes).put("effects", effects);
    return Tab.frame("submit", document)
        .put("client", by)
        .put("sequence", 1)
        .put("base", head())
        .put("updates", new JsonArray().add(update));
  }

  /** A frame with the number that makes it happen once. */
  JsonObject numbered(String type) {
    return Tab.frame(type, document).put("client", client).put("sequence", 1);
  }

  static JsonArray unchanged() {
    return new JsonArray().add(TEXT.length());
  }

  static JsonObject tag() {
    return new JsonObject().put("is", "tag").put("name", "place");
  }

  static JsonObject placed(String is, String id) {
    return new JsonObject().put("is", is).put("id", id).put("start", 0).put("end", 2);
  }

  static JsonObject proposal(String id) {
    JsonObject action = new JsonObject().put("is", "replace").put("text", "大沽");
    JsonObject candidate =
        new JsonObject().put("action", action).put("confidence", 1).put("label", "大沽");
    return placed("propose", id)
        .put("category", "proposal")
        .put("candidates", new JsonArray().add(candidate))
        .put("explanation", "");
  }
}
