package org.dianjiao.plugin.names;

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
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which names are found, and whose they are said to be. */
class NamesTest {

  @TempDir static Path untouched;

  private static PluginFixture byDefault;

  @TempDir Path state;

  @BeforeAll
  static void start() throws Exception {
    byDefault = Fixture.start(untouched);
  }

  @Test
  void linksANameToItsEntryWithEvidence() throws Exception {
    Proposal proposal = only("时李鸿章入朝");
    assertThat(proposal.range()).isEqualTo(new TextRange(1, 4));
    assertThat(Fixture.best(proposal))
        .isEqualTo(new Body.Identification(URI.create("local:P0059"), "李鴻章", "person"));
    assertThat(proposal.evidence()).allMatch(URI::isAbsolute).isNotEmpty();
    assertThat(proposal.explanation()).contains("Li Hung-chang").contains("1823–1901");
  }

  @Test
  void readsEitherScript() throws Exception {
    assertThat(names("烏里雅蘇台將軍明誼等")).containsExactly("烏里雅蘇台將軍", "烏里雅蘇台", "明誼");
    assertThat(names("乌里雅苏台将军明谊等")).containsExactly("烏里雅蘇台將軍", "烏里雅蘇台", "明誼");
  }

  @Test
  void offersRiverAndRegionInTheOrderThatTheContextSuggests() throws Exception {
    assertThat(labels("越界盗耕黑龙江右岸地亩")).startsWith("黑龍江").hasSize(2);
    assertThat(labels("请往黑龙江内地通商")).startsWith("黑龍江（地區）").hasSize(2);
    assertThat(labels("請往黑龍江內地通商")).startsWith("黑龍江（地區）").hasSize(2);
    Proposal open = only("大兵再定黑龙江，");
    assertThat(open.candidates().stream().mapToDouble(Candidate::confidence).sum())
        .isBetween(0.9, 1.0);
    assertThat(open.explanation()).endsWith("nothing near tells");
  }

  @Test
  void takesTheLongestNameAndThePlaceInATitle() throws Exception {
    assertThat(names("黑龙江将军")).containsExactly("黑龍江將軍", "黑龍江（地區）");
    assertThat(names("伊犁将军，伊犁")).containsExactly("伊犁將軍", "伊犁", "伊犁");
    assertThat(names("顺塔尔巴哈台山岭至")).containsExactly("塔爾巴哈台山嶺");
  }

  @Test
  void refusesANameThatItsContextDenies() throws Exception {
    assertThat(names("无论在岸上海面与华民")).isEmpty();
    assertThat(names("由海路之上海、宁波")).containsExactly("上海", "寧波");
    assertThat(names("距契丹国东至于海")).isEmpty();
    assertThat(names("用俄啰斯并清、汉字体")).isEmpty();
  }

  @Test
  void joinsOnlyLongNamesAcrossSpacesLineEndsAndMarks() throws Exception {
    assertThat(names("上，海 上　海 上\n海")).isEmpty();
    assertThat(names("日后大　清国若有")).containsExactly("大清國");
    assertThat(names("至塔尔巴\n哈台与明谊会")).containsExactly("塔爾巴哈台", "明誼");
    assertThat(names("至塔尔巴，哈台。")).containsExactly("塔爾巴哈台");
    assertThat(names("大清\n　　国")).containsExactly("大清國");
    assertThat(names("塔尔\n\n巴哈台")).doesNotContain("塔爾巴哈台");
  }

  @Test
  void findsDescribedAndPrivateUseCharactersInNames() throws Exception {
    assertThat(names("日后大■〈口佛〉国皇上")).containsExactly("法國");
    assertThat(names("大𠲽國皇上")).containsExactly("法國");
    assertThat(only("而恭亲王奕\uE844等").range()).isEqualTo(new TextRange(1, 6));
  }

