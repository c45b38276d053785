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

    Desk lin = sitDown("Lin");
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
  }

  private static void start(Desk mei) {
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
    assertThat(mei.page().locator(".lines .line-title")).hasCount(6);
  }

  private static Locator round(Desk desk) {
    return desk.page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Punctuate: 天津條約").setExact(false));
  }

  private static void openCopy(Desk desk) {
    round(desk).click();
    if (desk.name().equals("Gu")) {
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
    desk.page().navigate("/projects/" + OFFICE.team().project());
    round(desk).click();
    desk.button("I am done").click();
    assertThat(desk.button("I am done")).hasCount(0);
  }

  /** It stands in the page; the figures that are worked out by hand are tested at the server. */
  private static String kappa(Desk desk) {
    return desk.page().locator(".agreement tbody tr").first().locator("td").last().innerText();
  }

  /** None of both, the second, the first. */
  private static void decide(Desk lin) {
    lin.page().locator(".tick input").last().focus();
    lin.page().keyboard().press("Tab");
    assertThat(lin.page().locator(".difference.chosen")).isFocused();
    assertThat(lin.button("Put the decisions into the text")).isDisabled();
    lin.page().keyboard().press("0");
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
