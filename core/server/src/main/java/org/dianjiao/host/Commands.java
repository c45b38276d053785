package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.blind.Adjudication;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.Skipped;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Change;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.Decisions;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.PassageEffect;
import org.dianjiao.document.Rebase;
import org.dianjiao.document.Update;
import org.dianjiao.document.UpdateRules;
import org.dianjiao.exchange.Logged;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Digest;

/** What each numbered command does to the newest state. Rights were checked before. */
final class Commands {

  private final Ledger ledger;
  private final Owner owner;
  private final Analyses analyses;
  private final UpdateRules rules;
  private final Limits limits;

  Commands(Ledger ledger, Owner owner, Analyses analyses, Limits limits) {
    this.ledger = ledger;
    this.owner = owner;
    this.analyses = analyses;
    this.limits = limits;
    this.rules = new UpdateRules(limits);
  }

  /** A name for the content of a command. */
  static String hash(DocumentCommand.Numbered command) {
    return command instanceof DocumentCommand.SubmitChanges submit
        ? submit.hash()
        : Digest.of(Json.text(command));
  }

  /** Whether a command is in the log already; refuses one that leaves a number out. */
  Optional<Boolean> isRepeated(DocumentCommand.Numbered command, long last, int count) {
    long sequence = command.sequence();
    if (sequence < 1 || sequence > last + 1) {
      throw new Refusal(
          FailureCode.SEQUENCE_GAP, "number %d does not follow %d".formatted(sequence, last));
    }
    if (sequence == last + 1) {
      return Optional.empty();
    }
    if (sequence + count - 1 > last) {
      throw new Refusal(
          FailureCode.SEQUENCE_REUSED,
          "numbers %d–%d are in the log, %d–%d are not"
              .formatted(sequence, last, last + 1, sequence + count - 1));
    }
    return Optional.of(true);
  }

  /** Answers a repeated command as it was answered, when its content is the same. */
  Future<CommandDone> again(Logged logged, String hash) {
    Change change = logged.change();
    if (!logged.hash().equals(hash)) {
      throw new Refusal(
          FailureCode.SEQUENCE_REUSED,
          "number %d was used for something else, at revision %d"
              .formatted(change.sequence(), change.revision()));
    }
    int decided = (int) change.effects().stream().filter(Commands::isDecision).count();
    return owner.whenDurable(
        change.revision(), new CommandDone(change.revision(), decided, List.of(), true));
  }

  static boolean isDecision(Effect effect) {
    return effect instanceof Effect.Decide
        || effect instanceof Effect.Approve
        || effect instanceof PassageEffect.MarkReady;
  }

  /** Nothing is moved over more changes than that. */
  void refuseFarBehind(long base) {
    long behind = ledger.head().revision() - base;
    if (behind > limits.followedChanges()) {
      throw new Refusal(
          FailureCode.BASE_BEHIND,
          "base revision %d is %d behind; %d at most"
              .formatted(base, behind, limits.followedChanges()));
    }
  }

