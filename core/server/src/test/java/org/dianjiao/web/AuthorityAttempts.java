package org.dianjiao.web;

import static org.dianjiao.web.HttpAttempt.at;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/** How authority files are asked for over HTTP: the server's, and a project's. */
final class AuthorityAttempts {

  private final List<HttpAttempt> all = new ArrayList<>();

  static List<HttpAttempt> all() {
    return new AuthorityAttempts().all;
  }

  private AuthorityAttempts() {
    file(
        "/api/authority",
        scene -> List.of(),
        Operation.SEE_AUTHORITY,
        Operation.CHANGE_AUTHORITY,
        Operation.PROPOSE_TO_AUTHORITY,
        Operation.DECIDE_ON_AUTHORITY);
    file(
        "/api/projects/:project/authority",
        scene -> List.of(scene.project()),
        Operation.SEE_PROJECT_AUTHORITY,
        Operation.CHANGE_PROJECT_AUTHORITY,
        Operation.PROPOSE_TO_PROJECT_AUTHORITY,
        Operation.DECIDE_ON_PROJECT_AUTHORITY);
  }

  private void file(
      String base,
      Function<Scene, List<String>> file,
      Operation see,
      Operation change,
      Operation propose,
      Operation decide) {
    all.add(at(see, "GET " + base, file));
    all.add(at(see, "GET " + base + "/entity", file));
    all.add(at(see, "GET " + base + "/steps", file));
    all.add(at(see, "GET " + base + "/proposals", file));
    all.add(at(change, "POST " + base, file).with(scene -> wish()).writing());
    all.add(
        at(change, "POST " + base + "/steps/:step/undo", and(file, "0"))
            .with(scene -> new JsonObject())
            .reaching("there is no step 0"));
    all.add(at(propose, "POST " + base + "/proposals", file).with(scene -> wish()).writing());
    String none = "there is no such proposal";
    String one = base + "/proposals/:proposal";
    all.add(at(propose, "DELETE " + one, and(file, "none")).reaching(none));
    all.add(
        at(decide, "POST " + one + "/decision", and(file, "none"))
            .with(scene -> new JsonObject().put("outcome", "rejected"))
            .reaching(none));
  }

  private static Function<Scene, List<String>> and(
      Function<Scene, List<String>> file, String more) {
    return scene -> {
      List<String> path = new ArrayList<>(file.apply(scene));
      path.add(more);
      return path;
    };
  }

  private static JsonObject wish() {
    JsonObject label = new JsonObject().put("text", Scene.fresh()).put("kind", "preferred");
    JsonObject entity =
        new JsonObject().put("type", "person").put("labels", new JsonArray().add(label));
    return new JsonObject().put("deed", "add").put("entities", new JsonArray().add(entity));
  }
}
