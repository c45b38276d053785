package org.dianjiao.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.durability.Agenda.Life;
import org.dianjiao.durability.Observation.Acknowledged;
import org.dianjiao.durability.Observation.Edit;
import org.dianjiao.durability.Observation.Refused;
import org.dianjiao.durability.Observation.Seen;
import org.dianjiao.durability.Observation.Shown;
import org.dianjiao.people.Account;
import org.dianjiao.text.ChangeSet;

/**
 * A client that keeps to docs/protocol.md: one frozen submit in flight, sent again as it was;
 * others' changes taken one at a time. It comes back whenever the connection is gone; what it does
 * then is left to chance.
 */
final class SimulatedClient {

  private static final long PAUSE = 500 * Agenda.MILLI;
  private static final long REOPEN = 300 * Agenda.MILLI;
  static final int MOST_UPDATES = 6;

  private final Simulation world;
  private final Agenda agenda;
  private final Account account;
  private final Life life = new Life();
  private final Optional<Reviewing> reviewing;
  private Tab tab;
  private Optional<Link> link = Optional.empty();
  private boolean shown;
  private boolean typing;
  private final Deque<Long> asked = new ArrayDeque<>();
  private final Set<Long> resent = new HashSet<>();
  private final Set<Long> forged = new HashSet<>();

  SimulatedClient(Simulation world, Account account) {
    this.world = world;
    this.agenda = world.agenda();
    this.account = account;
    openTab();
    this.reviewing =
        account.id().equals(Simulation.REVIEWER)
            ? Optional.of(new Reviewing(world, account, this::write))
            : Optional.empty();
  }

  private void openTab() {
    tab = new Tab(Simulation.DOCUMENT, "tab-%016x".formatted(agenda.random().nextLong()));
    resent.clear();
    forged.clear();
  }

  void begin() {
    typing = true;
    connect();
    pause();
  }

  /** Types no more; what is typed is still sent. */
  void rest() {
    typing = false;
  }

  void end() {
    life.end();
    link.ifPresent(Link::lose);
  }

  Optional<Link> link() {
    return link;
  }

  boolean isOf(Account somebody) {
    return account.equals(somebody);
  }

  String client() {
    return tab.client();
  }

  /** Where it stands, in words. */
  String state() {
    return "%s of %s: revision %d, %d unconfirmed, number %d confirmed, in flight %s, link %b, shown %b"
        .formatted(
            tab.client(),
            account.id(),
            tab.local().map(LocalText::revision).orElse(0L),
            tab.unconfirmed(),
            tab.confirmed(),
            tab.inFlight().map(frozen -> frozen.first() + "–" + frozen.last()).orElse("nothing"),
            link.isPresent(),
            shown);
  }

  /** The text, when everything typed is confirmed and the given revision is reached. */
  Optional<String> textAtRest(long revision) {
    return tab.textAtRest(revision);
  }

  // --- the connection -----------------------------------------------------------------------

  private void connect() {
    if (life.isOver() || link.isPresent()) {
      return;
    }
    Optional<SimulatedServer> server = world.server();
    if (server.isEmpty()) {
      later(this::connect);
      return;
    }
    Link fresh = new Link(agenda, server.get(), world::weather, this::received, this::gone);
    link = Optional.of(fresh);
    fresh.send(Frame.hello(server.get().ticket(account)));
    open();
  }

  private void gone() {
    link = Optional.empty();
    asked.clear();
    shown = false;
    if (typing && agenda.oneIn(10)) {
      openTab();
    }
    later(this::connect);
  }

  private void later(Runnable work) {
    agenda.after(Agenda.MILLI + agenda.upTo(REOPEN), life, work);
  }

  private void reopenLater() {
    shown = false;
    Optional<Link> current = link;
    later(
        () -> {
          if (link.isPresent() && link.equals(current) && !shown) {
            open();
          }
        });
  }

  private void open() {
    shown = false;
    asked.add(agenda.now());
    write(tab.open());
    if (agenda.random().nextBoolean()) {
      resend();
    }
  }

  private void resend() {
    tab.inFlight()
        .ifPresent(
            frozen -> {
              resent.add(frozen.first());
              write(frozen.frame());
            });
  }

  private void write(String frame) {
    world.trace(account.id(), frame.length() + tab.confirmed());
    link.ifPresent(open -> open.send(frame));
  }

  // --- from the server ----------------------------------------------------------------------

  private void received(String text) {
    JsonNode frame = world.parsed(text).json();
    String type = frame.path("type").asText();
    world.trace(type, frame.path("revision").asLong() + 31 * frame.path("first").asLong());
    switch (type) {
      case "opened" -> opened(frame);
      case "resumed" -> resumed(frame);
      case "changes" -> changes(world.parsed(text));
      case "done" -> done(frame);
      case "refused" -> refused(frame);
      case "head" -> head(frame.path("revision").asLong());
      case "closed", "failed" -> reopenLater();
      default -> {}
    }
  }

  private void opened(JsonNode frame) {
    long revision = frame.path("revision").asLong();
    String text = frame.path("text").asText();
    world.observe(new Shown(tab.client(), asked.remove(), revision, Optional.of(text)));
    tab.shown(revision, text);
    goOn(frame);
  }

