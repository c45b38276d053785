package org.dianjiao.durability;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Update;
import org.dianjiao.document.UpdateRules;
import org.dianjiao.limits.Limits;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.MalformedChange;
import org.dianjiao.text.Text;

/**
 * One history of several clients and one authority, as a list of moves. Each move stands for
 * itself: its places are fractions, and what cannot be done is left out; so any moves can be taken
 * away and the rest is still a history. When nothing moves any more, everybody has to hold the same
 * text.
 */
final class Convergence {

  /** What can happen to a client. */
  enum Kind {
    TYPE,
    DELETE,
    REPLACE,
    UNDO,
    SUBMIT,
    ARRIVE,
    RECEIVE,
    LOSE,
    SEND_AGAIN
  }

  /** One move: whose, what, and numbers that stand for its places. */
  record Move(int client, Kind kind, int place, int length, int insert) {}

  /** How the authority moves edits over what it has accepted. */
  @FunctionalInterface
  interface Rebasing {
    List<Update> rebase(List<Update> updates, String client, List<Change> since);
  }

  /** Astral characters, selectors, combining marks, right to left, line ends. */
  private static final List<String> INSERTS =
      List.of(
          "天",
          "，",
          "條約",
          "\n",
          "a",
          "\uD867\uDF7D",
          "\uD83D\uDE00",
          "\u8FBB\uDB40\uDD00",
          "\u3402\uFE00",
          "e\u0301",
          "\u0301",
          "\u05D0\u05D1",
          "\u202Ba\u202C",
          "\uFE0F");

  private static final String TEXT = "道光二十年\n\uD867\uDF7D\u8FBB\uDB40\uDD00六月";
  private static final Limits LIMITS = Limits.defaults();
  private static final int MOST_UNCONFIRMED = 20;

  private final Rebasing rebasing;
  private final UpdateRules rules = new UpdateRules(LIMITS);
  private final List<Change> log = new ArrayList<>();
  private final List<Document> states = new ArrayList<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Convergence(int clients, Rebasing rebasing) {
    this.rebasing = rebasing;
    accept("import", 1, List.of(new Update(ChangeSet.replace(0, 0, 0, TEXT), List.of())));
    for (int i = 0; i < clients; i++) {
      this.clients.add(new Client("client-" + i));
    }
  }

  /** The moves of a seed: 20 to 300 edits of so many clients, and as many things besides. */
  static List<Move> moves(int clients, Random random) {
    int edits = 20 + random.nextInt(281);
    int delay = 1 + random.nextInt(4);
    List<Move> moves = new ArrayList<>();
    while (edits > 0) {
      Kind kind = kind(random, delay);
      edits -= kind.compareTo(Kind.UNDO) <= 0 ? 1 : 0;
      moves.add(
          new Move(
              random.nextInt(clients),
              kind,
              random.nextInt(1 << 16),
              random.nextInt(6),
              random.nextInt(INSERTS.size())));
    }
    return moves;
  }

  private static Kind kind(Random random, int delay) {
    int chance = random.nextInt(10 + 8 / delay);
    return switch (chance) {
      case 0, 1, 2, 3 -> Kind.TYPE;
      case 4 -> Kind.DELETE;
      case 5 -> Kind.REPLACE;
      case 6 -> Kind.UNDO;
      case 7 -> random.nextInt(3) == 0 ? Kind.LOSE : Kind.SUBMIT;
      case 8 -> random.nextInt(3) == 0 ? Kind.SEND_AGAIN : Kind.ARRIVE;
      default -> chance % 3 == 0 ? Kind.RECEIVE : chance % 3 == 1 ? Kind.SUBMIT : Kind.ARRIVE;
    };
  }

  /** Makes the moves, lets everything come to rest, and says what is wrong then. */
  static List<String> faults(int clients, List<Move> moves, Rebasing rebasing) {
    Convergence history = new Convergence(clients, rebasing);
    try {
      moves.forEach(history::make);
      history.comeToRest();
      history.compare();
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException failure) {
      history.faults.add(failure.toString());
    }
    return history.faults;
  }

  /** Takes moves away as long as something is still wrong without them. */
  static List<Move> shrunk(int clients, List<Move> moves, Rebasing rebasing) {
    List<Move> least = moves;
    for (int size = moves.size() / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
      for (int at = 0; at < least.size(); ) {
        List<Move> fewer = new ArrayList<>(least);
        fewer.subList(at, Math.min(least.size(), at + size)).clear();
        if (faults(clients, fewer, rebasing).isEmpty()) {
          at += size;
        } else {
          least = fewer;
        }
      }
    }
    return least;
  }

  // --- the authority ------------------------------------------------------------------------

  private Document head() {
    return states.isEmpty() ? Document.empty() : states.get(states.size() - 1);
  }

  private void accept(String client, long sequence, List<Update> updates) {
    for (int i = 0; i < updates.size(); i++) {
      Change change =
          new Change(
              log.size() + 1L,
              client,
              client,
              sequence + i,
              updates.get(i).changes(),
              List.of(),
              Instant.EPOCH);
      states.add(head().apply(change));
      log.add(change);
      numbers.put(client, sequence + i);
    }
  }

