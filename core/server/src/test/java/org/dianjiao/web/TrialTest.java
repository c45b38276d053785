package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PackedPlugin;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.PluginPlaces;
import org.dianjiao.plugin.PluginStore;
import org.dianjiao.plugin.SamplePlugins;
import org.dianjiao.server.ConsoleNotes;
import org.dianjiao.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other settings and versions are tried on a project before they are used. */
class TrialTest {

  private static final Limits LIMITS =
      Json.readSettings(
          """
          plugin-look-millis: 20
          quiet-millis: 20
          job-slice-units: 300
          job-look-millis: 20
          focus-units: 100
          """,
          Limits.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int LINES = 2_000;
  private static final Path SOURCE =
      Path.of("../../config/demo/000_e7da4800d09583c2.txt").toAbsolutePath().normalize();

  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    PluginOnDisk.install(
        folder.resolve("plugins/finder"),
        SamplePlugins.Finder.class,
        SamplePlugins.Finder.SETTINGS);
    server = new RunningServer(folder, LIMITS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String comparisons() {
    return "/api/projects/" + server.project + "/comparisons";
  }

  private JsonObject compare(JsonObject wanted) {
    return server.administrator.expect(200, server.administrator.post(comparisons(), wanted));
  }

  private static JsonObject settings(String name, String value) {
    return new JsonObject()
        .put("instance", "finder")
        .put("settings", new JsonObject().put(name, value));
  }

  private JsonObject read(JsonObject job) {
    return new JsonObject(
        server.administrator.get(comparisons() + "/" + job.getString("id")).bodyAsString());
  }

  private JsonObject until(JsonObject job, Predicate<JsonObject> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonObject now = read(job);
    while (!wanted.test(now)) {
      assertThat(System.nanoTime()).as("%s", now.encode()).isLessThan(deadline);
      Thread.sleep(20);
      now = read(job);
    }
    return now;
  }

  private JsonObject done(JsonObject job) throws Exception {
    return until(job, now -> now.getJsonObject("job").getString("state").equals("done"));
  }

  private static JsonObject counts(long same, long changed, long gone, long fresh) {
    return new JsonObject()
        .put("same", same)
        .put("changed", changed)
        .put("gone", gone)
        .put("fresh", fresh);
  }

  private static JsonObject score(long right, long wrong) {
    return new JsonObject().put("right", right).put("wrong", wrong);
  }

  private static int count(String text, String word) {
    return text.split(word, -1).length - 1;
  }

  private List<JsonObject> plugins() {
    JsonArray all = new JsonArray(server.administrator.get("/api/plugins").bodyAsString());
    return IntStream.range(0, all.size()).mapToObj(all::getJsonObject).toList();
  }

  private void untilNothingIsLeft() throws Exception {
    Path trials = folder.resolve("data/plugins/trials");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Files.isDirectory(trials) && trials.toFile().list().length > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(50);
    }
    assertThat(plugins()).extracting(one -> one.getString("id")).containsExactly("finder");
  }

  @Test
  void countsWhatOtherSettingsWouldChangeAndHowTheyAgreeWithDecisions() throws Exception {
    String text = Files.readString(SOURCE);
    int found = count(text, "之");
    assertThat(found).isGreaterThan(20);
    configure(
        "finder",
        new JsonObject()
            .put("plugin", "finder")
            .put("settings", new JsonObject().put("find", "之").put("put", "的")));
    String document = server.document(text);
    Tab tab = server.administrator.tab(document);
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    List<String> offered = new ArrayList<>();
    while (offered.size() < found) {
      JsonArray added = tab.next("suggestions").getJsonArray("added");
      IntStream.range(0, added.size())
          .mapToObj(i -> added.getJsonObject(i).getString("id"))
          .forEach(offered::add);
    }
    decide(
        tab,
        document,
        1,
        offered.get(0),
        new JsonObject().put("outcome", "accepted").put("candidate", 0));
    decide(tab, document, 2, offered.get(1), new JsonObject().put("outcome", "rejected"));
    JsonObject correction = new JsonObject().put("is", "replace").put("text", "其");
    decide(
        tab,
        document,
        3,
        offered.get(2),
        new JsonObject().put("outcome", "corrected").put("correction", correction));

    JsonObject wanted = settings("find", "之");
    wanted.getJsonObject("settings").put("put", "其");
    JsonObject job = compare(wanted);
    until(job, now -> now.getJsonObject("job").getLong("done") > 0);
    tab.send(Tab.frame("analyze", document).put("plugin", "trial." + job.getString("id")));
    assertThat(tab.next("failed").getString("message")).contains("no plugin \"trial.");
    JsonObject done = done(job);
    // One was accepted and one corrected; the rejected one is not offered again, but what is new
    // is.
    assertThat(done.getJsonObject("counts")).isEqualTo(counts(0, found - 3, 0, 1));
    assertThat(done.getLong("decided")).isEqualTo(3);
    assertThat(done.getLong("put")).isEqualTo(2);
    assertThat(done.getJsonObject("before")).isEqualTo(score(1, 2));
    assertThat(done.getJsonObject("after")).isEqualTo(score(1, 1));
    JsonObject place = done.getJsonArray("places").getJsonObject(0).getJsonObject("difference");
    assertThat(place.getString("surface")).isEqualTo("之");
    assertThat(done.getJsonArray("places")).hasSize(Math.min(200, found - 2));
    untilNothingIsLeft();

    JsonObject stale = new JsonObject().put("version", "1.0.0").put("stamp", "other");
    stale.put("settings", wanted.getJsonObject("settings")).put("sha256", "other");
    String use = "/api/plugins/finder/version";
    assertThat(server.administrator.put(use, stale).bodyAsString()).contains("that was tried");
    stale.put("sha256", trial(done).getString("sha256"));
    assertThat(server.administrator.put(use, stale).bodyAsString())
        .contains("somebody else has changed finder");
    stale.put("stamp", done.getJsonObject("order").getString("stamp"));
    JsonObject used = server.administrator.expect(200, server.administrator.put(use, stale));
    assertThat(used.getJsonObject("settings").getString("put")).isEqualTo("其");
    assertThat(used.getString("version")).isNull(); // it follows the newest, as before
  }

  private static JsonObject trial(JsonObject comparison) {
    return comparison.getJsonObject("order").getJsonObject("after").getJsonObject("trial");
  }

  private JsonObject plugin(String id) {
    return plugins().stream()
        .filter(one -> one.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void untilStarted(String id, Predicate<JsonObject> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (plugins().stream()
        .noneMatch(
            one ->
                one.getString("id").equals(id)
                    && one.getString("state").equals("started")
                    && wanted.test(one))) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private void configure(String instance, JsonObject wanted) throws Exception {
    String before =
        plugins().stream()
            .filter(one -> one.getString("id").equals(instance))
            .map(one -> one.getString("configured"))
            .findFirst()
            .orElse("");
    server.administrator.expect(200, server.administrator.put("/api/plugins/" + instance, wanted));
    untilStarted(instance, one -> !one.getString("configured").equals(before));
  }

  private static void decide(
      Tab tab, String document, long sequence, String suggestion, JsonObject how) {
    tab.send(
        Tab.frame("decide", document)
            .put("client", tab.client)
            .put("sequence", sequence)
            .put("suggestions", new JsonArray().add(suggestion))
            .mergeIn(how));
    tab.next("done");
  }

  @Test
  void goesOnAfterARestartAndLeavesNothingBehind() throws Exception {
    String text = "舟泊於津門外之大沽口\n".repeat(LINES);
    String document = server.document(text);
    JsonObject job = compare(settings("find", "之"));
    until(job, now -> now.getJsonObject("job").getLong("done") > 0);
    step(job, "paused");
    untilNothingIsLeft();
    JsonObject paused = read(job);
    long before = paused.getJsonObject("job").getLong("done");
    assertThat(before).isLessThan(text.length());
    server.restart();
    step(job, "running");
    until(job, now -> now.getJsonObject("job").getLong("done") > before);
    server.restart();
    JsonObject done = done(job);
    assertThat(done.getJsonObject("counts")).isEqualTo(counts(0, 0, LINES, LINES));
    assertThat(done.getJsonArray("places")).hasSize(200);
    assertThat(done.getLong("decided")).isZero();
    untilNothingIsLeft();
    Tab tab = server.administrator.tab(document);
    tab.send(Tab.frame("analyze", document).put("plugin", "finder"));
    assertThat(tab.next("suggestions").getJsonArray("added").getJsonObject(0).getString("surface"))
        .isEqualTo("於"); // the instance itself is as it was
  }

  private void step(JsonObject job, String state) {
    String path = "/api/projects/" + server.project + "/jobs/" + job.getString("id");
    server.administrator.expect(
        200, server.administrator.put(path, new JsonObject().put("state", state)));
  }

  @Test
  void comparesTwoVersionsThatRunSideBySide() throws Exception {
    PluginOnDisk.in(folder.resolve("made"))
        .manifest(
            PluginOnDisk.manifest("finder", SamplePlugins.Finder.SETTINGS.replace("\"于\"", "\"乎\""))
                .replace("\"1.0.0\"", "\"1.1.0\""))
        .code(SamplePlugins.Finder.class);
    Files.move(folder.resolve("made"), folder.resolve("plugins/finder-1.1.0"));
    untilStarted("finder", one -> one.getString("version").equals("1.1.0"));
    JsonObject old = new JsonObject().put("plugin", "finder").put("version", "1.0.0");
    configure("finder-old", old);
    assertThat(plugin("finder-old").getString("version")).isEqualTo("1.0.0");
    server.document("舟泊於津門外之大沽口\n".repeat(30));
    JsonObject both = new JsonObject().put("instance", "finder-old").put("other", "finder");
    JsonObject done = done(compare(both));
    assertThat(done.getJsonObject("counts")).isEqualTo(counts(0, 30, 0, 0));
    assertThat(done.getJsonObject("order").getJsonObject("after").getString("version"))
        .isEqualTo("1.1.0");
    JsonObject same =
        new JsonObject()
            .put("instance", "finder-old")
            .put("version", "1.1.0")
            .put("settings", new JsonObject().put("put", "于"));
    JsonObject tried = done(compare(same)); // another version that says the same
    assertThat(tried.getJsonObject("counts")).isEqualTo(counts(30, 0, 0, 0));
  }

  @Test
  void saysWhyWhatIsKeptToBeTriedCannotRunAndTheOldOneGoesOn() throws Exception {
    PluginStore store =
        new PluginStore(
            new PluginPlaces(
                folder.resolve("plugins"),
                folder.resolve("plugin-settings"),
                folder.resolve("data/plugins")),
            LIMITS);
    Path zip = folder.resolve("finder.zip");
    Files.write(zip, PackedPlugin.zip("finder", "2.0.0"));
    store.stage(zip);
    ServerSettings here = RunningServer.settings(folder, false, AccountLimits.defaults());
    new ConsoleNotes(here).leave("stage-plugin", "finder", "2.0.0");
    String staged = "/api/plugins/staged";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (new JsonArray(server.administrator.get(staged).bodyAsString()).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
    assertThat(plugin("finder").getString("version")).isEqualTo("1.0.0"); // it is not used
    server.document("舟泊於津\n");
    JsonObject wanted = new JsonObject().put("instance", "finder").put("version", "2.0.0");
    JsonObject done = done(compare(wanted));
    assertThat(done.getJsonObject("job").getJsonArray("faults").encode())
        .contains("finder 2.0.0 is refused: it runs outside the server, and the bridge");
    assertThat(plugin("finder").getString("state")).isEqualTo("started");
    untilNothingIsLeft();

    wanted.put("settings", new JsonObject().put("colour", "red"));
    assertThat(server.administrator.post(comparisons(), wanted).bodyAsString())
        .contains("malformed", "colour");
    String one = staged + "/finder/2.0.0";
    assertThat(server.administrator.delete(one).statusCode()).isEqualTo(200);
    assertThat(server.administrator.delete(one).bodyAsString()).contains("not kept to be tried");
    assertThat(folder.resolve("data/plugins/staged/finder-2.0.0")).doesNotExist();

    String log = "/api/audit?operation=stage-plugin";
    while (!server.administrator.get(log).bodyAsString().contains("console 2.0.0")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(50);
    }
    assertThat(folder.resolve("data/console")).isEmptyDirectory();
  }
}
