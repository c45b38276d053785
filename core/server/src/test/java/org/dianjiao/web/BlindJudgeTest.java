package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who did not work in a round decides, one at a time, and a manager may say who. */
class BlindJudgeTest {

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
  void fourEyesDecideAndOneOfThem() {
    BlindWork work = scene.punctuated();
    JsonObject neither = new JsonObject().put("choice", "neither");
    String rulings = work.path() + "/rulings";
    JsonObject ruling = BlindWork.ruling(neither, "1-1");
    assertThat(scene.other.expect(403, scene.other.put(rulings, ruling)).getString("code"))
        .isEqualTo("own-work");
    assertThat(scene.one.expect(403, scene.one.put(rulings, ruling)).getString("code"))
        .isEqualTo("not-permitted");
    work.rules(scene.judge, "1-1", neither);
    assertThat(scene.manager.expect(403, scene.manager.put(rulings, ruling)).getString("message"))
        .isEqualTo("judge decides in this round");
    JsonObject nowhere = BlindWork.ruling(neither, "1-1", "7-9");
    assertThat(scene.judge.put(rulings, nowhere).statusCode()).isEqualTo(400);
  }

  @Test
  void manyAreDecidedInOneStepAndTakenBackInOne() {
    BlindWork work = scene.punctuated();
    JsonObject reading =
        new JsonObject().put("choice", "reading").put("worker", BlindWork.account(scene.one));
    JsonObject all = BlindWork.ruling(reading, "1-1", "2-2", "3-3");
    scene.judge.expect(200, scene.judge.put(work.path() + "/rulings", all));
    assertThat(decided(work)).isEqualTo(3);
    JsonObject back = BlindWork.ruling(reading, "1-1", "3-3");
    back.getJsonArray("rulings").getJsonObject(0).remove("ruling");
    scene.judge.expect(200, scene.judge.put(work.path() + "/rulings", back));
    assertThat(decided(work)).isEqualTo(1);
  }

  private static long decided(BlindWork work) {
    return work.seenBy(scene.judge).getJsonArray("differences").stream()
        .filter(difference -> ((JsonObject) difference).containsKey("ruling"))
        .count();
  }

  @Test
  void aManagerHandsTheRoundOverToAnotherWhoDoesNotWorkInIt() {
    BlindWork work = scene.punctuated();
    Browser next = scene.server.member("next", "reviewer");
    work.takes(scene.judge, "1-1", scene.one);
    assertThat(work.seenBy(scene.manager).getJsonArray("judges").encode())
        .contains("next")
        .doesNotContain("\"judge\"")
        .doesNotContain("\"other\"");
    assertThat(work.seenBy(scene.judge).getJsonArray("judges")).isEmpty();
    scene.judge.expect(403, work.handOver(scene.judge, next));
    for (Browser worker : List.of(scene.one, scene.other)) {
      assertThat(scene.manager.expect(403, work.handOver(scene.manager, worker)).getString("code"))
          .isEqualTo("own-work");
    }
    Browser editor = scene.server.member("editor-who-decides-not", "editor");
    assertThat(scene.manager.expect(400, work.handOver(scene.manager, editor)).getString("message"))
        .isEqualTo("editor-who-decides-not is no reviewer of this project at least");
    scene.manager.expect(200, work.handOver(scene.manager, next));
    assertThat(scene.server.administrator.get("/api/audit").bodyAsString())
        .contains("hand-over-blind-round");

    JsonObject neither = BlindWork.ruling(new JsonObject().put("choice", "neither"), "2-2");
    assertThat(
            scene
                .judge
                .expect(403, scene.judge.put(work.path() + "/rulings", neither))
                .getString("message"))
        .isEqualTo("next decides in this round");
    work.takes(next, "2-2", scene.one);
    work.takes(next, "3-3", scene.one);
    work.close(next);
    assertThat(scene.text(scene.judge, work.document)).isEqualTo("甲，乙。丙");
    scene.manager.expect(409, work.handOver(scene.manager, scene.judge));
  }

  @Test
  void aManagerWhoWorksInARoundSaysNotWhoDecides() {
    BlindWork work =
        BlindWork.start(
            scene.manager, scene.server.document("甲乙丙"), "punctuate", scene.one, scene.manager);
    assertThat(
            scene.manager.expect(403, work.handOver(scene.manager, scene.judge)).getString("code"))
        .isEqualTo("own-work");
  }
}
