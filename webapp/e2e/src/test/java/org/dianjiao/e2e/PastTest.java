package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote what, the timeline, and undoing all that somebody did. */
class PastTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path data;
  private static Product product;
  private static Team team;

  @BeforeAll
  static void start() {
    product = Product.start(data);
    team = Team.gather(product);
    team.join("Lin", "annotator");
    team.join("Ren", "reviewer");
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void undoesOnePersonsWorkAndKeepsAnothers() {
    String document = team.document("無標點");
    Desk lin = sitDown("Lin", document);
    Desk ren = sitDown("Ren", document);
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

  private static Desk sitDown(String name, String document) {
    Desk desk = CHROMIUM.desk(product.address(), name);
    desk.signIn(Team.PASSWORD);
    desk.open(document);
    assertThat(desk.editor()).containsText("第三条");
    return desk;
  }
}
