package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person in the workspace. */
class WorkspaceTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE = new Office(Map.of("Ren", "reviewer", "Bai", "viewer"));

  @Test
  void decidesOnSuggestionsByKeyAlone() {
    Desk ren = sitDown("Ren", 1440, 900);
    ren.runPlugin("Punctuation marks");
    String all = ren.awaitSuggestions();
    Axe.assertNoSeriousViolation(ren.page());

    Keyboard keyboard = ren.page().keyboard();
    ren.editor().focus();
    keyboard.press("Alt+r");
    assertThat(ren.suggestions()).isFocused();
    Locator chosen =
        ren.suggestions()
            .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true));
    assertThat(chosen).hasAttribute("aria-posinset", "1");
    keyboard.press("j");
    keyboard.press("j");
    assertThat(chosen).hasAttribute("aria-posinset", "3");
    keyboard.press("k");
    assertThat(chosen).hasAttribute("aria-posinset", "2");
    keyboard.press("a");
    assertThat(ren.page().locator(".said")).containsText("Accepted 1 suggestion.");
    assertThat(ren.suggestionCount()).not().hasText(all);
    assertThat(ren.state()).hasText("Saved");

    keyboard.press("u");
    assertThat(ren.page().locator(".said")).containsText("The last decision is undone.");
    assertThat(ren.faults().seen()).isEmpty();
  }

  @Test
  void givesTheKeyboardBackToTheTextWhenThePanelIsClosedByKey() {
    Desk ren = sitDown("Ren", 1300, 850);
    ren.button("Close").press("Enter");
    assertThat(ren.page().getByRole(AriaRole.TABLIST)).isHidden();
    assertThat(ren.page().getByRole(AriaRole.TEXTBOX)).isFocused();
  }

  @Test
  void fitsIntoANarrowWindow() {
    Desk ren = sitDown("Ren", 420, 800);
    assertFits(ren);
    ren.button("Panels").click();
    assertThat(ren.page().getByRole(AriaRole.TAB).first()).isVisible();
    assertFits(ren);
    Axe.assertNoSeriousViolation(ren.page());
    ren.page().navigate("/projects/" + OFFICE.team().project());
    assertThat(ren.page().getByRole(AriaRole.LINK).first()).isVisible();
    assertFits(ren);
  }

  @Test
  void letsAViewerReadAndNotWrite() {
    Desk bai = sitDown("Bai", 1440, 900);
    String before = bai.text();
    bai.type("不");
    assertThat(bai.state()).containsText("Read only");
    assertThat(bai.text()).isEqualTo(before);
    assertThat(bai.button("Run plugin")).isDisabled();
    Axe.assertNoSeriousViolation(bai.page());
    bai.page().navigate("/projects/" + OFFICE.team().project());
    assertThat(bai.page().getByRole(AriaRole.LINK).first()).isVisible();
    Axe.assertNoSeriousViolation(bai.page());
    assertThat(bai.faults().seen()).isEmpty();
  }

  @Test
  void picksDatesAndNamesByKeyAlone() {
    Desk ren = CHROMIUM.desk(OFFICE.product().address(), "Ren", 1300, 900);
    ren.signIn(Team.PASSWORD);
    ren.open(OFFICE.team().document("另一版本"));
    Keyboard keyboard = ren.page().keyboard();

    ren.select("八月");
    keyboard.press("Alt+4");
    assertThat(option(ren, "同治元年八月")).containsText("1862-08-25");
    Axe.assertNoSeriousViolation(ren.page());
    keyboard.press("Enter");
    assertThat(ren.page().locator(".annotation.kind-date").first()).hasText("八月");

    ren.select("明谊");
    keyboard.press("Alt+1");
    assertThat(option(ren, "明誼")).isVisible();
    keyboard.press("ArrowDown");
    keyboard.press("Enter");
    assertThat(ren.page().locator(".annotation.kind-person").first()).hasText("明谊");

    ren.select("勒布什");
    keyboard.press("Alt+2");
    keyboard.press("Control+A");
    keyboard.insertText("勒布什之路");
    assertThat(option(ren, "勒布什之路")).containsText("New entry: place");
    keyboard.press("Enter");
    assertThat(ren.page().locator(".annotation.kind-place").first()).hasText("勒布什");
    String entities =
        OFFICE
            .team()
            .signIn("Ren")
            .text("/api/projects/" + OFFICE.team().project() + "/authority?q=勒布什之路&own=yes");
    assertThat(entities).contains("勒布什之路");
    assertThat(ren.state()).hasText("Saved");
    assertThat(ren.faults().seen()).isEmpty();
  }

  private static Locator option(Desk desk, String words) {
    return desk.page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private static Desk sitDown(String name, int width, int height) {
    return OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), name, width, height));
  }

  private static void assertFits(Desk desk) {
    Object overflow =
        desk.page()
            .evaluate(
                "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
    assertThat(overflow).as("pixels too wide at " + desk.page().url()).isEqualTo(0);
  }
}
