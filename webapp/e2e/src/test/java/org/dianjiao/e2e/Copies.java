package org.dianjiao.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A round of double work over HTTP. */
record Copies(Team team, String source, String round) {

  /** Gives the whole of a document to these people. */
  static Copies give(Team team, String source, String task, String... names) {
    List<String> workers = Stream.of(names).map(team::account).toList();
    String round =
        team.administrator()
            .post("/api/documents/" + source + "/blind", Map.of("task", task, "workers", workers))
            .get("id")
            .asText();
    return new Copies(team, source, round);
  }

  /** Where its page is. */
  String page() {
    return "/documents/%s/rounds/%s".formatted(source, round);
  }

  /** Somebody's copy becomes this text, and they are done. */
  void reads(String name, String text) {
    Account worker = team.signIn(name);
    String path = "/api/documents/%s/blind/%s".formatted(source, round);
    String copy = worker.get(path).at("/round/mine/document").asText();
    int half = text.length() / 2; // one frame takes no more
    try (Wire wire = Wire.open(team.address(), worker, copy)) {
      wire.replace(0, wire.text().length(), text.substring(0, half));
      wire.replace(half, half, text.substring(half));
      wire.awaitConfirmed();
    }
    worker.put(path + "/done", Map.of("done", true));
  }

  /** A document as a file. */
  static String exported(Team team, String document, String format) {
    return team.administrator()
        .text("/api/documents/%s/export?format=%s".formatted(document, format));
  }
}
