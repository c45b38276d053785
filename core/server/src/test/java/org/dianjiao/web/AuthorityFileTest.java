package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The authority files of the server and its projects, over HTTP, on a server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityFileTest {

  private static final String SERVER = "/api/authority";
  private static final String SABSU = "local:P0002";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String of(String project) {
    return "/api/projects/" + project + "/authority";
  }

  private static JsonObject person(String... labels) {
    JsonArray forms = new JsonArray();
    for (String label : labels) {
      String kind = forms.isEmpty() ? "preferred" : "variant";
      forms.add(new JsonObject().put("text", label).put("kind", kind));
    }
    return new JsonObject().put("type", "person").put("labels", forms);
  }

  private static JsonObject wish(String deed, JsonObject... entities) {
    return new JsonObject()
        .put("deed", deed)
        .put("reason", "because")
        .put("entities", new JsonArray(List.of(entities)));
  }

  private JsonObject done(String file, JsonObject wish) {
    return server.administrator.expect(200, server.administrator.post(file, wish));
  }

  private String added(String file, JsonObject entity) {
    return done(file, wish("add", entity)).getJsonArray("ids").getString(0);
  }

  private JsonObject full(String file, String id) {
    return server.administrator.expect(
        200, server.administrator.get(file + "/entity?id=" + encoded(id)));
  }

  private JsonObject entity(String file, String id) {
    return full(file, id).getJsonObject("entity");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private List<String> found(String file, String query) {
    return server
        .administrator
        .expect(200, server.administrator.get(file + "?limit=500&" + query))
        .getJsonArray("entities")
        .stream()
        .map(line -> ((JsonObject) line).getString("id"))
        .toList();
  }

  private JsonArray steps(String file, String query) {
    return new JsonArray(server.administrator.get(file + "/steps" + query).bodyAsString());
  }

  private static String label(JsonObject entity) {
    return entity.getJsonArray("labels").getJsonObject(0).getString("text");
  }

  private static JsonObject given(JsonObject entity) {
    return new JsonObject().put("id", entity.getString("id")).put("seen", entity.getString("seen"));
  }

  @Test
  void startsWithWhatShipsAndIsFoundInEitherScript() {
    String project = of(server.newProject("reads"));
    JsonObject all = server.administrator.expect(200, server.administrator.get(project));
    assertThat(all.getInteger("total")).isGreaterThanOrEqualTo(516);
    assertThat(found(project, "q=" + encoded("萨布"))).first().isEqualTo(SABSU);
    assertThat(found(project, "q=sabsu&type=person")).first().isEqualTo(SABSU);
    assertThat(found(project, "q=sabsu&type=place")).isEmpty();
    assertThat(found(project, "own=yes")).isEmpty();
    JsonObject refused =
        server.administrator.expect(400, server.administrator.get(project + "?type=dragon"));
    assertThat(refused.getString("message")).contains("dragon", "organization");
  }

  @Test
  void aProjectChangesACopyAndTakesItBack() {
    String project = of(server.newProject("copy"));
    JsonObject shipped = entity(project, SABSU);
    JsonObject changed =
        shipped
            .copy()
            .put("period", new JsonObject().put("from", "").put("to", "1701"))
            .put("notes", new JsonArray().add("first general of Heilongjiang"));
    long step = done(project, wish("edit", changed)).getLong("step");
    JsonObject full = full(project, SABSU);
    assertThat(full.getBoolean("own")).isTrue();
    assertThat(full.getJsonObject("server")).isEqualTo(shipped);
    assertThat(entity(SERVER, SABSU)).isEqualTo(shipped);
    assertThat(found(project, "own=yes")).containsExactly(SABSU);
    assertThat(found(project, "q=sabsu")).containsOnlyOnce(SABSU);

    JsonObject late =
        server.administrator.expect(409, server.administrator.post(project, wish("edit", changed)));
    assertThat(late.getString("message")).contains("somebody changed " + SABSU);

    JsonArray past = steps(project, "?id=" + SABSU);
    assertThat(past.getJsonObject(0).getString("deed")).isEqualTo("edit");
    assertThat(past.getJsonObject(0).getString("name")).isEqualTo("keeper");
    assertThat(past.getJsonObject(0).getString("reason")).isEqualTo("because");
    done(project + "/steps/" + step + "/undo", new JsonObject().put("reason", "no source"));
    assertThat(entity(project, SABSU)).isEqualTo(shipped);
    assertThat(steps(project, "").getJsonObject(0).getLong("undoes")).isEqualTo(step);
    server.administrator.expect(
        409, server.administrator.post(project + "/steps/" + step + "/undo", new JsonObject()));
  }

  @Test
  void mergesTwoAndLeavesTheOtherIdAsARedirect() {
    String project = of(server.newProject("merge"));
    String kept = added(project, person("李鴻章", "李鸿章"));
    String given = added(project, person("少荃"));
    JsonObject merged = entity(project, kept);
    merged.getJsonArray("labels").add(new JsonObject().put("text", "少荃").put("kind", "variant"));
    long step =
        done(project, wish("merge", merged).put("given", given(entity(project, given))))
            .getLong("step");
    JsonObject full = full(project, given);
    assertThat(full.getJsonObject("entity").getString("id")).isEqualTo(kept);
    assertThat(full.getJsonArray("redirects")).containsExactly(given);
    assertThat(found(project, "q=" + encoded("少荃"))).containsExactly(kept);

    JsonObject again = merged.copy().put("id", given);
    JsonObject refused =
        server.administrator.expect(400, server.administrator.post(project, wish("edit", again)));
    assertThat(refused.getString("message")).contains("was merged into " + kept);

    done(project + "/steps/" + step + "/undo", new JsonObject());
    assertThat(found(project, "q=" + encoded("少荃"))).containsExactly(given);
  }

  @Test
  void splitsOneAndTellsRelationsFromBothEnds() {
    String project = of(server.newProject("split"));
    String both = added(project, person("斐里德", "佛哩德"));
    JsonObject rest = entity(project, both);
    rest.getJsonArray("labels").remove(1);
    JsonObject tie = new JsonObject().put("kind", "related-to").put("target", both);
    JsonObject other = person("佛哩德").put("relations", new JsonArray().add(tie));
    done(project, wish("split", rest, other));
    String fresh = found(project, "q=" + encoded("佛哩德")).get(0);
    assertThat(fresh).isNotEqualTo(both).startsWith("local:P-");
    assertThat(full(project, fresh).getJsonArray("targets").getJsonObject(0).getString("id"))
        .isEqualTo(both);
    JsonObject incoming = full(project, both).getJsonArray("incoming").getJsonObject(0);
    assertThat(incoming.getJsonObject("entity").getString("id")).isEqualTo(fresh);
  }

  @Test
  void sayWhatIsWrongWithAnEntity() {
    String project = of(server.newProject("wrong"));
    wrong(project, wish("add", person()), "no preferred label");
    wrong(project, wish("add", person("李").put("type", "dragon")), "dragon");
    JsonObject since = new JsonObject().put("from", "1899").put("to", "1823");
    wrong(project, wish("add", person("李").put("period", since)), "ends first");
    wrong(project, wish("add", person("李").put("id", SABSU)), "is taken");
    wrong(project, wish("edit", entity(project, SABSU).put("seen", null)), "seen is missing");
    wrong(project, wish("ship", person("李")), "add, edit, remove, merge or split");
    wrong(
        project,
        wish("remove").put("given", given(entity(project, SABSU))),
        "in the server's file");
    assertThat(steps(project, "")).isEmpty();
  }

  private void wrong(String file, JsonObject wish, String words) {
    JsonObject refused = server.administrator.expect(400, server.administrator.post(file, wish));
    assertThat(refused.getString("message")).contains(words);
  }

  @Test
  void whoMayNotEditProposesAndSomebodyElseDecides() {
    String project = of(server.project);
    Browser annotator = server.member("proposer", "annotator");
    Browser reviewer = server.member("decider", "reviewer");
    String proposals = project + "/proposals";
    JsonObject wish = wish("add", person("格爾思", "格尔思"));
    annotator.expect(403, annotator.post(project, wish));
    String mine = annotator.expect(200, annotator.post(proposals, wish)).getString("id");
    String own = reviewer.expect(200, reviewer.post(proposals, wish)).getString("id");
    assertThat(found(project, "q=" + encoded("格爾思"))).isEmpty();

    JsonObject accept = new JsonObject().put("outcome", "accepted").put("answer", "well found");
    annotator.expect(403, annotator.post(proposals + "/" + mine + "/decision", accept));
    JsonObject refused =
        reviewer.expect(403, reviewer.post(proposals + "/" + own + "/decision", accept));
    assertThat(refused.getString("code")).isEqualTo("own-work");
    JsonObject accepted =
        reviewer.expect(200, reviewer.post(proposals + "/" + mine + "/decision", accept));
    assertThat(accepted.getString("outcome")).isEqualTo("accepted");
    assertThat(found(project, "q=" + encoded("格爾思"))).hasSize(1);
    JsonObject step = steps(project, "").getJsonObject(0);
    assertThat(step.getString("name")).isEqualTo("proposer");
    assertThat(step.getString("reviewer")).isEqualTo("decider");

    reviewer.expect(409, reviewer.post(proposals + "/" + mine + "/decision", accept));
    annotator.expect(403, annotator.delete(proposals + "/" + own));
    reviewer.expect(200, reviewer.delete(proposals + "/" + own));
    assertThat(new JsonArray(reviewer.get(proposals).bodyAsString())).isEmpty();
    assertThat(new JsonArray(reviewer.get(proposals + "?decided=yes").bodyAsString())).hasSize(2);
  }

  @Test
  void administratorsChangeTheServersFileAndProjectsFollow() {
    String project = of(server.newProject("follows"));
    assertThat(label(entity(project, "local:P0003"))).isEqualTo("費岳多羅額里克謝");
    JsonObject changed = entity(SERVER, "local:P0003");
    changed.getJsonArray("labels").getJsonObject(0).put("text", "費要多羅");
    done(SERVER, wish("edit", changed));
    assertThat(label(entity(project, "local:P0003"))).isEqualTo("費要多羅");
    assertThat(found(project, "q=" + encoded("費要多羅"))).containsExactly("local:P0003");
    Browser stranger = server.stranger("reads only");
    stranger.expect(200, stranger.get(SERVER));
    stranger.expect(403, stranger.post(SERVER, wish("add", person("李"))));
    stranger.expect(200, stranger.post(SERVER + "/proposals", wish("add", person("李"))));
  }
}
