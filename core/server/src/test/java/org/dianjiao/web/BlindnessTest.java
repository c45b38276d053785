package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.BlindWork.typed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation.Need;
import org.dianjiao.people.Operation.Thing;
import org.dianjiao.session.FrameCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While people work blind, every operation on a copy, in every way in, is refused to all but its
 * worker, as if the copy did not exist: also to a worker of the same round who is a reviewer, a
 * manager or an administrator.
 */
class BlindnessTest {

  private static final String SECRET = "只有一人知";

  /**
   * Whoever is unknown to a copy waits for a reading of the rights, and there is a rest between
   * two.
   */
  private static final Limits LIMITS = Json.readSettings("stranger-millis: 20", Limits.class);

  @TempDir(factory = InMemory.class)
  static Path folder;

  private static RunningServer server;
  private static Rows rows;
  private static Browser worker;
  private static BlindWork work;
  private static String copy;

  /** Everybody else, by what they are; the first three work in the round too. */
  private static Map<String, Scene.Person> others;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder, LIMITS);
    rows = new Rows(folder.resolve("data"));
    worker = server.member("worker", "annotator");
    others = new LinkedHashMap<>();
    others.put("worker who reviews", person(server.member("reviewing", "reviewer")));
    others.put("worker who manages", person(server.member("managing", "manager")));
    others.put("worker who administrates", person(administrating()));
    others.put("viewer", person(server.member("viewer", "viewer")));
    others.put("editor", person(server.member("editor", "editor")));
    others.put("reviewer", person(server.member("reviewer", "reviewer")));
    others.put("manager", person(server.member("manager", "manager")));
    others.put("stranger", person(server.stranger("stranger")));
    Browser[] workers =
        Stream.concat(
                Stream.of(worker), others.values().stream().limit(3).map(Scene.Person::browser))
            .toArray(Browser[]::new);
    Scene.Person manager = others.get("manager");
    work = BlindWork.start(manager.browser(), server.document("甲乙丙"), "transcribe", workers);
    copy = work.copy(worker);
    work.types(worker, 3, typed(SECRET));
  }

  /** A document of the manager's beside the copy, for whatever an attempt needs to be there. */
  private static Scene scene() {
    Scene.Person manager = others.get("manager");
    return new Scene(server, rows, manager, manager);
  }

  /** A member whom somebody made an administrator. */
  private static Browser administrating() {
    Browser browser = server.member("administrating", "manager");
    rows.change("UPDATE account SET administrator = true WHERE name = 'administrating'");
    return browser;
  }

  private static Scene.Person person(Browser browser) {
    return new Scene.Person("manager", browser, BlindWork.account(browser));
  }

  @AfterAll
  static void stop() {
    rows.close();
    server.close();
  }

  static Stream<HttpAttempt> requests() {
    return HttpAttempts.all().stream()
        .filter(attempt -> attempt.operation().thing() == Thing.DOCUMENT);
  }

  static Stream<FrameAttempts.Attempt> frames() {
    return FrameAttempts.all().stream();
  }

  @Test
  void theWorkerSeesTheCopyAndChangesItWhateverTheyAreInTheProject() {
    for (String other : List.of("worker who reviews", "worker who manages")) {
      Browser browser = others.get(other).browser();
      JsonObject about = browser.expect(200, browser.get("/api/documents/" + work.copy(browser)));
      assertThat(about.getString("role")).as(other).isEqualTo("editor");
    }
    assertThat(worker.get("/api/documents/" + copy + "/export?format=text").bodyAsString())
        .contains(SECRET);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void noRequestForTheCopyIsAnswered(HttpAttempt attempt) {
    String path = attempt.route().split(" ", 2)[1].replace(":document", copy);
    Buffer body = attempt.body().apply(scene());
    String before = rows.all();
    others.forEach(
        (who, person) -> {
          if (attempt.operation().need() == Need.ADMINISTRATOR
              && who.equals("worker who administrates")) {
            return; // keeps the server's files in order and is shown nothing of them
          }
          JsonObject answer =
              person
                  .browser()
                  .bare(attempt.method(), path.replaceAll(":[a-z]+", "something"))
                  .putHeader("X-Dianjiao", "1")
                  .sendBuffer(body)
                  .await()
                  .bodyAsJsonObject();
          assertThat(answer.getString("code"))
              .as("%s by %s", attempt.operation(), who)
              .isEqualTo("unknown-document");
        });
    assertThat(rows.all()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void noCommandForTheCopyIsCarriedOut(FrameAttempts.Attempt attempt) throws Exception {
    if (attempt.type().equals("close")) {
      return; // leaving takes nothing of the document, and tells nothing
    }
    worker.tab(copy).close(); // its owner is open
    JsonObject frame = attempt.frame().apply(scene()).put("document", copy);
    String before = rows.all();
    for (Scene.Person person : others.values()) {
      if (frame.containsKey("client")) {
        frame.put("client", Scene.fresh());
      }
      Optional<DocumentCommand> command = FrameCommands.command(frame.encode(), person.account());
      if (command.isPresent()) {
        assertThat(BusWay.outcome(server, command.get()))
            .as("%s by %s", attempt.operation(), person)
            .isEqualTo("unknown-document");
      }
    }
    assertThat(rows.all()).isEqualTo(before);
  }

  @Test
  void noSocketOpensTheCopy() {
    others.forEach(
        (who, person) -> {
          Tab tab = person.browser().tab();
          tab.send(tab.open(copy));
          assertThat(tab.nextOf(Set.of("opened", "failed", "refused")).getString("code"))
              .as(who)
              .isEqualTo("unknown-document");
          tab.close();
        });
  }

  @Test
  void nothingThatListsDocumentsNamesTheCopy() {
    String project = "/api/projects/" + server.project;
    List<String> lists =
        List.of(
            "/api/projects",
            project,
            project + "/review",
            project + "/review.csv",
            project + "/blind",
            "/api/inbox",
            work.path(),
            "/api/documents/" + work.document + "/history",
            "/api/documents/" + work.document + "/blame");
    others.forEach(
        (who, person) ->
            lists.forEach(
                path ->
                    assertThat(person.browser().get(path).bodyAsString())
                        .as("%s by %s", path, who)
                        .doesNotContain(copy)
                        .doesNotContain(SECRET)));
    JsonObject told = work.seenBy(others.get("worker who manages").browser());
    assertThat(told.getJsonObject("round").getJsonArray("workers")).isEmpty();
    assertThat(told.containsKey("agreement")).isFalse();
  }

  @Test
  void theInboxOfAWorkerSaysNothingOfTheOthers() {
    Browser one = server.member("quiet", "annotator");
    Browser other = server.member("hasty", "reviewer");
    Browser last = server.member("steady", "annotator");
    Browser manager = others.get("manager").browser();
    BlindWork round =
        BlindWork.start(manager, server.document("甲乙丙"), "transcribe", one, other, last);
    String before = one.get("/api/inbox").bodyAsString();
    assertThat(before).contains(round.id).contains("started");
    round.types(other, 3, typed(SECRET));
    round.done(other);
    assertThat(one.get("/api/inbox").bodyAsString()).as("one is done").isEqualTo(before);
    Browser reviewer = others.get("reviewer").browser();
    assertThat(reviewer.get("/api/inbox").bodyAsString())
        .as("nothing is there to decide")
        .doesNotContain(round.id);
    round.done(last);
    manager.expect(200, round.handOver(manager, reviewer));
    assertThat(one.get("/api/inbox").bodyAsString()).as("it is handed over").isEqualTo(before);
    for (String name : List.of("hasty", "steady", SECRET, round.copy(other), round.copy(last))) {
      assertThat(before).doesNotContain(name);
    }
    assertThat(others.get("viewer").browser().get("/api/inbox").bodyAsString())
        .doesNotContain(round.id);
    round.done(one);
    assertThat(reviewer.get("/api/inbox").bodyAsString()).contains(round.id).contains("handed_in");
    assertThat(one.get("/api/inbox").bodyAsString()).as("all are done").isEqualTo(before);
    String difference =
        round.seenBy(reviewer).getJsonArray("differences").getJsonObject(0).getString("id");
    round.takes(reviewer, difference, other);
    round.close(reviewer);
    assertThat(one.get("/api/inbox").bodyAsString()).contains(round.id).contains("closed");
  }

  @Test
  void documentsAreCountedWithoutTheCopies() {
    Browser browser = others.get("reviewer").browser();
    int listed =
        browser
            .expect(200, browser.get("/api/projects/" + server.project))
            .getJsonArray("documents")
            .size();
    JsonObject counted = browser.get("/api/projects").bodyAsJsonArray().getJsonObject(0);
    assertThat(counted.getInteger("documents")).isEqualTo(listed);
  }

  @Test
  void aManagerWhoWorksCannotEndTheRoundToSeeTheOthers() {
    for (String who : List.of("worker who manages", "worker who administrates")) {
      Browser browser = others.get(who).browser();
      assertThat(browser.expect(403, browser.delete(work.path())).getString("code"))
          .as(who)
          .isEqualTo("own-work");
    }
  }

  @Test
  void nobodyDecidesInACopySoThatNoPluginLearnsFromIt() {
    Tab tab = others.get("worker who reviews").browser().tab();
    String own = work.copy(others.get("worker who reviews").browser());
    tab.send(tab.open(own));
    tab.next("opened");
    tab.send(
        Tab.frame("decide", own)
            .put("client", "decides-" + tab.client)
            .put("sequence", 1)
            .put("suggestions", new JsonArray().add("some-suggestion-1"))
            .put("outcome", "rejected"));
    assertThat(tab.nextOf(Set.of("refused", "done")).getString("code")).isEqualTo("not-permitted");
    tab.close();
  }

  @Test
  void anAdministratorWhoDoesNotWorkInTheRoundMayLookAndItIsWrittenDown() {
    Browser keeper = server.administrator;
    JsonObject about = keeper.expect(200, keeper.get("/api/documents/" + copy));
    assertThat(about.getString("role")).isEqualTo("viewer");
    assertThat(keeper.get("/api/audit").bodyAsString()).contains(copy);
    assertThat(
            keeper
                .bare(HttpMethod.POST, "/api/documents/" + copy + "/versions")
                .putHeader("X-Dianjiao", "1")
                .sendJsonObject(new JsonObject().put("name", "seen"))
                .await()
                .statusCode())
        .isEqualTo(403);
  }
}
