package org.dianjiao.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What small texts have differently, by kind. */
class CollationTest {

  private static final Likeness CHARACTERS = KnownCharacters.load();
  private static final Names NAMES =
      Names.of(
          List.of("# id\ttype\tlabel\tforms", "P1\tperson\t桂良\t桂良", "C1\tpolity\t必麒麟\t毕麒麟|必麒麟"),
          CHARACTERS);

  private static Collation collate(String a, String b) {
    return Collation.of(new Witness("A", a), new Witness("B", b), CHARACTERS, NAMES);
  }

  /** Each difference as its kind and what both have. */
  private static List<String> differences(String a, String b) {
    Collation collation = collate(a, b);
    return collation.differences().stream()
        .map(one -> one.kind().word() + " " + collation.a(one) + "|" + collation.b(one))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "声称于河,声称於河,variant 于|於",
    "抛锚寄椗一律,抛锚寄碇一律,variant 椗|碇",
    "大俄罗斯国,大俄啰斯国,transliteration 罗|啰",
    "英吉利国,英咭唎国,transliteration 吉利|咭唎",
    "大佛国大臣,大■〈口佛〉国大臣,transliteration 佛|■〈口佛〉",
    "大𠲽国大臣,大■〈口佛〉国大臣,variant 𠲽|■〈口佛〉",
    "有毕麒麟者,有必麒麟者,transliteration 毕|必",
    "送罗俄斯收存,送俄罗斯收存,transposition 罗俄|俄罗",
    "照会来往公文,照会往来公文,transposition 来往|往来",
    "上海波福州府,上海宁波福州府,only-b |宁",
    "互换此约,互换约,only-a 此|",
    "京师公馆派人,京城公馆派人,wording 师|城",
    "葛城在此,葛󠄀城在此,variant 葛|葛󠄀"
  })
  void saysOfWhichKindADifferenceIs(String a, String b, String expected) {
    assertThat(differences(a, b)).containsExactly(expected);
  }

  @Test
  void comparesMarksAndLayoutLastAndApart() {
    assertThat(differences("议定　章程\n两国大臣画押", "议定章程，两国（大臣）画押。"))
        .containsExactly("mark 　|", "mark \n|，", "mark |（", "mark |）", "mark |。");
  }

  @Test
  void takesMarkupForLayout() {
    assertThat(differences("<!-- 天地 -->\n天地", "<b>天</b>地"))
        .containsExactly("mark <!-- 天地 -->\n|<b>", "mark |</b>");
  }

  @Test
  void leavesMarksWithTheSentenceThatOnlyOneHas() {
    assertThat(differences("会同办理。第八条", "会同办理。若有获罪，照律科罪。第八条")).containsExactly("only-b |若有获罪，照律科罪。");
  }

  @Test
  void keepsArticlesTogetherThatSayTheSameInOtherWords() {
    String one = "第一条：两国通商，照旧办理。\n第二条：俄国使臣进京，由恰克图行走。\n第三条：公文往来，俱按平等。";
    String other = "第一条\n公文来往毋庸再议\n第二條\n俄国使臣径行进京由恰克图\n第三条\n公文往来均按平等";
    Collation collation = collate(one, other);
    assertThat(collation.segments())
        .filteredOn(segment -> segment.kind() == Kind.SAME)
        .extracting(collation::a)
        .anyMatch(text -> text.contains("第二"))
        .anyMatch(text -> text.contains("公文往来"));
    assertThat(differences(one, other)).contains("variant 条|條", "wording 俱|均");
  }

  @Test
  void pointsOutCharactersThatOneTextNeverHas() {
    Collation collation = collate("喀什噶尔与伊塔尔巴哈台，伊将军", "喀什噶尔与伊犁塔尔巴哈台，伊犁将军");
    assertThat(collation.losses()).hasSize(2).allMatch(one -> collation.b(one).equals("犁"));
    assertThat(collate("往来公文，往公文", "往来公文，往来公文").losses()).isEmpty();
  }

  @Test
  void doesNotTakeChanceForAgreement() {
    String one = "嗣后两国大臣往来照会俱按平等之礼".repeat(20);
    String other = "倘有商船在洋面遭风触礁搁浅遇盗该处官员一经查知即应设法拯救".repeat(20);
    assertThat(collate(one, other).differences())
        .extracting(Segment::kind)
        .containsExactly(Kind.ONLY_A, Kind.ONLY_B);
  }

  @Test
  void findsNothingDifferentInTheSameText() {
    assertThat(collate("第一条：天地，玄黃。\n", "第一条：天地，玄黃。\n").differences()).isEmpty();
  }

  @Test
  void refusesNamesThatAreNotLaidOutAsSuch() {
    assertThatThrownBy(() -> Names.of(List.of("P1\tperson"), CHARACTERS))
        .hasMessage("line 1 has 2 columns; an entry has an id, a type, a label and forms");
  }

  @Test
  void laysSeveralWitnessesSideBySide() {
    Witness first = new Witness("A", "天地玄黄，宇宙洪荒");
    List<Collation> collations =
        List.of(
            Collation.of(first, new Witness("B", "天地元黄宇宙洪荒。"), CHARACTERS, NAMES),
            Collation.of(first, new Witness("C", "天地元黃，宇宙大洪荒"), CHARACTERS, NAMES));
    Apparatus apparatus = Apparatus.of(collations);
    for (int witness = 0; witness < 3; witness++) {
      int at = witness;
      assertThat(apparatus.entries().stream().map(entry -> entry.readings().get(at)).toList())
          .as("witness %d", witness)
          .satisfies(
              readings ->
                  assertThat(String.join("", readings))
                      .isEqualTo(apparatus.witnesses().get(at).text()));
    }
    assertThat(apparatus.entries().stream().filter(entry -> !entry.isCommon()))
        .extracting(Apparatus.Entry::readings)
        .containsExactly(
            List.of("玄", "元", "元"),
            List.of("黄", "黄", "黃"),
            List.of("，", "", "，"),
            List.of("", "", "大"),
            List.of("", "。", ""));
  }
}
