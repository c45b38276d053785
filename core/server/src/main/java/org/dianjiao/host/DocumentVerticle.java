package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEndpoint;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.DocumentReply.ChangesPulled;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.DocumentReply.Noted;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Permission;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Database;
import org.dianjiao.suggestion.Maker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner of one open document. Everything runs on one event loop, so there are no locks; what
 * leaves are records. When it loses its document it tells so, and undeploys itself.
 */
final class DocumentVerticle extends VerticleBase implements DocumentEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentVerticle.class);
  private static final long MILLIS = 1_000L;

  /** So many answers to pulls may wait for one slow client. */
  private static final int PAGES_IN_QUEUE = 8;

  private final String document;
  private final Surroundings around;
  private final Limits limits;
  private final Audience audience;
  private Opening opening;
  private Members members;
  private Ledger ledger;
  private Owner owner;
  private Analyses analyses;
  private Commands commands;
  private Listening addresses;
  private Listening people;
  private Numbers numbers;
  private Replay past;
  private Page page;
  private Recall recall;
  private Gate gate;
  private Amends amends;
  private SnapshotKeeper snapshots;
  private boolean rightsMoved;
  private long lastCommand;

  /** What an owner works with. */
  record Surroundings(
      String node,
      Database database,
      Writer writer,
      WorkerExecutor workers,
      PluginClient plugins,
      Limits limits,
      InstantSource clock) {}

  DocumentVerticle(String document, Surroundings around) {
    this.document = document;
    this.around = around;
    this.limits = around.limits();
    this.audience = new Audience(document);
  }

  @Override
  public Future<?> start() {
    people = PeopleEvents.listen(vertx, this::heard);
    return people
        .ready()
        .compose(
            ready ->
                blocking(
                    () -> new LoadGuard(around.database(), limits).open(document, around.node())))
        .compose(
            claimed ->
                blocking(() -> Members.load(around.database(), document, claimed.document()))
                    .map(loaded -> open(claimed, loaded)))
        .compose(opened -> listen());
  }

  private Void open(Opening claimed, Members loaded) {
    opening = claimed;
    members = loaded;
    ledger = new Ledger(claimed.document(), claimed.recent(), limits.recentChanges());
    owner =
        new Owner(
            claimed,
            ledger,
            around.writer(),
            limits.pendingCommands(),
            this::committed,
            this::lost);
    owner.rightsAsOf(loaded.aclVersion());
    analyses =
        new Analyses(vertx, around.plugins(), limits, document, () -> ledger.durable(), this::tell);
    commands = new Commands(ledger, owner, analyses, limits);
    page = new Page(limits.pulledChanges(), limits.outboundBytes() / PAGES_IN_QUEUE);
    Reader reader = this::blocking;
    past = new Replay(around.database(), document);
    recall = new Recall(past, reader, ledger, commands);
    gate = new Gate(limits.pendingCommands());
    numbers = new Numbers(document, around.database().changeLog(), reader, ledger, owner, commands);
    amends = new Amends(past, reader, recall, ledger, commands, numbers, gate);
    snapshots =
        new SnapshotKeeper(
            document,
            around.database(),
            reader,
            limits.snapshotChanges(),
            claimed.snapshotRevision());
    lastCommand = System.nanoTime();
    if (rightsMoved) {
      readRights();
    }
    return null;
  }

  private Future<Void> listen() {
    addresses = DocumentEndpoint.serve(vertx, document, this);
    vertx.setPeriodic(limits.headSeconds() * MILLIS, timer -> beat());
    return addresses.ready();
  }

  @Override
  public Future<?> stop() {
    if (owner != null) {
      owner.lose("the server is stopping");
    }
    return addresses == null ? people.stop() : addresses.stop().compose(stopped -> people.stop());
  }

  // --- commands -----------------------------------------------------------------------------

  @Override
  public Future<DocumentOpened> open(DocumentCommand.OpenDocument command) {
    return permitted(
        Permission.READ_DOCUMENT,
        command,
        () ->
            numbers.of(
                command.client(),
                command.account(),
                sequence ->
                    recall.since(
                        followed(command),
                        () -> {
                          audience.joined(command.session());
                          if (!owner.isWritable()) {
                            tellFull();
                          }
                          return Future.succeededFuture(answer(command, sequence));
                        })));
  }

  /** From where the changes are needed: what somebody missed, unless that is too much. */
  private long followed(DocumentCommand.OpenDocument command) {
    long head = ledger.durable().revision();
    return command
        .since()
        .map(DocumentCommand.Position::revision)
        .filter(since -> since >= 0 && since <= head && head - since <= limits.followedChanges())
        .orElse(head);
  }

  private DocumentOpened answer(DocumentCommand.OpenDocument command, long sequence) {
    return new OpeningAnswer(opening, members, ledger, analyses, audience, page)
        .to(command, ledger.written(command.client(), sequence));
  }

  @Override
  public Future<ChangesPulled> pull(DocumentCommand.PullChanges command) {
    return permitted(
        Permission.READ_DOCUMENT,
        command,
        () -> {
          long head = ledger.durable().revision();
          if (command.from() < 1 || command.from() > head + 1) {
            throw new Refusal(
                FailureCode.BASE_AHEAD,
                "revision %d is not among 1–%d".formatted(command.from(), head));
          }
          return recall
              .logged(command.from(), Math.min(head, command.from() + page.changes() - 1))
              .map(
                  logged ->
                      new ChangesPulled(
                          document, owner.epoch(), command.from(), head, page.of(logged)));
        });
  }

  @Override
  public Future<AnnotationsRead> annotations(DocumentCommand.ReadAnnotations command) {
    return permitted(
        Permission.READ_DOCUMENT,
        command,
        () -> Future.succeededFuture(new Window(ledger, limits).read(command)));
  }

  @Override
  public Future<CommandDone> submit(DocumentCommand.SubmitChanges command) {
    return once(
        Commands.permissions(command),
        command,
        work -> {
          commands.refuseFarBehind(command);
          return recall.since(Math.min(command.base(), ledger.head().revision()), work);
        },
        () -> commands.submit(command, now()));
  }

  @Override
  public Future<CommandDone> decide(DocumentCommand.DecideSuggestions command) {
    return once(
        Set.of(Permission.DECIDE), command, Supplier::get, () -> commands.decide(command, now()));
  }

  @Override
  public Future<CommandDone> approve(DocumentCommand.ApprovePassage command) {
    return once(
        Set.of(Permission.APPROVE),
        command,
        work -> recall.blamed(work),
        () -> commands.approve(command, now()));
  }

  @Override
  public Future<CommandDone> withdraw(DocumentCommand.WithdrawApproval command) {
    return once(
        Set.of(Permission.APPROVE),
        command,
        Supplier::get,
        () -> commands.withdraw(command, now()));
  }

  @Override
  public Future<CommandDone> revert(DocumentCommand.RevertChange command) {
    return whenOpen(() -> amends.revert(command, mayRevert(command), this::now));
  }

  @Override
  public Future<CommandDone> restore(DocumentCommand.RestoreText command) {
    return whenOpen(() -> amends.restore(command, mayRevert(command), this::now));
  }

  @Override
  public Future<CommandDone> undo(DocumentCommand.UndoDeeds command) {
    return whenOpen(() -> amends.undo(command, mayRevert(command), this::now));
  }

  private Runnable mayRevert(DocumentCommand command) {
    return () -> require(Set.of(Permission.REVERT), command);
  }

  private Future<CommandDone> once(
      Set<Permission> permissions,
      DocumentCommand.Numbered command,
      Function<Supplier<Future<CommandDone>>, Future<CommandDone>> preparation,
      Supplier<Future<CommandDone>> work) {
    return whenOpen(
        () ->
            numbers.once(
                command,
                () -> require(permissions, command),
                ending -> gate.pass(preparation, () -> ending.end(work))));
  }

  private void require(Set<Permission> permissions, DocumentCommand command) {
    members.require(Permission.READ_DOCUMENT, command.account());
    permissions.forEach(permission -> members.require(permission, command.account()));
  }

  @Override
  public Future<Noted> analyze(DocumentCommand.AnalyzeDocument command) {
    return permitted(
        Permission.RUN_PLUGIN,
        command,
        () -> analyses.run(command.plugin(), command.range()).map(done -> new Noted()));
  }

  @Override
  public Future<Noted> dismiss(DocumentCommand.DismissSuggestions command) {
    return permitted(
        Permission.RUN_PLUGIN,
        command,
        () -> {
          analyses.dismiss(command.plugin());
          return Future.succeededFuture(new Noted());
        });
  }

  @Override
  public Future<Noted> show(DocumentCommand.ShowPresence command) {
    return permitted(
        Permission.READ_DOCUMENT,
        command,
        () -> {
          tell(audience.shown(command, members.person(command.account())));
          return Future.succeededFuture(new Noted());
        });
  }

  @Override
  public Future<Noted> leave(DocumentCommand.LeaveDocument command) {
    audience.left(command.session());
    tell(new DocumentEvent.PresenceLeft(document, command.session()));
    return Future.succeededFuture(new Noted());
  }

  private <R> Future<R> permitted(
      Permission permission, DocumentCommand command, Supplier<Future<R>> work) {
    return whenOpen(
        () -> {
          require(Set.of(permission), command);
          return work.get();
        });
  }

  private <R> Future<R> whenOpen(Supplier<Future<R>> work) {
    lastCommand = System.nanoTime();
    return Failures.attempt(
        () -> {
          if (owner.isLost()) {
            throw new Refusal(FailureCode.UNAVAILABLE, "the document is being opened again");
          }
          return work.get();
        });
  }

  // --- what happened ------------------------------------------------------------------------

  private void committed(Owner.Committed committed) {
    List<Change> changes = committed.changes();
    tell(
        new DocumentEvent.ChangesCommitted(
            document, owner.epoch(), changes.get(0).revision(), changes));
    for (Change change : changes) {
      analyses.committed(change.changes());
      change.effects().forEach(this::happened);
    }
    snapshots.committed(ledger.durable(), committed.chain());
  }

  private void happened(Effect effect) {
    if (effect instanceof Effect.Decide decide) {
      Verdict verdict = decide.verdict();
      if (verdict.suggestion().maker() instanceof Maker.ByPlugin by) {
        analyses.decided(List.of(verdict.suggestion()));
        Decision decision =
            new Decision(verdict.suggestion().proposal(), verdict.outcome(), verdict.candidate());
        around
            .plugins()
            .decided(by.plugin(), new TellDecisions(List.of(decision)))
            .onFailure(failure -> LOG.debug("{} was not told: {}", by, failure.getMessage()));
      }
    } else if (effect instanceof Effect.Reopen reopen) {
      int end = Math.min(reopen.suggestion().end() + 1, ledger.durable().text().length());
      analyses.reopened(new TextRange(Math.min(reopen.suggestion().start(), end), end));
    }
  }

  private void heard(PeopleEvent event) {
    if (event instanceof PeopleEvent.RightsChanged rights) {
      if (members == null) {
        rightsMoved = true;
      } else if (rights.project().equals(members.project())) {
        readRights();
      }
    }
  }

  private void readRights() {
    blocking(() -> Members.load(around.database(), document, ledger.durable()))
        .onSuccess(this::loaded)
        .onFailure(failure -> owner.lose("rights cannot be read: " + failure.getMessage()));
  }

  /** Readings may overtake one another: an older one does not count any more. */
  private void loaded(Members loaded) {
    if (loaded.aclVersion() >= members.aclVersion()) {
      members = loaded;
      owner.rightsAsOf(loaded.aclVersion());
      tell(new DocumentEvent.MembersChanged(document, loaded.roles(), loaded.people()));
    }
  }

  private void beat() {
    if (owner.isLost()) {
      undeploy(); // it was lost before it was deployed
      return;
    }
    Document head = ledger.durable();
    tell(
        new DocumentEvent.HeadTold(
            document, owner.epoch(), head.revision(), head.text().checksum()));
    long idle = (System.nanoTime() - lastCommand) / (MILLIS * MILLIS * MILLIS);
    if (audience.isEmpty() && idle >= limits.idleSeconds() && owner.waitingCommands() == 0) {
      owner.lose("nobody is here");
    } else if (!owner.isWritable()) {
      tellFull();
      blocking(() -> around.database().changeLog().claim(document, around.node()))
          .onSuccess(claimed -> owner.lose("there is room on the disk again"));
    }
  }

  private void tellFull() {
    tell(new DocumentEvent.StorageFilled(document, Failures.full().getMessage()));
  }

  private void lost(Refusal why) {
    LOG.info("document {} closes: {}", document, why.getMessage());
    analyses.close();
    tell(new DocumentEvent.DocumentClosed(document, why.code().word(), why.getMessage()));
    undeploy();
  }

  private void undeploy() {
    String deployment = context.deploymentID();
    if (deployment != null && vertx.deploymentIDs().contains(deployment)) {
      addresses.stop().onComplete(stopped -> vertx.undeploy(deployment));
    }
  }

  private void tell(DocumentEvent event) {
    DocumentEvents.tell(vertx, event);
  }

  private <T> Future<T> blocking(Callable<T> work) {
    return around
        .workers()
        .executeBlocking(work, false)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof RuntimeException known ? Failures.told(known) : failure));
  }

  private Instant now() {
    return around.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