  @Test
  void isSurerOfAnEraThatAYearFollows() throws Exception {
    Proposal dated = only("咸丰八年五月初三日");
    assertThat(Fixture.best(dated).type()).isEqualTo("era");
    assertThat(dated.range()).isEqualTo(new TextRange(0, 2));
    assertThat(dated.best().confidence()).isGreaterThan(only("咸丰之政").best().confidence());
  }

  @Test
  void keepsAVariationSelectorWithItsName() throws Exception {
    assertThat(only("往上海\uDB40\uDD00也").range()).isEqualTo(new TextRange(1, 5));
  }

  @Test
  void proposesNothingWhereANameIsIdentifiedAlready() throws Exception {
    String text = "命黑龙江将军奕山";
    Body place = new Body.Identification(URI.create("local:L0012"), "黑龍江（地區）", "place");
    assertThat(names(text, new Marked(new TextRange(1, 6), place))).containsExactly("奕山");
    assertThat(names(text, new Marked(new TextRange(0, 8), place))).isEmpty();
    assertThat(names(text, new Marked(new TextRange(4, 7), place)))
        .as("what the mark leaves free")
        .containsExactly("黑龍江（地區）");
    assertThat(names(text, new Marked(new TextRange(1, 4), place))).containsExactly("黑龍江將軍", "奕山");
    assertThat(names(text, new Marked(new TextRange(6, 8), new Body.Tag("person"))))
        .containsExactly("黑龍江將軍", "黑龍江（地區）", "奕山");
    Body office = new Body.Identification(URI.create("local:O0002"), "黑龍江將軍", "office");
    assertThat(names(text, new Marked(new TextRange(1, 6), office)))
        .as("the place in a title that is linked")
        .containsExactly("黑龍江（地區）", "奕山");
  }

  @Test
  void looksForTheChosenTypesOnly() throws Exception {
    PluginFixture places = Fixture.start(state, Map.of("types", "place, polity"));
    assertThat(places.proposals("俄国遣黑龙江将军奕山").stream().map(Fixture::best))
        .extracting(Body.Identification::label)
        .containsExactly("俄羅斯", "黑龍江（地區）");
  }

  @Test
  void readsEntriesOfTheAdministratorsOwn() throws Exception {
    Files.writeString(state.resolve("authority.tsv"), "https://example.org/1\tperson\t孔昭慈\n");
    assertThat(Fixture.start(state).proposals("护理台湾道孔昭慈").stream().map(Fixture::best))
        .extracting(Body.Identification::label)
        .containsExactly("護理臺灣道", "臺灣", "孔昭慈");
  }

  @Test
  void asksTheDatesThatAreAnnotatedBeforeANameWhoseTimeItIs() throws Exception {
    String person = "https://example.org/%d\tperson\t孔昭慈\t\t\t\t%s\n";
    Files.writeString(
        state.resolve("authority.tsv"),
        person.formatted(1, "1650;1706") + person.formatted(2, "1795;1862"));
    PluginFixture two = Fixture.start(state, Map.of("min-confidence", 0.3));
    String text = "是年奏。次年夏，孔昭慈至，明年去。";
    Marked old = dated(0, 2, "康熙二十九年", "1690-02-09", "1691-01-28", false);
    Marked late = dated(4, 7, "咸豐八年夏", "1858-05-13", "1858-08-08", false);
    assertThat(whose(two, text)).isEqualTo("1 or 2");
    assertThat(whose(two, text, late)).isEqualTo("2");
    assertThat(whose(two, text, old)).isEqualTo("1");
    assertThat(whose(two, text, old, late)).as("the nearest before it").isEqualTo("2");
    assertThat(whose(two, text, late, old)).as("in any order").isEqualTo("2");
    assertThat(whose(two, text, dated(12, 14, "咸豐九年", "1859-02-03", "1860-01-22", false)))
        .as("behind it")
        .isEqualTo("1 or 2");
    assertThat(whose(two, text, old, dated(4, 7, "咸豐八年", "1858-02-14", "1859-02-02", true)))
        .as("a reference says nothing of what is told")
        .isEqualTo("1");
    assertThat(whose(two, text, dated(0, 7, "自康熙至咸豐", "1662-02-18", "1861-08-22", false)))
        .as("both lived then")
        .isEqualTo("1 or 2");
    String written = "康熙二十九年例，孔昭慈至";
    assertThat(whose(two, written)).isEqualTo("1");
    assertThat(whose(two, written, dated(0, 6, "康熙二十九年", "1690-02-09", "1691-01-28", true)))
        .as("nor does what is written in it")
        .isEqualTo("1 or 2");
    assertThat(
            whose(
                two,
                written,
                new Marked(new TextRange(0, 6), Body.Date.faulty("康熙二十九年", "no such year"))))
        .as("of a date without days only what is written is known")
        .isEqualTo("1");
  }

