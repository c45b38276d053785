package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEndpoint;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentReply.AnalysisBegun;
import org.dianjiao.bus.DocumentReply.AnnotationsRead;
import org.dianjiao.bus.DocumentReply.ChangesPulled;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.DocumentReply.Noted;
import org.dianjiao.bus.DocumentReply.PluginCommandRan;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;

/**
 * Receives the commands for one open document: looks at rights and numbers, brings what a command
 * needs, and has it done. Used on one context.
 */
final class Reception implements DocumentEndpoint {

  /** So many answers to pulls may wait for one slow client. */
  private static final int PAGES_IN_QUEUE = 8;

  private final String document;
  private final Surroundings around;
  private final Opening opening;
  private final Ledger ledger;
  private final Owner owner;
  private final Analyses analyses;
  private final Admission admission;
  private final Audience audience;
  private final Commands commands;
  private final Page page;
  private final Reviews reviews;
  private final Recall recall;
  private final PluginCommands pluginCommands;
  private final Gate gate;
  private final Amends amends;
  private final Numbers numbers;
  private long lastCommand = System.nanoTime();

  Reception(
      Surroundings around,
      Opening opening,
      Ledger ledger,
      Owner owner,
      Analyses analyses,
      Admission admission) {
    this.document = opening.head().document();
    this.around = around;
    this.opening = opening;
    this.ledger = ledger;
    this.owner = owner;
    this.analyses = analyses;
    this.admission = admission;
    Limits limits = around.limits();
    Replay past = new Replay(around.database(), document);
    audience = new Audience(document);
    commands = new Commands(ledger, owner, analyses, limits);
    page = new Page(limits.pulledChanges(), limits.outboundBytes() / PAGES_IN_QUEUE);
    reviews = new Reviews(document, ledger, owner, limits);
    recall = new Recall(past, around::read, ledger, reviews);
    gate = new Gate(limits.pendingCommands());
    pluginCommands = new PluginCommands(opening.row(), around, ledger, recall, analyses);
    numbers =
        new Numbers(document, around.database().changeLog(), around::read, ledger, owner, commands);
    amends = new Amends(around::read, recall, ledger, commands, numbers, gate);
  }

  Audience audience() {
    return audience;
  }

