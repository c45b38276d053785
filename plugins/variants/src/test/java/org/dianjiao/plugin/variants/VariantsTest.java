package org.dianjiao.plugin.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for which characters. */
class VariantsTest {

  @TempDir static Path untouched;

  private static PluginFixture byDefault;

  @TempDir Path state;

  @BeforeAll
  static void start() throws Exception {
    byDefault = Fixture.start(untouched);
  }

  @Test
  void proposesTheRegularFormAndNamesItsSources() throws Exception {
    Proposal proposal = only("俄人进枪砲。");
    assertThat(proposal.range()).isEqualTo(new TextRange(4, 5));
    assertThat(proposal.best().action())
        .isEqualTo(new Annotate(new Body.Regularization("炮", "variant")));
    assertThat(proposal.explanation()).startsWith("砲: variant of 炮 (").contains("Unihan");
  }

  @Test
  void judgesByTheOrthographyOfTheTextAround() throws Exception {
    assertThat(forms("会议於黑龙江")).containsExactly("于");
    assertThat(forms("會議於黑龍江")).isEmpty();
    assertThat(forms("葢谓诸国将来")).containsExactly("盖");
    assertThat(forms("葢謂諸國將來")).containsExactly("蓋");
  }

  @Test
  void leavesSimplifiedAndTraditionalFormsAloneUnlessATargetIsSet() throws Exception {
    assertThat(forms("中國與俄國議約")).isEmpty();
    assertThat(forms(aimedAt("simplified"), "中國與俄國")).containsExactly("国", "与", "国");
    assertThat(forms(aimedAt("traditional"), "中国与俄国")).containsExactly("國", "與", "國");
  }

  @Test
  void offersAllTraditionalFormsOfASimplifiedCharacterThatHasSeveral() throws Exception {
    List<Proposal> proposals = aimedAt("traditional").proposals("发国");
    assertThat(proposals.get(0).candidates()).extracting(Candidate::label).contains("發", "髮");
    assertThat(proposals.get(0).explanation()).startsWith("发: traditional form ");
  }

  @Test
  void tellsByWhatStandsBesideWhichTraditionalFormIsMeant() throws Exception {
    PluginFixture plugin = aimedAt("traditional");
    assertThat(forms(plugin, "嗣后商民")).containsExactly("後");
    assertThat(forms(plugin, "皇太后懿旨")).isEmpty();
    assertThat(forms(plugin, "相距二百里之地")).isEmpty();
    assertThat(forms(plugin, "未几卒")).containsExactly("幾");
    assertThat(forms(plugin, "其余各项")).startsWith("餘");
    assertThat(plugin.proposals("嗣后商民").get(0).explanation()).contains("by what stands beside it");
  }

  @Test
  void leavesNamesAsTheyAreWritten() throws Exception {
    PluginFixture plugin = aimedAt("traditional");
    assertThat(forms(plugin, "乃以张廷岳往")).containsExactly("張");
    assertThat(forms(plugin, "沿里海南侵")).isEmpty();
    assertThat(forms(plugin, "万历中")).containsExactly("萬", "曆");
    assertThat(forms(aimedAt("simplified"), "張廷岳")).containsExactly("张");
  }

  @Test
  void leavesTheCharactersOfANameThatSomebodyIdentified() throws Exception {
    Marked person =
        new Marked(
            new TextRange(0, 2), new Body.Identification(URI.create("local:P1"), "岳復", "person"));
    assertThat(aimedAt("traditional").proposals("岳复入", List.of(person)))
        .extracting(Fixture::form)
        .containsExactly("復");
  }

  @Test
  void tellsWhoseNameIsAvoided() throws Exception {
    Proposal proposal = byDefault.proposals("郑元注云").get(0);
    assertThat(proposal.best().action())
        .isEqualTo(new Annotate(new Body.Regularization("玄", "taboo")));
    assertThat(proposal.explanation())
        .isEqualTo(
            "元: taboo for 玄 (玄燁, name of the Kangxi emperor, reigned 1661–1722;" + " 《史諱舉例》清諱例)");
    assertThat(forms("江甯府")).containsExactly("寧");
    assertThat(forms("元年春")).isEmpty();
  }

  @Test
  void findsMisprintsThatTheSixtyDayCycleShows() throws Exception {
    assertThat(only("四月已亥朔").best().action())
        .isEqualTo(new Annotate(new Body.Regularization("己", "misprint")));
    assertThat(forms("乾隆辛已年")).containsExactly("巳");
    assertThat(forms("兵已至")).isEmpty();
  }

  @Test
  void callsAShapeThatIsEncodedApartAnOldForm() throws Exception {
    assertThat(only("説文謂諸國").best().action())
        .isEqualTo(new Annotate(new Body.Regularization("說", "old-form")));
  }

