package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.CommandPlugins.Clerk;
import org.dianjiao.plugin.PluginOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of plugins, as people run them on a selection, a document and a project. */
class CommandTest {

  private static final Limits LIMITS =
      Json.readSettings(
          "job-look-millis: 20\nquiet-millis: 50\ncommands-per-person: 2\njobs-kept: 4",
          Limits.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TEXT = "舟泊於津於沽𠮷\n至於河\n";

  @TempDir Path folder;
  private RunningServer server;
  private Browser annotator;
  private String document;

  @BeforeEach
  void start() throws Exception {
    PluginOnDisk.install(folder.resolve("plugins/clerk"), Clerk.class, Clerk.FIELDS);
    Path remote = Files.createDirectories(folder.resolve("plugins/far"));
    Files.writeString(
        remote.resolve("plugin.json"),
        PluginOnDisk.manifest(
            "far", Clerk.FIELDS + ", \"remote\": {\"position-encoding\": \"utf-32\"}"));
    Path settings = Files.createDirectories(folder.resolve("plugin-settings"));
    Files.writeString(settings.resolve("far.yaml"), "url: http://names.example:9000/here\n");
    server = new RunningServer(folder, LIMITS);
    document = server.document(TEXT);
    annotator = server.member("lin", "annotator");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String commands() {
    return "/api/documents/" + document + "/commands";
  }

  private String jobs() {
    return "/api/projects/" + server.project + "/jobs";
  }

  private static JsonObject count(String put) {
    JsonObject parameters = put.isEmpty() ? new JsonObject() : new JsonObject().put("put", put);
    return order("count").put("parameters", parameters);
  }

  private static JsonObject order(String name) {
    return new JsonObject().put("plugin", "clerk").put("name", name);
  }

  private static JsonObject selection(long revision, int start, int end) {
    return new JsonObject().put("revision", revision).put("start", start).put("end", end);
  }

  private String run(JsonObject order) {
    return annotator.expect(200, annotator.post(commands(), order)).getString("id");
  }

  private JsonObject line(String path, String id) {
    JsonArray lines = new JsonArray(annotator.get(path).bodyAsString());
    return lines.stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject until(String path, String id, Predicate<JsonObject> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonObject line = line(path, id);
    while (!wanted.test(line)) {
      assertThat(System.nanoTime()).as("%s", line.encode()).isLessThan(deadline);
      Thread.sleep(20);
      line = line(path, id);
    }
    return line;
  }

  private JsonObject done(String id) throws Exception {
    return until(commands(), id, line -> line.getString("state").equals("done"));
  }

  private String report(String id) {
    HttpResponse<Buffer> answer = annotator.get(commands() + "/" + id + "/report");
    assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(answer.getHeader("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    return answer.bodyAsString();
  }

  private JsonArray offered() {
    Tab tab = server.administrator.tab(document);
    JsonArray offered = tab.next("suggestions").getJsonArray("added");
    tab.close();
    return offered;
  }

  @Test
  void countsInADocumentAndInASelectionThatWasMovedMeanwhile() throws Exception {
    String whole = run(count(""));
    JsonObject line = done(whole);
    assertThat(line.getJsonObject("command").getString("label")).isEqualTo("Count a word");
    assertThat(line.getJsonArray("faults")).isEmpty();
    assertThat(line.getLong("done")).isEqualTo(TEXT.length());
    assertThat(report(whole)).startsWith("於\t3\t");
    Tab tab = server.administrator.tab(document);
    tab.send(tab.submit(document, 1, 1, new JsonArray().add(0).add("於前").add(""), TEXT.length()));
    tab.next("changes");
    tab.close();
    String part = run(count("").put("selection", selection(1, 0, 8)));
    done(part);
    assertThat(report(part)).startsWith("於\t2\t");
    String half = run(count("").put("selection", selection(1, 0, 7)));
    assertThat(done(half).getJsonArray("faults").getJsonObject(0).getString("message"))
        .contains("is not whole characters");
  }

  @Test
  void offersWhatItProposesUntilThatIsDecidedOrItsTextChanges() throws Exception {
    JsonObject reported = done(run(count("于"))).getJsonArray("reports").getJsonObject(0);
    assertThat(reported.getInteger("proposals")).isEqualTo(3);
    server.restart();
    assertThat(offered()).hasSize(3);
    Tab tab = server.administrator.tab(document);
    JsonArray first = tab.next("suggestions").getJsonArray("added");
    assertThat(first.getJsonObject(0).getJsonObject("maker").encode()).contains("clerk", "1.0.0");
    // a look of the same plugin, which finds nothing there, leaves them
    tab.send(Tab.frame("analyze", document).put("plugin", "clerk"));
    JsonObject looked = tab.next("analysis");
    while (looked.getString("state").equals("running")) {
      looked = tab.next("analysis");
    }
    assertThat(looked.getString("state")).isEqualTo("done");
    assertThat(offered()).hasSize(3);
    tab.send(
        Tab.frame("decide", document)
            .put("client", tab.client)
            .put("sequence", 1)
            .put("suggestions", new JsonArray().add(first.getJsonObject(0).getString("id")))
            .put("outcome", "accepted")
            .put("candidate", 0));
    tab.next("done");
    assertThat(offered()).hasSize(2);
    // asked once more it offers no second time what is offered
    done(run(count("于")));
    assertThat(offered()).hasSize(2);
    tab.send(tab.submit(document, 2, 2, 4, new JsonArray().add(1).add("于"), TEXT.length() - 5));
    untilOneGoes(tab);
    assertThat(offered()).hasSize(1);
    tab.send(Tab.frame("dismiss", document).put("plugin", "clerk"));
    untilOneGoes(tab);
    tab.close();
  }

  private static void untilOneGoes(Tab tab) {
    JsonObject changed = tab.next("suggestions");
    while (changed.getJsonArray("removed").size() != 1
        || !changed.getJsonArray("added").isEmpty()) {
      changed = tab.next("suggestions");
    }
  }

  @Test
  void isStoppedAndHearsIt() throws Exception {
    String id = run(order("wait"));
    until(commands(), id, line -> line.getLong("done") > 0);
    Browser other = server.member("wang", "annotator");
    assertThat(other.delete(commands() + "/" + id).statusCode()).isEqualTo(403);
    annotator.expect(200, annotator.delete(commands() + "/" + id));
    assertThat(line(commands(), id).getString("state")).isEqualTo("cancelled");
    Path heard = folder.resolve("data/plugins/states/clerk/heard");
    long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (!Files.exists(heard) || Files.readString(heard).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
    assertThat(Files.readString(heard)).isEqualTo("true");
    assertThat(annotator.get(commands() + "/" + id + "/report").statusCode()).isEqualTo(404);
    assertThat(annotator.delete(commands() + "/" + id).statusCode()).isEqualTo(409);
    done(run(count(""))); // nobody has to rest for it
  }

  @Test
  void goesOnAfterARestart() throws Exception {
    String id = run(order("wait").put("parameters", new JsonObject().put("steps", 60)));
    until(commands(), id, line -> line.getLong("done") > 0);
    server.restart();
    assertThat(done(id).getJsonArray("faults")).isEmpty();
    assertThat(report(id)).isEqualTo("waited");
  }

  @Test
  void runsOnAllDocumentsOfAProject() throws Exception {
    String second = server.document("無\n於\n");
    JsonObject order = new JsonObject().put("command", count("于"));
    Browser.refused(annotator.post(jobs(), order), 403, "run plugins on a whole project");
    Browser reviewer = server.member("zhang", "reviewer");
    String id = reviewer.expect(200, reviewer.post(jobs(), order)).getString("id");
    JsonObject job = until(jobs(), id, line -> line.getString("state").equals("done"));
    assertThat(job.getJsonArray("reports")).hasSize(2);
    assertThat(job.getJsonArray("reports").getJsonObject(1).getString("document"))
        .isEqualTo(second);
    String path = jobs() + "/" + id + "/report";
    assertThat(annotator.get(path + "?part=1").bodyAsString()).startsWith("於\t1\t");
    assertThat(annotator.get(path).bodyAsString()).contains("# ", "於\t3\t", "於\t1\t");
    assertThat(offered()).hasSize(3);
    JsonObject waiting = new JsonObject().put("command", order("wait"));
    Browser.refused(reviewer.post(jobs(), waiting), 400, "cannot be run on a project");
  }

  @Test
  void refusesWhatIsNotDeclaredOrNotAllowed() throws Exception {
    JsonObject unknown = count("").put("parameters", new JsonObject().put("words", "也"));
    Browser.refused(annotator.post(commands(), unknown), 400, "it has no setting \"words\"");
    JsonObject wrong = count("").put("parameters", new JsonObject().put("sure", "very"));
    Browser.refused(annotator.post(commands(), wrong), 400, "setting sure is \"very\"");
    Browser.refused(annotator.post(commands(), order("none")), 400, "no command \"none\"");
    JsonObject selected = order("wait").put("selection", selection(1, 0, 2));
    Browser.refused(
        annotator.post(commands(), selected), 400, "on a selection; it takes [document]");
    JsonObject backwards = count("").put("selection", selection(1, 4, 2));
    assertThat(annotator.post(commands(), backwards).statusCode()).isEqualTo(400);
    Browser viewer = server.member("zhao", "viewer");
    Browser.refused(viewer.post(commands(), count("")), 403, "run plugins");
    assertThat(viewer.get(commands()).bodyAsString()).isEqualTo("[]");
    run(order("wait"));
    run(order("wait"));
    Browser.refused(annotator.post(commands(), count("")), 429, "2 commands of yours");
  }

  @Test
  void sendsNoTextElsewhereWithoutConsent() throws Exception {
    JsonObject line = done(run(count("").put("plugin", "far")));
    assertThat(line.getJsonArray("faults").getJsonObject(0).getString("message"))
        .contains("only when a manager of the project consents");
  }

  @Test
  void offersNothingOfAWrongAnswer() throws Exception {
    String[][] faults = {
      {"range", "ends behind"},
      {"half", "cuts a character"},
      {"category", "category \"poem\""},
      {"report", "control character U+0007"},
    };
    for (String[] fault : faults) {
      JsonObject how = new JsonObject().put("how", fault[0]);
      JsonObject line = done(run(order("fail").put("parameters", how)));
      assertThat(line.getJsonArray("faults").getJsonObject(0).getString("message"))
          .contains(fault[1]);
      assertThat(line.getJsonArray("reports")).isEmpty();
    }
    done(run(count("")));
    JsonObject how = new JsonObject().put("how", "throw");
    JsonObject line = done(run(order("fail").put("parameters", how)));
    assertThat(line.getJsonArray("faults").getJsonObject(0).getString("message"))
        .contains("no table of that");
    assertThat(new JsonArray(annotator.get(commands()).bodyAsString())).hasSize(4);
  }
}