  /** For so long nothing was asked. */
  long idleSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lastCommand);
  }

  /** Tells everybody that there is no room on the disk. */
  void tellFull() {
    around.tell(new DocumentEvent.StorageFilled(document, Failures.full().getMessage()));
  }

  @Override
  public Future<DocumentOpened> open(DocumentCommand.OpenDocument command) {
    return permitted(
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
        .filter(
            since ->
                since >= 0 && since <= head && head - since <= around.limits().followedChanges())
        .orElse(head);
  }

  private DocumentOpened answer(DocumentCommand.OpenDocument command, long sequence) {
    return new OpeningAnswer(opening, admission.members(), ledger, analyses, audience, page)
        .to(command, ledger.written(command.client(), sequence));
  }

  @Override
  public Future<ChangesPulled> pull(DocumentCommand.PullChanges command) {
    return permitted(
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
        command, () -> Future.succeededFuture(new Window(ledger, around.limits()).read(command)));
  }

  @Override
  public Future<CommandDone> submit(DocumentCommand.SubmitChanges command) {
    return once(
        command,
        work -> {
          commands.refuseFarBehind(command.base());
          return recall.since(Math.min(command.base(), ledger.head().revision()), work);
        },
        () -> commands.submit(command, now()));
  }

  @Override
  public Future<CommandDone> decide(DocumentCommand.DecideSuggestions command) {
    return once(command, Supplier::get, () -> commands.decide(command, now()));
  }

  @Override
  public Future<CommandDone> adjudicate(DocumentCommand.AdjudicateReadings command) {
    return placed(command);
  }

  @Override
  public Future<CommandDone> apply(DocumentCommand.ApplyVariantRules command) {
    return placed(command);
  }

  /** Decides on what has its places at an earlier revision. */
  private Future<CommandDone> placed(DocumentCommand.Placed command) {
    return once(
        command,
        work -> {
          commands.refuseFarBehind(command.base());
          return recall.since(Math.min(command.base(), ledger.head().revision()), work);
        },
        () -> commands.decideAll(command, now()));
  }

  @Override
  public Future<CommandDone> approve(DocumentCommand.ApprovePassages command) {
    return once(
        command,
        work -> recall.blamed(work),
        () -> reviews.approve(command, admission.members(), now()));
  }

  @Override
  public Future<CommandDone> withdraw(DocumentCommand.WithdrawApproval command) {
    return once(command, Supplier::get, () -> reviews.withdraw(command, now()));
  }

  @Override
  public Future<CommandDone> ready(DocumentCommand.MarkReady command) {
    return once(command, Supplier::get, () -> reviews.ready(command, now()));
  }

  @Override
  public Future<CommandDone> unready(DocumentCommand.WithdrawReady command) {
    return once(command, Supplier::get, () -> reviews.unready(command, now()));
  }

  @Override
  public Future<CommandDone> talk(DocumentCommand.TalkOver command) {
    return once(
        command,
        work -> {
          commands.refuseFarBehind(command.revision());
          return recall.since(Math.min(command.revision(), ledger.head().revision()), work);
        },
        () -> reviews.talk(command, admission.members(), now()));
  }

  @Override
  public Future<CommandDone> revert(DocumentCommand.RevertChange command) {
    return whenOpen(command, () -> amends.revert(command, admitted(command), this::now));
  }

  @Override
  public Future<CommandDone> takeBack(DocumentCommand.TakeBackSweep command) {
    return whenOpen(command, () -> amends.takeBack(command, admitted(command), this::now));
  }

  @Override
  public Future<CommandDone> restore(DocumentCommand.RestoreText command) {
    return whenOpen(command, () -> amends.restore(command, admitted(command), this::now));
  }

  @Override
  public Future<CommandDone> undo(DocumentCommand.UndoDeeds command) {
    return whenOpen(command, () -> amends.undo(command, admitted(command), this::now));
  }

  @Override
  public Future<CommandDone> takeMarks(DocumentCommand.TakeMarks command) {
    return whenOpen(command, () -> amends.takeMarks(command, admitted(command), this::now));
  }

  @Override
  public Future<CommandDone> putMarksBack(DocumentCommand.PutMarksBack command) {
    return whenOpen(command, () -> amends.putMarksBack(command, admitted(command), this::now));
  }

  private Runnable admitted(DocumentCommand command) {
    return () -> admission.require(command);
  }

  private Future<CommandDone> once(
      DocumentCommand.Numbered command,
      Function<Supplier<Future<CommandDone>>, Future<CommandDone>> preparation,
      Supplier<Future<CommandDone>> work) {
    return whenOpen(
        command,
        () ->
            numbers.once(
                command,
                () -> admission.require(command),
                ending -> gate.pass(preparation, () -> ending.end(work))));
  }

  @Override
  public Future<AnalysisBegun> analyze(DocumentCommand.AnalyzeDocument command) {
    return permitted(
        command,
        () ->
            analyses
                .run(command.plugin(), command.range())
                .map(begun -> new AnalysisBegun(ledger.durable().text().length())));
  }

  @Override
  public Future<PluginCommandRan> run(DocumentCommand.RunPluginCommand command) {
    return permitted(
        command,
        () -> {
          command.selection().ifPresent(range -> commands.refuseFarBehind(range.revision()));
          return pluginCommands.run(command);
        });
  }

  /** Whether a plugin works here for somebody. */
  boolean isBusy() {
    return pluginCommands.isBusy();
  }

  @Override
  public Future<Noted> dismiss(DocumentCommand.DismissSuggestions command) {
    return permitted(
        command,
        () -> {
          analyses.dismiss(command.plugin());
          return Future.succeededFuture(new Noted());
        });
  }

  @Override
  public Future<Noted> keep(DocumentCommand.KeepOffers command) {
    return permitted(command, () -> analyses.keep().map(kept -> new Noted()));
  }

  @Override
  public Future<Noted> show(DocumentCommand.ShowPresence command) {
    return permitted(
        command,
        () -> {
          around.tell(audience.shown(command, admission.members().person(command.account())));
          return Future.succeededFuture(new Noted());
        });
  }

  @Override
  public Future<Noted> leave(DocumentCommand.LeaveDocument command) {
    admission.require(command); // of the document it takes nothing: whoever was removed leaves too
    audience.left(command.session());
    around.tell(new DocumentEvent.PresenceLeft(document, command.session()));
    return Future.succeededFuture(new Noted());
  }

  private <R> Future<R> permitted(DocumentCommand command, Supplier<Future<R>> work) {
    return whenOpen(
        command,
        () -> {
          admission.require(command);
          return work.get();
        });
  }

  private <R> Future<R> whenOpen(DocumentCommand command, Supplier<Future<R>> work) {
    lastCommand = System.nanoTime();
    return whenOpen(() -> admission.meet(command.account()).compose(met -> whenOpen(work)));
  }

  private <R> Future<R> whenOpen(Supplier<Future<R>> work) {
    return Failures.attempt(
        () -> {
          if (owner.isLost()) {
            throw new Refusal(FailureCode.UNAVAILABLE, "the document is being opened again");
          }
          return work.get();
        });
  }

  private Instant now() {
    return around.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
