package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes over several documents, waited for over HTTP. */
final class Sweeps {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Sweeps() {}

  /** The same one when it is done, everywhere and without a fault. */
  static JsonObject done(Browser browser, String project, JsonObject begun) {
    Instant until = Instant.now().plus(PATIENCE);
    JsonObject line = line(browser, project, begun.getString("id"));
    while (!line.getString("state").equals("done")) {
      assertThat(Instant.now()).as("%s", line.encode()).isBefore(until);
      Thread.onSpinWait();
      line = line(browser, project, begun.getString("id"));
    }
    assertThat(line.getJsonArray("documents").stream())
        .allMatch(done -> ((JsonObject) done).getString("fault").isEmpty());
    return line;
  }

  private static JsonObject line(Browser browser, String project, String id) {
    JsonArray all =
        new JsonArray(browser.get("/api/projects/" + project + "/sweeps").bodyAsString());
    return all.stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The changes of one document. */
  static List<Long> revisions(JsonObject line, String document) {
    return line.getJsonArray("documents").stream()
        .map(JsonObject.class::cast)
        .filter(done -> done.getString("document").equals(document))
        .flatMap(done -> done.getJsonArray("revisions").stream())
        .map(revision -> ((Number) revision).longValue())
        .toList();
  }
}
