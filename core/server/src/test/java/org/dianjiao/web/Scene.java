package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.json.SeenPassage;
import org.dianjiao.plugin.CommandPlugins;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.dianjiao.text.ChangeSet;

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

  private final String project;

  /** A new document in the server's first project, brought in by the helper. */
  Scene(RunningServer server, Rows rows, Person person, Person helper) {
    this(server, server.project, rows, person, helper);
  }

  /** A new document, brought in by the helper. */
  Scene(RunningServer server, String project, Rows rows, Person person, Person helper) {
    this.server = server;
    this.project = project;
    this.rows = rows;
    this.person = person;
    this.helper = helper;
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    document = helper.browser().expect(200, helper.browser().bring(project, text)).getString("id");
  }

  /** Whether the person's role, or what a token narrows it to, is at least this one. */
  boolean isAtLeast(String role) {
    return rank(person.role()) >= rank(role);
  }

  private static int rank(String role) {
    return switch (role) {
      case "nobody" -> 0;
      case "stranger" -> 1;
      case "viewer", "token" -> 2;
      case "annotator" -> 3;
      case "editor", "plugin" -> 4;
      case "reviewer" -> 5;
      case "manager" -> 6;
      case "administrator" -> 7;
      default -> throw new IllegalArgumentException(role);
    };
  }

  String project() {
    return project;
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
    return member("viewer");
  }

  /** The id of a member of the project who is that. */
  String member(String role) {
    String id = bystander();
    rows.change("INSERT INTO membership VALUES ('%s', '%s', '%s')".formatted(project(), id, role));
    return id;
  }

  /** Two who may work in a round: this one, and somebody new. */
  List<String> workers(String first) {
    return List.of(first, member("editor"));
  }

  /** The id of a round in which the helper works, who has typed into the copy. */
  String round(String state) {
    JsonObject wanted = BlindWork.wanted("transcribe", workers(helper.account()));
    BlindWork work = BlindWork.start(helper.browser(), document, wanted);
    work.types(helper.browser(), BlindWork.typed("甲"), TEXT.length());
    rows.change("UPDATE blind_round SET state = '%s' WHERE id = '%s'".formatted(state, work.id));
    return work.id;
  }

  /** A plugin that a job can run, in a server that is not started yet. */
  static void install(Path server) {
    try {
      PluginOnDisk.install(
          server.resolve("plugins/finder"),
          SamplePlugins.Finder.class,
          SamplePlugins.Finder.SETTINGS);
      PluginOnDisk.install(
          server.resolve("plugins/clerk"), CommandPlugins.Clerk.class, CommandPlugins.Clerk.FIELDS);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The id of somebody's change over several documents, which came to nothing. */
  String sweep(String account) {
    String id = fresh();
    String asked = "{\"link\":{\"surface\":\"津\",\"body\":{\"is\":\"tag\",\"name\":\"place\"}}}";
    rows.change(
        "INSERT INTO job VALUES ('%s', '%s', NULL, '%s', 'sweep', '%s', 'done', 1, 2, 0)"
            .formatted(id, project(), account, asked));
    return id;
  }

  /** The id of a job that is paused. */
  String job() {
    String id = fresh();
    rows.change(
        "INSERT INTO job VALUES ('%s', '%s', NULL, '%s', 'look', '', 'paused', 1, NULL, 0)"
            .formatted(id, project(), helper.account()));
    return id;
  }

  /** The id of a command that the person gave on the document and paused, with a report. */
  String command() {
    String id = fresh();
    Person giver = person.role().equals("nobody") ? helper : person;
    String asked = "{\"command\":\"count\",\"label\":\"Count\",\"parameters\":{}}";
    rows.change(
        "INSERT INTO job VALUES ('%s', '%s', '%s', '%s', 'command', '%s', 'paused', 1, NULL, 0)"
            .formatted(id, project(), document, giver.account(), asked));
    rows.change(
        "INSERT INTO job_part VALUES ('%s', 0, '%s', 'clerk', 1, 0, 1, '', '')"
            .formatted(id, document));
    rows.change("INSERT INTO job_report VALUES ('%s', 0, 'none')".formatted(id));
    return id;
  }

  /** The id of a round in which the person works. */
  String ownRound() {
    JsonObject wanted = BlindWork.wanted("transcribe", workers(person.account()));
    return BlindWork.start(helper.browser(), document, wanted).id;
  }

  /** The id of a round in which all is decided. */
  String ruledRound() {
    String id = round("merging");
    rows.change(
        "INSERT INTO blind_ruling VALUES ('%s', '0-0', 'neither', NULL, NULL)".formatted(id));
    return id;
  }

  /** The id of an account that may not come in now. */
  String suspended() {
    String id = bystander();
    rows.change("UPDATE account SET suspended_at = 1 WHERE id = '%s'".formatted(id));
    return id;
  }

  /** The id of an open invitation; the project and the role as they stand in SQL. */
  String invitation(String toProject, String role) {
    String id = fresh();
    rows.change(
        "INSERT INTO invitation (id, token_hash, inviter_id, project_id, role, note, created_at,"
            + " expires_at) VALUES ('%1$s', '%1$s', '%2$s', %3$s, %4$s, '', 1, 9999999999999)"
                .formatted(id, helper.account(), toProject, role));
    return id;
  }

  /** A plugin that texts of the project may go to. */
  String consented() {
    rows.change(
        "INSERT INTO plugin_consent VALUES ('%s', 'names', 'there', '%s', 1) ON CONFLICT DO NOTHING"
            .formatted(project(), helper.account()));
    return "names";
  }

  /** The id of an entry in the project's list of glyphs. */
  String glyph() {
    String id = fresh();
    rows.change(
        "INSERT INTO glyph VALUES ('%1$s', '%2$s', '%1$s', '', '', NULL, '', '%3$s', 1)"
            .formatted(id, project(), helper.account()));
    return id;
  }

  /** The id of a token of the person, or of the helper when the person is nobody. */
  String token() {
    String id = fresh();
    Person owner = person.role().equals("nobody") ? helper : person;
    rows.change(
        "INSERT INTO api_token (id, token_hash, account_id, name, permissions, plugin, created_at,"
            + " expires_at) VALUES ('%1$s', '%1$s', '%2$s', 'n', '', 0, 1, 9999999999999)"
                .formatted(id, owner.account()));
    return id;
  }

  /** The id of a version that somebody named. */
  String version(Person who) {
    String path = "/api/documents/" + document + "/versions";
    return who.browser()
        .expect(200, who.browser().post(path, new JsonObject().put("name", fresh())))
        .getString("id");
  }

  /** The id of an assignment that somebody has. */
  String assignment(Person who) {
    String id = fresh();
    String account = who.role().equals("nobody") ? helper.account() : who.account();
    rows.change(
        "INSERT INTO assignment (id, document_id, account_id, task, due, note, giver_id, created_at,"
            + " step, step_by, step_at, version) VALUES ('%1$s', '%2$s', '%3$s', 'annotate', '', '',"
                .formatted(id, document, account)
            + " '%1$s', 1, 'given', '%1$s', 1, 1)".formatted(helper.account()));
    return id;
  }

  void quarantined() {
    rows.change(
        "INSERT INTO quarantine VALUES ('%s', 3, 1, 1, 'a test') ON CONFLICT DO NOTHING"
            .formatted(document));
  }

  /** The helper has typed: revision 2. */
  Scene edited() {
    return editedBy(helper);
  }

  Scene editedBy(Person who) {
    return submitted(who, new JsonArray().add(new JsonArray().add(0).add("甲")).add(4), null);
  }

  /** Somebody else set a mark. */
  Scene marked() {
    return submitted(helper, new JsonArray().add(new JsonArray().add(0).add("，")).add(4), null);
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

  /** What names the helper's proposal in a decision. */
  String fingerprint() {
    Tab tab = helper.browser().tab(document);
    JsonObject offered = tab.next("suggestions").getJsonArray("added").getJsonObject(0);
    tab.close();
    return offered.getString("fingerprint");
  }

  /** The whole text as it is shown. */
  static JsonArray passages() {
    Document shown =
        Document.empty()
            .apply(
                new Change(
                    1,
                    "nobody",
                    "nobody",
                    1,
                    ChangeSet.replace(0, 0, 0, TEXT),
                    List.of(),
                    Instant.EPOCH));
    return new JsonArray()
        .add(
            new JsonObject()
                .put("start", 0)
                .put("end", TEXT.length())
                .put("hash", SeenPassage.hash(shown, 0, TEXT.length())));
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
