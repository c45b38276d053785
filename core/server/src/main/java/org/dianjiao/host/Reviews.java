package org.dianjiao.host;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.DocumentReply.Skipped;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Blame;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.document.PassageEffect;
import org.dianjiao.document.TalkEffect;
import org.dianjiao.document.Update;
import org.dianjiao.json.SeenPassage;
import org.dianjiao.limits.Limits;
import org.dianjiao.review.Approval;
import org.dianjiao.review.ReviewRules;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Line;

/**
 * What is said of whole passages: that they are ready, that they are right. Each has to be as its
 * reviewer saw it; those that are not are left alone, with a reason. Rights were checked before.
 */
final class Reviews {

  private final String document;
  private final Ledger ledger;
  private final Owner owner;
  private final Limits limits;
  private Optional<Blame> blame = Optional.empty();

  Reviews(String document, Ledger ledger, Owner owner, Limits limits) {
    this.document = document;
    this.ledger = ledger;
    this.owner = owner;
    this.limits = limits;
  }

  /** Whether it is known who worked on which line. */
  boolean blameKnown() {
    return blame.isPresent() && blame.get().revision() + 1 >= ledger.firstRecent();
  }

  void blame(Blame known) {
    blame = Optional.of(known);
  }

  Future<CommandDone> approve(
      DocumentCommand.ApprovePassages command, Members members, Instant now) {
    Blame workers = blame.orElseThrow();
    ledger.since(workers.revision()).forEach(workers::add);
    Saying saying = new Saying(command.passages());
    for (DocumentCommand.SeenPassage passage : command.passages()) {
      saying.say(passage, () -> approval(passage, command.account(), members, workers));
    }
    return saying.commit(command, now);
  }

  /** What approving this passage does. */
  private List<Effect> approval(
      DocumentCommand.SeenPassage passage, String account, Members members, Blame workers) {
    Document head = ledger.head();
    ReviewRules.refusal(account, workers.workers(passage.start(), passage.end()))
        .ifPresent(words -> refuse(FailureCode.OWN_WORK, words));
    List<Approval> there = approvals(head, passage);
    if (there.stream().anyMatch(approval -> approval.account().equals(account))) {
      refuse(FailureCode.DUPLICATE_ID, "you approved this passage already");
    }
    List<Approval> hidden = there.stream().filter(a -> head.isDrawn(a.id())).toList();
    int needed = members.review().approvals();
    if (there.size() - hidden.size() >= needed) {
      refuse(
          FailureCode.NOTHING_TO_DO,
          "this passage has all approvals that it needs: %d".formatted(needed));
    }
    String id = Ids.fresh();
    List<Effect> effects = new ArrayList<>();
    boolean unmarked = SeenPassage.isUnmarked(head, passage.start(), passage.end());
    effects.add(new Effect.Approve(id, passage.start(), passage.end(), unmarked));
    if (!hidden.isEmpty()) {
      effects.add(new PassageEffect.OpenSample(hidden));
    } else if (there.isEmpty() && members.sampling().draws(document, passage.hash())) {
      effects.add(new PassageEffect.DrawSample(id));
    }
    return effects;
  }

  private static List<Approval> approvals(Document head, DocumentCommand.SeenPassage passage) {
    return head.approvals(passage.start(), passage.end()).stream()
        .filter(a -> a.start() == passage.start() && a.end() == passage.end())
        .toList();
  }

  Future<CommandDone> ready(DocumentCommand.MarkReady command, Instant now) {
    Saying saying = new Saying(command.passages());
    for (DocumentCommand.SeenPassage passage : command.passages()) {
      saying.say(passage, () -> readiness(passage));
    }
    return saying.commit(command, now);
  }

  private List<Effect> readiness(DocumentCommand.SeenPassage passage) {
    if (!ledger.head().ready(passage.start(), passage.end()).isEmpty()) {
      refuse(FailureCode.NOTHING_TO_DO, "this passage is ready already");
    }
    return List.of(new PassageEffect.MarkReady(Ids.fresh(), passage.start(), passage.end()));
  }