  private void refuseAhead(long base) {
    if (base > ledger.head().revision()) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "base revision %d is ahead of %d".formatted(base, ledger.head().revision()));
    }
  }

  Future<CommandDone> submit(DocumentCommand.SubmitChanges command, Instant now) {
    refuseAhead(command.base());
    if (command.updates().isEmpty() || command.updates().size() > limits.updatesPerSubmit()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d updates in one submit; 1 to %d are taken"
              .formatted(command.updates().size(), limits.updatesPerSubmit()));
    }
    command.updates().forEach(rules::checkSent);
    List<Change> since = ledger.since(command.base());
    for (Change change : since) {
      if (change.client().equals(command.client())) {
        throw new Refusal(
            FailureCode.MALFORMED,
            "base revision %d is behind your own change at %d"
                .formatted(command.base(), change.revision()));
      }
    }
    List<Update> rebased = Rebase.rebase(command.updates(), command.client(), since);
    Draft draft = ledger.draft();
    Draft.Origin origin = origin(command, command.hash(), now);
    for (Update update : rebased) {
      draft.add(rules.settle(update, draft.document(), !since.isEmpty()), origin);
    }
    return owner.commit(draft, new CommandDone(draft.document().revision(), 0, List.of(), false));
  }

  Future<CommandDone> decide(DocumentCommand.DecideSuggestions command, Instant now) {
    int count = command.suggestions().size();
    if (count == 0 || count > limits.decisionsPerCommand()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d decisions in one command; 1 to %d are taken"
              .formatted(count, limits.decisionsPerCommand()));
    }
    Decisions decisions = new Decisions(ledger.head(), command.account());
    for (Suggestion suggestion : placed(command.suggestions(), decisions)) {
      decisions.decide(suggestion, command.outcome(), command.candidate(), command.correction());
    }
    List<Skipped> skipped =
        decisions.leftAlone().stream()
            .map(left -> new Skipped(left.suggestion(), left.reason()))
            .toList();
    if (decisions.decided() == 0) {
      boolean own = skipped.stream().anyMatch(skip -> skip.reason().contains("your own"));
      throw new Refusal(
          own ? FailureCode.OWN_WORK : FailureCode.UNKNOWN_SUGGESTION, skipped.get(0).reason());
    }
    Draft draft = ledger.draft();
    draft.add(decisions.update(), origin(command, hash(command), now));
    return owner.commit(
        draft, new CommandDone(draft.document().revision(), decisions.decided(), skipped, false));
  }

  /** Decides on what the server found at an earlier revision. */
  Future<CommandDone> decideAll(DocumentCommand.Placed command, Instant now) {
    refuseAhead(command.base());
    int count = command.verdicts().size();
    if (count == 0 || count > limits.decisionsPerCommand()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d places in one command; 1 to %d are taken"
              .formatted(count, limits.decisionsPerCommand()));
    }
    List<Change> since = ledger.since(command.base());
    Optional<ChangeSet> moved =
        since.stream().map(Change::changes).reduce((one, next) -> one.compose(next));
    Decisions decisions = new Decisions(ledger.head(), command.account());
    for (Verdict verdict : command.verdicts()) {
      Suggestion suggestion = verdict.suggestion();
      Optional<Suggestion> there =
          moved.isEmpty() ? Optional.of(suggestion) : Adjudication.moved(suggestion, moved.get());
      there.ifPresentOrElse(
          found ->
              decisions.decide(found, verdict.outcome(), verdict.candidate(), verdict.correction()),
          () -> decisions.leave(suggestion.id(), Adjudication.CHANGED));
    }
    List<Skipped> skipped =
        decisions.leftAlone().stream()
            .map(left -> new Skipped(left.suggestion(), left.reason()))
            .toList();
    if (decisions.decided() == 0) {
      return Future.succeededFuture(
          new CommandDone(ledger.head().revision(), 0, skipped, false)); // nothing to write
    }
    Draft draft = ledger.draft();
    draft.add(decisions.update(), origin(command, hash(command), now));
    return owner.commit(
        draft, new CommandDone(draft.document().revision(), decisions.decided(), skipped, false));
  }

  /** The named suggestions where they are in the newest state, in the order of their places. */
  private List<Suggestion> placed(List<String> references, Decisions decisions) {
    List<Suggestion> found = new ArrayList<>();
    ChangeSet pending = composed(ledger.durable(), ledger.since(ledger.durable().revision()));
    for (String reference : references) {
      String id = Suggestion.idOf(reference);
      Optional<Suggestion> plugins =
          analyses
              .suggestions()
              .get(id)
              .filter(
                  suggestion ->
                      pending.isEmpty() || !pending.touches(suggestion.start(), suggestion.end()))
              .map(suggestion -> suggestion.at(suggestion.anchor().map(pending)));
      Optional<Suggestion> there = plugins.or(() -> ledger.head().proposal(id));
      if (there.isEmpty()) {
        decisions.leave(id, "this suggestion is not there any more");
      } else if (!there.get().reference().equals(reference)) {
        decisions.leave(id, "this proposal was changed since it was shown; look again");
      } else {
        found.add(there.get());
      }
    }
    found.sort(Comparator.comparingInt(Suggestion::start).thenComparingInt(Suggestion::end));
    return found;
  }

  private static ChangeSet composed(Document from, List<Change> changes) {
    ChangeSet all = ChangeSet.empty(from.text().length());
    for (Change change : changes) {
      all = all.compose(change.changes());
    }
    return all;
  }

  /**
   * The draft of a change that undoes or restores, on a state. Pure; may be called on any thread.
   */
  Draft drafted(
      Chronicle.Outcome outcome, DocumentCommand.Numbered command, Document on, Instant now) {
    if (outcome.isEmpty()) {
      throw new Refusal(
          FailureCode.NOTHING_TO_DO, "there is nothing left of it to undo or to restore");
    }
    Draft draft = new Draft(on);
    draft.add(rules.settle(outcome.update(), on, true), origin(command, hash(command), now));
    return draft;
  }

  /** Takes a draft that was made on the newest state. */
  Future<CommandDone> take(Draft draft) {
    if (owner.isLost()) {
      throw new Refusal(FailureCode.UNAVAILABLE, "the document is being opened again");
    }
    return owner.commit(draft, new CommandDone(draft.document().revision(), 0, List.of(), false));
  }

  static Draft.Origin origin(DocumentCommand.Numbered command, String hash, Instant now) {
    return new Draft.Origin(command.account(), command.client(), command.sequence(), hash, now);
  }
}
