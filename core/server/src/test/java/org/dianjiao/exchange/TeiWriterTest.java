package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Replace;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Span;
import org.dianjiao.document.Effect;
import org.dianjiao.document.Provenance;
import org.dianjiao.document.ProvenanceLog;
import org.dianjiao.exchange.TeiFile.Element;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.ListedGlyph;
import org.dianjiao.suggestion.Maker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeiWriterTest {

  private static final Maker PLUGIN = new Maker.ByPlugin("punctuation", "0.1.0-SNAPSHOT");
  private static final Body PERSON =
      new Body.Identification(URI.create("local:P0003"), "奕山", "person");

  private final ProvenanceLog log = new ProvenanceLog();
  private String xml = "";
  private TeiKinds kinds = TeiKinds.NONE;
  private List<ListedGlyph> glyphs = List.of();
  private EntityFile entities = EntityFile.EMPTY;

  private TeiFile tei() throws Exception {
    xml =
        TeiWriter.write(
            new TeiSource(
                "瑷珲 <条约> & \"约\"",
                "Treaties & more",
                "0.1.0",
                log.now(),
                log.provenance(),
                Map.of("ann", "Ann", "ben", "Ben 本", "rui", "Rui <reviewer>"),
                kinds,
                glyphs,
                entities));
    TeiFile file = new TeiFile(xml);
    assertThat(TeiSchema.faults(xml)).isEmpty();
    assertThat(file.body).hasToString(log.now().text().toString());
    assertThat(file.dangling).isEmpty();
    assertThat(file.repeated).isEmpty();
    return file;
  }

  private static String id(String name) {
    return "annotation-" + "0".repeat(20 - name.length()) + name;
  }

  private void annotate(String name, int start, int end, Body body) {
    log.annotate("ben", id(name), start, end, body);
  }

  static List<Path> texts() {
    return SharedFolder.texts();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void holdsTheRealTextsCharacterForCharacter(Path path) throws Exception {
    log.importText("ann", Files.readString(path));

    TeiFile file = tei();

    assertThat(file.all("p").stream().filter(p -> !p.attribute("n").isEmpty()))
        .hasSize(log.now().text().lineCount());
  }

  @Test
  void isHeldToASchemaThatFindsFaults() throws Exception {
    log.importText("ann", "甲");
    tei();

    assertThat(TeiSchema.faults(xml.replace("<body", "<bodies").replace("</body", "</bodies")))
        .isNotEmpty();
    assertThat(TeiSchema.faults(xml.replace(" ident=\"dianjiao\"", ""))).isNotEmpty();
  }

  @Test
  void writesAnEmptyDocument() throws Exception {
    log.importText("ann", "");
    tei();

    assertThat(xml)
        .contains("<body xml:space=\"preserve\"><p xml:id=\"line-1\" n=\"1\"></p></body>");
  }

  @Test
  void namesWhoAnswersForEachMark() throws Exception {
    log.importText("ann", "邦交一。有清盛时诸国朝聘");
    log.edit("ben", 8, 8, "，");
    log.accept("rui", ProvenanceLog.suggestion(13, 13, PLUGIN, new Replace("。")));

    TeiFile file = tei();

    assertThat(file.all("pc").stream().map(pc -> pc.text() + pc.attribute("resp")))
        .containsExactly("。#source", "，#person-2", "。#person-3 #plugin-1");
    assertThat(file.byId("source").text().toString()).contains("瑷珲");
    assertThat(file.byId("person-2").text().toString()).contains("Ben 本", "wrote");
    assertThat(file.byId("person-3").text().toString())
        .contains("Rui <reviewer>", "accepted suggestions");
    Element plugin = file.byId("plugin-1");
    assertThat(plugin.attribute("ident")).isEqualTo("punctuation");
    assertThat(plugin.attribute("version")).isEqualTo("0.1.0");
    assertThat(plugin.text().toString().strip()).isEqualTo("punctuation 0.1.0-SNAPSHOT");
  }

  @Test
  void callsPeopleByNameOrIdAndTheServerByItsOwn() throws Exception {
    log.importText(DocumentImport.SYSTEM, "邦交");
    log.edit("account-of-nobody", 2, 2, "。");

    TeiFile file = tei();

    assertThat(file.byId("person-1").text().toString()).contains("Dianjiao");
    assertThat(file.byId("person-2").text().toString()).contains("account-of-nobody");
  }

  @Test
  void namesWhoProposedAndWhoAccepted() throws Exception {
    log.importText("ann", "邦交");
    Maker ben = new Maker.ByPerson("ben");
    log.accept("rui", ProvenanceLog.suggestion(2, 2, ben, new Replace("。")));

    TeiFile file = tei();

    assertThat(file.all("pc").get(0).attribute("resp")).isEqualTo("#person-2 #person-3");
    assertThat(file.byId("person-3").text().toString()).contains("Ben 本", "proposed");
  }

  @Test
  void leavesTheBracketsOfAGlyphNoteAlone() throws Exception {
    log.importText("ann", "大■〈口佛〉国〈附〉");
    annotate("glyph", 1, 6, new Body.Glyph("⿰口佛", "𠲽"));

    TeiFile file = tei();

    assertThat(file.all("pc").stream().map(pc -> pc.text().toString())).containsExactly("〈", "〉");
    assertThat(xml)
        .contains(
            "大<g xml:id=\"a-%s\" resp=\"#person-2\" ref=\"#char-1\">■〈口佛〉</g>国"
                .formatted(id("glyph")));
    assertThat(file.byId("char-1").text().toString()).contains("⿰口佛", "𠲽");
  }

  @Test
  void declaresGlyphsWithWhatTheProjectsListSaysOfThem() throws Exception {
    String own = Character.toString(0xF0001);
    glyphs =
        List.of(
            listed(new GlyphEntry("⿰口佛", "", "𠲽", "法國 <France>\n& 佛")),
            listed(new GlyphEntry("CB00166", "⿰佛佛", own, "")),
            listed(new GlyphEntry("⿰口英", "", "𠸄", "nowhere in the text")));
    log.importText("ann", "大■〈口佛〉国&CB00166;。" + own + "，■");
    annotate("a", 1, 6, new Body.Glyph("⿰口佛", ""));
    annotate("b", 17, 18, new Body.Glyph("one of its kind", ""));

    TeiFile file = tei();

    assertThat(file.all("char")).hasSize(3);
    assertThat(xml)
        .contains("<desc>⿰口佛</desc>", "<note>法國 &lt;France&gt;\n&amp; 佛</note>")
        .contains("<mapping type=\"Unicode\">𠲽</mapping>")
        .contains("<mapping type=\"PUA\">" + own + "</mapping>")
        .contains("<mapping type=\"IDS\">⿰佛佛</mapping>")
        .doesNotContain("𠸄");
    assertThat(file.byId("char-3").text().toString()).contains("CB00166");
  }

  private static ListedGlyph listed(GlyphEntry entry) {
    return new ListedGlyph(
        "id of " + entry.description(), entry, Optional.empty(), "ann", Instant.EPOCH);
  }

  @Test
  void writesAVariantAsAChoice() throws Exception {
    log.importText("ann", "受盟於是");
    log.accept(
        "rui",
        ProvenanceLog.suggestion(
            2, 3, PLUGIN, new Annotate(new Body.Regularization("于", "variant"))));

    tei();

    assertThat(xml)
        .contains(
            "受盟<choice xml:id=\"a-suggestion-2-3-000000\" resp=\"#person-2 #plugin-1\">"
                + "<orig>於</orig><reg type=\"variant\">于</reg></choice>是");
  }

  @Test
  void writesNamesOfMergedEntitiesByWhatStandsForThem() throws Exception {
    URI stays = URI.create("local:P0009");
    Entity entity =
        new Entity(
            stays,
            "person",
            List.of(Label.of(Label.Kind.PREFERRED, "Hant", "愛新覺羅奕山")),
            Span.UNKNOWN,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    entities = EntityFile.of(List.of(entity, new Redirect(URI.create("local:P0003"), stays)));
    log.importText("ann", "時奕山駐瑷珲");
    annotate("person", 1, 3, PERSON);
    tei();
    assertThat(xml).contains("local:P0009", "愛新覺羅奕山").doesNotContain("local:P0003");
  }

  @Test
  void writesNamesWithAndWithoutLink() throws Exception {
    log.importText("ann", "将军奕山至瑷珲大清哈萨克国史咸丰八年五月甲");
    annotate("office", 0, 2, new Body.Tag("office"));
    annotate("person", 2, 4, PERSON);
    annotate("place", 5, 7, new Body.Tag("place"));
    annotate("polity", 7, 9, new Body.Tag("polity"));
    annotate("people", 9, 12, new Body.Tag("people"));
    annotate("work", 12, 14, new Body.Tag("work"));
    annotate("era", 14, 16, new Body.Tag("era"));
    annotate("date", 14, 20, new Body.Tag("date"));
    annotate("other", 20, 21, new Body.Tag("sexagenary day"));

    TeiFile file = tei();

    assertThat(file.byId("a-" + id("person")).attribute("ref")).isEqualTo("local:P0003");
    assertThat(file.all("placeName").get(0).attribute("ref")).isEmpty();
    assertThat(xml)
        .contains(">将军</roleName><persName", ">奕山</persName>至<placeName", "type=\"polity\">大清")
        .contains("type=\"people\">哈萨克</orgName><title", ">国史</title><date")
        .contains("type=\"era\">咸丰</date>八年五月</date><rs", "type=\"sexagenary-day\">甲</rs>");
    assertThat(file.all("item").get(0).text()).hasToString("奕山");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date",
        "foreign",
        "measure",
        "name",
        "num",
        "orgName",
        "persName",
        "placeName",
        "quote",
        "rs",
        "seg",
        "term",
        "title"
      })
  void writesAKindOfAPluginAsItIsDeclared(String element) throws Exception {
    Optional<String> type =
        Optional.of("of-a-plugin").filter(any -> !element.equals("foreign")); // it takes none
    kinds =
        new TeiKinds(
            Map.of(
                "untyped", new TeiKinds.Element(element, Optional.empty()),
                "typed", new TeiKinds.Element(element, type),
                "person", new TeiKinds.Element(element, Optional.empty())));
    log.importText("ann", "銀十萬兩甲乙丙丁戊\n己");
    annotate("outer", 0, 4, new Body.Tag("untyped"));
    annotate("inner", 1, 4, new Body.Tag("typed"));
    annotate("person", 4, 6, PERSON);
    annotate("linked", 4, 5, identified("untyped"));
    annotate("crossing", 5, 8, identified("typed"));
    annotate("lines", 7, 11, new Body.Tag("typed"));
    annotate("gone", 8, 9, identified("typed"));
    log.edit("ben", 8, 9, "");

    TeiFile file = tei();

    assertThat(file.byId("a-" + id("outer")).name()).isEqualTo(element);
    assertThat(file.byId("a-" + id("outer")).attribute("type")).isEmpty();
    assertThat(file.byId("a-" + id("inner")).attribute("type")).isEqualTo(type.orElse(""));
    assertThat(file.byId("a-" + id("inner")).text()).hasToString("十萬兩");
    Element linked = file.byId("a-" + id("linked"));
    assertThat(linked.attribute("ref") + linked.attribute("corresp")).isEqualTo("local:P0009");
    assertThat(file.byId("a-" + id("person")).name()).isEqualTo("persName"); // as ever
  }

  private static Body identified(String kind) {
    return new Body.Identification(URI.create("local:P0009"), "某", kind);
  }

  @Test
  void writesGapsWithAndWithoutASign() throws Exception {
    log.importText("ann", "伊塔尔□巴");
    annotate("lost", 1, 1, new Body.Gap("lost", 1));
    annotate("sign", 3, 4, new Body.Gap("illegible now", 0));

    tei();

    assertThat(xml)
        .containsPattern(
            "伊<gap xml:id=\"[^\"]+\" resp=\"#person-2\" reason=\"lost\" quantity=\"1\" unit=\"chars\"/>塔")
        .containsPattern(
            "<seg [^>]*type=\"gap\">□<gap reason=\"illegible-now\" extent=\"unknown\" unit=\"chars\"/></seg>巴");
  }

  @Test
  void putsRemarksBesideTheTextAndPointsToTheirRange() throws Exception {
    log.importText("ann", "甲乙\n丙丁");
    annotate("note", 1, 4, new Body.Note("spans\ntwo <lines> & \u0001 bell"));

    TeiFile file = tei();

    Element note = file.byId("a-" + id("note"));
    assertThat(note.text()).hasToString("spans\ntwo <lines> & \uFFFD bell");
    assertThat(file.anchors)
        .containsEntry(note.attribute("target").substring(1), 1)
        .containsEntry(note.attribute("targetEnd").substring(1), 4);
  }

  @Test
  void nestsWhatNestsAndStandsCrossingAnnotationsApart() throws Exception {
    log.importText("ann", "大清国钦差大臣伊里布，");
    annotate("outer", 0, 7, new Body.Tag("office"));
    annotate("inner", 0, 3, new Body.Tag("polity"));
    annotate("crossing", 5, 11, PERSON);
    annotate("same", 0, 3, new Body.Regularization("清", "short"));

    TeiFile file = tei();

    assertThat(file.all("roleName").get(0).text()).hasToString("大清国清钦差大臣");
    Element crossing = file.byId("a-" + id("crossing"));
    assertThat(crossing.name()).isEqualTo("persName");
    assertThat(crossing.text()).hasToString("大臣伊里布，");
    Element span = file.all("span").get(0);
    assertThat(file.anchors)
        .containsEntry(span.attribute("from").substring(1), 5)
        .containsEntry(span.attribute("to").substring(1), 11);
    assertThat(xml.indexOf("<standOff>")).isLessThan(xml.indexOf("a-" + id("crossing")));
  }

  @Test
  void standsAGlyphApartInWhichSomethingElseEnds() throws Exception {
    log.importText("ann", "大■〈口佛〉国");
    annotate("glyph", 1, 6, new Body.Glyph("⿰口佛", ""));
    annotate("name", 0, 3, new Body.Tag("polity"));

    TeiFile file = tei();

    assertThat(file.all("orgName").get(0).text()).hasToString("大■〈");
    assertThat(file.all("mentioned").get(0).text()).hasToString("■〈口佛〉");
  }

  @Test
  void shortensWordsThatStandApart() throws Exception {
    log.importText("ann", "甲\n" + "𠲽".repeat(100));
    annotate("long", 0, 202, PERSON);

    assertThat(tei().all("mentioned").get(0).text()).hasToString("甲\n" + "𠲽".repeat(49) + "…");
  }

  @Test
  void losesNoOrphan() throws Exception {
    log.importText("ann", "甲乙丙丁戊己庚");
    annotate("name", 1, 2, PERSON);
    annotate("tag", 1, 2, new Body.Tag("place"));
    annotate("variant", 1, 2, new Body.Regularization("于", "variant"));
    annotate("glyph", 1, 2, new Body.Glyph("⿰口佛", "𠲽"));
    annotate("gap", 1, 2, new Body.Gap("lost", 3));
    annotate("note", 1, 2, new Body.Note("a remark"));
    log.edit("ben", 1, 2, "");

    TeiFile file = tei();

    List<Element> orphans =
        file.all("note").stream().filter(n -> n.attribute("type").equals("orphaned")).toList();
    assertThat(orphans).hasSize(6);
    assertThat(orphans.stream().map(note -> note.attribute("target"))).containsOnly("#at-1");
    assertThat(orphans.stream().map(note -> note.text().toString()))
        .containsExactlyInAnyOrder("奕山", "", "于", "", "", "a remark");
    assertThat(xml)
        .contains("<persName ref=\"local:P0003\">奕山</persName></note>")
        .contains("<placeName></placeName></note>", "<g ref=\"#char-1\"/></note>")
        .contains("<gap reason=\"lost\" quantity=\"3\" unit=\"chars\"/></note>");
  }

  @Test
  void saysWhichPassagesAreApproved() throws Exception {
    log.importText("ann", "甲乙\n丙丁\n戊");
    log.edit("rui", 0, 0, "", new Effect.Approve("approval-00000001", 3, 5, false));
    log.edit("rui", 0, 0, "", new Effect.Approve("approval-00000002", 0, 1, false));

    TeiFile file = tei();

    List<Element> approved =
        file.all("change").stream()
            .filter(change -> change.attribute("status").equals("approved"))
            .toList();
    assertThat(approved.stream().map(change -> change.attribute("target")))
        .containsExactly("#at-0 #at-1", "#line-2");
    assertThat(approved.get(1).attributes())
        .containsEntry("who", "#person-2")
        .containsEntry("when", "2026-11-21T08:00:02Z")
        .containsEntry("n", "2");
    assertThat(file.byId("line-2").text()).hasToString("丙丁");
  }

  @Test
  void saysWhoWorkedWhen() throws Exception {
    log.importText("ann", "甲");
    log.edit("ben", 1, 1, "乙");
    log.edit("ben", 1, 2, "");

    List<Element> changes = tei().all("change");

    assertThat(changes.stream().map(change -> change.attribute("who") + " " + change.text()))
        .containsExactly("#person-1 1 change", "#person-2 2 changes");
    assertThat(changes.get(1).attributes())
        .containsEntry("from", "2026-11-21T08:00:02Z")
        .containsEntry("to", "2026-11-21T08:00:03Z");
  }

  @Test
  void writesWhatXmlCannotHoldAsANamedReplacement() throws Exception {
    log.importText("ann", "甲\u000B乙");

    xml =
        TeiWriter.write(
            new TeiSource("t\u0001", "p", "dev", log.now(), log.provenance(), Map.of()));

    assertThat(TeiSchema.faults(xml)).isEmpty();
    assertThat(xml).contains("甲<g n=\"U+000B\">\uFFFD</g>乙", "<title>t\uFFFD</title>");
    assertThat(new TeiFile(xml).byId("dianjiao").attribute("version")).isEqualTo("0");
  }

  @Test
  void refusesAProvenanceOfAnotherRevision() {
    log.importText("ann", "甲");

    assertThatThrownBy(() -> new TeiSource("t", "p", "1", log.now(), new Provenance(), Map.of()))
        .hasMessage("the document is at revision 1, its provenance at 0");
  }

  @Test
  void writesAMillionCharactersInSeconds() throws IOException {
    String text = Files.readString(SharedFolder.path("texts/000_e7da4800d09583c2.txt"));
    log.importText("ann", text.repeat(1_000_000 / text.length()));
    long begin = System.nanoTime();

    String written =
        TeiWriter.write(new TeiSource("t", "p", "1", log.now(), log.provenance(), Map.of()));

    assertThat((System.nanoTime() - begin) / 1e9).as("seconds").isLessThan(20);
    assertThat(written).endsWith("</TEI>\n");
  }
}
