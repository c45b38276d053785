package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    effect(Operation.PROPOSE, scene -> Scene.proposal(Scene.PROPOSAL));
    effect(
        Operation.WITHDRAW_PROPOSAL,
        scene -> {
          boolean proposes = !List.of("nobody", "stranger", "viewer").contains(scene.person.role());
          scene.proposed(proposes ? scene.person : scene.helper);
          return new JsonObject().put("is", "withdraw-proposal").put("id", Scene.PROPOSAL);
        });
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
                .put("suggestions", new JsonArray().add(Scene.PROPOSAL))
                .put("outcome", "accepted"));
    add(Operation.APPROVE, "approve", DONE, FrameAttempts::approval);
    add(
        Operation.WITHDRAW_APPROVAL,
        "withdraw",
        DONE,
        scene -> scene.numbered("withdraw").put("approval", approved(scene)));
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
  }

  private static JsonObject approval(Scene scene) {
    return scene
        .numbered("approve")
        .put("start", 0)
        .put("end", Scene.TEXT.length())
        .put("hash", sha256(Scene.TEXT));
  }

  /** The id of an approval: one's own, where one may approve. */
  private static String approved(Scene scene) {
    if (!List.of("reviewer", "manager", "administrator").contains(scene.person.role())) {
      return "approval-of-nobody";
    }
    Tab tab = scene.person.browser().tab(scene.document);
    tab.send(approval(scene).put("client", tab.client));
    JsonArray effects =
        tab.next("changes").getJsonArray("changes").getJsonObject(0).getJsonArray("effects");
    tab.close();
    return effects.getJsonObject(0).getString("id");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
