package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Somebody who sends the next edit as soon as the one before is answered. */
final class RestlessTypist {
  /**
   * What a typist saw.
   *
   * @param lastSent when the last edit that was stored had been sent
   * @param told when they were told: by a close, or by a frame that names the new role
   * @param refused whether an edit was refused
   */
  record Seen(long lastSent, long told, boolean refused, Optional<Integer> close) {}

  private final Tab tab;
  private final String document;
  private final String account;
  private final Rows rows;
  private long revision;
  private long length;
  private long sequence = 1;
  private long sent;
  private long lastStored;
  private boolean refused;
  private String latest = "";

  RestlessTypist(Tab tab, String document, String account, Rows rows) {
    this.tab = tab;
    this.document = document;
    this.rows = rows;
    this.revision = head();
    this.length = length();
    this.account = account;
  }

  long head() {
    return number("SELECT MAX(revision) FROM change_log WHERE document_id = '%s'");
  }

  /** Of the text now: each change but the first adds one unit. */
  long length() {
    return Scene.TEXT.length() + head() - 1;
  }

  private long number(String sql) {
    return Long.parseLong(rows.query(sql.formatted(document)).get(0).get(0));
  }

  /** Types until told to stop. */
  Seen typed() {
    try {
      return untilTold();
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
  }

  private Seen untilTold() throws Exception {
    send();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(9);
    while (System.nanoTime() < deadline) {
      Optional<JsonObject> frame = tab.poll(20);
      if (frame.isPresent()) {
        latest = frame.get().encode();
        answered(frame.get());
        if (namesLess(frame.get())) {
          return downgraded(System.nanoTime());
        }
      } else if (tab.isClosed()) {
        return new Seen(lastStored, System.nanoTime(), refused, Optional.of(tab.closeCode()));
      }
    }
    throw new AssertionError("nothing told %s to stop, at last %s".formatted(account, latest));
  }

  private static boolean namesLess(JsonObject frame) {
    return Set.of("members", "opened").contains(frame.getString("type"))
        && "viewer".equals(frame.getString("role"));
  }

  private Seen downgraded(long told) throws Exception {
    send();
    while (!refused) {
      answered(tab.poll(5_000).orElseThrow());
    }
    return new Seen(lastStored, told, true, Optional.empty());
  }

  /** As the workspace does: what was closed is opened again, and what was sent is sent again. */
  private void answered(JsonObject frame) {
    if (frame.getString("type").equals("closed")) {
      tab.send(tab.open(document));
    } else if (frame.getString("type").equals("opened")) {
      revision = frame.getLong("revision");
      length = frame.getString("text").length();
      sequence = frame.getLong("sequence") + 1;
      send();
    } else if (frame.getString("type").equals("refused")) {
      refused = true;
    } else if (frame.getString("type").equals("changes")) {
      JsonArray changes = frame.getJsonArray("changes");
      revision += changes.size();
      length += changes.size();
      if (account.equals(changes.getJsonObject(0).getString("author"))) {
        lastStored = sent;
        sequence++;
        send();
      }
    }
  }

  private void send() {
    sent = System.nanoTime();
    tab.send(tab.submit(document, sequence, revision, new JsonArray().add(0).add("甲"), length));
  }
}