  private void resumed(JsonNode frame) {
    long revision = frame.path("revision").asLong();
    world.observe(new Shown(tab.client(), asked.remove(), revision, Optional.empty()));
    goOn(frame);
  }

  private void goOn(JsonNode frame) {
    tab.goOn(frame.path("epoch").asLong());
    shown = true;
    if (frame.path("sequence").asLong() <= tab.confirmed()) {
      resend();
    }
    head(frame.path("revision").asLong());
    reviewing.ifPresent(Reviewing::resend);
    submit();
  }

  private void head(long revision) {
    tab.pull(revision).filter(frame -> shown).ifPresent(this::write);
  }

  private void changes(Parsed frame) {
    if (tab.local().isEmpty() || !shown) {
      return;
    }
    LocalText local = tab.local().get();
    long revision = frame.json().path("first").asLong();
    if (revision > local.revision() + 1) {
      head(revision);
      return;
    }
    for (int i = 0; i < frame.changes().size(); i++) {
      if (revision == local.revision() + 1) {
        take(local, revision, frame.edits().get(i), frame.changes().get(i));
      }
      revision++;
    }
    submit();
  }

  private void take(LocalText local, long revision, Edit edit, ChangeSet changes) {
    world.observe(new Seen(tab.client(), revision, edit, changes));
    if (!edit.client().equals(tab.client())) {
      local.received(changes);
      return;
    }
    if (edit.sequence() != tab.confirmed() + 1 || tab.unconfirmed() == 0) {
      world.fault("%s came back after number %d".formatted(edit, tab.confirmed()));
      return;
    }
    if (!local.unconfirmed().get(0).equals(changes)) {
      world.fault("%s came back as another change than its author has".formatted(edit));
    }
    tab.confirm();
    world.observe(new Acknowledged(edit, agenda.now(), revision));
    tab.baseOf(edit.sequence()).ifPresent(base -> world.accepted(base, revision));
    if (tab.inFlight().isEmpty() && agenda.oneIn(4)) {
      forge();
    }
  }

  private void done(JsonNode frame) {
    long sequence = frame.path("sequence").asLong();
    if (reviewing.filter(reviewer -> reviewer.answered(frame)).isPresent()) {
      return;
    }
    if (!frame.path("client").asText().equals(tab.client())) {
      return;
    }
    if (forged.contains(sequence)) {
      world.fault(
          "other content under the used number %d was taken for stored".formatted(sequence));
      return;
    }
    Edit last = new Edit(tab.client(), tab.lastOf(sequence).orElseThrow());
    world.observe(new Acknowledged(last, agenda.now(), frame.path("revision").asLong()));
    head(frame.path("revision").asLong());
  }

  private void refused(JsonNode frame) {
    long sequence = frame.path("sequence").asLong();
    String code = frame.path("code").asText();
    if (reviewing.filter(reviewer -> reviewer.answered(frame)).isPresent()) {
      return;
    }
    if (!frame.path("client").asText().equals(tab.client())) {
      return;
    }
    if (forged.contains(sequence)) {
      if (!code.equals("sequence-reused")) {
        world.fault("a used number was refused as " + code);
      }
      return;
    }
    String message = frame.path("message").asText();
    String reason = code + ": " + message;
    if (!world.mayRefuse(account.id(), code, message)) {
      world.fault("an edit that nothing is wrong with was refused: " + reason);
    }
    if (!resent.contains(sequence)) { // a refusal speaks for the copy that it answers
      for (long number = sequence; number <= tab.lastOf(sequence).orElseThrow(); number++) {
        world.observe(new Refused(new Edit(tab.client(), number), reason));
      }
    }
    openTab();
    link.ifPresent(Link::lose);
  }

  // --- typing -------------------------------------------------------------------------------

  private void pause() {
    agenda.after(
        Agenda.MILLI + agenda.upTo(PAUSE),
        life,
        () -> {
          if (typing) {
            type();
            pause();
          }
        });
  }

  private void type() {
    if (tab.local().isEmpty() || tab.unconfirmed() >= MOST_UPDATES) {
      return;
    }
    LocalText local = tab.local().get();
    if (reviewing.isPresent()) {
      if (shown) {
        reviewing.get().approve(local.text());
      }
      return;
    }
    String mark = world.mark();
    tab.type(Typing.anywhere(local.text(), mark, agenda.random()), mark);
    submit();
  }

  private void submit() {
    if (!shown || tab.inFlight().isPresent() || tab.unconfirmed() == 0 || link.isEmpty()) {
      return;
    }
    write(tab.freeze(account.id(), agenda.now(), world::observe));
  }

  /** Sends other content under a number that is used up, as a tab does that was brought back. */
  private void forge() {
    LocalText local = tab.local().orElseThrow();
    long sequence = tab.confirmed();
    if (tab.lastOf(sequence).isPresent() && !resent.contains(sequence)) {
      forged.add(sequence);
      ChangeSet other = ChangeSet.replace(local.text().length(), 0, 0, "偽");
      write(
          Frame.submit(
              Simulation.DOCUMENT, tab.client(), sequence, local.revision(), List.of(other)));
    }
  }
}
