package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/** How each operation on a document is asked for: by a frame, or by the command it becomes. */
final class FrameAttempts {

  /** Nothing answers; that it was done is seen by what is answered to the next frame. */
  private static final Set<String> SILENCE = Set.of();

  private static final Set<String> DONE = Set.of("done");
  private static final Set<String> CHANGES = Set.of("changes");

  /**
   * One way to ask.
   *
   * @param good the types of frames that say that it was done
   * @param writes whether it leads to another revision when it is allowed
   */
  record Attempt(
      Operation operation,
      String type,
      Set<String> good,
      boolean writes,
      Function<Scene, JsonObject> frame) {}

  private final List<Attempt> all = new ArrayList<>();

  static List<Attempt> all() {
    return new FrameAttempts().all;
  }

  private FrameAttempts() {
    reading();
    proposing();
    editing();
    reviewing();
  }

  private void add(
      Operation operation, String type, Set<String> good, Function<Scene, JsonObject> frame) {
    boolean writes = type.equals("submit") || good.equals(DONE);
    all.add(new Attempt(operation, type, good, writes, frame));
  }

  private void reading() {
    add(
        Operation.OPEN_DOCUMENT,
        "open",
        Set.of("opened"),
        scene -> Tab.frame("open", scene.document).put("client", scene.client));
    add(
        Operation.PULL_CHANGES,
        "pull",
        CHANGES,
        scene -> Tab.frame("pull", scene.document).put("from", 1));
    add(
        Operation.READ_ANNOTATIONS,
        "annotations",
        Set.of("annotations"),
        scene ->
            Tab.frame("annotations", scene.document)
                .put("revision", 1)
                .put("start", 0)
                .put("end", 1));
    add(
        Operation.SHOW_PRESENCE,
        "here",
        SILENCE,
        scene ->
            Tab.frame("here", scene.document).put("revision", 1).put("anchor", 0).put("head", 0));
    add(
        Operation.REPORT_DIVERGENCE,
        "diverged",
        SILENCE,
        scene ->
            Tab.frame("diverged", scene.document)
                .put("revision", 1)
                .put("checksum", "0123456789abcd"));
    add(Operation.LEAVE_DOCUMENT, "close", SILENCE, scene -> Tab.frame("close", scene.document));
  }

  private void proposing() {
    add(
        Operation.ANALYZE,
        "analyze",
        SILENCE,
        scene -> Tab.frame("analyze", scene.document).put("plugin", "none"));
    add(
        Operation.DISMISS_SUGGESTIONS,
        "dismiss",
        SILENCE,
        scene -> Tab.frame("dismiss", scene.document).put("plugin", "none"));
    add(
        Operation.TALK,
        "talk",
        DONE,
        scene ->
            scene
                .numbered("talk")
                .put("revision", 1)
                .put(
                    "talk",
                    Scene.placed("start-thread", "comment-of-the-scene")
                        .put("thread", "thread-of-the-scene")
                        .put("text", "大沽")
                        .put("mentions", new JsonArray())));
    effect(Operation.PROPOSE, scene -> Scene.proposal(Scene.PROPOSAL));
    effect(
        Operation.REVISE_PROPOSAL,
        scene -> {
          ownProposal(scene);
          JsonObject revised = Scene.proposal(Scene.PROPOSAL).put("is", "revise-proposal");
          revised.remove("category");
          return revised.put("explanation", "why");
        });
    effect(
        Operation.WITHDRAW_PROPOSAL,
        scene -> {
          ownProposal(scene);
          return new JsonObject().put("is", "withdraw-proposal").put("id", Scene.PROPOSAL);
        });
  }

  /** Whoever may propose has done so; otherwise it is the helper's. */
  private static void ownProposal(Scene scene) {
    boolean proposes = scene.isAtLeast("annotator");
    scene.proposed(proposes ? scene.person : scene.helper);
  }

  private void effect(Operation operation, Function<Scene, JsonObject> effect) {
    add(
        operation,
        "submit",
        CHANGES,
        scene -> {
          JsonObject made = effect.apply(scene);
          return scene.submit(scene.client, Scene.unchanged(), made);
        });
  }

