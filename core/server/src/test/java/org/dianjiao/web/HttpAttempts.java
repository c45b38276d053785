package org.dianjiao.web;

import static org.dianjiao.web.HttpAttempt.at;
import static org.dianjiao.web.HttpAttempt.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/** How each operation is asked for over HTTP: at every address of the server, at least once. */
final class HttpAttempts {

  private final List<HttpAttempt> all = new ArrayList<>();

  static List<HttpAttempt> all() {
    return new HttpAttempts().all;
  }

  private HttpAttempts() {
    server();
    projects();
    glyphs();
    documents();
    versions();
    assignments();
    blind();
    all.addAll(PluginAttempts.all());
    all.addAll(AuthorityAttempts.all());
    all.addAll(ReconciliationAttempts.all());
  }

  private static JsonObject account(String name) {
    return new JsonObject().put("name", name).put("password", RunningServer.PASSWORD);
  }

  private static JsonObject named() {
    return new JsonObject().put("name", Scene.fresh());
  }

  private void server() {
    all.add(at(Operation.SEE_HEALTH, "GET /healthz"));
    all.add(at(Operation.SEE_HEALTH, "GET /readyz"));
    all.add(at(Operation.LOAD_PAGES, "GET /*"));
    all.add(at(Operation.LOAD_PAGES, "GET /assets/*"));
    all.add(at(Operation.LOAD_PAGES, "GET /favicon.svg"));
    all.add(at(Operation.CONNECT, "GET /api/socket").reaching("takes WebSockets only"));
    all.add(at(Operation.SEE_STATUS, "GET /api/status"));
    all.add(
        at(Operation.SET_UP, "POST /api/setup")
            .with(scene -> account(Scene.fresh()).put("token", Scene.fresh()))
            .reaching("this setup token is wrong"));
    all.add(at(Operation.SIGN_IN, "POST /api/session").with(scene -> account("matrix-viewer")));
    all.add(at(Operation.SIGN_OUT, "DELETE /api/session"));
    all.add(at(Operation.SEE_ONESELF, "GET /api/me"));
    all.add(at(Operation.TAKE_TICKET, "POST /api/ticket"));
    all.add(at(Operation.LIST_ACCOUNTS, "GET /api/accounts"));
    all.add(
        at(Operation.MAKE_ACCOUNT, "POST /api/accounts")
            .with(scene -> account(Scene.fresh()))
            .writing());
    accounts();
    links();
    oneself();
  }

  /** What an administrator does with somebody else's account. */
  private void accounts() {
    Function<Scene, List<String>> somebody = scene -> List.of(scene.bystander());
    String one = " /api/accounts/:account/";
    all.add(
        at(Operation.RENAME_ACCOUNT, "PUT" + one + "name", somebody)
            .with(scene -> named())
            .writing());
    all.add(at(Operation.SUSPEND_ACCOUNT, "PUT" + one + "suspension", somebody).writing());
    all.add(
        at(
                Operation.LET_ACCOUNT_IN,
                "DELETE" + one + "suspension",
                scene -> List.of(scene.suspended()))
            .writing());
    all.add(at(Operation.MAKE_RESET_LINK, "POST" + one + "reset-link", somebody).writing());
    all.add(at(Operation.LIST_SERVER_INVITATIONS, "GET /api/invitations"));
    all.add(at(Operation.READ_AUDIT, "GET /api/audit"));
    all.add(
        at(Operation.INVITE_TO_SERVER, "POST /api/invitations")
            .with(scene -> new JsonObject())
            .writing());
    all.add(
        at(
                Operation.REVOKE_SERVER_INVITATION,
                "DELETE /api/invitations/:invitation",
                scene -> List.of(scene.invitation("NULL", "NULL")))
            .writing());
  }

  /** A link that nobody has: the handler is reached, and says so. */
  private void links() {
    String noInvitation = "there is no such invitation";
    String noReset = "this link is wrong";
    all.add(secret(Operation.SEE_RESET_LINK, "POST /api/reset-link/look", noReset));
    all.add(secret(Operation.USE_RESET_LINK, "POST /api/reset-link/use", noReset));
    all.add(secret(Operation.SEE_INVITATION, "POST /api/invitation/look", noInvitation));
    all.add(secret(Operation.USE_INVITATION, "POST /api/invitation/use", noInvitation));
    all.add(secret(Operation.JOIN, "POST /api/invitation/join", noInvitation));
    all.add(
        at(Operation.BEGIN_OPENID, "POST /api/openid/begin")
            .with(scene -> new JsonObject())
            .reaching("unavailable"));
    all.add(at(Operation.LINK_IDENTITY, "POST /api/openid/link").reaching("unavailable"));
    all.add(at(Operation.COME_BACK, "GET /api/openid/callback"));
  }

