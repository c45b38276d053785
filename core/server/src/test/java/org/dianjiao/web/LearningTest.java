package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are told what people decided: in order, at least once, with the text as it was. */
class LearningTest {

  private static final Limits LIMITS =
      Json.readSettings("lesson-retry-millis: 300\nplugin-look-millis: 60000", Limits.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;
  private RunningServer server;
  private String document;
  private Tab tab;
  private List<String> offered;

  @BeforeEach
  void start() throws IOException {
    PluginOnDisk.install(
        folder.resolve("plugins/diarist"),
        SamplePlugins.Diarist.class,
        SamplePlugins.Finder.SETTINGS + ", \"window\": {\"before\": 2, \"after\": 1}");
    server = new RunningServer(folder, LIMITS);
    document = server.document("舟泊於津於沽於河\n");
    tab = server.administrator.tab(document);
    tab.send(Tab.frame("analyze", document).put("plugin", "diarist"));
    JsonArray added = tab.next("suggestions").getJsonArray("added");
    offered =
        IntStream.range(0, added.size())
            .mapToObj(i -> added.getJsonObject(i).getString("id"))
            .toList();
    assertThat(offered).hasSize(3);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path state(String name) throws IOException {
    return Files.createDirectories(folder.resolve("data/plugins/states/diarist")).resolve(name);
  }

  private List<String> diary() throws IOException {
    return Files.exists(state("diary")) ? Files.readAllLines(state("diary")) : List.of();
  }

  private void untilTold(String... lines) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (diary().size() < lines.length && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(diary()).containsExactly(lines);
  }

  private void untilNoted(long revision) throws Exception {
    Rows rows = new Rows(folder.resolve("data"));
    String sql = "SELECT revision FROM lesson WHERE instance = ''";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!rows.query(sql).equals(List.of(List.of(String.valueOf(revision))))) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private void decide(long sequence, int which, String outcome) {
    JsonObject decision =
        Tab.frame("decide", document)
            .put("client", tab.client)
            .put("sequence", sequence)
            .put("suggestions", new JsonArray().add(offered.get(which)))
            .put("outcome", outcome);
    tab.send(outcome.equals("accepted") ? decision.put("candidate", 0) : decision);
    tab.next("done");
  }

  private void revert(long sequence, long revision) {
    tab.send(
        Tab.frame("revert", document)
            .put("client", tab.client)
            .put("sequence", sequence)
            .put("revision", revision));
    tab.next("done");
  }

  private void restart() {
    tab.close();
    server.restart();
  }

  @Test
  void tellsInOrderWhatWasDecidedAndTakenBack() throws Exception {
    decide(1, 0, "accepted");
    decide(2, 2, "rejected");
    revert(3, 2);
    untilTold("2.0 ACCEPTED 舟泊於津", "3.0 REJECTED 於沽於河", "4.1 REOPENED 舟泊於津");
    assertThat(Files.readAllLines(state("projects")))
        .contains("asked " + server.project, "told " + server.project)
        .allMatch(line -> line.endsWith(" " + server.project));
    untilNoted(4);
    restart();
    tab = server.administrator.tab(document);
    Thread.sleep(500); // time to tell again what it should not
    assertThat(diary()).hasSize(3);
  }

  @Test
  void tellsOneThatDidNotHearAgainUntilItDoes() throws Exception {
    Files.createFile(state("deaf"));
    decide(1, 0, "accepted");
    decide(2, 1, "rejected");
    Thread.sleep(400);
    assertThat(diary()).isEmpty();
    Files.delete(state("deaf"));
    untilTold("2.0 ACCEPTED 舟泊於津", "3.0 REJECTED 于津於沽");
  }

  @Test
  void tellsAfterARestartWhatWasNotHeardBefore() throws Exception {
    Files.createFile(state("deaf"));
    decide(1, 0, "accepted");
    decide(2, 1, "skipped");
    restart();
    Thread.sleep(400);
    assertThat(diary()).isEmpty();
    Files.delete(state("deaf"));
    untilTold("2.0 ACCEPTED 舟泊於津", "3.0 SKIPPED 于津於沽");
  }

  @Test
  void tellsAgainWhatWasToldButNotNotedBeforeACrash() throws Exception {
    decide(1, 0, "accepted");
    decide(2, 1, "rejected");
    untilTold("2.0 ACCEPTED 舟泊於津", "3.0 REJECTED 于津於沽");
    server.server.close();
    forgetWhatWasNoted();
    Files.delete(state("diary"));
    server.restart();
    untilTold("2.0 ACCEPTED 舟泊於津", "3.0 REJECTED 于津於沽");
  }

  /** As after a power cut: nobody noted what was told. */
  private void forgetWhatWasNoted() throws Exception {
    Path file = folder.resolve("data").resolve("dianjiao.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM lesson");
    }
  }
}
