package org.dianjiao.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.blind.Adjudication;
import org.dianjiao.blind.Agreement;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.Collation;
import org.dianjiao.blind.Difference;
import org.dianjiao.blind.Name;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Task;
import org.dianjiao.bus.DocumentCommand.AdjudicateReadings;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.DocumentImport;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
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

/**
 * Rounds of double work: gives the copies out, compares them, and makes of what was decided one
 * change of the source. Every method blocks.
 */
final class BlindDesk {

  private static final int CONTEXT = 10;

  private final Database database;

  BlindDesk(Database database) {
    this.database = database;
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

  /**
   * What people read, side by side.
   *
   * @param passages as they were given out
   */
  record Compared(String passages, List<Difference> differences, Agreement agreement) {}

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
      requireTask(round, passages(round), state(copy, head).text().toString());
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

  private String passages(BlindRound round) {
    return new Replay(database, round.source())
        .at(round.revision())
        .text()
        .slice(round.start(), round.end());
  }

  private Document state(BlindCopy copy, long revision) {
    return new Replay(database, copy.document()).at(revision);
  }

  /** Lays the copies side by side as they were when they were done, or as they are. */
  Compared compare(BlindRound round) {
    String base = passages(round);
    return switch (round.task()) {
      case PUNCTUATE -> {
        List<String> texts = texts(round);
        yield new Compared(
            base,
            Collation.ofTexts(
                base, texts.stream().map(text -> Collation.marks(base, text)).toList()),
            Agreement.ofMarks(texts));
      }
      case ANNOTATE -> {
        List<List<Name>> names = round.copies().stream().map(this::names).toList();
        yield new Compared(base, Collation.ofNames(base, names), Agreement.ofNames(base, names));
      }
      case TRANSCRIBE -> {
        List<Difference> differences =
            Collation.ofTexts(
                base,
                round.copies().stream()
                    .map(copy -> Collation.changes(base, changes(copy, base.length())))
                    .toList());
        yield new Compared(
            base, differences, Agreement.ofChanges(round.copies().size(), differences));
      }
    };
  }

  private long revision(BlindCopy copy) {
    return copy.done()
        .orElseGet(() -> database.projects().document(copy.document()).orElseThrow().revision());
  }

  private List<String> texts(BlindRound round) {
    return round.copies().stream()
        .map(copy -> state(copy, revision(copy)).text().toString())
        .toList();
  }

  private List<Name> names(BlindCopy copy) {
    return state(copy, revision(copy)).annotations().stream()
        .filter(annotation -> !annotation.anchor().orphaned())
        .map(
            annotation ->
                new Name(annotation.anchor().start(), annotation.anchor().end(), annotation.body()))
        .toList();
  }

  private ChangeSet changes(BlindCopy copy, int length) {
    return composed(copy.document(), 1, revision(copy), length);
  }

  private ChangeSet composed(String document, long after, long to, int length) {
    ChangeSet all = ChangeSet.empty(length);
    for (Logged logged : new Replay(database, document).changes(after + 1, to)) {
      all = all.compose(logged.change().changes());
    }
    return all;
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

  /** Keeps what was decided about one difference. */
  void rule(BlindRound round, Account account, String difference, Ruling ruling) {
    requireAdjudicator(round, account);
    boolean there =
        compare(round).differences().stream().anyMatch(one -> one.id().equals(difference));
    boolean known = ruling.worker().filter(worker -> !round.isWorker(worker)).isEmpty();
    if (!there || !known) {
      throw new IllegalArgumentException(
          "%s is no difference of this round, or is not read by whom you named"
              .formatted(difference));
    }
    if (!database.blind().rule(round.id(), account.id(), difference, ruling)) {
      throw new Refusal(FailureCode.NOT_PERMITTED, "somebody else decides in this round now");
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
    Compared compared = compare(round);
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
    String client = client(round);
    Optional<LogEntry> there = database.changeLog().find(round.source(), client, 1);
    if (there.isPresent()) {
      return new Merge(Optional.empty(), Map.of(), there.map(LogEntry::revision));
    }
    long head = database.projects().document(round.source()).orElseThrow().revision();
    int length = new Replay(database, round.source()).at(round.revision()).text().length();
    ChangeSet since = composed(round.source(), round.revision(), head, length);
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
                new AdjudicateReadings(round.source(), account.id(), client, 1, head, verdicts));
    return new Merge(command, left, Optional.empty());
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
