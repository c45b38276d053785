package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.dianjiao.cli.Searching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search of a server that really runs. */
class SearchBorderTest {

  @TempDir Path folder;

  private RunningServer server;
  private Browser viewer;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    viewer = server.member("viewer", "viewer");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String path(String words, String switches) {
    return "/api/projects/"
        + server.project
        + "/search?q="
        + URLEncoder.encode(words, StandardCharsets.UTF_8)
        + switches;
  }

  /** Asks until the index holds everything, which takes a second at most. */
  private JsonObject ask(Browser who, String words, String switches) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    JsonObject answer = who.expect(200, who.get(path(words, switches)));
    while (answer.getInteger("behind") > 0 && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
      answer = who.expect(200, who.get(path(words, switches)));
    }
    assertThat(answer.getInteger("behind")).isZero();
    return answer;
  }

  private static JsonObject hit(JsonObject answer, int index) {
    return answer.getJsonArray("hits").getJsonObject(index);
  }

  @Test
  void findsWhatWasJustWrittenWithItsPlaceAndReason() {
    String document = server.document("皇后，議將從前\n使臣進京");
    Browser editor = server.member("editor", "editor");
    assertThat(ask(viewer, "後", "").getInteger("total")).isZero();
    JsonObject folded = ask(viewer, "後議", "&fold=simplified&ignore=marks");
    assertThat(folded.getInteger("total")).isEqualTo(1);
    assertThat(hit(folded, 0).getInteger("start")).isEqualTo(1);
    assertThat(hit(folded, 0).getInteger("end")).isEqualTo(4);
    assertThat(hit(folded, 0).getString("text")).isEqualTo("后，議");
    assertThat(hit(folded, 0).getJsonArray("passed")).containsExactly("marks");
    JsonObject fold = hit(folded, 0).getJsonArray("folds").getJsonObject(0);
    assertThat(fold.getString("asked")).isEqualTo("後");
    assertThat(fold.getString("kind")).isEqualTo("simplified");
    assertThat(fold.getJsonArray("sources")).contains("unihan");
    assertThat(folded.getJsonArray("documents").getJsonObject(0).getString("id"))
        .isEqualTo(document);
    Tab tab = editor.tab(document);
    tab.send(tab.submit(document, 1, 1, 12, new JsonArray().add(0).add("後來居上"), 0));
    tab.next("changes");
    tab.close();
    assertThat(hit(ask(viewer, "後來", ""), 0).getInteger("start")).isEqualTo(12);
    assertThat(hit(ask(viewer, "使臣", ""), 0).getLong("revision")).isEqualTo(2);
  }

  @Test
  void tellsNobodyOfOtherProjectsAndOfBlindWork() {
    Browser worker = server.member("worker", "annotator");
    Browser manager = server.member("manager", "manager");
    BlindWork work =
        BlindWork.start(manager, server.document("甲乙丙"), "transcribe", worker, manager);
    work.types(worker, 3, BlindWork.typed("只有一人知"));
    for (Browser who : Stream.of(viewer, worker, manager, server.administrator).toList()) {
      assertThat(ask(who, "一人", "").getInteger("total")).isZero();
      JsonObject found = ask(who, "甲乙", "&document=" + work.copy(worker));
      assertThat(found.getInteger("total")).isZero();
      assertThat(ask(who, "甲乙", "").getJsonArray("documents")).hasSize(1);
    }
    Browser stranger = server.stranger("stranger");
    assertThat(stranger.get(path("甲", "")).statusCode()).isEqualTo(404);
    String elsewhere = server.newProject("Elsewhere");
    String other = path("甲", "").replace(server.project, elsewhere);
    JsonObject nothing = server.administrator.expect(200, server.administrator.get(other));
    assertThat(nothing.getInteger("total")).isZero();
  }

  @Test
  void refusesWhatIsNoQuestion() {
    for (String wrong :
        new String[] {
          path("，", "&ignore=marks"),
          path("\"甲", ""),
          path("甲", "&fold=all"),
          path("甲", "&state=gone"),
          path("甲".repeat(201), ""),
          path("甲", "&from=100001")
        }) {
      assertThat(viewer.get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void makesItsIndexAnewWhenItIsAskedToAndWhenItIsDamaged() throws Exception {
    server.document("使臣進京");
    assertThat(ask(viewer, "使臣", "").getInteger("total")).isEqualTo(1);
    assertThat(Searching.reindex(folder.resolve("data"))).contains("the running server");
    assertThat(ask(viewer, "使臣", "").getInteger("total")).isEqualTo(1);
    for (Path file : files(folder.resolve("data/search"))) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    server.restart();
    assertThat(ask(viewer, "使臣", "").getInteger("total")).isEqualTo(1);
  }

  private static Path[] files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("write.lock")).toArray(Path[]::new);
    }
  }
}