  private static HttpAttempt secret(Operation operation, String route, String words) {
    return at(operation, route)
        .with(scene -> account(Scene.fresh()).put("secret", Scene.fresh()))
        .reaching(words);
  }

  private void oneself() {
    all.add(at(Operation.SEE_PROFILE, "GET /api/me/profile"));
    all.add(
        at(Operation.CHANGE_PROFILE, "PUT /api/me/profile")
            .with(scene -> named().put("colour", "blue"))
            .reaching("#rrggbb"));
    all.add(
        at(Operation.CHANGE_PASSWORD, "PUT /api/me/password")
            .with(scene -> account("").put("old", "not the old password"))
            .reaching("the old password is wrong"));
    all.add(at(Operation.LIST_SIGN_INS, "GET /api/me/sign-ins"));
    all.add(
        at(Operation.END_SIGN_IN, "DELETE /api/me/sign-ins/:signin", scene -> List.of("none"))
            .reaching("there is no such sign-in"));
    all.add(at(Operation.END_OTHER_SIGN_INS, "DELETE /api/me/sign-ins"));
    all.add(at(Operation.UNLINK_IDENTITY, "DELETE /api/me/openid"));
    all.add(at(Operation.LIST_TOKENS, "GET /api/me/tokens"));
    all.add(
        at(Operation.MAKE_TOKEN, "POST /api/me/tokens")
            .with(
                scene ->
                    named()
                        .put("permissions", new JsonArray().add("read-document"))
                        .put("plugin", false))
            .writing());
    all.add(
        at(Operation.REVOKE_TOKEN, "DELETE /api/me/tokens/:token", scene -> List.of(scene.token()))
            .writing());
  }

  private void projects() {
    all.add(at(Operation.LIST_PROJECTS, "GET /api/projects"));
    all.add(at(Operation.MAKE_PROJECT, "POST /api/projects").with(scene -> named()).writing());
    all.add(
        at(Operation.SEE_PROJECT, "GET /api/projects/:project", scene -> List.of(scene.project())));
    String member = " /api/projects/:project/members/:account";
    all.add(
        at(Operation.SET_ROLE, "PUT" + member, scene -> List.of(scene.project(), scene.bystander()))
            .with(scene -> new JsonObject().put("role", "manager"))
            .writing());
    all.add(
        at(
                Operation.REMOVE_MEMBER,
                "DELETE" + member,
                scene -> List.of(scene.project(), scene.member()))
            .writing());
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    String invitations = " /api/projects/:project/invitations";
    all.add(at(Operation.LIST_INVITATIONS, "GET" + invitations, project));
    all.add(
        at(Operation.INVITE, "POST" + invitations, project)
            .with(scene -> new JsonObject().put("role", "viewer"))
            .writing());
    all.add(
        at(
                Operation.REVOKE_INVITATION,
                "DELETE" + invitations + "/:invitation",
                scene ->
                    List.of(
                        scene.project(), scene.invitation("'" + scene.project() + "'", "'viewer'")))
            .writing());
    String review = " /api/projects/:project/review";
    all.add(at(Operation.SEE_PROJECT_REVIEW, "GET" + review, project));
    all.add(at(Operation.EXPORT_PROJECT_REVIEW, "GET" + review + ".csv", project));
    all.add(
        at(Operation.SET_REVIEW, "PUT" + review, project)
            .with(
                scene ->
                    new JsonObject()
                        .put("approvals", 1)
                        .put("sampled", 1 + Math.floorMod(scene.document.hashCode(), 90)))
            .writing());
    all.add(
        at(
                Operation.IMPORT_DOCUMENT,
                "POST /api/projects/:project/documents",
                scene -> List.of(scene.project()))
            .with(scene -> named())
            .writing());
  }

