package org.dianjiao.web;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.blind.Adjudication;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.Difference;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Task;
import org.dianjiao.bus.DocumentCommand.AdjudicateReadings;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.BlindRounds.NewRound;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.BareText;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Digest;
import org.dianjiao.text.Text;
import org.dianjiao.web.BlindComparison.Compared;

/**
 * Rounds of double work: gives the copies out, compares them, and makes of what was decided one
 * change of the source. Every method blocks.
 */
final class BlindDesk {

  private static final int CONTEXT = 10;

  private final Database database;
  private final BlindComparison comparison;

  BlindDesk(Database database, BlindComparison comparison) {
    this.database = database;
    this.comparison = comparison;
  }

  /**
   * What a manager asks for.
   *
   * @param workers account ids
   * @param from the first line, from 1; the whole text when neither is named
   * @param to the last line
   */
  record Wanted(Task task, List<String> workers, Optional<Integer> from, Optional<Integer> to) {
    Wanted {
      Objects.requireNonNull(task, "task");
      BlindRound.checkWorkers(workers);
      workers = List.copyOf(workers);
    }
  }

  /** Gives every worker a copy of the passages as they stand now. */
  BlindRound start(Account starter, DocumentRow source, Wanted wanted) {
    if (database.blind().ofCopy(source.id()).isPresent()) {
      throw new IllegalArgumentException("this is a copy of a round itself");
    }
    for (String worker : wanted.workers()) {
      requireWorker(source.project(), worker);
    }
    Text text = new Replay(database, source.id()).at(source.revision()).text();
    int from = wanted.from().orElse(1);
    int to = wanted.to().orElse(text.lineCount());
    if (from < 1 || to < from || to > text.lineCount()) {
      throw new IllegalArgumentException(
          "lines %d to %d are not among 1–%d".formatted(from, to, text.lineCount()));
    }
    int start = text.line(from - 1).start();
    int end = text.line(to - 1).end();
    if (start == end) {
      throw new IllegalArgumentException("there is no text in lines %d to %d".formatted(from, to));
    }
    String title = "%s · double work".formatted(source.title());
    BlindRound round =
        database
            .blind()
            .prepare(
                new NewRound(
                    source.id(),
                    source.revision(),
                    start,
                    end,
                    wanted.task(),
                    starter.id(),
                    title,
                    wanted.workers()));
    for (BlindCopy copy : round.copies()) {
      DocumentImport.fill(database, copy.document(), title, text.slice(start, end), starter.id());
    }
    database.blind().begin(round.id());
    return database.blind().find(round.id()).orElseThrow();
  }

  private void requireWorker(String project, String account) {
    Optional<Role> role = database.projects().role(project, account);
    if (role.filter(held -> held.includes(Role.ANNOTATOR)).isEmpty()) {
      throw new IllegalArgumentException(
          "%s is no annotator of this project at least".formatted(name(account)));
    }
  }

