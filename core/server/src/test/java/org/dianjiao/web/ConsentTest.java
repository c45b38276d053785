package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts go to a remote plugin only with the consent of the project's manager. The plugin here never
 * answers, as there is no bridge to it; what counts is which refusal one gets.
 */
class ConsentTest {

  private static final String THERE = "names.example:9000";

  @TempDir Path folder;
  private RunningServer server;
  private String document;

  @BeforeEach
  void start() throws IOException {
    Path plugin = Files.createDirectories(folder.resolve("data/plugins/installed/names-1.0.0"));
    Files.writeString(
        plugin.resolve("plugin.json"),
        """
        {"id": "names", "name": "Names", "version": "1.0.0", "api": "1.0", "categories": ["name"],
         "budget-ms": 500, "remote": {"position-encoding": "utf-32"}}""");
    Path settings = Files.createDirectories(folder.resolve("plugin-settings"));
    Files.writeString(settings.resolve("names.yaml"), "url: http://" + THERE + "/here\n");
    server = new RunningServer(folder);
    document = server.document("舟泊於津於沽\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String consent() {
    return "/api/projects/" + server.project + "/plugins/names/consent";
  }

  private JsonArray give(String destination) {
    return new JsonArray(
        server
            .administrator
            .put(consent(), new JsonObject().put("destination", destination))
            .bodyAsString());
  }

  /** The refusal that somebody gets who runs the plugin on the document. */
  private JsonObject refused(Tab tab) {
    tab.send(Tab.frame("analyze", document).put("plugin", "names"));
    JsonObject told = tab.next("failed");
    return told;
  }

  @Test
  void asksNobodyElsewhereUntilAManagerConsents() {
    Tab tab = server.administrator.tab(document);
    JsonObject refused = refused(tab);
    assertThat(refused.getString("code")).isEqualTo("not-permitted");
    assertThat(refused.getString("message"))
        .isEqualTo(
            "plugin names runs on names.example:9000; texts of this project go there only when a"
                + " manager of the project consents");

    JsonObject line = give("elsewhere.example").getJsonObject(0);
    assertThat(line.getString("plugin")).isEqualTo("names");
    assertThat(line.getString("destination")).isEqualTo(THERE);
    assertThat(refused(tab).getString("code")).isEqualTo("not-permitted");

    assertThat(give(THERE).getJsonObject(0).getJsonObject("consent").getString("name"))
        .isEqualTo("keeper");
    tab.send(Tab.frame("analyze", document).put("plugin", "names"));
    JsonObject asked = tab.next("analysis"); // it is asked, and cannot answer
    while (asked.getString("state").equals("running")) {
      asked = tab.next("analysis");
    }
    assertThat(asked.getString("message")).contains("is not installed");

    server.administrator.delete(consent());
    assertThat(refused(tab).getString("code")).isEqualTo("not-permitted");
  }

  @Test
  void keepsInTheAuditLogWhoConsentedToWhat() {
    give(THERE);
    server.administrator.delete(consent());
    JsonArray log = new JsonArray(server.administrator.get("/api/audit?limit=20").bodyAsString());
    assertThat(log.getJsonObject(1).getString("operation")).isEqualTo("take-back-consent");
    JsonObject given = log.getJsonObject(2);
    assertThat(given.getString("operation")).isEqualTo("give-consent");
    assertThat(given.getString("name")).isEqualTo("keeper");
    assertThat(given.getString("thing")).isEqualTo(server.project);
    assertThat(given.getString("detail")).isEqualTo("names at " + THERE);
  }

  @Test
  void letsMembersSeeAndManagersDecide() {
    Browser editor = server.member("wang", "editor");
    assertThat(editor.put(consent(), new JsonObject().put("destination", THERE)).statusCode())
        .isEqualTo(403);
    JsonArray seen =
        new JsonArray(editor.get("/api/projects/" + server.project + "/consents").bodyAsString());
    assertThat(seen.getJsonObject(0).getString("destination")).isEqualTo(THERE);
    assertThat(seen.getJsonObject(0).containsKey("consent")).isFalse();
  }
}
