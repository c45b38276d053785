package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.session.FrameCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who may do everything in one project names things of another one. Whatever stands beside
 * it in the request, what a thing belongs to is what the database says.
 */
class TwoIdsTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Rows rows;

  /** A manager of the project of the server, and of nothing else. */
  private static Scene.Person asker;

  /** In the other project. */
  private static Scene.Person owner;

  private static String theirProject;
  private Scene mine;
  private String theirs;

  @BeforeAll
  static void start() {
    Scene.install(folder);
    server = new RunningServer(folder);
    rows = new Rows(folder.resolve("data"));
    asker = person(server.member("asker", "manager"));
    owner = person(server.stranger("owner"));
    theirProject = server.newProject("Theirs");
    join(theirProject, owner.account());
  }

  private static Scene.Person person(Browser browser) {
    return new Scene.Person(
        "manager", browser, browser.expect(200, browser.get("/api/me")).getString("id"));
  }

  private static void join(String project, String account) {
    JsonObject role = new JsonObject().put("role", "manager");
    String path = "/api/projects/%s/members/%s".formatted(project, account);
    server.administrator.expect(200, server.administrator.put(path, role));
  }

  @AfterAll
  static void stop() {
    rows.close();
    server.close();
  }

  @BeforeEach
  void makeDocuments() {
    mine = new Scene(server, rows, asker, asker);
    theirs =
        owner
            .browser()
            .expect(
                200, owner.browser().bring(theirProject, "大沽口".getBytes(StandardCharsets.UTF_8)))
            .getString("id");
  }

  private String their(String path) {
    return "/api/documents/" + theirs + path;
  }

  private String theirVersion() {
    JsonObject named = new JsonObject().put("name", Scene.fresh());
    return owner
        .browser()
        .expect(200, owner.browser().post(their("/versions"), named))
        .getString("id");
  }

  private static int status(HttpMethod method, String path, JsonObject body) {
    Buffer sent = body.toBuffer();
    return asker
        .browser()
        .bare(method, path)
        .putHeader("X-Dianjiao", "1")
        .sendBuffer(sent)
        .await()
        .statusCode();
  }

  @Test
  void aVersionOfAnotherDocumentIsNotThere() {
    String version = theirVersion();
    String before = rows.all();
    String path = "/api/documents/" + mine.document + "/versions/" + version;
    JsonObject name = new JsonObject().put("name", "taken");
    assertThat(status(HttpMethod.PUT, path, name)).isEqualTo(404);
    assertThat(status(HttpMethod.DELETE, path, new JsonObject())).isEqualTo(404);
    assertThat(rows.all()).isEqualTo(before);
  }

  @Test
  void aDocumentOfAnotherProjectIsNotThereToBeCollated() {
    String path = "/api/documents/" + mine.document + "/collation?with=" + theirs;
    assertThat(asker.browser().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anAssignmentOfAnotherDocumentIsNotThere() {
    String assignment = mine.assignment(owner);
    rows.change(
        "UPDATE assignment SET document_id = '%s' WHERE id = '%s'".formatted(theirs, assignment));
    String before = rows.all();
    String path = "/api/documents/" + mine.document + "/assignments/" + assignment;
    JsonObject done = new JsonObject().put("version", 1).put("done", true);
    assertThat(status(HttpMethod.PUT, path + "/done", done)).isEqualTo(404);
    JsonObject order = new JsonObject().put("version", 1).put("task", "review");
    assertThat(status(HttpMethod.PUT, path, order)).isEqualTo(404);
    assertThat(status(HttpMethod.DELETE, path + "?version=1", order)).isEqualTo(404);
    assertThat(status(HttpMethod.PUT, their("/assignments/" + assignment), order)).isEqualTo(404);
    assertThat(rows.all()).isEqualTo(before);
  }

  @Test
  void aJobOfAnotherProjectIsNotThere() {
    String job = mine.job();
    rows.change("UPDATE job SET project_id = '%s' WHERE id = '%s'".formatted(theirProject, job));
    String before = rows.all();
    String path = "/api/projects/" + server.project + "/jobs/" + job;
    JsonObject cancelled = new JsonObject().put("state", "cancelled");
    assertThat(status(HttpMethod.PUT, path, cancelled)).isEqualTo(404);
    assertThat(rows.all()).isEqualTo(before);
  }

  @Test
  void aProjectInTheBodyOrTheQueryCountsForNothing() {
    String member = mine.bystander();
    JsonObject body = new JsonObject().put("role", "manager").put("project", theirProject);
    String at = "/api/projects/" + server.project + "/members/" + member;
    status(HttpMethod.PUT, at + "?project=" + theirProject, body);
    String sql = "SELECT project_id FROM membership WHERE account_id = '%s'".formatted(member);
    assertThat(rows.query(sql).stream().flatMap(row -> row.stream())).doesNotContain(theirProject);
    String before = rows.all();
    String other = "/api/projects/" + theirProject + "/members/" + member;
    JsonObject own = new JsonObject().put("role", "manager").put("project", server.project);
    assertThat(status(HttpMethod.PUT, other + "?project=" + server.project, own)).isEqualTo(404);
    assertThat(rows.all()).isEqualTo(before);
  }

  static Stream<FrameAttempts.Attempt> frames() {
    return FrameAttempts.all().stream();
  }

  /** The socket has a document open in which its person may do everything. */
  @ParameterizedTest
  @MethodSource("frames")
  void aFrameForADocumentThatIsNotOpenIsRefused(FrameAttempts.Attempt attempt) {
    JsonObject frame = attempt.frame().apply(mine).put("document", theirs);
    String before = rows.all();
    Tab tab = asker.browser().tab(mine.document);
    tab.send(frame);
    if (attempt.type().equals("close")) {
      tab.send(Tab.frame("pull", theirs).put("from", 1));
    }
    JsonObject answer = tab.nextOf(Set.of("failed", "refused"));
    assertThat(answer.getString("code")).isEqualTo("unknown-document");
    assertThat(answer.getString("document")).isEqualTo(theirs);
    assertThat(rows.all()).isEqualTo(before);
    tab.close();
  }

  /** The same, past the socket. */
  @ParameterizedTest
  @MethodSource("frames")
  void aCommandForAnotherDocumentIsRefused(FrameAttempts.Attempt attempt) throws Exception {
    owner.browser().tab(theirs).close(); // its owner is open
    JsonObject frame = attempt.frame().apply(mine).put("document", theirs);
    Optional<DocumentCommand> command = FrameCommands.command(frame.encode(), asker.account());
    if (command.isPresent() && !attempt.type().equals("close")) {
      String before = rows.all();
      assertThat(BusWay.outcome(server, command.get())).isEqualTo("unknown-document");
      assertThat(rows.all()).isEqualTo(before);
    }
  }

  private void theirProposal() {
    Tab tab = owner.browser().tab(theirs);
    JsonObject update =
        new JsonObject()
            .put("changes", new JsonArray().add(3))
            .put("effects", new JsonArray().add(Scene.proposal("proposal-of-others")));
    JsonObject submit =
        Tab.frame("submit", theirs)
            .put("client", tab.client)
            .put("sequence", 1)
            .put("base", 1)
            .put("updates", new JsonArray().add(update));
    tab.send(submit);
    tab.next("changes");
    tab.close();
  }

  /** In a document of one's own a suggestion, an annotation, an approval of another is nothing. */
  @Test
  void whatBelongsToAnotherDocumentIsNotThereInThisOne() {
    theirProposal();
    List<List<String>> before = log(theirs);
    Tab tab = asker.browser().tab(mine.document);
    tab.send(
        Tab.frame("decide", mine.document)
            .put("client", tab.client)
            .put("sequence", 1)
            .put("suggestions", new JsonArray().add("proposal-of-others"))
            .put("outcome", "accepted"));
    assertThat(tab.next("refused").getString("code")).isEqualTo("unknown-suggestion");
    JsonObject withdrawal =
        new JsonObject().put("is", "withdraw-proposal").put("id", "proposal-of-others");
    tab.send(mine.submit(tab.client, Scene.unchanged(), withdrawal));
    JsonObject done = tab.next("changes").getJsonArray("changes").getJsonObject(0);
    assertThat(done.getJsonArray("effects")).isEmpty(); // there was nothing to take back
    tab.send(
        Tab.frame("withdraw", mine.document)
            .put("client", tab.client)
            .put("sequence", 2)
            .put("approval", "approval-of-others"));
    tab.next("refused");
    assertThat(log(theirs)).isEqualTo(before);
    tab.close();
  }

  private static List<List<String>> log(String document) {
    return rows.query("SELECT * FROM change_log WHERE document_id = '%s'".formatted(document));
  }

  @Test
  void whoWroteIsWhoSignedInWhateverAFrameSays() {
    Tab tab = asker.browser().tab(mine.document);
    JsonObject frame =
        mine.submit(tab.client, new JsonArray().add(new JsonArray().add(0).add("甲")).add(4), null)
            .put("account", owner.account())
            .put("author", owner.account());
    tab.send(frame);
    assertThat(tab.next("changes").getJsonArray("changes").getJsonObject(0).getString("author"))
        .isEqualTo(asker.account());
    String sql =
        "SELECT DISTINCT author_id FROM change_log WHERE document_id = '%s'"
            .formatted(mine.document);
    assertThat(rows.query(sql).stream().flatMap(row -> row.stream()))
        .containsExactly(asker.account());
    tab.close();
  }
}