  @Test
  void proposesLoansOnlyWhenAsked() throws Exception {
    assertThat(forms("毋蚤起")).isEmpty();
    List<Proposal> proposals = Fixture.start(state, Map.of("loans", true)).proposals("蚤起");
    assertThat(proposals.get(0).candidates())
        .extracting(Candidate::action)
        .contains(new Annotate(new Body.Regularization("早", "borrowed")));
    assertThat(proposals.get(0).explanation()).contains("borrowed for 早 (汉语大词典)");
  }

  @Test
  void followsTheRulesOfTheProjectBeforeAllOthers() throws Exception {
    String[] rules = {
      "砲\t礮\tvariant\t\tas the manuscript has it",
      "大於\t-\tvariant\t\ta name",
      "发\t發\ttraditional\t发兵\tas 001",
      "发\t髮\ttraditional\t白发\tas 001",
    };
    List<Proposal> proposals = ruled("枪砲，大於发兵白发兵于是议", "p", rules);
    assertThat(proposals.get(0).explanation())
        .isEqualTo("砲: variant of 礮 (rule of the project: as the manuscript has it)");
    assertThat(proposals).extracting(Fixture::form).containsExactly("礮", "發", "發");
    assertThat(proposals.get(2).candidates()).extracting(Candidate::confidence).contains(0.5, 0.5);
    assertThat(ruled("枪砲议", "", rules)).extracting(Fixture::form).containsExactly("炮");
  }

  private List<Proposal> ruled(String text, String project, String... rules) throws Exception {
    TextRange all = new TextRange(0, text.length());
    return Fixture.withRules(state, rules)
        .analyze(
            new AnalysisRequest(
                text, all, 0, Locale.forLanguageTag("lzh"), List.of(), Cancellation.NEVER, project))
        .proposals();
  }

  @Test
  void leavesNamesOfTheProjectTableAlone() throws Exception {
    assertThat(forms("吴大澂请饬查")).isEmpty();
    assertThat(forms("澂清海内诸国")).containsExactly("澄");
  }

  @Test
  void takesTheProjectTableOverTheSourcesWithinItsPhrases() throws Exception {
    assertThat(forms("怱岭西自布哈尔")).containsExactly("葱");
    assertThat(forms("怱怱归国")).containsExactly("匆", "匆");
  }

  @Test
  void readsATableOfTheAdministratorsOwn() throws Exception {
    Files.writeString(
        state.resolve("project-pairs.tsv"), "吴\t伍\tborrowed\tboth\t0.9\t\n# a remark\n");
    assertThat(Fixture.start(state).proposals("吴国").get(0).best().label()).isEqualTo("伍");
  }

  @Test
  void saysWhichRowOfTheOwnTableIsWrong() throws Exception {
    Files.writeString(state.resolve("project-pairs.tsv"), "吴\t伍\n");
    assertThatThrownBy(() -> Fixture.start(state))
        .hasMessage("project-pairs.tsv: the row of 吴 has 2 cells, not 6");
  }

  @Test
  void replacesCharacterAndVariationSelectorTogether() throws Exception {
    String text = "枪砲\uDB40\uDD00车";
    List<Proposal> proposals = Fixture.start(state, Map.of("mode", "replace")).proposals(text);
    assertThat(proposals).hasSize(1);
    assertThat(proposals.get(0).range()).isEqualTo(new TextRange(1, 4));
    assertThat(proposals.get(0).best().action()).isEqualTo(new Replace("炮"));
  }

  @Test
  void findsVariantsOutsideTheBasicPlane() throws Exception {
    Proposal proposal = only("𠪱国"); // U+20AB1
    assertThat(proposal.range()).isEqualTo(new TextRange(0, 2));
    assertThat(Fixture.form(proposal)).isEqualTo("历");
  }

  @Test
  void proposesNothingWhereARegularizationLiesAlready() throws Exception {
    Marked known = new Marked(new TextRange(2, 3), new Body.Regularization("炮", "variant"));
    Marked remark = new Marked(new TextRange(2, 3), new Body.Note("sic"));
    assertThat(byDefault.proposals("进枪砲车", List.of(known))).isEmpty();
    assertThat(byDefault.proposals("进枪砲车", List.of(remark))).hasSize(1);
  }

  private PluginFixture aimedAt(String target) throws Exception {
    return Fixture.start(state, Map.of("target", target));
  }

  private static Proposal only(String text) throws Exception {
    List<Proposal> proposals = byDefault.proposals(text);
    assertThat(proposals).hasSize(1);
    return proposals.get(0);
  }

  private static List<String> forms(String text) throws Exception {
    return forms(byDefault, text);
  }

  private static List<String> forms(PluginFixture plugin, String text) throws Exception {
    return plugin.proposals(text).stream().map(Fixture::form).toList();
  }
}
