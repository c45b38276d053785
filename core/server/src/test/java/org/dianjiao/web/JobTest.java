package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.StorageSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins look at all documents of a project. */
class JobTest {

  private static final Limits LIMITS =
      Json.readSettings("job-slice-units: 50\njob-look-millis: 20\nfocus-units: 100", Limits.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DOCUMENTS = 3;
  private static final String LINE = "舟泊於津門外之大沽口\n";
  private static final String TEXT = LINE.repeat(100);

  @TempDir Path folder;
  private RunningServer server;
  private final List<String> documents = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    for (String id : List.of("finder", "second")) {
      PluginOnDisk.install(
          folder.resolve("plugins").resolve(id),
          SamplePlugins.Finder.class,
          SamplePlugins.Finder.SETTINGS);
    }
    server = new RunningServer(folder, LIMITS);
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(server.document(TEXT));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String jobs() {
    return "/api/projects/" + server.project + "/jobs";
  }

  private JsonObject begin(String... plugins) {
    JsonObject order = new JsonObject().put("plugins", new JsonArray(List.of(plugins)));
    return server.administrator.expect(200, server.administrator.post(jobs(), order));
  }

  private void step(JsonObject job, String state) {
    String path = jobs() + "/" + job.getString("id");
    server.administrator.expect(
        200, server.administrator.put(path, new JsonObject().put("state", state)));
  }

  private JsonObject newest() {
    return new JsonArray(server.administrator.get(jobs()).bodyAsString()).getJsonObject(0);
  }

  private JsonObject until(Predicate<JsonObject> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonObject job = newest();
    while (!wanted.test(job)) {
      assertThat(System.nanoTime()).as("%s", job.encode()).isLessThan(deadline);
      Thread.sleep(20);
      job = newest();
    }
    return job;
  }

  private static Predicate<JsonObject> is(String state) {
    return job -> job.getString("state").equals(state);
  }

  private int offered(String document) {
    Tab tab = server.administrator.tab(document);
    int offered = tab.next("suggestions").getJsonArray("added").size();
    tab.close();
    return offered;
  }

  @Test
  void offersInEachDocumentWhatEachPluginFinds() throws Exception {
    JsonObject job = begin("finder", "second");
    assertThat(job.getString("state")).isEqualTo("running");
    assertThat(job.getInteger("documents")).isEqualTo(DOCUMENTS);
    assertThat(job.getLong("units")).isEqualTo(2L * DOCUMENTS * TEXT.length());
    JsonObject done = until(is("done"));
    assertThat(done.getLong("done")).isEqualTo(done.getLong("units"));
    assertThat(done.getDouble("unitsPerSecond")).isPositive();
    assertThat(done.getJsonArray("faults")).isEmpty();
    assertThat(done.getString("ended")).isNotEmpty();
    for (String document : documents) {
      assertThat(offered(document)).isEqualTo(100);
    }
  }

  @Test
  void pausesGoesOnAfterARestartAndIsCancelled() throws Exception {
    JsonObject job = begin("finder");
    until(one -> one.getLong("done") > 0);
    step(job, "paused");
    Thread.sleep(300); // the slice that was begun ends
    long done = newest().getLong("done");
    assertThat(done).isPositive().isLessThan(newest().getLong("units"));
    whatIsNotedIsKept();
    server.restart();
    Thread.sleep(300);
    assertThat(newest().getString("state")).isEqualTo("paused");
    assertThat(newest().getLong("done")).isLessThanOrEqualTo(done);
    step(job, "running");
    until(one -> one.getLong("done") > done);
    server.restart();
    until(is("done"));
    for (String document : documents) {
      assertThat(offered(document)).isEqualTo(100);
    }
    step(begin("second"), "cancelled");
    JsonObject cancelled = newest();
    assertThat(cancelled.getString("state")).isEqualTo("cancelled");
    Thread.sleep(300);
    assertThat(newest().getLong("done")).isLessThan(newest().getLong("units"));
  }

  /** A server that is killed now has nothing to do again. */
  private void whatIsNotedIsKept() {
    try (Database database =
        Database.openReadOnly(StorageSettings.defaults(folder.resolve("data")))) {
      for (Part part : database.jobs().open().get(0).parts()) {
        long kept =
            database.offers().of(part.document()).stream()
                .mapToLong(page -> page.body().split("\"surface\"", -1).length - 1)
                .sum();
        assertThat(kept).isGreaterThanOrEqualTo(part.done() / LINE.length());
      }
    }
  }

  @Test
  void saysWhichPluginCouldNotLookWhere() throws Exception {
    JsonObject order = new JsonObject().put("plugins", new JsonArray().add("none"));
    assertThat(server.administrator.post(jobs(), order).bodyAsString())
        .contains("there is no plugin \\\"none\\\"");
    assertThat(
            server
                .administrator
                .post(jobs(), new JsonObject().put("plugins", new JsonArray()))
                .bodyAsString())
        .contains("name the plugins that are to look");
  }
}
