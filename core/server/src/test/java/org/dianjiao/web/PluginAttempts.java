package org.dianjiao.web;

import static org.dianjiao.web.HttpAttempt.at;
import static org.dianjiao.web.HttpAttempt.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/** How plugins, their jobs and their commands are asked for over HTTP. */
final class PluginAttempts {

  private final List<HttpAttempt> all = new ArrayList<>();

  static List<HttpAttempt> all() {
    return new PluginAttempts().all;
  }

  private PluginAttempts() {
    all.add(at(Operation.LIST_PLUGINS, "GET /api/plugins"));
    all.add(
        at(Operation.LOOK_UP, "GET /api/plugins/:plugin/lookup", scene -> List.of("none"))
            .reaching("plugin-unavailable"));
    instances();
    consents();
    variants();
    sweeps();
    jobs();
    comparisons();
    commands();
  }

  /** Nothing is installed here: the handler is reached, and says so. */
  private void instances() {
    Function<Scene, List<String>> none = scene -> List.of("none");
    String one = " /api/plugins/:instance";
    all.add(at(Operation.LIST_FORMATS, "GET /api/formats"));
    all.add(at(Operation.READ_ORTHOGRAPHY, "GET /api/characters/orthography"));
    all.add(at(Operation.LIST_INSTALLED_PLUGINS, "GET /api/plugins/installed"));
    all.add(
        at(Operation.SEE_PLUGIN_SETTINGS, "GET" + one + "/settings", none)
            .reaching("there is no instance none"));
    all.add(
        at(Operation.CONFIGURE_PLUGIN, "PUT" + one, none)
            .with(scene -> new JsonObject().put("plugin", "none"))
            .reaching("no plugin \\\"none\\\" is installed"));
    all.add(at(Operation.LIST_STAGED_PLUGINS, "GET /api/plugins/staged"));
    all.add(
        at(
                Operation.DISCARD_STAGED_PLUGIN,
                "DELETE /api/plugins/staged/:plugin/:version",
                scene -> List.of("none", "1.0.0"))
            .reaching("none 1.0.0 is not kept to be tried"));
    all.add(
        at(Operation.USE_PLUGIN_VERSION, "PUT" + one + "/version", none)
            .with(
                scene ->
                    new JsonObject()
                        .put("version", "1.0.0")
                        .put("sha256", "")
                        .put("settings", new JsonObject())
                        .put("stamp", ""))
            .reaching("there is no instance none"));
    all.add(
        at(Operation.REMOVE_PLUGIN, "DELETE" + one, none).reaching("there is no instance none"));
  }

