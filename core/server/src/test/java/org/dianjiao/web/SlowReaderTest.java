package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Heap;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One client that reads nothing among twenty that write. How many rounds they write: {@code
 * -Ddianjiao.rounds=100}.
 */
class SlowReaderTest {

  private static final int WRITERS = 20;
  private static final int ROUNDS = Integer.getInteger("dianjiao.rounds", 8);
  private static final int UNITS = 20_000; // of three bytes: a round is over a mebibyte
  private static final long MOST_GROWTH = 5_000_000;

  private static final Limits LIMITS =
      Json.readSettings(
          """
          outbound-seconds: 3
          slowest-bytes: 100000000
          recent-changes: 4
          followed-changes: 1000
          snapshot-changes: 1000000
          sockets-per-address: 100
          messages-per-second: 1000
          """,
          Limits.class);

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(folder, LIMITS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static final class Writer {
    private final Tab tab;
    private final String document;
    private long sequence;

    Writer(Browser browser, String document) {
      this.tab = browser.tab(document);
      this.document = document;
    }

    /** Puts other characters in the place of all. */
    void write(long base, String character) {
      JsonArray replaced = new JsonArray().add(UNITS).add(character.repeat(UNITS));
      tab.send(tab.submit(document, ++sequence, base, replaced));
    }

    JsonObject seen() {
      return tab.next("changes");
    }
  }

  @Test
  void cutsWhoReadsNothingAndNobodyElseNotices() throws Exception {
    String document = server.document("一".repeat(UNITS));
    List<Browser> members = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      members.add(server.member("writer-" + i, "editor"));
    }
    List<Writer> writers = members.stream().map(member -> new Writer(member, document)).toList();
    long revision = write(writers, 1, 2);
    long before = Heap.usedAfterCollection();
    try (RawSocket reader = new RawSocket(server.server.port())) {
      reader.hello(server.administrator.ticket());
      reader.text(
          "{\"type\":\"open\",\"document\":\"%s\",\"client\":\"client-that-does-not-read\"}"
              .formatted(document));
      revision = write(writers, revision, ROUNDS);
      long grown = Heap.usedAfterCollection() - before;
      System.out.printf(
          "%d revisions of %,d bytes while one reads nothing, heap %+.1f MB%n",
          revision, 3 * UNITS, grown / 1e6);
      assertThat(grown).isLessThan(MOST_GROWTH);
      assertThat(reader.isCutWithoutReading()).isTrue();
    }
    assertThat(write(writers, revision, 1)).isEqualTo(revision + WRITERS);
  }

  /** Everybody writes in turn, and everybody sees each of it. */
  private static long write(List<Writer> writers, long revision, int rounds) throws IOException {
    long now = revision;
    for (int round = 0; round < rounds; round++) {
      for (Writer writer : writers) {
        writer.write(now, round % 2 == 0 ? "二" : "三");
        now++;
        for (Writer other : writers) {
          assertThat(other.seen().getLong("first")).isEqualTo(now);
        }
      }
    }
    return now;
  }
}
