package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.storage.VariantRules.Kept;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.variant.Rule;
import org.dianjiao.variant.RuleTable;
import org.junit.jupiter.api.Test;

/** What every engine promises about a project's rules for variant characters. */
abstract class VariantRulesContract extends StorageContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Rule CANNON = new Rule("砲", "炮", "variant", List.of(), "2013 list");
  private static final Rule FRANCE =
      new Rule("𠲽", "佛", "borrowed", List.of("大𠲽", "𠲽国"), "as 000 has it");
  private static final Rule LEAVE = new Rule("澂", "", "variant", List.of("大澂"), "a name");

  VariantRulesContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private VariantRules rules() {
    return database.variantRules();
  }

  private String project() {
    return database.projects().create("variants", "").id();
  }

  private static RuleTable table(Rule... rules) {
    return new RuleTable(List.of(rules));
  }

  @Test
  void hasNoRulesAtFirst() {
    assertThat(rules().of(project())).isEqualTo(new Table(0, List.of()));
  }

  @Test
  void keepsRulesInOrderWithWhoMadeThem() {
    String project = project();
    String first = somebody().id();
    String second = somebody().id();
    rules().replace(project, 0, table(CANNON, FRANCE), first, NOW);
    Table changed = rules().replace(project, 1, table(LEAVE, CANNON), second, LATER).orElseThrow();
    assertThat(changed.version()).isEqualTo(2);
    assertThat(rules().of(project)).isEqualTo(changed);
    assertThat(changed.rules())
        .containsExactly(new Kept(LEAVE, second, LATER), new Kept(CANNON, first, NOW));
    assertThat(rules().of(project()).rules()).isEmpty();
  }

  @Test
  void changesNothingWhenSomebodyElseWasFaster() {
    String project = project();
    String account = somebody().id();
    rules().replace(project, 0, table(CANNON), account, NOW);
    assertThat(rules().replace(project, 0, table(LEAVE), account, NOW)).isEmpty();
    assertThat(rules().replace(project, 7, table(LEAVE), account, NOW)).isEmpty();
    assertThat(rules().of(project).rulesOnly()).isEqualTo(table(CANNON));
    assertThat(rules().replace(project, 1, table(), account, NOW).orElseThrow().rules()).isEmpty();
  }

  @Test
  void refusesAProjectThatIsNotThere() {
    String account = somebody().id();
    assertThatThrownBy(() -> rules().replace("none", 0, table(CANNON), account, NOW))
        .isInstanceOf(UnknownProject.class);
  }
}
