package org.dianjiao.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project of somebody who means harm: every field that people fill in holds a text that would run
 * if a page took it for markup.
 */
final class HostileProject {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shows what a right-to-left override and what cannot be seen does to a line. */
  static final String DISGUISED = "\u202egnp.elif\u202c\u200b\u2066天津\u2069\ufeff條約";

  /** What things are called here. */
  static final List<String> TITLES = Payloads.some(20);

  /** What is said and proposed here. */
  static final List<String> WORDS = Payloads.some(40);

  /** What editor and annotator sign in with until they take their hostile names. */
  private static final String EDITOR = "Lin";

  private static final String ANNOTATOR = "Gu";

  private final Team team;
  private final List<String> payloads = Payloads.all();
  private final List<String> names = Payloads.names(9);
  private String document = "";

  HostileProject(Team team) {
    this.team = team;
  }

  /** The document whose every line is a payload. */
  String document() {
    return document;
  }

  /** The project that it is in. */
  String id() {
    return team.project();
  }

  String editorName() {
    return names.get(0);
  }

  String annotatorName() {
    return names.get(1);
  }

  /** Fills it. */
  void fill() {
    team.join("Ren", "reviewer");
    team.join(EDITOR, "editor");
    team.join(ANNOTATOR, "annotator");
    names.subList(2, names.size()).forEach(name -> team.join(name, "viewer"));
    Account keeper = team.administrator();
    String text = String.join("\n", payloads) + "\n" + DISGUISED + "\n";
    document = keeper.importText(team.project(), payloads.get(4), text);
    for (String title : TITLES) {
      keeper.importText(team.project(), title, "天津條約");
      keeper.post("/api/projects", Map.of("name", title));
      keeper.post(
          "/api/projects/" + team.project() + "/invitations",
          Map.of("role", "viewer", "note", title));
    }
    annotate();
    propose();
    versions();
    rename(EDITOR, names.get(0));
    rename(ANNOTATOR, names.get(1));
  }

  private void annotate() {
    try (Wire lin = Wire.open(team.address(), team.signIn(EDITOR), document)) {
      List<ObjectNode> effects = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < payloads.size(); i++) {
        effects.add(annotation(i, at, body(i, payloads.get(i))));
        at += payloads.get(i).length() + 1;
      }
      for (int from = 0; from < effects.size(); from += 100) {
        List<ObjectNode> some = effects.subList(from, Math.min(from + 100, effects.size()));
        lin.does(some.toArray(ObjectNode[]::new));
      }
      lin.replace(0, 0, payloads.get(5) + "\n");
      lin.awaitConfirmed();
    }
  }

  private static ObjectNode annotation(int number, int at, ObjectNode body) {
    return JSON.createObjectNode()
        .put("is", "add-annotation")
        .put("id", "annotation-%010d".formatted(number))
        .put("start", at)
        .put("end", at + 3)
        .set("body", body);
  }

  private static ObjectNode body(int number, String payload) {
    ObjectNode body = JSON.createObjectNode();
    return switch (number % 5) {
      case 0 ->
          body.put("is", "identification")
              .put("entity", "javascript:alarm(" + number + ")")
              .put("label", payload)
              .put("type", "person");
      case 1 -> body.put("is", "regularization").put("form", payload).put("relation", "variant");
      case 2 -> body.put("is", "glyph").put("description", payload).put("form", payload);
      case 3 -> body.put("is", "gap").put("reason", payload).put("quantity", 1);
      default -> body.put("is", "note").put("text", payload);
    };
  }

  /** Proposals, and threads that mention the reviewer. */
  private void propose() {
    Account gu = team.signIn(ANNOTATOR);
    String reviewer = team.account("Ren");
    try (Wire wire = Wire.open(team.address(), gu, document)) {
      List<ObjectNode> effects = new ArrayList<>();
      for (int i = 0; i < WORDS.size(); i++) {
        effects.add(proposal(i, wire.text().indexOf(WORDS.get(i)), WORDS.get(i)));
      }
      wire.does(effects.toArray(ObjectNode[]::new));
      wire.awaitConfirmed();
      for (int i = 0; i < WORDS.size(); i++) {
        ObjectNode talk = JSON.createObjectNode().put("is", "start-thread");
        talk.put("thread", "thread-%013d".formatted(i)).put("id", "comment-%012d".formatted(i));
        talk.put("start", 0).put("end", 5).put("text", WORDS.get(i));
        talk.putArray("mentions").add(reviewer);
        wire.says(talk);
      }
    }
  }

  private static ObjectNode proposal(int number, int at, String payload) {
    ObjectNode proposal = JSON.createObjectNode().put("is", "propose");
    proposal.put("id", "proposal-%011d".formatted(number)).put("start", at).put("end", at + 2);
    proposal.put("category", "proposal").put("explanation", payload);
    proposal
        .putArray("candidates")
        .addObject()
        .put("confidence", 1)
        .put("label", payload)
        .putObject("action")
        .put("is", "replace")
        .put("text", payload);
    return proposal;
  }

  private void versions() {
    Account lin = team.signIn(EDITOR);
    for (String words : TITLES) {
      Map<String, Object> version = Map.of("name", words, "note", words, "revision", 1);
      lin.post("/api/documents/" + document + "/versions", version);
    }
    for (String name : names) {
      Map<String, Object> token =
          Map.of("name", name, "permissions", List.of("read-document"), "plugin", false, "days", 1);
      lin.post("/api/me/tokens", token);
    }
  }

  private void rename(String from, String to) {
    team.administrator().put("/api/accounts/" + team.account(from) + "/name", Map.of("name", to));
  }
}
