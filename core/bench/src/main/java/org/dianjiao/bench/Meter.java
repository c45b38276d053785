package org.dianjiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When edits were typed, acknowledged, and seen by others. Only what is typed while measuring
 * counts for latency. Used on one event loop.
 */
final class Meter {

  private final Map<String, List<Long>> typed = new HashMap<>();
  private final Samples acknowledgements = new Samples();
  private final Samples sights = new Samples();
  private boolean measuring;
  private long from = Long.MAX_VALUE;
  private long to = Long.MAX_VALUE;
  private long acknowledgedEdits;
  private long allTyped;

  void begin() {
    measuring = true;
    from = System.nanoTime();
  }

  void end() {
    measuring = false;
    to = System.nanoTime();
  }

  void typed(String client) {
    typed.computeIfAbsent(client, name -> new ArrayList<>()).add(System.nanoTime());
    allTyped++;
  }

  void acknowledged(String client, long sequence) {
    if (measuring) {
      acknowledgedEdits++;
    }
    sample(acknowledgements, client, sequence);
  }

  void seen(String client, long sequence) {
    sample(sights, client, sequence);
  }

  private void sample(Samples samples, String client, long sequence) {
    long at = typed.get(client).get((int) sequence - 1);
    if (at - from >= 0 && at - to < 0) {
      samples.add(System.nanoTime() - at);
    }
  }

  void closed(String client) {
    if (measuring) {
      failed(client + " was closed");
    }
  }

  void failed(String what) {
    throw new IllegalStateException(what);
  }

  long allTyped() {
    return allTyped;
  }

  Samples acknowledgements() {
    return acknowledgements;
  }

  Samples sights() {
    return sights;
  }

  /** Edits that were acknowledged while measuring. */
  long acknowledgedEdits() {
    return acknowledgedEdits;
  }

  double perSecond() {
    return acknowledgedEdits * 1e9 / (to - from);
  }
}
