package org.dianjiao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.text.ChangeSet;

/**
 * The frames that the load needs. What the server tells everybody is the same string for each, so
 * it is parsed once. Used on one event loop.
 */
final class Wire {

  private static final int REMEMBERED = 256;

  private final Map<String, Received> parsed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Received> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Any frame from the server, as far as it matters here. */
  record Received(
      String type,
      Optional<Long> revision,
      Optional<String> text,
      Optional<Long> first,
      List<Told> changes,
      Optional<String> message) {}

  /** One change. */
  record Told(String client, long sequence, ChangeSet changes) {}

  private record Hello(String type, int protocol, String ticket) {}

  private record Open(String type, String document, String client) {}

  private record Analyze(String type, String document, String plugin) {}

  private record Submit(
      String type,
      String document,
      String client,
      long sequence,
      long base,
      List<SentUpdate> updates) {}

  private record SentUpdate(ChangeSet changes, List<String> effects) {}

  Received read(String frame) {
    Received known = parsed.get(frame);
    if (known == null) {
      known = Json.read(frame, Received.class);
      parsed.put(frame, known);
    }
    return known;
  }

  static String hello(String ticket) {
    return Json.text(new Hello("hello", 1, ticket));
  }

  static String open(String document, String client) {
    return Json.text(new Open("open", document, client));
  }

  static String analyze(String document, String plugin) {
    return Json.text(new Analyze("analyze", document, plugin));
  }

  static String submit(
      String document, String client, long sequence, long base, List<ChangeSet> updates) {
    List<SentUpdate> sent =
        updates.stream().map(changes -> new SentUpdate(changes, List.of())).toList();
    return Json.text(new Submit("submit", document, client, sequence, base, sent));
  }
}
