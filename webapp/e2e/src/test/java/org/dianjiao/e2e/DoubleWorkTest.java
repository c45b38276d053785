package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two people punctuate an article of a treaty without seeing each other; a third decides with the
 * keyboard alone, and the treaty shows it.
 */
class DoubleWorkTest {

  private static final Path PICTURES = Module.target().resolve("double-work");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE =
      new Office(Map.of("Mei", "manager", "Gu", "annotator", "Ren", "reviewer", "Lin", "reviewer"));

  /** A sentence of that treaty. */
  private static final String ARTICLE = "此后除两国旱路于从前所定边疆通商外今议准由海路之上海波福州府门广州府台湾琼州府等七处海口通商";

  /** Until a key shows what it did, on a machine that does much else. */
  private static final double FLUID_MS = 250;

  /** The fifth line of the treaty. */
  private static final int LINE = 5;

  private static Desk sitDown(String name) {
    Desk desk = CHROMIUM.desk(OFFICE.product().address(), name, 1300, 900);
    desk.signIn(Team.PASSWORD);
    desk.page().navigate("/projects/" + OFFICE.team().project());
    return desk;
  }

  @Test
  void twoPunctuateBlindAndAThirdDecides() {
    Desk mei = sitDown("Mei");
    start(mei);
    Desk gu = sitDown("Gu");
    toldInTheInbox(gu, "Mei gave you double work");
    Desk ren = sitDown("Ren");
    openCopy(gu);
    openCopy(ren);
    punctuate(gu, Map.of("通商外", "，", "今议准", "：", "上海", "、", "照办", "。"));
    punctuate(ren, Map.of("通商外", "，", "今议准", "，", "上海", "，"));
    seesNothingOf(ren, "Gu");
    done(gu);
    assertThat(gu.page().locator("main")).containsText("The others are told nothing of it");
    done(ren);
    assertThat(ren.page().locator("main")).not().containsText("Gu");

    handOver(mei);
    Desk lin = sitDown("Lin");
    toldInTheInbox(lin, "Mei asks you to decide in double work");
    round(lin).click();
    assertThat(lin.page().locator(".agreement tbody tr").first())
        .hasText("boundaries4330.857" + kappa(lin));
    assertThat(lin.page().locator("main")).containsText("3 differences; 1 place read alike");
    looked(lin, "differences");
    decide(lin);
    looked(lin, "decided");
    mei.open(OFFICE.treaty());
    closeByKeyboard(lin);
    assertThat(mei.passage("通商外，今议准由海路之上海，波福州府")).hasCount(1);
    assertThat(lin.page().locator("main")).containsText("The decisions are revision 2 of the text");
    looked(lin, "closed");

    lin.open(OFFICE.treaty());
    assertThat(lin.passage("通商外，今议准由海路之上海，波福州府")).hasCount(1);
    assertThat(lin.passage("一律照办。")).hasCount(1);
    toldInTheInbox(gu, "Lin put the decisions of double work into the text");
  }

  private static void toldInTheInbox(Desk desk, String words) {
    desk.page().navigate("/");
    Locator ofTheTreaty = desk.page().locator(".lines li", hasText("天津條約"));
    assertThat(ofTheTreaty.filter(new Locator.FilterOptions().setHasText(words))).hasCount(1);
    desk.page().navigate("/projects/" + OFFICE.team().project());
  }

  /** The manager says who of the reviewers decides. */
  private static void handOver(Desk mei) {
    round(mei).click();
    mei.choice("Who decides").selectOption(OFFICE.team().account("Lin"));
    looked(mei, "hand-over");
    mei.button("Let them decide").click();
    assertThat(mei.page().locator("main")).containsText("Lin decides");
    assertThat(mei.choice("Who decides").locator("option")).hasText(new String[] {"Mei"});
  }