  private void editing() {
    add(
        Operation.EDIT_TEXT,
        "submit",
        CHANGES,
        scene ->
            scene.submit(
                scene.client,
                new JsonArray().add(new JsonArray().add(0).add("乙")).add(Scene.TEXT.length()),
                null));
    effect(
        Operation.ADD_ANNOTATION,
        scene -> Scene.placed("add-annotation", Scene.ANNOTATION).put("body", Scene.tag()));
    effect(
        Operation.EDIT_ANNOTATION,
        scene -> {
          scene.annotated();
          return new JsonObject()
              .put("is", "edit-annotation")
              .put("id", Scene.ANNOTATION)
              .put("body", Scene.tag().put("name", "person"));
        });
    effect(
        Operation.MOVE_ANNOTATION,
        scene -> {
          scene.annotated();
          return Scene.placed("move-annotation", Scene.ANNOTATION).put("start", 1);
        });
    effect(
        Operation.REMOVE_ANNOTATION,
        scene -> {
          scene.annotated();
          return new JsonObject().put("is", "remove-annotation").put("id", Scene.ANNOTATION);
        });
  }

  private void reviewing() {
    add(
        Operation.DECIDE,
        "decide",
        DONE,
        scene ->
            scene
                .proposed(scene.helper)
                .numbered("decide")
                .put("suggestions", new JsonArray().add(scene.fingerprint()))
                .put("outcome", "accepted"));
    add(Operation.APPROVE, "approve", DONE, FrameAttempts::approval);
    add(
        Operation.WITHDRAW_APPROVAL,
        "withdraw",
        DONE,
        scene -> scene.numbered("withdraw").put("approval", approved(scene)));
    add(Operation.MARK_READY, "ready", DONE, FrameAttempts::readiness);
    add(
        Operation.WITHDRAW_READY,
        "unready",
        DONE,
        scene -> scene.numbered("unready").put("ready", ready(scene)));
    add(
        Operation.REVERT,
        "revert",
        DONE,
        scene -> scene.edited().numbered("revert").put("revision", 2));
    add(
        Operation.RESTORE,
        "restore",
        DONE,
        scene -> scene.edited().numbered("restore").put("revision", 1));
    add(
        Operation.UNDO,
        "undo",
        DONE,
        scene ->
            scene
                .edited()
                .numbered("undo")
                .put("account", scene.helper.account())
                .put("from", 2)
                .put("to", 2));
    add(Operation.TAKE_MARKS, "unmark", DONE, scene -> scene.marked().numbered("unmark"));
    add(
        Operation.PUT_MARKS_BACK,
        "remark",
        DONE,
        scene -> scene.numbered("remark").put("revision", unmarked(scene)));
  }

  private static JsonObject approval(Scene scene) {
    return scene.numbered("approve").put("passages", Scene.passages());
  }

  private static JsonObject readiness(Scene scene) {
    return scene.numbered("ready").put("passages", Scene.passages());
  }

  private static String approved(Scene scene) {
    return mine(scene, "reviewer", approval(scene));
  }

  private static String ready(Scene scene) {
    return mine(scene, "editor", readiness(scene));
  }

  /** The revision at which one took marks away oneself, where one may. */
  private static long unmarked(Scene scene) {
    JsonObject frame = scene.marked().numbered("unmark");
    if (scene.isAtLeast("editor")) {
      made(scene, frame);
    }
    return scene.head();
  }

  /** The id of something of one's own, where one may make it. */
  private static String mine(Scene scene, String least, JsonObject frame) {
    return scene.isAtLeast(least)
        ? made(scene, frame).getJsonArray("effects").getJsonObject(0).getString("id")
        : "something-of-nobody";
  }

  private static JsonObject made(Scene scene, JsonObject frame) {
    Tab tab = scene.person.browser().tab(scene.document);
    tab.send(frame.put("client", tab.client));
    JsonObject change = tab.next("changes").getJsonArray("changes").getJsonObject(0);
    tab.close();
    return change;
  }
}
