package org.dianjiao.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Sent;
import org.dianjiao.text.ChangeSet;

/** What one tab of a browser knows of a document: its text, what is typed, the batch on its way. */
final class Tab {

  private final String document;
  private final String client;
  private final List<String> marks = new ArrayList<>();
  private final Map<Long, Frozen> batches = new HashMap<>();
  private Optional<LocalText> local = Optional.empty();
  private Optional<Frozen> inFlight = Optional.empty();
  private long epoch;
  private long confirmed;

  /** A batch on its way: sent again as it is, whatever happens meanwhile. */
  record Frozen(long first, long last, long base, String frame) {}

  Tab(String document, String client) {
    this.document = document;
    this.client = client;
  }

  /** The name under which it numbers its edits. */
  String client() {
    return client;
  }

  /** The text, once the document was shown. */
  Optional<LocalText> local() {
    return local;
  }

  Optional<Frozen> inFlight() {
    return inFlight;
  }

  /** The last number that came back. */
  long confirmed() {
    return confirmed;
  }

  /** How many edits have not come back. */
  int unconfirmed() {
    return marks.size();
  }

  /** The last number of the batch that began with one; none when no batch did. */
  Optional<Long> lastOf(long first) {
    return Optional.ofNullable(batches.get(first)).map(Frozen::last);
  }

  /** The revision on which the batch that began with a number was based; none when no batch did. */
  Optional<Long> baseOf(long first) {
    return Optional.ofNullable(batches.get(first)).map(Frozen::base);
  }

  /** The text, when everything typed is confirmed and the given revision is reached. */
  Optional<String> textAtRest(long revision) {
    return local
        .filter(known -> known.revision() == revision && known.unconfirmed().isEmpty())
        .map(known -> known.text().toString());
  }

  /** The frame that asks for the document. */
  String open() {
    return Frame.open(document, client, local, epoch);
  }

  /** The frame that asks for what is missing up to a revision, if anything is. */
  Optional<String> pull(long revision) {
    return local
        .filter(known -> known.revision() < revision)
        .map(known -> Frame.pull(document, known.revision() + 1));
  }

  /** The document was shown whole; what is known already stays. */
  void shown(long revision, String text) {
    if (local.isEmpty()) {
      local = Optional.of(new LocalText(revision, text));
    }
  }

  /** Goes on under an epoch. */
  void goOn(long now) {
    epoch = now;
  }

  void type(ChangeSet changes, String mark) {
    local.orElseThrow().type(changes);
    marks.add(mark);
  }

  /** Freezes everything typed, tells each edit as sent, and has the frame for it. */
  String freeze(String account, long now, Consumer<Observation> observer) {
    LocalText text = local.orElseThrow();
    List<ChangeSet> updates = text.unconfirmed();
    long first = confirmed + 1;
    long last = confirmed + updates.size();
    for (int i = 0; i < updates.size(); i++) {
      observer.accept(new Sent(new Edit(client, first + i), account, marks.get(i), now));
    }
    String frame = Frame.submit(document, client, first, text.revision(), updates);
    Frozen batch = new Frozen(first, last, text.revision(), frame);
    inFlight = Optional.of(batch);
    batches.put(first, batch);
    return frame;
  }

  /** The next edit came back as it was sent. */
  void confirm() {
    local.orElseThrow().confirmed();
    marks.remove(0);
    confirmed++;
    inFlight = inFlight.filter(frozen -> frozen.last() > confirmed);
  }
}