  private static Marked dated(
      int from, int to, String norm, String first, String last, boolean reference) {
    return new Marked(new TextRange(from, to), new Body.Date(norm, first, last, reference, ""));
  }

  /** Which of two persons of one name is meant, by the ends of their ids. */
  private static String whose(PluginFixture plugin, String text, Marked... marks) throws Exception {
    Proposal proposal =
        plugin.proposals(text, List.of(marks)).stream()
            .filter(each -> each.range().of(text).equals("孔昭慈"))
            .findFirst()
            .orElseThrow();
    List<Candidate> both = proposal.candidates();
    String first = Fixture.best(proposal).entity().getPath().substring(1);
    return both.get(0).confidence() == both.get(1).confidence() ? "1 or 2" : first;
  }

  @Test
  void doesNotLetARuleForOneEntrySpeakAgainstAnotherThatStandsAlone() throws Exception {
    Files.writeString(state.resolve("contexts.tsv"), "上海\t\t\tlocal:X9\t0.9\tgone\n");
    Proposal proposal = Fixture.start(state).proposals("往上海").get(0);
    assertThat(proposal.best().confidence()).isEqualTo(0.96);
  }

  @Test
  void saysWhichLineOfAnOwnTableIsWrong() throws Exception {
    Files.writeString(state.resolve("authority.tsv"), "# mine\nlocal:X1\tperson\n");
    assertThatThrownBy(() -> Fixture.start(state))
        .hasMessageStartingWith("authority.tsv: line 2: ");
  }

  @Test
  void looksUpByFormPartOfAFormAndLatinName() throws Exception {
    Lookup lookup = (Lookup) byDefault.analyzer();
    assertThat(lookup.lookup("上海", "", 5)).first().extracting("label").isEqualTo("上海");
    assertThat(lookup.lookup("黑龙江", "place", 5))
        .extracting(Body.Identification::label)
        .containsExactly("黑龍江", "黑龍江（地區）");
    assertThat(lookup.lookup("鸿章", "person", 5)).first().extracting("label").isEqualTo("李鴻章");
    assertThat(lookup.lookup("muravyov", "", 5)).first().extracting("label").isEqualTo("穆拉維約夫");
    assertThat(lookup.lookup("大臣", "office", 3)).hasSize(3);
    assertThat(lookup.lookup("上海", "person", 5)).isEmpty();
    assertThat(lookup.lookup("  ", "", 5)).isEmpty();
  }

  @Test
  void readsSingleCharactersThatStandForNames() throws Exception {
    assertThat(shortNames("请增伊犁、塔尔巴哈台互市，议允伊、塔而拒喀什噶尔")).containsExactly("伊犁", "塔爾巴哈台");
    assertThat(shortNames("派兵船至沪助剿粤贼")).containsExactly("上海", "廣東");
    assertThat(shortNames("中俄东界，与英、法立约")).containsExactly("中國", "俄羅斯", "英國", "法國");
    assertThat(shortNames("办法既定，其中有伊等之人，德政美意，日后再议")).isEmpty();
    assertThat(names("李鸿章至，鸿章曰可")).containsExactly("李鴻章", "李鴻章");
    assertThat(names("郭嵩焘疏请，嵩焘又言")).as("not by itself in the file").hasSize(2);
    assertThat(names("嵩焘又言")).isEmpty();
  }