  private void glyphs() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    Function<Scene, List<String>> one = scene -> List.of(scene.project(), scene.glyph());
    Function<Scene, JsonObject> entry = scene -> new JsonObject().put("description", Scene.fresh());
    String glyphs = " /api/projects/:project/glyphs";
    all.add(at(Operation.LIST_GLYPHS, "GET" + glyphs, project));
    all.add(at(Operation.LIST_GLYPHS, "GET" + glyphs + "/uses", project));
    all.add(at(Operation.ADD_GLYPH, "POST" + glyphs, project).with(entry).writing());
    all.add(at(Operation.CHANGE_GLYPH, "PUT" + glyphs + "/:glyph", one).with(entry).writing());
    all.add(at(Operation.REMOVE_GLYPH, "DELETE" + glyphs + "/:glyph", one).writing());
    String clip = glyphs + "/:glyph/clip";
    String none = "there is no such glyph";
    all.add(at(Operation.LIST_GLYPHS, "GET" + clip, one).reaching(none));
    all.add(at(Operation.CHANGE_GLYPH, "PUT" + clip, one).reaching("PNG, JPEG or WebP"));
    all.add(at(Operation.CHANGE_GLYPH, "DELETE" + clip, one).reaching(none));
  }

  private void documents() {
    String document = " /api/documents/:document";
    all.add(document(Operation.SEE_DOCUMENT, "GET" + document));
    all.add(document(Operation.READ_HISTORY, "GET" + document + "/history"));
    all.add(document(Operation.READ_TIMELINE, "GET" + document + "/timeline"));
    all.add(document(Operation.READ_PAST_TEXT, "GET" + document + "/text"));
    all.add(document(Operation.READ_DIFFERENCE, "GET" + document + "/difference"));
    all.add(document(Operation.READ_BLAME, "GET" + document + "/blame"));
    all.add(document(Operation.READ_MARKS, "GET" + document + "/marks"));
    all.add(document(Operation.READ_MARKS, "GET" + document + "/marks/counts"));
    all.add(document(Operation.READ_DATE, "GET" + document + "/date"));
    all.add(
        document(Operation.COMPARE_MARKS, "GET" + document + "/marks/agreement")
            .reaching("is running"));
    all.add(
        document(Operation.COLLATE, "GET" + document + "/collation").reaching("with is missing"));
    all.add(document(Operation.PREVIEW_TAKE_MARKS, "GET" + document + "/marks/taking"));
    all.add(at(Operation.SEE_INBOX, "GET /api/inbox"));
    all.add(
        document(Operation.MARK_INBOX_READ, "PUT" + document + "/inbox")
            .with(scene -> new JsonObject().put("revision", 1)));
    all.add(document(Operation.SEE_REVIEW, "GET" + document + "/review"));
    all.add(document(Operation.EXPORT_DOCUMENT, "GET" + document + "/export"));
    all.add(document(Operation.PREVIEW_UNDO, "GET" + document + "/undo"));
    all.add(document(Operation.PREVIEW_RESTORE, "GET" + document + "/restore"));
    Function<Scene, List<String>> quarantined =
        scene -> {
          scene.quarantined();
          return List.of(scene.document);
        };
    all.add(at(Operation.SEE_QUARANTINE, "GET" + document + "/quarantine", quarantined));
    all.add(
        at(Operation.LIFT_QUARANTINE, "DELETE" + document + "/quarantine", quarantined).writing());
  }

  private void versions() {
    String versions = " /api/documents/:document/versions";
    all.add(document(Operation.LIST_VERSIONS, "GET" + versions));
    all.add(document(Operation.NAME_VERSION, "POST" + versions).with(scene -> named()).writing());
    Function<Scene, List<String>> own = scene -> List.of(scene.document, scene.version(own(scene)));
    Function<Scene, List<String>> others =
        scene -> List.of(scene.document, scene.version(scene.helper));
    String one = versions + "/:version";
    all.add(at(Operation.RENAME_VERSION, "PUT" + one, own).with(scene -> named()).writing());
    all.add(at(Operation.REMOVE_VERSION, "DELETE" + one, own).writing());
    all.add(
        at(Operation.CHANGE_OTHERS_VERSION, "PUT" + one, others).with(scene -> named()).writing());
    all.add(at(Operation.CHANGE_OTHERS_VERSION, "DELETE" + one, others).writing());
  }

  private void blind() {
    all.add(
        at(
            Operation.LIST_BLIND_ROUNDS,
            "GET /api/projects/:project/blind",
            scene -> List.of(scene.project())));
    String rounds = " /api/documents/:document/blind";
    all.add(
        document(Operation.START_BLIND_ROUND, "POST" + rounds)
            .with(scene -> BlindWork.wanted("transcribe", scene.workers(scene.helper.account())))
            .writing());
    String round = rounds + "/:round";
    Function<Scene, List<String>> over = scene -> List.of(scene.document, scene.round("closed"));
    Function<Scene, List<String>> working =
        scene -> List.of(scene.document, scene.round("working"));
    all.add(at(Operation.SEE_BLIND_ROUND, "GET" + round, over));
    all.add(
        at(Operation.COMPARE_MARKS, "GET" + round + "/plugin", over)
            .reaching("nobody was asked to punctuate"));
    all.add(at(Operation.EXPORT_AGREEMENT, "GET" + round + "/agreement.csv", over));
    all.add(
        at(
                Operation.FINISH_BLIND_WORK,
                "PUT" + round + "/done",
                scene ->
                    List.of(
                        scene.document,
                        scene.isAtLeast("annotator") || scene.person.role().equals("plugin")
                            ? scene.ownRound()
                            : scene.round("working")))
            .with(scene -> new JsonObject().put("done", true))
            .writing());
    all.add(
        at(
                Operation.RULE_ON_DIFFERENCE,
                "PUT" + round + "/rulings",
                scene -> List.of(scene.document, scene.round("merging")))
            .with(scene -> BlindWork.ruling(new JsonObject().put("choice", "neither"), "0-0"))
            .writing());
    all.add(
        at(Operation.HAND_OVER_BLIND_ROUND, "PUT" + round + "/adjudicator", working)
            .with(scene -> new JsonObject().put("account", scene.member("reviewer")))
            .writing());
    all.add(
        at(
                Operation.CLOSE_BLIND_ROUND,
                "POST" + round + "/close",
                scene -> List.of(scene.document, scene.ruledRound()))
            .writing());
    all.add(at(Operation.ABANDON_BLIND_ROUND, "DELETE" + round, working).writing());
  }

  /** Whoever may name versions has one of their own. */
  private static Scene.Person own(Scene scene) {
    boolean names = scene.isAtLeast("annotator");
    return names ? scene.person : scene.helper;
  }

  private void assignments() {
    Function<Scene, List<String>> project = scene -> List.of(scene.project());
    String progress = " /api/projects/:project/progress";
    all.add(
        at(Operation.SEARCH, "GET /api/projects/:project/search", project)
            .reaching("there is nothing to look for"));
    all.add(at(Operation.SEE_PROGRESS, "GET" + progress, project));
    all.add(
        at(
            Operation.EXPORT_PROGRESS,
            "GET" + progress + "/:table",
            scene -> List.of(scene.project(), "days.csv")));
    all.add(at(Operation.SEE_MENTIONS, "GET /api/projects/:project/mentions", project));
    String pictures = "GET /api/projects/:project/pictures";
    all.add(at(Operation.SEE_MENTIONS, pictures + "/entities", project));
    all.add(at(Operation.SEE_MENTIONS, pictures + "/dates", project));
    all.add(at(Operation.SEE_MENTIONS, pictures + "/network", project));
    all.add(
        at(
            Operation.EXPORT_MENTIONS,
            pictures + "/files/:table",
            scene -> List.of(scene.project(), "dates.csv")));
    String ofProject = " /api/projects/:project/assignments";
    all.add(at(Operation.SEE_ASSIGNMENTS, "GET" + ofProject, project));
    all.add(at(Operation.EXPORT_ASSIGNMENTS, "GET" + ofProject + ".csv", project));
    all.add(at(Operation.LIST_OWN_ASSIGNMENTS, "GET /api/assignments"));
    String assignments = " /api/documents/:document/assignments";
    all.add(document(Operation.SEE_DOCUMENT_ASSIGNMENTS, "GET" + assignments));
    all.add(
        document(Operation.ASSIGN, "POST" + assignments)
            .with(
                scene ->
                    new JsonObject().put("account", scene.helper.account()).put("task", "annotate"))
            .writing());
    Function<Scene, List<String>> own =
        scene -> List.of(scene.document, scene.assignment(scene.person));
    Function<Scene, List<String>> others =
        scene -> List.of(scene.document, scene.assignment(scene.helper));
    String one = assignments + "/:assignment";
    all.add(
        at(Operation.CHANGE_ASSIGNMENT, "PUT" + one, others)
            .with(scene -> new JsonObject().put("version", 1).put("task", "transcribe"))
            .writing());
    all.add(at(Operation.TAKE_BACK_ASSIGNMENT, "DELETE" + one, others).writing());
    Function<Scene, JsonObject> done =
        scene -> new JsonObject().put("version", 1).put("done", true);
    all.add(at(Operation.FINISH_ASSIGNMENT, "PUT" + one + "/done", own).with(done).writing());
    all.add(
        at(Operation.FINISH_OTHERS_ASSIGNMENT, "PUT" + one + "/done", others).with(done).writing());
  }
}
