package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who wrote what, the timeline, undoing all that somebody did, and marks as a layer. */
class PastTest {

  /** Goes to the next view with the key; how long until that is drawn, in milliseconds. */
  private static final String SWITCH =
      """
      () => new Promise(done => {
        const start = performance.now();
        document.querySelector(".cm-content").dispatchEvent(new KeyboardEvent("keydown",
            {key: "v", code: "KeyV", keyCode: 86, altKey: true, bubbles: true, cancelable: true}));
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
      })""";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE = new Office(Map.of("Lin", "editor", "Ren", "reviewer"));

  @Test
  void undoesOnePersonsWorkAndKeepsAnothers() {
    Desk lin = sitDown("Lin");
    Desk ren = sitDown("Ren");
    lin.putCursorBefore("此后除两国旱路");
    lin.type("〔林注〕");
    assertThat(ren.editor()).containsText("〔林注〕");
    ren.putCursorAfter("〔林");
    ren.type("任");
    assertThat(lin.editor()).containsText("〔林任注〕");

    ren.show("History");
    ren.button("Show who wrote what").click();
    assertThat(ren.page().locator(".author-legend")).containsText("Lin");
    assertThat(ren.page().locator(".author-here")).containsText("Lin wrote this");

    ren.button("Timeline and versions…").click();
    Locator past = ren.page().locator(".past-text");
    assertThat(past.locator("ins").first()).hasText("任");
    Axe.assertNoSeriousViolation(ren.page());
    Locator slider =
        ren.page().getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Timeline"));
    slider.focus();
    slider.press("ArrowLeft");
    assertThat(past.locator("ins").first()).hasText("〔林注〕");

    ren.choice("All that was done by").selectOption("0");
    assertThat(ren.page().locator(".undo-preview")).containsText("4 characters will go");
    ren.button("Undo all of it").click();
    assertThat(past.locator("del").first()).hasText("〔林");
    ren.page().keyboard().press("Escape");
    assertThat(lin.editor()).containsText("任此后除两国旱路");
    assertThat(lin.text()).doesNotContain("林注").doesNotContain("〔林");
    assertThat(ren.faults().seen()).isEmpty();
  }

  @Test
  void showsWhoseMarksStandAndTakesThemAwayAndPutsThemBack() {
    String marked = "議將從前，使臣進京。\n「■〈口佛〉國」：三條；四條！";
    String document = OFFICE.team().bring("標點", marked);
    Desk lin = CHROMIUM.desk(OFFICE.product().address(), "Lin");
    lin.signIn(Team.PASSWORD);
    lin.open(document);
    lin.putCursorAfter("使臣");
    lin.type("、");
    assertThat(lin.state()).hasText("Saved");
    lin.page().keyboard().press("Alt+m");
    Locator origins = lin.page().locator(".mark-origins");
    assertThat(origins).containsText("Source (imported)");
    assertThat(origins).containsText("Lin");
    lin.page().keyboard().press("ArrowLeft");
    assertThat(lin.page().locator(".mark-here")).containsText("、  Lin wrote this");
    lin.putCursorBefore("、");
    assertThat(lin.page().locator(".about-mark")).containsText("、  Lin wrote this");
    lin.button("Colour the marks of Source (imported) in the text").click();
    assertThat(lin.page().locator(".cm-content .tint")).hasCount(7);
    Pictures pictures = Pictures.in("marks");
    pictures.take(lin, "origins");

    lin.editor().focus();
    lin.page().keyboard().press("Alt+v");
    assertThat(lin.text()).isEqualTo("議將從前。使臣。進京。\n■〈口佛〉國。三條。四條。");
    assertThat(lin.page().locator(".view-bar"))
        .containsText("Copied as transcribed, each pause as 。");
    lin.page().keyboard().press("Alt+v");
    lin.page().keyboard().press("Alt+v");
    assertThat(lin.text()).isEqualTo("議將從前使臣進京\n■〈口佛〉國三條四條");
    lin.type("不");
    assertThat(lin.text()).isEqualTo("議將從前使臣進京\n■〈口佛〉國三條四條");
    pictures.take(lin, "bare");
    lin.putCursorAfter("從前");
    assertThat(lin.page().locator(".about-mark")).containsText("In the text: 議將從前，使臣");
    assertThat(lin.page().locator(".about-mark")).containsText("Imported by Administrator");
    lin.page().reload();
    assertThat(lin.page().locator(".view-bar")).containsText("No marks 白文");
    lin.button("Show the text as it is").click();
    assertThat(lin.editor()).containsText("議將從前，使臣、進京。");

    lin.page().keyboard().press("Alt+m");
    lin.button("Compare with its marks").click();
    Locator agreement = lin.page().locator(".plugin-agreement table");
    assertThat(agreement).containsText("The marks at revision 2 and those that punctuation");
    assertThat(agreement.locator("tbody tr").first()).containsText("breaks");
    pictures.take(lin, "agreement");
    lin.choice("Which marks").selectOption("all");
    assertThat(lin.page().locator(".undo-preview")).containsText("8 marks will go");
    lin.button("Take them away").click();
    assertThat(lin.editor()).containsText("議將從前使臣進京");
    assertThat(lin.text()).isEqualTo("議將從前使臣進京\n■〈口佛〉國三條四條");
    lin.button("Put them back").click();
    assertThat(lin.editor()).containsText("議將從前，使臣、進京。");
    lin.choice("Which marks").selectOption("imported");
    lin.button("Take them away").click();
    assertThat(lin.editor()).containsText("議將從前使臣、進京");
    lin.show("History");
    assertThat(lin.page().locator(".history")).containsText("took away the marks of imported text");
    assertThat(lin.faults().seen()).isEmpty();
  }

