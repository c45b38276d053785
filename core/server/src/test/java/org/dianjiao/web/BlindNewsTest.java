package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.BlindWork.typed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody is told what concerns them of a round, and nothing else. */
class BlindNewsTest {

  @TempDir static Path folder;

  private static BlindScene scene;

  @BeforeAll
  static void start() {
    scene = new BlindScene(folder);
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @Test
  void whoIsNamedBeforeAllAreDoneIsTheOneToDecide() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    scene.manager.expect(200, work.handOver(scene.manager, scene.judge));
    assertThat(news(scene.judge, work)).containsExactly("handed_over");
    work.types(scene.one, 1, typed("，"), 2);
    work.done(scene.one);
    work.done(scene.other);
    assertThat(news(scene.judge, work)).containsExactly("handed_in");
    assertThat(news(scene.manager, work)).as("another decides").isEmpty();
    JsonObject ruling = BlindWork.ruling(new JsonObject().put("choice", "neither"), "1-1");
    scene.manager.expect(403, scene.manager.put(work.path() + "/rulings", ruling));
  }

  @Test
  void everybodyIsToldWhatConcernsThemOfARound() {
    BlindWork work = scene.punctuated();
    assertThat(news(scene.one, work)).containsExactly("started");
    assertThat(news(scene.other, work)).containsExactly("started");
    assertThat(news(scene.judge, work)).containsExactly("handed_in");
    assertThat(news(scene.manager, work)).containsExactly("handed_in");
    for (String place : List.of("1-1", "2-2", "3-3")) {
      work.takes(scene.judge, place, scene.one);
    }
    assertThat(news(scene.manager, work)).as("another decides").isEmpty();
    work.close(scene.judge);
    assertThat(news(scene.one, work)).containsExactly("closed");
    assertThat(news(scene.manager, work)).as("who started it").containsExactly("closed");
    assertThat(news(scene.judge, work)).isEmpty();

    JsonObject item = rounds(scene.one, work).get(0);
    assertThat(item.getBoolean("read")).isFalse();
    assertThat(item.getString("byName")).isEqualTo("judge");
    JsonObject seen =
        new JsonObject()
            .put("revision", item.getLong("revision"))
            .put("rounds", new JsonArray().add(item.getJsonObject("round")));
    scene.one.expect(200, scene.one.put("/api/documents/" + work.document + "/inbox", seen));
    assertThat(rounds(scene.one, work).get(0).getBoolean("read")).isTrue();
  }

  @Test
  void whoStartedAndWorkedIsToldThatARoundWasGivenUp() {
    BlindWork work = scene.round("甲乙丙", "punctuate");
    Browser second = scene.server.member("second-manager", "manager");
    second.expect(200, second.delete(work.path()));
    for (Browser told : List.of(scene.one, scene.other, scene.manager)) {
      assertThat(news(told, work)).containsExactly("abandoned");
    }
    assertThat(news(scene.judge, work)).isEmpty();
  }

  /** What somebody is told of a round. */
  private static List<String> news(Browser browser, BlindWork work) {
    return rounds(browser, work).stream()
        .map(item -> item.getJsonObject("round").getString("deed"))
        .toList();
  }

  private static List<JsonObject> rounds(Browser browser, BlindWork work) {
    return browser.expect(200, browser.get("/api/inbox")).getJsonArray("news").stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.containsKey("round"))
        .filter(item -> item.getJsonObject("round").getString("round").equals(work.id))
        .toList();
  }
}