  Future<CommandDone> withdraw(DocumentCommand.WithdrawApproval command, Instant now) {
    return commit(
        command, List.of(new Effect.WithdrawApproval(command.approval())), List.of(), now);
  }

  Future<CommandDone> unready(DocumentCommand.WithdrawReady command, Instant now) {
    return commit(
        command, List.of(new PassageEffect.WithdrawReady(command.ready())), List.of(), now);
  }

  /** Writes down what somebody says to the others, at the place that it is about by now. */
  Future<CommandDone> talk(DocumentCommand.TalkOver command, Members members, Instant now) {
    long head = ledger.head().revision();
    if (command.revision() < 0 || command.revision() > head) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "base revision %d is ahead of %d".formatted(command.revision(), head));
    }
    TalkEffect talk = command.talk();
    talk.mentions().stream()
        .filter(account -> members.role(account).isEmpty())
        .findFirst()
        .ifPresent(
            stranger ->
                refuse(
                    FailureCode.NOT_PERMITTED,
                    "%s is no member of this project and cannot be mentioned".formatted(stranger)));
    int units = talk.toString().length();
    if (units > limits.bodyUnits()) {
      refuse(
          FailureCode.TOO_LARGE,
          "a comment of %d units; the limit is %d".formatted(units, limits.bodyUnits()));
    }
    TalkEffect placed = talk;
    for (Change change : ledger.since(command.revision())) {
      placed = placed.map(change.changes());
    }
    return commit(command, List.of(placed), List.of(), now);
  }

  private Future<CommandDone> commit(
      DocumentCommand.Numbered command, List<Effect> effects, List<Skipped> skipped, Instant now) {
    Draft draft = ledger.draft();
    ChangeSet nothing = ChangeSet.empty(ledger.head().text().length());
    draft.add(new Update(nothing, effects), Commands.origin(command, Commands.hash(command), now));
    int said = (int) effects.stream().filter(Commands::isDecision).count();
    return owner.commit(draft, new CommandDone(draft.document().revision(), said, skipped, false));
  }

  private static void refuse(FailureCode code, String words) {
    throw new Refusal(code, words);
  }

  /** One thing said of some passages, in one change. */
  private final class Saying {
    private final List<Effect> effects = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Integer> named = new HashSet<>();
    private Optional<Refusal> first = Optional.empty();

    Saying(List<DocumentCommand.SeenPassage> passages) {
      if (passages.isEmpty() || passages.size() > limits.decisionsPerCommand()) {
        refuse(
            FailureCode.TOO_MANY,
            "%d passages in one command; 1 to %d are taken"
                .formatted(passages.size(), limits.decisionsPerCommand()));
      }
    }

    void say(DocumentCommand.SeenPassage passage, java.util.function.Supplier<List<Effect>> what) {
      try {
        requireSeen(passage);
        if (!named.add(passage.start())) {
          refuse(FailureCode.DUPLICATE_ID, "this passage is named twice");
        }
        effects.addAll(what.get());
      } catch (Refusal refusal) {
        first = first.or(() -> Optional.of(refusal));
        skipped.add(new Skipped(Integer.toString(passage.start()), refusal.getMessage()));
      }
    }

    /** Refuses a passage that is not what somebody saw. */
    private void requireSeen(DocumentCommand.SeenPassage passage) {
      Document head = ledger.head();
      int start = passage.start();
      int end = passage.end();
      Line line = head.text().lineAt(Math.min(start, head.text().length()));
      boolean whole = line.start() == start && line.end() == end;
      if (!whole || !SeenPassage.hash(head, start, end).equals(passage.hash())) {
        refuse(
            FailureCode.TEXT_CHANGED,
            "the passage at %d–%d is not what you saw; look again".formatted(start, end));
      }
    }

    Future<CommandDone> commit(DocumentCommand.Numbered command, Instant now) {
      if (effects.isEmpty()) {
        throw first.orElseThrow();
      }
      return Reviews.this.commit(command, effects, skipped, now);
    }
  }
}