  /** How somebody is called. */
  String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }

  /**
   * A round of a source that this person may know of.
   *
   * @throws Refusal when there is none
   */
  BlindRound known(DocumentRow source, String round, Account account, Optional<Role> member) {
    return database
        .blind()
        .find(round)
        .filter(found -> found.source().equals(source.id()))
        .filter(found -> found.isKnownTo(account.id(), member))
        .orElseThrow(
            () ->
                new Refusal(
                    FailureCode.UNKNOWN_DOCUMENT, "no such round, or it is not yours to see"));
  }

  /** A worker is done, or not after all. */
  void setDone(BlindRound round, Account account, boolean done) {
    BlindCopy copy =
        round
            .copyOf(account.id())
            .orElseThrow(
                () -> new Refusal(FailureCode.NOT_PERMITTED, "you do not work in this round"));
    Optional<Long> revision = Optional.empty();
    if (done) {
      long head = database.projects().document(copy.document()).orElseThrow().revision();
      String now = new Replay(database, copy.document()).at(head).text().toString();
      requireTask(round, comparison.passages(round), now);
      revision = Optional.of(head);
    }
    if (!database.blind().setDone(round.id(), account.id(), revision)) {
      throw new Refusal(
          FailureCode.TEXT_CHANGED,
          "your copy has changed just now, or all are done already; look again");
    }
  }

  private static void requireTask(BlindRound round, String given, String now) {
    String before = round.task() == Task.PUNCTUATE ? BareText.of(given).content() : given;
    String after = round.task() == Task.PUNCTUATE ? BareText.of(now).content() : now;
    if (round.task() != Task.TRANSCRIBE && !before.equals(after)) {
      int at = 0;
      while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
        at++;
      }
      throw new IllegalArgumentException(
          "%s: “%s” became “%s”; bring the text back first"
              .formatted(
                  round.task() == Task.PUNCTUATE
                      ? "more than marks was changed"
                      : "the text was changed, but only names are asked for",
                  around(before, at),
                  around(after, at)));
    }
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - CONTEXT), Math.min(text.length(), at + CONTEXT));
  }

  /** Refuses whoever may not decide in a round now: four eyes, and one who decides. */
  void requireAdjudicator(BlindRound round, Account account) {
    if (round.isWorker(account.id())) {
      throw new Refusal(
          FailureCode.OWN_WORK, "you work in this round yourself; somebody else has to decide");
    }
    if (round.state() != RoundState.MERGING) {
      throw new Refusal(
          FailureCode.NOTHING_TO_DO,
          round.state() == RoundState.WORKING
              ? "not all are done yet; nothing can be decided"
              : "this round is over");
    }
    round
        .adjudicator()
        .filter(other -> !other.equals(account.id()))
        .ifPresent(
            other -> {
              throw new Refusal(
                  FailureCode.NOT_PERMITTED, "%s decides in this round".formatted(name(other)));
            });
  }

  /**
   * One decision about some differences.
   *
   * @param ruling empty when they are not decided after all
   */
  record Decided(List<String> differences, Optional<Ruling> ruling) {
    Decided {
      differences = List.copyOf(differences);
    }
  }

  /** Keeps what was decided: all of it, or nothing. */
  void rule(BlindRound round, Account account, List<Decided> decided) {
    requireAdjudicator(round, account);
    if (merged(round).isPresent()) {
      throw new Refusal(
          FailureCode.NOTHING_TO_DO, "the decisions are in the text already; close the round");
    }
    Map<String, Optional<Ruling>> rulings = new LinkedHashMap<>();
    decided.forEach(one -> one.differences().forEach(id -> rulings.put(id, one.ruling())));
    Set<String> known =
        comparison.of(round).differences().stream().map(Difference::id).collect(toSet());
    rulings.forEach(
        (difference, ruling) -> {
          Optional<String> stranger =
              ruling.flatMap(Ruling::worker).filter(worker -> !round.isWorker(worker));
          if (!known.contains(difference) || stranger.isPresent()) {
            throw new IllegalArgumentException(
                "%s is no difference of this round, or is not read by whom you named"
                    .formatted(difference));
          }
        });
    if (!database.blind().rule(round.id(), account.id(), rulings)) {
      throw new Refusal(FailureCode.NOT_PERMITTED, "somebody else decides in this round now");
    }
  }

  /** Who could decide in a round instead of who does: they may in the project, and do not work. */
  List<Account> judges(BlindRound round) {
    return database.projects().members(round.project()).stream()
        .filter(member -> mayDecide(round, member.account().id(), member.role()))
        .map(Membership::account)
        .filter(account -> !account.id().equals(round.adjudicator().orElse("")))
        .toList();
  }

  private static boolean mayDecide(BlindRound round, String account, Role role) {
    return !round.isWorker(account) && Permission.DECIDE.refusal(Optional.of(role)).isEmpty();
  }

  /** Says who decides from now on. */
  void handOver(BlindRound round, Account account, String to) {
    if (round.isWorker(account.id())) {
      throw new Refusal(
          FailureCode.OWN_WORK, "you work in this round yourself; somebody else has to say it");
    }
    if (round.isWorker(to)) {
      throw new Refusal(
          FailureCode.OWN_WORK, "%s works in this round and cannot decide".formatted(name(to)));
    }
    Optional<Role> role = database.projects().role(round.project(), to);
    if (role.filter(held -> mayDecide(round, to, held)).isEmpty()) {
      throw new IllegalArgumentException(
          "%s is no reviewer of this project at least".formatted(name(to)));
    }
    if (!database.blind().handOver(round.id(), to, account.id())) {
      throw new Refusal(FailureCode.NOTHING_TO_DO, "this round is over");
    }
  }

  /**
   * What is to be put into the source, and what cannot be.
   *
   * @param command empty when nobody proposed anything, or nothing is left of it
   * @param left why some differences are left alone, by their ids
   * @param merged the revision that has it already: an answer was lost
   */
  record Merge(
      Optional<AdjudicateReadings> command, Map<String, String> left, Optional<Long> merged) {}

  /** Makes of all decisions one command to the source, at its newest revision. */
  Merge merge(BlindRound round, Account account) {
    requireAdjudicator(round, account);
    Compared compared = comparison.of(round);
    Map<String, Ruling> rulings = database.blind().rulings(round.id());
    long open =
        compared.differences().stream()
            .filter(one -> !one.agreed() && !rulings.containsKey(one.id()))
            .count();
    if (open > 0) {
      throw new Refusal(
          FailureCode.NOTHING_TO_DO,
          open == 1
              ? "1 difference is not decided yet"
              : "%d differences are not decided yet".formatted(open));
    }
    Optional<LogEntry> there = merged(round);
    if (there.isPresent()) {
      return new Merge(Optional.empty(), Map.of(), there.map(LogEntry::revision));
    }
    long head = database.projects().document(round.source()).orElseThrow().revision();
    int length = new Replay(database, round.source()).at(round.revision()).text().length();
    ChangeSet since = comparison.composed(round.source(), round.revision(), head, length);
    List<Verdict> verdicts = new ArrayList<>();
    Map<String, String> left = new LinkedHashMap<>();
    for (Verdict verdict : Adjudication.verdicts(round, compared.differences(), rulings)) {
      Optional<Suggestion> moved = Adjudication.moved(verdict.suggestion(), since);
      moved.ifPresentOrElse(
          found ->
              verdicts.add(
                  new Verdict(verdict.outcome(), verdict.candidate(), verdict.correction(), found)),
          () -> left.put(difference(round, verdict.suggestion().id()), Adjudication.CHANGED));
    }
    Optional<AdjudicateReadings> command =
        verdicts.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new AdjudicateReadings(
                    round.source(), account.id(), client(round), 1, head, verdicts));
    return new Merge(command, left, Optional.empty());
  }

  /** The change of the source that holds the decisions; there before the round is closed. */
  private Optional<LogEntry> merged(BlindRound round) {
    return database.changeLog().find(round.source(), client(round), 1);
  }

  /** The difference that a reading with this id belongs to. */
  static String difference(BlindRound round, String reading) {
    String[] parts = reading.substring(round.id().length() + 1).split("-", 3);
    return parts[0] + "-" + parts[1];
  }

  /** A name for the one command of a round, which nobody can take before who may see all copies. */
  private static String client(BlindRound round) {
    return "blind-" + Digest.of(round.id() + round.copies());
  }

  /** The decisions are in the source, or nothing of them changed anything. */
  void close(BlindRound round, Account account, Optional<Long> revision, Map<String, String> left) {
    if (!database.blind().close(round.id(), account.id(), revision, left)) {
      throw new Refusal(FailureCode.NOTHING_TO_DO, "this round is over");
    }
  }
}
