package org.dianjiao.plugin.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Body.Glyph;
import org.dianjiao.api.Body.Identification;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.testkit.PluginFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read out of notes on characters that a text could not hold. */
class GlyphsTest {

  @TempDir static Path state;

  private static PluginFixture plugin;

  @BeforeAll
  static void start() throws Exception {
    plugin = Fixture.start(state);
  }

  @Test
  void readsADescribedGlyph() throws Exception {
    Proposal proposal = only("日后大■〈口佛〉国皇上");
    assertThat(proposal.category()).isEqualTo("glyph");
    assertThat(proposal.range()).isEqualTo(new TextRange(3, 8));
    assertThat(bodies(proposal)).containsExactly(new Glyph("⿰口佛", "𠲽"));
  }

  @Test
  void offersEveryCharacterThatTwoPartsMayBuildSideBySideFirst() throws Exception {
    assertThat(bodies(only("■〈日月〉"))).startsWith(new Glyph("⿰日月", "明")).hasSizeGreaterThan(1);
    assertThat(bodies(only("■〈口木〉"))).contains(new Glyph("⿱口木", "呆"));
  }

  @Test
  void knowsTheFormsThatAComponentTakesAtItsPlace() throws Exception {
    assertThat(bodies(only("■〈人弗〉"))).contains(new Glyph("⿰亻弗", "佛"));
    assertThat(bodies(only("■〈水工〉"))).contains(new Glyph("⿰氵工", "江"));
    assertThat(bodies(only("■〈心青〉"))).contains(new Glyph("⿰忄青", "情"));
    assertThat(bodies(only("■〈王里〉"))).contains(new Glyph("⿰𤣩里", "理"));
    assertThat(bodies(only("⿰⺡工"))).startsWith(new Glyph("⿰氵工", "江"));
    assertThat(only("■〈人弗〉").explanation()).contains("with forms of the parts");
  }

  @Test
  void putsWhatIsBuiltExactlySoBeforeFormsOfTheParts() throws Exception {
    assertThat(bodies(only("⿰水工"))).containsExactly(new Glyph("⿰水工", "𬇔"), new Glyph("⿰氵工", "江"));
    assertThat(only("⿰水工").explanation()).isEqualTo("⿰水工 is 𬇔 U+2C1D4");
  }

  @Test
  void readsADescriptionWhosePartsAreDescribedThemselves() throws Exception {
    assertThat(bodies(only("⿰口⿰亻弗"))).containsExactly(new Glyph("⿰口佛", "𠲽"));
    assertThat(bodies(only("■〈口亻弗〉"))).contains(new Glyph("⿰口佛", "𠲽"));
  }

  @Test
  void readsAnIdeographicDescription() throws Exception {
    Proposal proposal = only("日后大⿰口佛国");
    assertThat(proposal.range()).isEqualTo(new TextRange(3, 6));
    assertThat(Fixture.form(proposal)).isEqualTo("𠲽");
    assertThat(proposals("⿰口，国")).isEmpty();
  }

  @Test
  void readsBracketsThatDescribeAGlyphAndNoOthers() throws Exception {
    Proposal proposal = only("大【口佛】国");
    assertThat(proposal.range()).isEqualTo(new TextRange(1, 5));
    assertThat(bodies(proposal)).containsExactly(new Glyph("⿰口佛", "𠲽"));
    assertThat(bodies(only("大【⿰口佛】国"))).containsExactly(new Glyph("⿰口佛", "𠲽"));
    assertThat(bodies(only("大【⿰佛佛】国"))).containsExactly(new Glyph("⿰佛佛", ""));
    assertThat(proposals("【按语】【校勘记】【一】【甲乙】【小大由之】")).isEmpty();
  }

  @Test
  void readsEntitiesThatAreCodesAndKeepsTheNamesOfOthers() throws Exception {
    assertThat(bodies(only("大&U+20CBD;国"))).containsExactly(new Glyph("U+20CBD", "𠲽"));
    assertThat(bodies(only("大&U-00020CBD;国"))).containsExactly(new Glyph("U-00020CBD", "𠲽"));
    assertThat(bodies(only("大&#x20CBD;国"))).containsExactly(new Glyph("#x20CBD", "𠲽"));
    assertThat(bodies(only("大&#134333;国"))).containsExactly(new Glyph("#134333", "𠲽"));
    Proposal named = only("大&CB00166;国");
    assertThat(named.range()).isEqualTo(new TextRange(1, 10));
    assertThat(bodies(named)).containsExactly(new Glyph("CB00166", ""));
    assertThat(proposals("Smith & Wesson; &amp; &nbsp; &#160;; &#x1F600;")).isEmpty();
  }

  @Test
  void keepsTheDescriptionOfAGlyphThatNobodyEncoded() throws Exception {
    Proposal proposal = only("■〈佛佛佛佛〉");
    assertThat(bodies(proposal)).containsExactly(new Glyph("佛佛佛佛", ""));
    assertThat(proposal.explanation()).contains("list of glyphs");
  }

  @Test
  void namesTheCharacterBehindAPrivateUseCode() throws Exception {
    assertThat(bodies(only("恭亲王奕\uE844")))
        .containsExactly(new Glyph("U+E844 (GBK private use)", "䜣"));
    assertThat(bodies(only("恭亲王奕\uE000"))).containsExactly(new Glyph("U+E000 (private use)", ""));
  }

  @Test
  void callsARunOfMissingCharactersOneGap() throws Exception {
    assertThat(bodies(only("各宪□□□周知"))).startsWith(new Body.Gap("illegible", 3));
    assertThat(bodies(only("各宪■行"))).startsWith(new Body.Gap("lost", 1));
    assertThat(proposals("□".repeat(41))).isEmpty();
  }

  @Test
  void seesNoVariantInsideAGlyphNote() throws Exception {
    assertThat(only("国■〈口砲〉").category()).isEqualTo("glyph");
  }

  @Test
  void findsCharactersByTheirComponents() throws Exception {
    assertThat(found("口佛")).startsWith("𠲽");
    assertThat(found("⿰口英")).startsWith("𠸄");
    assertThat(found("水工")).contains("江");
    assertThat(found("口 亻 弗")).contains("𠲽");
    assertThat(found("abc")).isEmpty();
    assertThat(found("木木木")).startsWith("森");
    Identification fo = ((Lookup) plugin.analyzer()).lookup("口佛", "", 1).get(0);
    assertThat(fo.entity().toString()).endsWith("codepoint=20cbd#⿰口佛");
  }

  private static List<String> found(String query) throws Exception {
    List<Identification> entries = ((Lookup) plugin.analyzer()).lookup(query, GlyphSearch.TYPE, 50);
    return entries.stream().map(Identification::label).toList();
  }

  private static List<Proposal> proposals(String text) throws Exception {
    return plugin.proposals(text);
  }

  private static Proposal only(String text) throws Exception {
    List<Proposal> proposals = proposals(text);
    assertThat(proposals).hasSize(1);
    return proposals.get(0);
  }

  private static List<Body> bodies(Proposal proposal) {
    return proposal.candidates().stream()
        .map(Candidate::action)
        .map(action -> ((Annotate) action).body())
        .toList();
  }
}
