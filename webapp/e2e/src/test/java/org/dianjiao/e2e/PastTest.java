package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who wrote what, the timeline, and undoing all that somebody did. */
class PastTest {

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

  private static Desk sitDown(String name) {
    return OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), name));
  }
}