  /** Of both kinds of work a short text, and what becomes of it. */
  @Test
  void twoMarkNamesAndTranscribeBlindAndAThirdDecides() {
    String names = begun("海口", "annotate");
    String words = begun("旱路", "transcribe");
    Desk gu = sitDown("Gu");
    Desk ren = sitDown("Ren");
    openCopy(gu, "Mark names: 海口");
    place(gu, "上海");
    place(gu, "福州府");
    openCopy(ren, "Mark names: 海口");
    place(ren, "上海波");
    place(ren, "福州府");
    sitsAtTheProject(gu);
    sitsAtTheProject(ren);
    openCopy(gu, "Transcribe: 旱路");
    reads(gu, "陆路");
    openCopy(ren, "Transcribe: 旱路");
    reads(ren, "水路");
    for (String title : List.of("Mark names: 海口", "Transcribe: 旱路")) {
      done(gu, title);
      done(ren, title);
    }

    Desk lin = sitDown("Lin");
    round(lin, "Mark names: 海口").click();
    assertThat(lin.page().locator(".agreement tbody tr").first()).hasText("names2210.500");
    assertThat(lin.page().locator("main")).containsText("Krippendorff’s α of the kinds of names");
    assertThat(lin.page().locator("main")).containsText("1 difference; 1 place read alike");
    assertThat(lin.page().locator(".difference .named"))
        .hasText(new String[] {"上海 Place", "上海波 Place"});
    looked(lin, "names");
    lin.page().locator(".reading").filter(new Locator.FilterOptions().setHasText("Gu")).click();
    closed(lin);
    lin.open(names);
    assertThat(lin.passage("海口").locator(".annotation.kind-place"))
        .hasText(new String[] {"上海", "福州府"});

    sitsAtTheProject(lin);
    round(lin, "Transcribe: 旱路").click();
    assertThat(lin.page().locator(".agreement tbody tr").first()).hasText("changes1100.000");
    assertThat(lin.page().locator(".difference .read")).hasText(new String[] {"陆", "水"});
    lin.button("Another").click();
    lin.textbox("What stands there instead").fill("海");
    lin.picture(PICTURES.resolve("transcribed.png"));
    lin.page().keyboard().press("Enter");
    closed(lin);
    lin.open(words);
    assertThat(lin.passage("此后除两国海路于从前所定边疆通商外")).hasCount(1);
  }

  /** Each reads every mark of a chapter otherwise; the page opens, moves and decides at once. */
  @Test
  void thousandsOfDifferencesStayFluid() {
    Team team = OFFICE.team();
    String chapter = team.document("邦交");
    String bare = Copies.exported(team, chapter, "bare");
    String source = team.administrator().importText(team.project(), "邦交 without marks", bare);
    String often = bare.replaceAll("(\\p{IsHan}{4})", "$1。");
    Copies round = Copies.give(team, source, "punctuate", "Gu", "Ren");
    round.reads("Gu", Copies.exported(team, chapter, "text"));
    round.reads("Ren", often);

    Desk lin = sitDown("Lin");
    Page page = lin.page();
    long opened = System.nanoTime();
    page.navigate(round.page());
    assertThat(page.locator(".difference")).hasCount(100);
    long shown = millisSince(opened);
    String all = lin.choice("Show").locator("option").first().innerText();
    int count = Integer.parseInt(all.replaceAll("\\D", ""));
    assertThat(count).isGreaterThan(4_000);
    page.locator(".difference").first().focus();
    Presses moves = Presses.of(page, ".difference.chosen", "j");
    Presses decisions = Presses.of(page, ".difference.chosen", "1");
    lin.button("Next hundred").click();
    assertThat(page.locator(".difference")).hasCount(100);

    lin.choice("Show").selectOption("0");
    String only = lin.choice("Show").locator("option").nth(1).innerText();
    assertThat(page.locator(".rule-all")).containsText("For all " + number(only) + " shown");
    long began = System.nanoTime();
    lin.button("Take Gu").click();
    assertThat(page.getByText("Undo the last " + number(only) + " decisions")).isVisible();
    long taken = millisSince(began);
    lin.picture(PICTURES.resolve("thousands.png"));
    lin.button("Undo the last " + number(only) + " decisions").click();
    assertThat(page.getByRole(AriaRole.STATUS))
        .hasText(
            "%s differences still to decide."
                .formatted(written(count - decisions.millis().size())));
    lin.choice("Show").selectOption("differing");
    lin.button("Take Ren").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("All are decided.");
    long put = System.nanoTime();
    closed(lin);
    System.out.printf(
        "%d differences: opened in %d ms; a key moves in %s ms and decides in %s ms (median, most);"
            + " %s decided in %d ms; all put into the text in %d ms%n",
        count, shown, moves, decisions, number(only), taken, millisSince(put));
    assertThat(Copies.exported(team, source, "text")).isEqualTo(often);
    assertThat(moves.median()).as("ms until a key has moved").isLessThan(FLUID_MS);
    assertThat(decisions.median()).as("ms until a key has decided").isLessThan(FLUID_MS);
  }

  private static String number(String option) {
    return option.replaceAll(".*\\(|\\)", "");
  }

