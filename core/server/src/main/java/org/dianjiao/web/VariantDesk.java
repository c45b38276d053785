package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.sweep.Decided;
import org.dianjiao.sweep.Following;
import org.dianjiao.sweep.Order;
import org.dianjiao.variant.RuleTable;
import org.dianjiao.variant.Uses;

/** A project's rules for variant characters: kept, counted and followed. Blocking. */
final class VariantDesk {

  private final Database database;
  private final Limits limits;
  private final SweepDesk sweeps;

  VariantDesk(Database database, Limits limits) {
    this.database = database;
    this.limits = limits;
    this.sweeps = new SweepDesk(database, limits);
  }

  /**
   * How often a rule holds in a document.
   *
   * @param places all of them
   * @param settled at which a regular form is noted already
   */
  record Count(int places, int settled) {
    private Count and(boolean isSettled) {
      return new Count(places + 1, settled + (isSettled ? 1 : 0));
    }
  }

  /** A document, and how often each rule holds in it, in the order of the table. */
  record Counted(String document, String title, List<Count> counts) {}

  /**
   * What somebody wants: which rules, by number; replaced or noted.
   *
   * @param documents in which; none means all
   */
  record Wish(long version, List<Integer> rules, boolean replace, List<String> documents) {
    private Order.Rules order() {
      return new Order.Rules(version, rules, replace);
    }
  }

  /** What would be decided in a document. */
  record Seen(long revision, List<Decided> decided) {}

  Table table(String project) {
    return database.variantRules().of(project);
  }

  /** Puts rules in the place of those that are there. */
  Table replace(String project, long seen, RuleTable rules, Account account) {
    if (rules.rules().size() > limits.variantRules()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "%d rules; a project keeps %d at most: the limit is variant-rules"
              .formatted(rules.rules().size(), limits.variantRules()));
    }
    return database
        .variantRules()
        .replace(project, seen, rules, account.id(), Instant.now())
        .orElseThrow(VariantDesk::changedMeanwhile);
  }

  private static Refusal changedMeanwhile() {
    return new Refusal(
        FailureCode.BASE_BEHIND,
        "somebody changed the rules of this project meanwhile; load them again");
  }

  /** How often each rule holds in each document of a project that one may see. */
  List<Counted> uses(String project, List<DocumentRow> documents) {
    RuleTable rules = table(project).rulesOnly();
    Uses uses = new Uses(rules);
    List<Counted> counted = new ArrayList<>();
    for (DocumentRow row : documents) {
      Document state = new Replay(database, row.id()).at(row.revision());
      List<Count> counts = new ArrayList<>();
      rules.rules().forEach(rule -> counts.add(new Count(0, 0)));
      uses.in(state.text().toString(), state.annotations())
          .forEach(use -> counts.set(use.rule(), counts.get(use.rule()).and(use.settled())));
      counted.add(new Counted(row.id(), row.title(), counts));
    }
    return counted;
  }

  /** What following the rules comes to in a document, at its newest revision. */
  Seen look(DocumentRow row, Wish wish) {
    Document state = new Replay(database, row.id()).at(row.revision());
    return new Seen(row.revision(), following(row.project(), wish).trial(state));
  }

  /** Follows them, in the name of an account, as soon as the sweeps before it are done. */
  Job follow(String project, Account account, Wish wish) {
    following(project, wish);
    List<String> documents = sweeps.documents(project, wish.documents());
    return sweeps.begin(project, account, Order.of(wish.order()), documents);
  }

  private Following following(String project, Wish wish) {
    Table table = table(project);
    if (table.version() != wish.version()) {
      throw changedMeanwhile();
    }
    return new Following(table.rulesOnly(), wish.order());
  }
}
