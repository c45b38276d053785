package org.dianjiao.e2e;

import java.util.List;
import java.util.Map;

/** Annotations that are sent as a browser sends them, many at once. */
final class Effects {

  private static final String SEND =
      """
      async ({document, effects}) => {
        const asked = {method: "POST", headers: {"X-Dianjiao": "1", "Content-Type": "application/json"}};
        const {ticket} = await (await fetch("/api/ticket", asked)).json();
        const socket = new WebSocket(location.origin.replace("http", "ws") + "/api/socket");
        await new Promise(done => socket.onopen = done);
        const client = "effects-" + crypto.randomUUID();
        const told = new Promise((done, failed) => socket.onmessage = ({data}) => {
          const frame = JSON.parse(data);
          if (frame.type === "opened") socket.send(JSON.stringify({type: "submit", document, client,
            sequence: 1, base: frame.revision, updates: [{changes: [frame.text.length], effects}]}));
          if (frame.type === "changes") done();
          if (frame.type === "refused") failed(new Error(data));
        });
        socket.send(JSON.stringify({type: "hello", protocol: 1, ticket}));
        socket.send(JSON.stringify({type: "open", document, client}));
        await told;
        socket.close();
      }""";

  private Effects() {}

  /** Sends them, as one change, in the name of whoever is signed in. */
  static void send(Desk desk, String document, List<Map<String, Object>> effects) {
    desk.page().evaluate(SEND, Map.of("document", document, "effects", effects));
  }

  /** An annotation of the first such words of a text from a place on. */
  static Map<String, Object> annotation(
      String text, String surface, int from, Map<String, ?> body) {
    int start = text.indexOf(surface, from);
    return Map.of(
        "is",
        "add-annotation",
        "id",
        "effect-%s-%012d".formatted(body.get("is"), start),
        "start",
        start,
        "end",
        start + surface.length(),
        "body",
        body);
  }
}
