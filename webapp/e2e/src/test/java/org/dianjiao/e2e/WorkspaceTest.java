package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One person in the workspace. */
class WorkspaceTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path data;
  private static Product product;
  private static Team team;

  @BeforeAll
  static void start() {
    product = Product.start(data);
    team = Team.gather(product);
    team.join("Ren", "reviewer");
    team.join("Bai", "viewer");
  }

  @AfterAll
  static void stop() {
    product.close();
  }

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
  void fitsIntoANarrowWindow() {
    Desk ren = sitDown("Ren", 420, 800);
    assertFits(ren);
    ren.button("Panels").click();
    assertThat(ren.page().getByRole(AriaRole.TAB).first()).isVisible();
    assertFits(ren);
    Axe.assertNoSeriousViolation(ren.page());
    ren.page().navigate("/projects/" + team.project());
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
    bai.page().navigate("/projects/" + team.project());
    assertThat(bai.page().getByRole(AriaRole.LINK).first()).isVisible();
    Axe.assertNoSeriousViolation(bai.page());
    assertThat(bai.faults().seen()).isEmpty();
  }

  private static Desk sitDown(String name, int width, int height) {
    Desk desk = CHROMIUM.desk(product.address(), name, width, height);
    desk.signIn(Team.PASSWORD);
    desk.page().navigate("/documents/" + team.document("無標點"));
    assertThat(desk.editor()).containsText("第三条");
    return desk;
  }

  private static void assertFits(Desk desk) {
    Object overflow =
        desk.page()
            .evaluate(
                "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
    assertThat(overflow).as("pixels too wide at " + desk.page().url()).isEqualTo(0);
  }
}
