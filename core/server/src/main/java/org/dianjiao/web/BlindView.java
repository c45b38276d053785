package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dianjiao.blind.Agreement;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.Difference;
import org.dianjiao.blind.Reading;
import org.dianjiao.blind.RoundState;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Task;
import org.dianjiao.people.Account;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.review.MarkAgreement;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.web.BlindComparison.Compared;

/** Rounds of double work as they are told: to a worker only their own copy, before it is over. */
final class BlindView {

  private final Database database;

  BlindView(Database database) {
    this.database = database;
  }

  /**
   * One worker.
   *
   * @param document the copy; empty for whoever may not see it
   */
  record Worker(
      String account, String name, String colour, Optional<String> document, boolean done) {}

  /**
   * A round.
   *
   * @param adjudicator how who decides is called; for whoever does not work in it, or when it is
   *     over
   * @param mine the copy of whoever asks
   * @param open whether who asks may compare the copies
   * @param decides whether who asks may decide now
   * @param abandons whether who asks may give it up
   */
  record Told(
      String id,
      String document,
      String title,
      long revision,
      int start,
      int end,
      Task task,
      RoundState state,
      Instant createdAt,
      Optional<String> adjudicator,
      Optional<Long> merged,
      List<Worker> workers,
      Optional<Worker> mine,
      boolean open,
      boolean decides,
      boolean abandons) {}

  record DifferenceTold(
      String id,
      int start,
      int end,
      String base,
      String before,
      String after,
      boolean agreed,
      List<Reading> readings,
      Optional<Ruling> ruling,
      Optional<String> left) {}

  /** How often something stands in one copy, in the other, in both. */
  record Figures(String mark, int one, int other, int both, double f1, OptionalDouble kappa) {}

  record PairTold(
      String one, String other, Figures things, OptionalDouble kappa, List<Figures> marks) {}

  record AgreementTold(List<PairTold> pairs, OptionalDouble alpha, OptionalDouble entities) {}

  /** Somebody who may be told to decide. */
  record Judge(String account, String name) {}

  /**
   * A round with what was read.
   *
   * @param judges who may decide instead, for whoever may hand it over
   */
  record Whole(
      Told round,
      List<Judge> judges,
      Optional<AgreementTold> agreement,
      List<DifferenceTold> differences) {}

  private static final int CONTEXT = 12;

  /** A round as this person may know it. */
  Told told(BlindRound round, Account account, Optional<Role> member) {
    boolean open = round.isOpenTo(account.id(), member);
    boolean works = round.isWorker(account.id());
    List<Worker> workers =
        works && !round.state().isOver()
            ? List.of()
            : round.copies().stream().map(copy -> worker(copy, open)).toList();
    return new Told(
        round.id(),
        round.source(),
        database.projects().document(round.source()).map(DocumentRow::title).orElse(""),
        round.revision(),
        round.start(),
        round.end(),
        round.task(),
        round.state(),
        round.created(),
        works && !round.state().isOver() ? Optional.empty() : round.adjudicator().map(this::name),
        round.merged(),
        workers,
        round.copyOf(account.id()).map(copy -> worker(copy, true)),
        open,
        open
            && round.state() == RoundState.MERGING
            && round.adjudicator().filter(other -> !other.equals(account.id())).isEmpty(),
        !works && !round.state().isOver() && Permission.KEEP_REVIEW.refusal(member).isEmpty());
  }

  private Worker worker(BlindCopy copy, boolean open) {
    Optional<Account> account = database.accounts().byId(copy.worker());
    return new Worker(
        copy.worker(),
        account.map(Account::name).orElse(copy.worker()),
        account.map(Account::colour).orElse("#888888"),
        open ? Optional.of(copy.document()) : Optional.empty(),
        copy.done().isPresent());
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }

  /** Without what was read. */
  static Whole shut(Told told, List<Account> judges) {
    return new Whole(told, judges(judges), Optional.empty(), List.of());
  }

  private static List<Judge> judges(List<Account> judges) {
    return judges.stream().map(judge -> new Judge(judge.id(), judge.name())).toList();
  }

