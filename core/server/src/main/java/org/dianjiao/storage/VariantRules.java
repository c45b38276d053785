package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;

/** The rules for variant characters that projects keep. */
public interface VariantRules {

  /** A rule, who made it as it is, and when. */
  record Kept(Rule rule, String account, Instant at) {}

  /**
   * The rules of a project.
   *
   * @param version counts how often they were changed; 0 when they never were
   */
  record Table(long version, List<Kept> rules) {
    /** Copies the rules. */
    public Table {
      rules = List.copyOf(rules);
    }

    /** The rules alone. */
    public RuleTable rulesOnly() {
      return new RuleTable(rules.stream().map(Kept::rule).toList());
    }
  }

  /** Those of a project. */
  Table of(String project);

  /**
   * Puts rules in the place of those that are there. A rule that is there as it is keeps who made
   * it.
   *
   * @param seen the version that was changed
   * @return the table as it is now; empty when somebody changed it since, and nothing was done
   * @throws UnknownProject when there is no such project
   */
  Optional<Table> replace(String project, long seen, RuleTable rules, String account, Instant now);
}
