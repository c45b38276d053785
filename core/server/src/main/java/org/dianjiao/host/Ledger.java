package org.dianjiao.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Logged;
import org.dianjiao.storage.NewEntry;

/**
 * What an owner remembers: the newest state, of which the last changes may still be on their way to
 * the disk, the state that is on disk, and the recent changes for rebasing. Used on one context.
 */
final class Ledger {

  private final int keep;
  private final List<Logged> recent;
  private final Map<String, Client> clients = new HashMap<>();
  private Document head;
  private Document durable;
  private final Deque<Draft.Unwritten> unwritten = new ArrayDeque<>();
  private int sent;

  /** Whose a client is, and the last number that it gave. */
  record Client(String account, long sequence) {}

  Ledger(Document document, List<Logged> recent, int keep) {
    this.head = document;
    this.durable = document;
    this.recent = new ArrayList<>(recent);
    this.keep = keep;
    recent.forEach(this::remember);
  }

  /** The newest state. */
  Document head() {
    return head;
  }

  /** The state that is on disk: what everybody may see. */
  Document durable() {
    return durable;
  }

  /** The first revision whose change is in memory; head + 1 when none is. */
  long firstRecent() {
    return head.revision() - recent.size() + 1;
  }

  /** The changes after a revision, those on their way to the disk included. */
  List<Change> since(long revision) {
    return logged(revision, head.revision()).stream().map(Logged::change).toList();
  }

  /** The changes after one revision up to another. */
  List<Logged> logged(long after, long upTo) {
    int from = (int) (after + 1 - firstRecent());
    return recent.subList(from, (int) (upTo - firstRecent() + 1));
  }

  /** Puts older changes back in front, when somebody needs them. */
  void recall(List<Logged> older) {
    recent.addAll(0, older);
  }

  /** Whose a client is, and its last number, if that is known here. */
  Optional<Client> client(String name) {
    return Optional.ofNullable(clients.get(name));
  }

  /** The last number of a client that is on disk; {@code last} is the last that it gave. */
  long written(String client, long last) {
    for (Logged logged : recent.subList(recent.size() - unwritten.size(), recent.size())) {
      if (logged.change().client().equals(client)) {
        return logged.change().sequence() - 1;
      }
    }
    return last;
  }

  /** Learns whose a client is and its last number, as the log has it. */
  void learn(String name, Client client) {
    clients.putIfAbsent(name, client);
  }

  /** A change of a client among the recent ones. */
  Optional<Logged> find(String client, long sequence) {
    for (int i = recent.size() - 1; i >= 0; i--) {
      Change change = recent.get(i).change();
      if (change.sequence() == sequence && change.client().equals(client)) {
        return Optional.of(recent.get(i));
      }
    }
    return Optional.empty();
  }

  /** Starts a draft on the newest state. */
  Draft draft() {
    return new Draft(head);
  }

  /** Takes a draft's changes as the newest; they are not on disk yet. */
  void take(Draft draft) {
    head = draft.document();
    recent.addAll(draft.changes());
    draft.changes().forEach(this::remember);
    unwritten.addAll(draft.unwritten());
  }

  /** Whether something waits for the disk that is not on its way. */
  boolean isWaiting() {
    return unwritten.size() > sent;
  }

  /** Whether something is on its way to the disk. */
  boolean isSending() {
    return sent > 0;
  }

  /** Everything that waits, to be sent to the disk now. */
  List<NewEntry> send() {
    sent = unwritten.size();
    return unwritten.stream().map(Draft.Unwritten::entry).toList();
  }

  /**
   * A change that is on disk.
   *
   * @param before the state that it changed
   */
  record Durable(Change change, Document before) {}

  /** What was sent is on disk. */
  List<Durable> committed() {
    int from = recent.size() - unwritten.size();
    List<Durable> changes = new ArrayList<>(sent);
    for (Logged logged : recent.subList(from, from + sent)) {
      changes.add(new Durable(logged.change(), durable));
      durable = unwritten.remove().state();
    }
    sent = 0;
    forget();
    return changes;
  }

  private void remember(Logged logged) {
    Change change = logged.change();
    clients.merge(
        change.client(),
        new Client(change.author(), change.sequence()),
        (old, fresh) -> old.sequence() > fresh.sequence() ? old : fresh);
  }

  private void forget() {
    int excess = recent.size() - unwritten.size() - keep;
    if (excess > keep / 2) {
      recent.subList(0, excess).clear();
    }
  }
}
