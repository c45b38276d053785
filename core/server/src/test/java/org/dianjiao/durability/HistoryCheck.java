package org.dianjiao.durability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.document.Change;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Held;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Seen;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.durability.Observation.Shown;
import org.dianjiao.exchange.Operation;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.Text;

/**
 * Holds what clients observed against the log of one document.
 *
 * <p>The log is append-only, every edit is unique and the server returns positions; so these rules
 * together are the whole check for linearizability, and they take O(n log n):
 *
 * <ul>
 *   <li>an acknowledged edit is in the log once, at the revision that was told; a refused one is
 *       not; one whose outcome is unknown is there once or not at all;
 *   <li>revisions are 1…n without gap, the hash chain recomputes, epochs never fall;
 *   <li>an edit that was acknowledged before another was sent has the lower revision;
 *   <li>whatever was shown is the log's content at that revision, holds all that was acknowledged
 *       before it was asked for, and no reader is taken back;
 *   <li>everybody ends with the text that a replay of the log makes, each stored mark in it once.
 * </ul>
 *
 * The first revision is the import of the document; all others come from the observed clients.
 */
final class HistoryCheck {

  private static final int MOST_FAULTS = 40;

  private final String document;
  private final List<LogEntry> log;
  private final List<Observation> observations;
  private final Map<Edit, Sent> sent = new LinkedHashMap<>();
  private final Map<Edit, Change> stored = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private HistoryCheck(String document, List<LogEntry> log, List<Observation> observations) {
    this.document = document;
    this.log = log;
    this.observations = observations;
  }

  /** Everything that is wrong, in sentences; empty when nothing is. */
  static List<String> faults(String document, List<LogEntry> log, List<Observation> observations) {
    HistoryCheck check = new HistoryCheck(document, log, observations);
    check.sequence();
    if (check.faults.isEmpty()) {
      check.content();
      check.answers();
      check.realTime();
      check.readers();
      check.texts();
    }
    return List.copyOf(check.faults);
  }