  /** False when it is refused. */
  private boolean arrived(String client, Frame frame) {
    if (frame.sequence() <= numbers.getOrDefault(client, 0L)) {
      return true;
    }
    frame.updates().forEach(rules::checkSent);
    List<Change> since = log.subList((int) frame.base(), log.size());
    List<Update> rebased = rebasing.rebase(frame.updates(), client, since);
    List<Update> settled = new ArrayList<>();
    Document draft = head();
    try {
      for (Update update : rebased) {
        Update taken = rules.settle(update, draft, !since.isEmpty());
        settled.add(taken);
        draft =
            draft.apply(
                new Change(
                    draft.revision() + 1,
                    client,
                    client,
                    1,
                    taken.changes(),
                    List.of(),
                    Instant.EPOCH));
      }
    } catch (MalformedChange selector) {
      return false;
    }
    accept(client, frame.sequence(), settled);
    return true;
  }

  // --- the clients --------------------------------------------------------------------------

  private record Frame(long sequence, long base, List<Update> updates) {}

  private final class Client {
    private final String name;
    private final Deque<Frame> outbox = new ArrayDeque<>();
    private Optional<Frame> inFlight = Optional.empty();
    private List<ChangeSet> undo = new ArrayList<>();
    private LocalText local;
    private long confirmed;

    Client(String name) {
      this.name = name;
      reload();
    }

    private void reload() {
      local = new LocalText(log.size(), head().text().toString());
      confirmed = numbers.getOrDefault(name, 0L);
      inFlight = Optional.empty();
      outbox.clear();
      undo = new ArrayList<>();
    }

    private void edit(Move move) {
      Text text = local.text();
      int from = CodeUnits.floor(text, (int) (((long) move.place() * (text.length() + 1)) >> 16));
      int to =
          move.kind() == Kind.TYPE
              ? from
              : CodeUnits.floor(text, Math.min(text.length(), from + move.length()));
      String insert = move.kind() == Kind.DELETE ? "" : INSERTS.get(move.insert());
      type(ChangeSet.replace(text.length(), from, Math.max(from, to), insert), true);
    }

    private void type(ChangeSet changes, boolean undoable) {
      if (changes.isEmpty() || local.unconfirmed().size() >= MOST_UNCONFIRMED) {
        return;
      }
      ChangeSet inverse = changes.invert(local.text());
      local.type(changes);
      if (undoable) {
        undo.add(inverse);
      }
    }

    private void undo() {
      if (undo.isEmpty()) {
        return;
      }
      ChangeSet inverse = undo.remove(undo.size() - 1);
      try {
        CodeUnits.check(inverse, local.text());
      } catch (MalformedChange leavesASelector) {
        undo.clear();
        return;
      }
      int before = local.unconfirmed().size();
      type(inverse, false);
      if (local.unconfirmed().size() == before) {
        undo.clear();
      }
    }

    private void submit() {
      if (inFlight.isEmpty() && !local.unconfirmed().isEmpty()) {
        List<Update> updates =
            local.unconfirmed().stream().map(one -> new Update(one, List.of())).toList();
        inFlight = Optional.of(new Frame(confirmed + 1, local.revision(), updates));
        sendAgain();
      }
    }

    private void sendAgain() {
      inFlight.ifPresent(outbox::add);
    }

    private void arrive() {
      if (!outbox.isEmpty() && !arrived(name, outbox.remove())) {
        reload();
      }
    }

    private void receive(int most) {
      for (int i = 0; i < most && local.revision() < log.size(); i++) {
        Change change = log.get((int) local.revision());
        if (change.client().equals(name)) {
          ChangeSet own = local.unconfirmed().get(0);
          if (!own.equals(change.changes())) {
            faults.add(
                "revision %d is another change than its author has".formatted(change.revision()));
          }
          local.confirmed();
          confirmed = change.sequence();
          inFlight =
              inFlight.filter(frame -> frame.sequence() + frame.updates().size() - 1 > confirmed);
        } else {
          others(change.changes());
        }
      }
    }

    /** What is to be undone goes over what others do, as what is not confirmed does. */
    private void others(ChangeSet changes) {
      ChangeSet shown = changes;
      for (ChangeSet own : local.unconfirmed()) {
        shown = shown.map(own, true);
      }
      local.received(changes);
      List<ChangeSet> mapped = new ArrayList<>(undo);
      for (int i = undo.size() - 1; i >= 0; i--) {
        ChangeSet inverse = undo.get(i);
        mapped.set(i, inverse.map(shown, false));
        shown = shown.map(inverse, true);
      }
      undo = mapped;
    }
  }

  private void make(Move move) {
    Client client = clients.get(move.client());
    switch (move.kind()) {
      case TYPE, DELETE, REPLACE -> client.edit(move);
      case UNDO -> client.undo();
      case SUBMIT -> client.submit();
      case ARRIVE -> client.arrive();
      case RECEIVE -> client.receive(1 + move.length());
      case LOSE -> client.outbox.clear();
      case SEND_AGAIN -> client.sendAgain();
      default -> throw new IllegalStateException(move.toString());
    }
  }

  private void comeToRest() {
    for (int round = 0; round < 3; round++) {
      for (Client client : clients) {
        client.receive(Integer.MAX_VALUE);
        client.sendAgain();
        while (!client.outbox.isEmpty()) {
          client.arrive();
        }
        client.receive(Integer.MAX_VALUE);
        client.submit();
      }
    }
  }

  private void compare() {
    Text text = Text.EMPTY;
    for (Change change : log) {
      text = change.changes().apply(text);
    }
    for (Client client : clients) {
      if (!client.local.unconfirmed().isEmpty() || client.local.revision() != log.size()) {
        faults.add(client.name + " does not come to rest");
      } else if (!client.local.text().equals(text)) {
        faults.add(
            "%s holds \"%s\", the log makes \"%s\""
                .formatted(client.name, client.local.text(), text));
      }
    }
  }
}
