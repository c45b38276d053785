package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.Browser.refused;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in by a link, and who does not. */
class InvitationTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Browser manager;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder);
    manager = server.member("manager", "manager");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path() {
    return "/api/projects/" + server.project + "/invitations";
  }

  private static JsonObject invite(Browser inviter, String role) {
    return inviter.expect(200, inviter.post(path(), new JsonObject().put("role", role)));
  }

  private static JsonObject link(JsonObject made) {
    return new JsonObject().put("secret", made.getString("secret"));
  }

  private static JsonObject join(JsonObject made, String name) {
    return link(made).put("name", name).put("password", RunningServer.PASSWORD);
  }

  private static String role(Browser browser) {
    return browser.expect(200, browser.get("/api/projects/" + server.project)).getString("role");
  }

  @Test
  void makesAnAccountAndAMember() {
    JsonObject made = invite(manager, "annotator");
    Browser guest = server.browser();
    JsonObject shown = guest.expect(200, guest.post("/api/invitation/look", link(made)));
    assertThat(shown.getString("inviter")).isEqualTo("manager");
    assertThat(shown.getString("project")).isEqualTo("Test");
    assertThat(shown.getString("role")).isEqualTo("annotator");
    guest.expect(200, guest.post("/api/invitation/join", join(made, "guest")));
    assertThat(role(guest)).isEqualTo("annotator");
    refused(server.browser().post("/api/invitation/look", link(made)), 403, "was used already");
    refused(
        server.browser().post("/api/invitation/join", join(made, "late")), 403, "was used already");
    assertThat(manager.get(path()).bodyAsString())
        .contains("\"usedBy\":\"guest\"")
        .doesNotContain(made.getString("secret"));
  }

  @Test
  void makesAMemberOfWhoIsSignedIn() {
    Browser stranger = server.stranger("stranger");
    assertThat(stranger.get("/api/projects/" + server.project).statusCode()).isEqualTo(404);
    JsonObject made = invite(manager, "reviewer");
    stranger.expect(200, stranger.post("/api/invitation/use", link(made)));
    assertThat(role(stranger)).isEqualTo("reviewer");
  }

  @Test
  void isTakenBack() {
    JsonObject made = invite(manager, "annotator");
    String id = made.getJsonObject("invitation").getString("id");
    assertThat(manager.delete(path() + "/" + id).bodyAsString()).contains("\"revoked\"");
    refused(
        server.browser().post("/api/invitation/join", join(made, "too late")), 403, "taken back");
  }

  @Test
  void isOfNobodyWhenItIsMadeUp() {
    JsonObject made = new JsonObject().put("secret", Identity.secret());
    refused(
        server.browser().post("/api/invitation/look", made), 403, "there is no such invitation");
    refused(
        server.browser().post("/api/invitation/join", join(made, "guess")),
        403,
        "there is no such invitation");
  }

  @Test
  void onlyManagersInviteAndOnlyToTheirOwnProject() {
    Browser reviewer = server.member("reviewer", "reviewer");
    JsonObject wanted = new JsonObject().put("role", "viewer");
    refused(reviewer.post(path(), wanted), 403, "it takes a manager");
    refused(reviewer.get(path()), 403, "it takes a manager");
    String other =
        server
            .administrator
            .post("/api/projects", new JsonObject().put("name", "Other"))
            .bodyAsJsonObject()
            .getString("id");
    String elsewhere = "/api/projects/" + other + "/invitations";
    refused(manager.post(elsewhere, wanted), 404, "not yours to see");
    String foreign =
        server
            .administrator
            .post(elsewhere, wanted)
            .bodyAsJsonObject()
            .getJsonObject("invitation")
            .getString("id");
    refused(manager.delete(path() + "/" + foreign), 404, "there is no invitation");
  }

  @Test
  void countsForNothingWhenTheInviterLostTheRight() {
    Browser falling = server.member("falling", "manager");
    JsonObject made = invite(falling, "manager");
    String account = falling.get("/api/me").bodyAsJsonObject().getString("id");
    server.administrator.put(
        "/api/projects/" + server.project + "/members/" + account,
        new JsonObject().put("role", "viewer"));
    refused(
        server.browser().post("/api/invitation/join", join(made, "climber")),
        403,
        "may not invite any more");
    assertThat(server.administrator.get("/api/accounts").bodyAsString()).doesNotContain("climber");
  }

  @Test
  void anAdministratorInvitesToTheServer() {
    refused(manager.post("/api/invitations", new JsonObject()), 403, "administrator");
    JsonObject made =
        server.administrator.expect(
            200, server.administrator.post("/api/invitations", new JsonObject().put("note", "Li")));
    Browser guest = server.browser();
    guest.expect(200, guest.post("/api/invitation/join", join(made, "server guest")));
    assertThat(guest.get("/api/projects").bodyAsJsonArray()).isEmpty();
    JsonObject another =
        server.administrator.post("/api/invitations", new JsonObject()).bodyAsJsonObject();
    refused(guest.post("/api/invitation/use", link(another)), 409, "have an account here already");
  }
}
