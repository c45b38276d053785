package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks over a WebSocket. */
final class SocketWay {

  private static final Set<String> NO = Set.of("failed", "refused");
  private static final int FIRST_FRAME_IS_HELLO = 4400;

  private SocketWay() {}

  /**
   * Opens the document and asks at once, before it is known whether it may be opened.
   *
   * @return {@code yes}, or the code of the refusal
   */
  static String outcome(Scene scene, FrameAttempts.Attempt attempt, JsonObject frame)
      throws Exception {
    if (scene.person.role().equals("nobody")) {
      Tab nobody = scene.person.browser().silentTab();
      nobody.send(frame);
      assertThat(nobody.closeCode()).isEqualTo(FIRST_FRAME_IS_HELLO);
      return "not-signed-in";
    }
    Tab tab = scene.person.browser().tab();
    try {
      if (attempt.type().equals("open")) {
        tab.send(frame);
        return code(tab.nextOf(Set.of("opened", "failed")));
      }
      tab.send(Tab.frame("open", scene.document).put("client", scene.client));
      boolean waits = AuthorityMatrixTest.isProgram(scene.person.role());
      if (waits) { // a token does nothing before it is known to reach there
        tab.next("opened");
      }
      tab.send(frame);
      return answered(scene, attempt, tab, waits);
    } finally {
      tab.close();
    }
  }

  private static String answered(
      Scene scene, FrameAttempts.Attempt attempt, Tab tab, boolean opened) {
    if (attempt.type().equals("close")) { // nothing is told of it any more
      tab.send(Tab.frame("pull", scene.document).put("from", 1));
      assertThat(tab.next("failed").getString("code")).isEqualTo("unknown-document");
      return Expectations.YES;
    }
    if (attempt.good().isEmpty()) {
      tab.send(Tab.frame("pull", scene.document).put("from", 1));
    }
    return settled(tab, attempt.good().isEmpty() ? Set.of("changes") : attempt.good(), opened);
  }

  /** The answer may come before the document is shown. A stranger is refused both. */
  private static String settled(Tab tab, Set<String> good, boolean before) {
    Set<String> awaited = new HashSet<>(NO);
    awaited.addAll(good);
    awaited.add("opened");
    boolean opened = before;
    List<String> answers = new ArrayList<>();
    while (answers.size() < (opened ? 1 : 2)) {
      JsonObject frame = tab.nextOf(awaited);
      if (frame.getString("type").equals("opened")) {
        opened = true;
      } else {
        answers.add(code(frame));
      }
    }
    return answers.get(answers.size() - 1);
  }

  /** A plugin that is not there was looked for: its handler was reached. */
  private static String code(JsonObject answer) {
    boolean no = NO.contains(answer.getString("type"));
    return no && !answer.getString("code").equals("plugin-unavailable")
        ? answer.getString("code")
        : Expectations.YES;
  }
}