  @Test
  void proposesWhatLooksLikeANameThatNoEntryHas() throws Exception {
    assertThat(unknown("俄使雷尔喀夫至北京")).containsExactly("雷尔喀夫 person");
    assertThat(unknown("陕甘总督赵长龄请设防")).containsExactly("赵长龄 person");
    assertThat(unknown("循喀拉乌苏河至库伦")).containsExactly("喀拉乌苏河 place");
    assertThat(unknown("哈密、肃州、辟展等处")).containsExactly("辟展 place");
    assertThat(unknown("遣穆尔喀什为公使")).contains("穆尔喀什 person");
    assertThat(unknown("订大连专约")).containsExactly("大连专约 work");
    Proposal proposal =
        byDefault.proposals("俄使雷尔喀夫至").stream()
            .filter(each -> each.range().length() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(proposal.explanation())
        .contains("not in the authority file", "stands behind 俄使", "seen: 俄使雷尔喀夫至");
  }

  private static List<String> unknown(String text) throws Exception {
    return byDefault.proposals(text).stream()
        .filter(each -> ((Annotate) each.best().action()).body() instanceof Body.Tag)
        .map(each -> each.range().of(text) + " " + each.best().label())
        .toList();
  }

  private static List<String> shortNames(String text) throws Exception {
    return byDefault.proposals(text).stream()
        .filter(each -> each.range().length() == 1)
        .map(each -> each.best().label())
        .toList();
  }

  private static Proposal only(String text) throws Exception {
    List<Proposal> proposals = byDefault.proposals(text);
    assertThat(proposals).hasSize(1);
    return proposals.get(0);
  }

  private static List<String> names(String text, Marked... marks) throws Exception {
    return byDefault.proposals(text, List.of(marks)).stream()
        .map(proposal -> proposal.best().label())
        .toList();
  }

  private static List<String> labels(String text) throws Exception {
    return only(text).candidates().stream().map(Candidate::label).toList();
  }

  @Test
  void listsTheNamesOfARealTextWithThoseThatAreTagged() throws Exception {
    String text = Fixture.text("000_e7da4800d09583c2.txt");
    Marked tagged =
        new Marked(
            new TextRange(0, 2),
            new Body.Identification(URI.create("https://example.org/a/b"), "某\t某", "person"));
    String all = list(text, List.of(tagged), new TextRange(0, text.length()), true);
    List<String> lines = all.lines().toList();
    assertThat(lines.get(0)).isEqualTo("count\ttagged\tname\tkind\twritten\tlink");
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == '\t').count() == 5);
    assertThat(lines)
        .contains(
            "1\t1\t某 某\tperson\t"
                + text.substring(0, 2).replace("\n", " ")
                + "\thttps://example.org/a/b");
    List<Integer> counts =
        lines.stream().skip(1).map(line -> Integer.parseInt(line.split("\t", 2)[0])).toList();
    assertThat(counts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(list(text, List.of(tagged), new TextRange(0, 2), false).lines()).hasSize(2);
    assertThat(list("之乎者也", List.of(), new TextRange(0, 4), true)).isEqualTo("no names\n");
  }

  private static String list(String text, List<Marked> marks, TextRange chosen, boolean untagged)
      throws Exception {
    Settings parameters =
        new Settings() {
          @Override
          public String string(String name) {
            throw new IllegalArgumentException(name);
          }

          @Override
          public double number(String name) {
            throw new IllegalArgumentException(name);
          }

          @Override
          public boolean flag(String name) {
            return untagged;
          }
        };
    Progress progress =
        new Progress() {
          @Override
          public void done(long parts, long total) {
            assertThat(parts).isLessThanOrEqualTo(total);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    MarkedText given = new MarkedText("條約", text, Locale.forLanguageTag("lzh"), marks);
    return ((Commands) byDefault.analyzer())
        .run(new CommandRequest("list", parameters, given, chosen, progress))
        .report();
  }
}