  private void fault(String words) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(words);
    }
  }

  private <T extends Observation> List<T> all(Class<T> kind) {
    return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void sequence() {
    String chain = LogChain.start(document);
    long epoch = 0;
    for (int i = 0; i < log.size(); i++) {
      LogEntry entry = log.get(i);
      if (entry.revision() != i + 1) {
        fault("revision %d stands where %d belongs".formatted(entry.revision(), i + 1));
        return;
      }
      if (entry.epoch() < epoch) {
        fault(
            "epoch %d follows %d at revision %d".formatted(entry.epoch(), epoch, entry.revision()));
      }
      if (!LogChain.next(chain, document, entry).equals(entry.chain())) {
        fault("the chain breaks at revision %d".formatted(entry.revision()));
      }
      epoch = entry.epoch();
      chain = entry.chain();
    }
  }

  private void content() {
    all(Sent.class).forEach(out -> sent.put(out.edit(), out));
    for (LogEntry entry : log) {
      Change change = Operation.read(entry).change();
      changes.add(change);
      Edit edit = new Edit(change.client(), change.sequence());
      Change before = stored.put(edit, change);
      if (before != null) {
        fault("%s is stored at %d and at %d".formatted(edit, before.revision(), change.revision()));
      }
      Sent origin = sent.get(edit);
      if (origin == null) {
        if (change.revision() > 1) {
          fault("nobody sent %s at revision %d".formatted(edit, change.revision()));
        }
      } else if (!origin.account().equals(change.author())) {
        fault("%s of %s is stored as of %s".formatted(edit, origin.account(), change.author()));
      } else if (!entry.op().contains(origin.mark())) {
        fault("%s is stored without its content at %d".formatted(edit, change.revision()));
      }
    }
  }

  private void answers() {
    for (Acknowledged answer : all(Acknowledged.class)) {
      Change change = stored.get(answer.edit());
      if (change == null) {
        fault("%s was acknowledged at %d and is lost".formatted(answer.edit(), answer.revision()));
      } else if (change.revision() != answer.revision()) {
        fault(
            "%s was acknowledged at %d and is at %d"
                .formatted(answer.edit(), answer.revision(), change.revision()));
      }
    }
    for (Refused answer : all(Refused.class)) {
      if (stored.containsKey(answer.edit())) {
        fault("%s was refused (%s) and is stored".formatted(answer.edit(), answer.reason()));
      }
    }
  }

  /** A moment: something was acknowledged, or something began that has to come after that. */
  private record Moment(long at, boolean answer, long revision, String what) {}

  private void realTime() {
    List<Moment> moments = new ArrayList<>();
    for (Acknowledged answer : all(Acknowledged.class)) {
      moments.add(
          new Moment(answer.at(), true, answer.revision(), "the answer to " + answer.edit()));
    }
    for (Sent out : sent.values()) {
      Change change = stored.get(out.edit());
      if (change != null) {
        moments.add(new Moment(out.at(), false, change.revision() - 1, out.edit().toString()));
      }
    }
    for (Shown shown : all(Shown.class)) {
      moments.add(
          new Moment(
              shown.asked(), false, shown.revision(), "what was shown to " + shown.reader()));
    }
    // at the same nanosecond neither is before the other: what begins is looked at first
    moments.sort(Comparator.comparingLong(Moment::at).thenComparing(Moment::answer));
    Moment latest = new Moment(Long.MIN_VALUE, true, 0, "nothing");
    for (Moment moment : moments) {
      if (moment.answer()) {
        latest = moment.revision() > latest.revision() ? moment : latest;
      } else if (moment.revision() < latest.revision()) {
        fault(
            "%s began after %s at %d and does not come after it (%d)"
                .formatted(moment.what(), latest.what(), latest.revision(), moment.revision()));
      }
    }
  }

  private void readers() {
    Map<String, Long> positions = new HashMap<>();
    for (Observation observation : observations) {
      if (observation instanceof Seen seen) {
        seen(seen);
        Long before = positions.put(seen.reader(), seen.revision());
        if (before != null && seen.revision() != before + 1) {
          fault("%s saw revision %d after %d".formatted(seen.reader(), seen.revision(), before));
        }
      } else if (observation instanceof Shown shown) {
        Long before = positions.putIfAbsent(shown.reader(), shown.revision());
        if (before != null && shown.revision() < before) {
          fault(
              "%s was taken back from %d to %d"
                  .formatted(shown.reader(), before, shown.revision()));
        }
      }
    }
  }

  private void seen(Seen seen) {
    if (seen.revision() < 1 || seen.revision() > changes.size()) {
      fault("%s saw revision %d, which is not stored".formatted(seen.reader(), seen.revision()));
      return;
    }
    Change change = changes.get((int) seen.revision() - 1);
    boolean same =
        seen.edit().equals(new Edit(change.client(), change.sequence()))
            && seen.changes().equals(change.changes());
    if (!same) {
      fault(
          "%s saw something else than the log has at %d".formatted(seen.reader(), seen.revision()));
    }
  }

  private void texts() {
    Map<Long, List<Shown>> shown = new HashMap<>();
    for (Shown one : all(Shown.class)) {
      if (one.revision() > changes.size()) {
        fault(
            "%s was shown revision %d, which is not stored"
                .formatted(one.reader(), one.revision()));
      }
      shown.computeIfAbsent(one.revision(), revision -> new ArrayList<>()).add(one);
    }
    Text text = Text.EMPTY;
    for (Change change : changes) {
      if (change.changes().length() != text.length()) {
        fault("revision %d does not fit the text before it".formatted(change.revision()));
        return;
      }
      text = change.changes().apply(text);
      for (Shown one : shown.getOrDefault(change.revision(), List.of())) {
        if (one.text().isPresent() && !one.text().get().contentEquals(text.toString())) {
          fault("%s was shown another text at revision %d".formatted(one.reader(), one.revision()));
        }
      }
    }
    String end = text.toString();
    for (Held held : all(Held.class)) {
      if (!held.text().equals(end)) {
        fault("%s does not hold the text of the log".formatted(held.holder()));
      }
    }
    marks(end);
  }

  private void marks(String end) {
    Map<Integer, Integer> counts = new HashMap<>();
    end.codePoints().forEach(point -> counts.merge(point, 1, Integer::sum));
    for (Sent out : sent.values()) {
      if (out.mark().isEmpty()) {
        continue;
      }
      int expected = stored.containsKey(out.edit()) ? 1 : 0;
      int found = counts.getOrDefault(out.mark().codePointAt(0), 0);
      if (found != expected) {
        fault(
            "the mark of %s is in the text %d times, not %d"
                .formatted(out.edit(), found, expected));
      }
    }
  }
}
