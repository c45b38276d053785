package org.dianjiao.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.EntityProposal.Decision;
import org.dianjiao.entity.EntityProposal.Outcome;
import org.dianjiao.entity.NewStep;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.registry.EntityWish;
import org.dianjiao.registry.Seen;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;

/** What people do with authority files: they change, propose, decide and take back. Blocking. */
final class AuthorityEdits {

  private final AuthorityFiles files;
  private final AuthorityDesk desk;
  private final Limits limits;

  AuthorityEdits(Database database, AuthorityDesk desk, Limits limits) {
    this.files = database.authorityFiles();
    this.desk = desk;
    this.limits = limits;
  }

  /** Makes a wish come true; gives the number of the step. */
  long change(String file, EntityWish wish, Account account) {
    NewStep step = step(file, wish, account);
    requireRoom(file, step.changes());
    return files.add(file, step);
  }

  private NewStep step(String file, EntityWish wish, Account account) {
    List<Change> changes = wish.changes(desk.seen(file).file());
    return NewStep.by(account.id(), wish.deed(), wish.reason().orElse(""), changes);
  }

  private void requireRoom(String file, List<Change> changes) {
    long more = changes.stream().filter(change -> change.was().isEmpty()).count();
    Seen seen = desk.seen(file);
    if (seen.entries() + more > limits.authorityEntries()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d entries are in this file and %d more would come; %d at most: the limit is"
                  .formatted(seen.entries(), more, limits.authorityEntries())
              + " authority-entries");
    }
  }

  /** Takes a step back, when nobody changed since what it did. */
  long undo(String file, long number, String reason, Account account) {
    if (files.step(file, number).isEmpty()) {
      throw new Refusal(FailureCode.UNKNOWN_SUGGESTION, "there is no step " + number);
    }
    List<Change> back =
        files.changes(file, number, Integer.MAX_VALUE).stream().map(Change::reversed).toList();
    return files.add(
        file,
        new NewStep(
            Deed.UNDO,
            Optional.of(account.id()),
            Optional.empty(),
            Instant.now(),
            reason,
            Optional.of(number),
            back));
  }

  /** Keeps a wish for somebody who decides. */
  EntityProposal propose(String file, EntityWish wish, Account account) {
    if (files.openProposals(file) >= limits.authorityProposals()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d proposals wait already; the limit is authority-proposals"
              .formatted(limits.authorityProposals()));
    }
    return files.propose(file, step(file, wish, account));
  }

  /** Does what was proposed, or says no. Nobody accepts what they proposed themselves. */
  EntityProposal decide(String file, String id, Outcome outcome, String answer, Account account) {
    EntityProposal proposal = open(file, id);
    Decision decision =
        new Decision(outcome, account.id(), Instant.now(), answer, Optional.empty());
    if (answer.length() > NewStep.LONGEST_REASON) {
      throw new IllegalArgumentException(
          "the answer has %d characters; %d at most"
              .formatted(answer.length(), NewStep.LONGEST_REASON));
    }
    switch (outcome) {
      case ACCEPTED -> accept(file, proposal, decision);
      case REJECTED -> requireOpen(files.end(file, id, decision));
      default -> throw new IllegalArgumentException("a decision is accepted or rejected");
    }
    return files.proposal(file, id).orElseThrow();
  }

  private void accept(String file, EntityProposal proposal, Decision decision) {
    if (proposal.account().equals(decision.account())) {
      throw new Refusal(
          FailureCode.OWN_WORK, "this proposal is your own; somebody else has to accept it");
    }
    requireRoom(file, proposal.changes());
    requireOpen(files.accept(file, proposal, decision).isPresent());
  }

  /** Takes one's own proposal back. */
  EntityProposal withdraw(String file, String id, Account account) {
    EntityProposal proposal = open(file, id);
    if (!proposal.account().equals(account.id())) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED, "only who made a proposal withdraws it; it can be rejected");
    }
    Decision withdrawn =
        new Decision(Outcome.WITHDRAWN, account.id(), Instant.now(), "", Optional.empty());
    requireOpen(files.end(file, id, withdrawn));
    return files.proposal(file, id).orElseThrow();
  }

  private EntityProposal open(String file, String id) {
    EntityProposal proposal =
        files
            .proposal(file, id)
            .orElseThrow(
                () ->
                    new Refusal(FailureCode.UNKNOWN_SUGGESTION, "there is no such proposal here"));
    requireOpen(proposal.decision().isEmpty());
    return proposal;
  }

  private static void requireOpen(boolean open) {
    if (!open) {
      throw new Refusal(FailureCode.NOTHING_TO_DO, "this proposal is decided already");
    }
  }
}