  /** With what was read, for who may compare it. */
  Whole whole(Told told, BlindRound round, List<Account> judges, Compared compared) {
    Map<String, Ruling> rulings = database.blind().rulings(round.id());
    Map<String, String> left = database.blind().left(round.id());
    String text = compared.passages();
    List<DifferenceTold> differences =
        compared.differences().stream()
            .map(
                one ->
                    told(
                        one,
                        text,
                        Optional.ofNullable(rulings.get(one.id())),
                        Optional.ofNullable(left.get(one.id()))))
            .toList();
    return new Whole(
        told, judges(judges), Optional.of(told(round, compared.agreement())), differences);
  }

  private static DifferenceTold told(
      Difference one, String text, Optional<Ruling> ruling, Optional<String> left) {
    return new DifferenceTold(
        one.id(),
        one.start(),
        one.end(),
        one.base(),
        text.substring(Math.max(0, one.start() - CONTEXT), one.start()),
        text.substring(one.end(), Math.min(text.length(), one.end() + CONTEXT)),
        one.agreed(),
        one.readings(),
        ruling,
        left);
  }

  private AgreementTold told(BlindRound round, Agreement agreement) {
    return new AgreementTold(
        agreement.pairs().stream().map(pair -> told(round, pair)).toList(),
        agreement.alpha(),
        agreement.entities());
  }

  private PairTold told(BlindRound round, Agreement.Pair pair) {
    String one = name(round.copies().get(pair.one()).worker());
    String other = name(round.copies().get(pair.other()).worker());
    Figures things = figures(thing(round.task()), pair.things());
    return pair.marks()
        .map(marks -> told(one, other, marks))
        .orElseGet(() -> new PairTold(one, other, things, OptionalDouble.empty(), List.of()));
  }

  /** How far two agree that punctuated. */
  static PairTold told(String one, String other, MarkAgreement agreement) {
    List<Figures> marks = new ArrayList<>();
    agreement.marks().forEach((mark, count) -> marks.add(figures(String.valueOf(mark), count)));
    Figures things = figures(thing(Task.PUNCTUATE), agreement.boundaries());
    return new PairTold(one, other, things, agreement.kappa(), marks);
  }

  private static String thing(Task task) {
    return switch (task) {
      case PUNCTUATE -> "boundaries";
      case ANNOTATE -> "names";
      case TRANSCRIBE -> "changes";
    };
  }

  private static Figures figures(String mark, MarkAgreement.Count count) {
    return new Figures(mark, count.one(), count.other(), count.both(), count.f1(), count.kappa());
  }

  /** The agreement as a table; what says nothing is an empty cell. */
  String csv(BlindRound round, Compared compared) {
    CsvTable table =
        new CsvTable(
            "round",
            "one",
            "other",
            "what",
            "in one",
            "in other",
            "in both",
            "F1",
            "kappa",
            "alpha");
    AgreementTold agreement = told(round, compared.agreement());
    String id = round.id();
    for (PairTold pair : agreement.pairs()) {
      row(table, id, pair, pair.things());
      pair.marks().forEach(mark -> row(table, id, pair, mark));
      pair.kappa()
          .ifPresent(
              k -> table.row(id, pair.one(), pair.other(), "all marks", "", "", "", "", k, ""));
    }
    agreement
        .alpha()
        .ifPresent(
            a ->
                table.row(
                    id,
                    "all",
                    "all",
                    round.task() == Task.ANNOTATE ? "kinds of names" : "all marks",
                    "",
                    "",
                    "",
                    "",
                    "",
                    a));
    agreement
        .entities()
        .ifPresent(a -> table.row(id, "all", "all", "entities", "", "", "", "", "", a));
    return table.text();
  }

  private static void row(CsvTable table, String id, PairTold pair, Figures figures) {
    table.row(
        id,
        pair.one(),
        pair.other(),
        figures.mark(),
        figures.one(),
        figures.other(),
        figures.both(),
        figures.f1(),
        figures.kappa().isPresent() ? (Object) figures.kappa().getAsDouble() : "",
        "");
  }
}