  private static String written(int number) {
    return "%,d".formatted(number);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** A round on a text that is brought in for it; tells the text. */
  private static String begun(String title, String task) {
    Team team = OFFICE.team();
    String document = team.administrator().importText(team.project(), title, ARTICLE);
    Copies.give(team, document, task, "Gu", "Ren");
    return document;
  }

  private static void place(Desk desk, String words) {
    desk.select(words);
    desk.annotate("Place")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tag without a link"))
        .click();
    assertThat(desk.page().locator(".annotation.kind-place", hasText(words))).hasCount(1);
    assertThat(desk.state()).hasText("Saved");
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static void reads(Desk desk, String words) {
    desk.select("旱路");
    desk.type(words);
    assertThat(desk.editor()).containsText(words);
    assertThat(desk.state()).hasText("Saved");
  }

  private static void sitsAtTheProject(Desk desk) {
    desk.page().navigate("/projects/" + OFFICE.team().project());
  }

  private static void closed(Desk lin) {
    assertThat(lin.page().getByRole(AriaRole.STATUS)).hasText("All are decided.");
    lin.button("Put the decisions into the text").click();
    assertThat(lin.page().locator("main")).containsText("The decisions are revision 2 of the text");
  }

  private static void start(Desk mei) {
    Team team = OFFICE.team();
    int documents =
        team.administrator().get("/api/projects/" + team.project()).get("documents").size();
    mei.button("Start double work").click();
    Locator work =
        mei.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Double work"));
    work.getByLabel("Document").selectOption(OFFICE.treaty());
    mei.choice("What they do").selectOption("punctuate");
    mei.page().getByLabel("From line").fill(Integer.toString(LINE));
    mei.page().getByLabel("To line").fill(Integer.toString(LINE));
    for (String name : List.of("Gu", "Ren")) {
      mei.page().locator(".tick", new Page.LocatorOptions().setHasText(name)).click();
    }
    looked(mei, "start");
    mei.button("Give out the copies").click();
    assertThat(round(mei)).isVisible();
    assertThat(mei.page().locator(".lines a:not([href*='/rounds/'])")).hasCount(documents);
  }

  private static Locator round(Desk desk) {
    return round(desk, "Punctuate: 天津條約");
  }

  private static Locator round(Desk desk, String name) {
    return desk.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(false));
  }

  private static void openCopy(Desk desk) {
    openCopy(desk, "Punctuate: 天津條約");
  }

  private static void openCopy(Desk desk, String round) {
    round(desk, round).click();
    if (desk.name().equals("Gu") && round.startsWith("Punctuate")) {
      assertThat(desk.button("I am done")).isVisible();
      looked(desk, "working");
    }
    desk.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open my copy"))
        .click();
    assertThat(desk.editor()).containsText("通商外");
  }

  private static void punctuate(Desk desk, Map<String, String> marks) {
    marks.forEach(
        (words, mark) -> {
          desk.putCursorAfter(words);
          desk.type(mark);
        });
    assertThat(desk.state()).hasText("Saved");
  }

  private static void seesNothingOf(Desk desk, String other) {
    desk.page().goBack();
    assertThat(desk.button("I am done")).isVisible();
    assertThat(desk.page().locator("main").innerText()).doesNotContain(other);
  }

  private static void done(Desk desk) {
    done(desk, "Punctuate: 天津條約");
  }

  private static void done(Desk desk, String round) {
    sitsAtTheProject(desk);
    round(desk, round).click();
    desk.button("I am done").click();
    assertThat(desk.button("I am done")).hasCount(0);
  }

  /** It stands in the page; the figures that are worked out by hand are tested at the server. */
  private static String kappa(Desk desk) {
    return desk.page().locator(".agreement tbody tr").first().locator("td").last().innerText();
  }

  /** None of both, the second, the first. */
  private static void decide(Desk lin) {
    lin.button("Leave open").focus();
    lin.page().keyboard().press("Tab");
    assertThat(lin.page().locator(".difference.chosen")).isFocused();
    assertThat(lin.button("Put the decisions into the text")).isDisabled();
    lin.page().keyboard().press("0");
    lin.page().keyboard().press("1");
    lin.page().keyboard().press("u");
    assertThat(lin.page().getByRole(AriaRole.STATUS)).hasText("2 differences still to decide.");
    lin.page().keyboard().press("k");
    lin.page().keyboard().press("2");
    lin.page().keyboard().press("k");
    lin.page().keyboard().press("j");
    lin.page().keyboard().press("j");
    lin.page().keyboard().press("1");
    assertThat(lin.page().getByRole(AriaRole.STATUS)).hasText("All are decided.");
    lin.page().reload();
    assertThat(lin.page().getByRole(AriaRole.STATUS)).hasText("All are decided.");
  }

  private static void closeByKeyboard(Desk lin) {
    lin.button("Put the decisions into the text").focus();
    lin.page().keyboard().press("Enter");
  }

  private static void looked(Desk desk, String name) {
    Page page = desk.page();
    Axe.assertNoSeriousViolation(page);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {1300, 600}) {
        page.setViewportSize(width, 900);
        String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(
            new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(file)));
        int wide = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(wide).as("%s at %d px".formatted(name, width)).isLessThanOrEqualTo(width);
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1300, 900);
  }
}