  private void consents() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    Function<Scene, List<String>> plugin = scene -> List.of(scene.project(), "names");
    String consent = " /api/projects/:project/plugins/:plugin/consent";
    all.add(at(Operation.SEE_CONSENTS, "GET /api/projects/:project/consents", project));
    all.add(
        at(Operation.GIVE_CONSENT, "PUT" + consent, plugin)
            .with(scene -> new JsonObject().put("destination", Scene.fresh()))
            .writing());
    all.add(
        at(
                Operation.TAKE_BACK_CONSENT,
                "DELETE" + consent,
                scene -> List.of(scene.project(), scene.consented()))
            .writing());
  }

  private void variants() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    String rules = " /api/projects/:project/variants";
    all.add(at(Operation.SEE_VARIANT_RULES, "GET" + rules, project));
    all.add(at(Operation.SEE_VARIANT_RULES, "GET" + rules + "/uses", project));
    all.add(at(Operation.EXPORT_VARIANT_RULES, "GET" + rules + "/file", project));
    all.add(
        at(Operation.CHANGE_VARIANT_RULES, "PUT" + rules, project)
            .with(scene -> new JsonObject().put("version", 9).put("rules", new JsonArray()))
            .reaching("somebody changed the rules"));
    all.add(
        at(Operation.CHANGE_VARIANT_RULES, "PUT" + rules + "/file", project)
            .with(scene -> new JsonObject().put("version", 9).put("file", ""))
            .reaching("somebody changed the rules"));
    all.add(
        at(
                Operation.PREVIEW_VARIANT_RULES,
                "POST /api/documents/:document/variants",
                scene -> List.of(scene.document))
            .with(PluginAttempts::following)
            .reaching("somebody changed the rules"));
    all.add(
        at(Operation.FOLLOW_VARIANT_RULES, "POST" + rules + "/follow", project)
            .with(PluginAttempts::following)
            .reaching("somebody changed the rules"));
  }

  private static JsonObject following(Scene scene) {
    return new JsonObject().put("version", 9).put("rules", new JsonArray()).put("replace", false);
  }

  private void sweeps() {
    String sweeps = " /api/projects/:project/sweeps";
    Function<Scene, List<String>> own =
        scene -> List.of(scene.project(), scene.sweep(scene.person.account()));
    Function<Scene, List<String>> others =
        scene -> List.of(scene.project(), scene.sweep(scene.helper.account()));
    String undo = "POST" + sweeps + "/:sweep/undo";
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    all.add(at(Operation.SEE_CONSISTENCY, "GET /api/projects/:project/consistency", project));
    String occurrences = "POST /api/projects/:project/occurrences";
    all.add(at(Operation.FIND_OCCURRENCES, occurrences, project).with(scene -> said()));
    all.add(
        at(Operation.ANNOTATE_OCCURRENCES, occurrences + "/annotate", project)
            .with(scene -> said())
            .reaching("0 places; 1 to"));
    all.add(at(Operation.LIST_SWEEPS, "GET" + sweeps, scene -> List.of(scene.project())));
    all.add(at(Operation.LIST_SWEEPS, "GET" + sweeps + "/:sweep/decisions", others));
    all.add(at(Operation.EXPORT_SWEEP, "GET" + sweeps + "/:sweep/file", others));
    all.add(at(Operation.UNDO_SWEEP, undo, own).reaching("this change did nothing"));
    all.add(at(Operation.UNDO_OTHERS_SWEEP, undo, others).reaching("this change did nothing"));
  }

  private static JsonObject said() {
    JsonObject tag = new JsonObject().put("is", "tag").put("name", "place");
    return new JsonObject().put("surface", "津").put("body", tag);
  }

  private void jobs() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    String jobs = " /api/projects/:project/jobs";
    all.add(at(Operation.LIST_JOBS, "GET" + jobs, project));
    all.add(
        at(Operation.START_JOB, "POST" + jobs, project)
            .with(scene -> new JsonObject().put("plugins", new JsonArray().add("finder")))
            .writing());
    all.add(
        at(
                Operation.STEP_JOB,
                "PUT" + jobs + "/:job",
                scene -> List.of(scene.project(), scene.job()))
            .with(scene -> new JsonObject().put("state", "cancelled"))
            .writing());
    all.add(
        at(
            Operation.READ_JOB_REPORT,
            "GET" + jobs + "/:job/report",
            scene -> List.of(scene.project(), scene.job())));
  }

  private void comparisons() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    String comparisons = " /api/projects/:project/comparisons";
    all.add(
        at(Operation.COMPARE_PLUGINS, "POST" + comparisons, project)
            .with(scene -> new JsonObject().put("instance", "none"))
            .reaching("there is no plugin \\\"none\\\""));
    all.add(
        at(
                Operation.SEE_COMPARISON,
                "GET" + comparisons + "/:job",
                scene -> List.of(scene.project(), "none"))
            .reaching("this project has no such job"));
  }

  private void commands() {
    String commands = " /api/documents/:document/commands";
    all.add(document(Operation.LIST_COMMANDS, "GET" + commands));
    all.add(
        document(Operation.RUN_COMMAND, "POST" + commands)
            .with(scene -> new JsonObject().put("plugin", "clerk").put("name", "count"))
            .writing());
    Function<Scene, List<String>> command = scene -> List.of(scene.document, scene.command());
    all.add(at(Operation.STOP_COMMAND, "DELETE" + commands + "/:job", command).writing());
    all.add(at(Operation.READ_REPORT, "GET" + commands + "/:job/report", command));
  }
}
