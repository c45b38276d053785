package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One who reads nothing among twenty who edit. */
class SlowReaderTest {

  private static final int EDITORS = 20;
  private static final int ROUNDS = 125;
  private static final int UNITS = 900;
  private static final String TEXT = "天津條約";

  private static final Limits LIMITS =
      Json.readSettings(
          """
          sockets-per-account: 50
          outbound-bytes: 200000
          """,
          Limits.class);

  @TempDir private Path folder;

  @Test
  void oneWhoReadsNothingIsToldToPullAndTheOthersGetEverything() throws Exception {
    try (RunningServer server = new RunningServer(folder, LIMITS);
        RawSocket stalled = new RawSocket(server.server.port())) {
      String document = server.document(TEXT);
      stalled.hello(server.administrator.ticket());
      stalled.text(
          "{\"type\":\"open\",\"document\":\"%s\",\"client\":\"client-that-does-not-read\"}"
              .formatted(document));
      Browser editor = server.member("editor", "annotator");
      List<Tab> tabs = new ArrayList<>();
      for (int i = 0; i < EDITORS; i++) {
        tabs.add(editor.tab(document));
      }
      long[] seen = new long[EDITORS];
      java.util.Arrays.fill(seen, 1);
      for (int round = 1; round <= ROUNDS; round++) {
        for (int i = 0; i < EDITORS; i++) {
          tabs.get(i).send(edit(tabs.get(i), document, round, seen[i]));
        }
        for (int i = 0; i < EDITORS; i++) {
          seen[i] = readUntil(tabs.get(i), seen[i], 1L + (long) round * EDITORS);
        }
      }
      assertThat(seen).containsOnly(1L + ROUNDS * EDITORS);
      assertThat(isToldToPull(stalled)).isTrue();
    }
  }

  private static JsonObject edit(Tab tab, String document, long sequence, long base) {
    long length = TEXT.length() + (base - 1) * UNITS;
    JsonArray insert = new JsonArray().add(0).add("文".repeat(UNITS));
    return tab.submit(document, sequence, base, length, insert);
  }

  /** Follows the document, revision by revision, up to one. */
  private static long readUntil(Tab tab, long from, long end) {
    long revision = from;
    while (revision < end) {
      JsonObject changes = tab.next("changes");
      assertThat(changes.getLong("first")).isEqualTo(revision + 1);
      revision += changes.getJsonArray("changes").size();
    }
    return revision;
  }

  /** Reads on until a head is ahead of all changes before it; the plain heads never are. */
  private static boolean isToldToPull(RawSocket stalled) throws Exception {
    long known = 1;
    for (Optional<RawSocket.Received> next = stalled.message();
        next.isPresent();
        next = stalled.message()) {
      JsonObject frame = new JsonObject(next.get().text());
      if ("changes".equals(frame.getString("type"))) {
        known = frame.getLong("first") + frame.getJsonArray("changes").size() - 1;
      } else if ("head".equals(frame.getString("type")) && frame.getLong("revision") > known) {
        return true;
      }
    }
    return false;
  }
}
