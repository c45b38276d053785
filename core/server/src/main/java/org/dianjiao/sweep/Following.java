package org.dianjiao.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.document.Document;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.text.Digest;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.dianjiao.variant.Uses;

/** What following a project's rules comes to in a document. */
public final class Following {

  private static final String CATEGORY = "variant";

  private final RuleTable table;
  private final Order.Rules order;
  private final Set<Integer> wanted;

  /**
   * Of these rules.
   *
   * @throws IllegalArgumentException when one that is wanted is not in the table
   */
  public Following(RuleTable table, Order.Rules order) {
    this.table = table;
    this.order = order;
    this.wanted = new HashSet<>(order.rules());
    for (int number : wanted) {
      if (number < 0 || number >= table.rules().size()) {
        throw new IllegalArgumentException("there is no rule number " + number);
      }
    }
  }

  /** To be shown before anything is done. */
  public List<Decided> trial(Document state) {
    List<Decided> decided = new ArrayList<>();
    for (Uses.Use use : uses(state)) {
      Rule rule = rule(use);
      Anchor place = Anchor.of(use.start(), use.end());
      decided.add(Decided.at(state.text(), place, rule.form(), rule.type(), rule.reason()));
    }
    return decided;
  }

  /**
   * What a person decides who follows them.
   *
   * @param client that the ids of the decisions are made of, so that they are the same each time
   */
  public List<Verdict> verdicts(Document state, String client) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Uses.Use use : uses(state)) {
      String surface = state.text().slice(use.start(), use.end());
      verdicts.add(verdict(client, surface, use, rule(use)));
    }
    return verdicts;
  }

  /** The places at which something is to be done. */
  private List<Uses.Use> uses(Document state) {
    return new Uses(table)
        .in(state.text().toString(), state.annotations()).stream()
            .filter(use -> wanted.contains(use.rule()) && !use.settled() && !rule(use).forbids())
            .toList();
  }

  private Rule rule(Uses.Use use) {
    return table.rules().get(use.rule());
  }

  private Verdict verdict(String client, String surface, Uses.Use use, Rule rule) {
    Action action =
        order.replace()
            ? new Replace(rule.form())
            : new Annotate(new Body.Regularization(rule.form(), rule.type()));
    Suggestion followed =
        new Suggestion(
            Digest.of(client + " " + use.start()).substring(0, 32),
            use.start(),
            use.end(),
            false,
            new Maker.ByPlugin(Maker.PROJECT_RULES, Long.toString(order.version())),
            CATEGORY,
            surface,
            List.of(new Candidate(action, 1, rule.form())),
            "%s: %s for %s by a rule of the project: %s"
                .formatted(rule.from(), rule.type(), rule.form(), rule.reason()),
            List.of(),
            Digest.of(rule.from() + " " + rule.form()));
    return new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), followed);
  }
}
