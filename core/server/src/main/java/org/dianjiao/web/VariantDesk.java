package org.dianjiao.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.DocumentCommand.ApplyVariantRules;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.Digest;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.dianjiao.variant.Uses;

/** A project's rules for variant characters: kept, counted and followed. Blocking. */
final class VariantDesk {

  private static final int AROUND = 12;
  private static final String CATEGORY = "variant";

  private final Database database;
  private final Limits limits;

  VariantDesk(Database database, Limits limits) {
    this.database = database;
    this.limits = limits;
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
   * What somebody wants: which rules, by number; replaced or noted; or only to see what would be.
   */
  record Wish(long version, List<Integer> rules, boolean replace, boolean trial) {
    /** Copies the numbers. */
    Wish {
      rules = List.copyOf(rules);
    }
  }

  /** One decision: at which place, by which rule, why. */
  record Decided(
      int start,
      int end,
      String from,
      String form,
      String type,
      String reason,
      String before,
      String after) {}

  /** What is to be done in a document, and the list of it. */
  record Plan(Optional<ApplyVariantRules> command, long revision, List<Decided> decided) {}

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
  Plan plan(DocumentRow row, Account account, Wish wish) {
    Table table = table(row.project());
    if (table.version() != wish.version()) {
      throw changedMeanwhile();
    }
    Set<Integer> wanted = new HashSet<>(wish.rules());
    List<Rule> rules = table.rulesOnly().rules();
    wanted.forEach(
        number -> {
          if (number < 0 || number >= rules.size()) {
            throw new IllegalArgumentException("there is no rule number " + number);
          }
        });
    Document state = new Replay(database, row.id()).at(row.revision());
    String text = state.text().toString();
    String client = "rules-" + UUID.randomUUID();
    List<Verdict> verdicts = new ArrayList<>();
    List<Decided> decided = new ArrayList<>();
    for (Uses.Use use : new Uses(table.rulesOnly()).in(text, state.annotations())) {
      Rule rule = rules.get(use.rule());
      if (wanted.contains(use.rule()) && !use.settled() && !rule.forbids()) {
        verdicts.add(verdict(client, text, use, rule, table.version(), wish.replace()));
        decided.add(decided(text, use, rule));
      }
    }
    boolean command = !wish.trial() && !verdicts.isEmpty();
    return new Plan(
        command
            ? Optional.of(
                new ApplyVariantRules(row.id(), account.id(), client, 1, row.revision(), verdicts))
            : Optional.empty(),
        row.revision(),
        decided);
  }

  private static Verdict verdict(
      String client, String text, Uses.Use use, Rule rule, long version, boolean replace) {
    Action action =
        replace
            ? new Replace(rule.form())
            : new Annotate(new Body.Regularization(rule.form(), rule.type()));
    Suggestion followed =
        new Suggestion(
            Digest.of(client + " " + use.start()).substring(0, 32),
            use.start(),
            use.end(),
            false,
            new Maker.ByPlugin(Maker.PROJECT_RULES, Long.toString(version)),
            CATEGORY,
            text.substring(use.start(), use.end()),
            List.of(new Candidate(action, 1, rule.form())),
            "%s: %s for %s by a rule of the project: %s"
                .formatted(rule.from(), rule.type(), rule.form(), rule.reason()),
            List.of(),
            Digest.of(rule.from() + " " + rule.form()));
    return new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), followed);
  }

  private static Decided decided(String text, Uses.Use use, Rule rule) {
    return new Decided(
        use.start(),
        use.end(),
        text.substring(use.start(), use.end()),
        rule.form(),
        rule.type(),
        rule.reason(),
        text.substring(whole(text, Math.max(0, use.start() - AROUND)), use.start()),
        text.substring(use.end(), whole(text, Math.min(text.length(), use.end() + AROUND))));
  }

  /** The same place, or the one before it where it would cut a character. */
  private static int whole(String text, int at) {
    boolean cuts = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return cuts ? at - 1 : at;
  }
}
