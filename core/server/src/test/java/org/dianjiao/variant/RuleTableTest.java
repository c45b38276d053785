package org.dianjiao.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.junit.jupiter.api.Test;

class RuleTableTest {

  private static final String FILE =
      """
      from\tform\ttype\twords\treason
      砲\t炮\tvariant\t\t通用规范汉字表
      豫\t预\tborrowed\t豫备|豫行\tas 004 has it
      大澂\t-\tvariant\t\ta name
      """;

  private static List<String> places(String table, String text) {
    RuleTable rules = RuleTable.read(table);
    return new Uses(rules)
        .in(text, List.<Annotation>of()).stream()
            .map(
                use ->
                    text.substring(use.start(), use.end())
                        + "→"
                        + rules.rules().get(use.rule()).form())
            .toList();
  }

  @Test
  void readsWhatItWrites() {
    RuleTable table = RuleTable.read("\uFEFF" + FILE + "\n# a remark\n");
    assertThat(table.rules()).hasSize(3);
    assertThat(table.rules().get(2).forbids()).isTrue();
    assertThat(table.file()).isEqualTo(FILE);
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> RuleTable.read("# rules\n砲\t炮\n"))
        .hasMessage(
            "line 2: 2 cells; a rule has five, with tabs between them: from, form, type, words,"
                + " reason");
    assertThatThrownBy(() -> RuleTable.read("砲\t炮\tvariants\t\tlist\n"))
        .hasMessageStartingWith("line 1: the type of 砲 is “variants”; there are borrowed, ");
    assertThatThrownBy(() -> RuleTable.read("砲\t炮\tvariant\t火炮\tlist\n"))
        .hasMessage("line 1: the word 火炮 has no 砲 in it");
    assertThatThrownBy(() -> RuleTable.read("砲\t炮\tvariant\t\t \n"))
        .hasMessage("line 1: the reason for 砲 has 0 characters; it may have 1 to 500");
    assertThatThrownBy(() -> RuleTable.read("砲\t炮\tvariant\t\ta\n砲\t礮\tvariant\t\tb\n"))
        .hasMessage("line 2: two rules for 砲 hold in the same words");
    assertThatThrownBy(() -> RuleTable.read("砲\t砲\tvariant\t\ta\n"))
        .hasMessage("line 1: 砲 is the form of itself; a form of nothing, or -, leaves it alone");
  }

  @Test
  void findsAllPlacesOfARuleAndThoseInItsWords() {
    assertThat(places(FILE, "枪砲、砲车")).containsExactly("砲→炮", "砲→炮");
    assertThat(places(FILE, "豫备军火，豫王")).containsExactly("豫→预");
  }

  @Test
  void takesACharacterAndItsVariationSelectorTogether() {
    assertThat(places(FILE, "枪砲\uDB40\uDD00车")).containsExactly("砲\uDB40\uDD00→炮");
    assertThat(places("𠲽\t佛\tborrowed\t\tFrance\n", "大𠲽国")).containsExactly("𠲽→佛");
  }

  @Test
  void letsTheLongerTextAndTheRuleForWordsGoFirst() {
    String table = FILE + "澂\t澄\tvariant\t\tlist\n豫\t預\tvariant\t\teverywhere\n";
    assertThat(places(table, "吴大澂、澂清")).containsExactly("大澂→", "澂→澄");
    assertThat(places(table, "豫备、豫王")).containsExactly("豫→预", "豫→預");
  }

  @Test
  void saysNothingWhereTwoRulesHold() {
    String table = "发\t發\ttraditional\t发兵\ta\n发\t髮\ttraditional\t白发\tb\n";
    assertThat(places(table, "发兵、白发")).containsExactly("发→發", "发→髮");
    assertThat(places(table, "白发兵")).isEmpty();
  }

  @Test
  void letsARuleThatForbidsKeepOthersAway() {
    String table = "发\t發\ttraditional\t发兵\ta\n发\t-\ttraditional\t白发兵\tb\n";
    assertThat(places(table, "白发兵")).containsExactly("发→");
  }
}