  @Test
  void looksAtATextInEveryWay() {
    String document = OFFICE.team().bring("異體", ViewsScene.TEXT);
    Desk lin = CHROMIUM.desk(OFFICE.product().address(), "Lin");
    Desk ren = CHROMIUM.desk(OFFICE.product().address(), "Ren");
    for (Desk desk : List.of(lin, ren)) {
      desk.signIn(Team.PASSWORD);
      desk.open(document);
    }
    new ViewsScene(lin, ren).play();
  }

  @Test
  void laysEditionsSideBySideAndRecordsWhatOneMakesOfThem() {
    OFFICE.team().bring("乙本", "議將於前，使臣寧進京。<img src=x onerror=alert(1)>\n");
    String document = OFFICE.team().bring("甲本", "議將于前使臣進京\n");
    Desk lin = CHROMIUM.desk(OFFICE.product().address(), "Lin", 1440, 900);
    lin.signIn(Team.PASSWORD);
    lin.open(document);
    lin.button("Collate…").click();
    Page page = lin.page();
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("乙本")).press("Space");
    lin.button("Collate").click();
    Locator texts =
        page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName("Both texts side by side"));
    assertThat(texts).containsText("議將於前，使臣寧進京。<img src=x onerror=alert(1)>");
    assertThat(texts.locator("mark.chosen").first()).hasText("于");
    Locator what = page.locator(".collation-what");
    assertThat(what).containsText("Variant character 于 | 於");
    Axe.assertNoSeriousViolation(page);
    Pictures.in("collation").take(lin, "side-by-side");

    lin.button("Note the reading").click();
    assertThat(what).containsText("decided");
    lin.button("Next difference").click();
    assertThat(what).containsText("Only in the other text 〔無〕 | 寧 A character may have been lost");
    lin.button("Correct after it").click();
    lin.button("Show in the text").click();
    assertThat(lin.state()).hasText("Saved");
    assertThat(lin.text()).isEqualTo("議將于前使臣進京\n");
    assertThat(lin.annotations()).anyMatch(line -> line.contains("于") && line.contains("於"));
    assertThat(lin.editor()).containsText("寧");
    assertThat(lin.faults().seen()).isEmpty();
  }

  @Test
  void aLongTextIsSeenWithoutMarksAtOnce() {
    String line = "第三條，嗣後俄國使臣、領事官「往來」京城；均照各國一例辦理。".repeat(3) + "\n";
    String document = OFFICE.team().bring("長文", line.repeat(200_000 / line.length()));
    Desk lin = CHROMIUM.desk(OFFICE.product().address(), "Lin");
    lin.signIn(Team.PASSWORD);
    lin.open(document);
    lin.editor().focus();
    for (int i = 0; i < 4; i++) {
      double millis = ((Number) lin.page().evaluate(SWITCH)).doubleValue();
      System.out.printf("another view of 200,000 characters after %.0f ms%n", millis);
      assertThat(millis).isLessThan(1_000);
    }
    lin.page().keyboard().press("Alt+v");
    assertThat(lin.passage("第三條。嗣後").first()).isVisible();
    Pictures.in("marks").take(lin, "long");
  }

  private static Desk sitDown(String name) {
    return OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), name));
  }
}
