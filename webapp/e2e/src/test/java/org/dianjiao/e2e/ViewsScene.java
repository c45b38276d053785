package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/**
 * Somebody looks at a text in every way, while another person works in it.
 *
 * @param lin an editor, who looks
 * @param ren who works
 */
record ViewsScene(Desk lin, Desk ren) {

  static final String TEXT = "議將從前，使臣進京；于是羅俄斯国人往海里。";
  private static final Pictures PICTURES = Pictures.in("views");

  /** How far another's cursor is from the end of what stands for 羅俄斯, in pixels. */
  private static final String DISTANCE =
      """
      () => {
        const shown = [...document.querySelectorAll(".shown-instead")]
            .find(one => one.textContent === "俄羅斯");
        const cursor = document.querySelector(".others-cursor");
        return Math.abs(cursor.getBoundingClientRect().left - shown.getBoundingClientRect().right);
      }""";

  void play() {
    regularise("于", "於");
    regularise("羅俄斯", "俄羅斯");
    ren.putCursorAfter("羅俄斯");
    looksAtRegularForms();
    looksAtOtherOrthographies();
    looksAtMarks();
    assertThat(lin.faults().seen()).isEmpty();
    assertThat(ren.faults().seen()).isEmpty();
  }

  private void regularise(String text, String form) {
    lin.select(text);
    Locator dialog = lin.annotate("Variant character");
    dialog.getByLabel("Regular form").fill(form);
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Annotate")).click();
    assertThat(lin.passage(text).locator(".annotation.kind-variant").last()).isVisible();
  }

  /** By the menu; others' cursors and what they type stay where they belong. */
  private void looksAtRegularForms() {
    lin.button("View").focus();
    lin.page().keyboard().press("Enter");
    Locator menu = lin.page().getByRole(AriaRole.MENU);
    assertThat(menu.getByRole(AriaRole.MENUITEMRADIO)).hasCount(8);
    Axe.assertNoSeriousViolation(lin.page());
    menu.getByRole(AriaRole.MENUITEMRADIO, new Locator.GetByRoleOptions().setName("Regularised"))
        .click();
    assertThat(bar()).containsText("Regularised");
    assertThat(lin.text()).isEqualTo("議將從前，使臣進京；於是俄羅斯国人往海里。");
    assertThat(bar()).containsText("Copied as regularised, 21 characters.");
    assertThat(lin.page().locator(".others-name")).hasText("Ren");
    assertThat(((Number) lin.page().evaluate(DISTANCE)).doubleValue()).isLessThan(3);
    ren.type("者");
    assertThat(lin.editor()).containsText("俄羅斯者国人");
    lin.page().locator(".shown-instead", withText("俄羅斯")).hover();
    assertThat(lin.page().locator(".about-mark")).containsText("In the text: ");
    assertThat(lin.page().locator(".about-mark")).containsText("羅俄斯 → 俄羅斯: variant, by Lin");
    lin.type("不");
    take("regularised");
  }

  private void looksAtOtherOrthographies() {
    Keyboard keyboard = lin.page().keyboard();
    lin.editor().focus();
    keyboard.press("Alt+c");
    assertThat(lin.editor()).containsText("议将从前");
    assertThat(lin.text()).isEqualTo("议将从前，使臣进京；于是罗俄斯者国人往海里。");
    assertThat(bar()).containsText("Copied as simplified, 22 characters.");
    assertThat(lin.page().locator(".view-here")).hasText("议: in the text 議.");
    copiesTheTextItself();
    keyboard.press("Alt+c");
    assertThat(lin.editor()).containsText("者國人往海里");
    take("traditional");
  }

  private void copiesTheTextItself() {
    lin.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    lin.editor().focus();
    lin.page().keyboard().press("Control+A");
    lin.button("Copy the text itself").click();
    assertThat(bar()).containsText("Copied as transcribed, 22 characters.");
    assertThat(lin.page().evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo(TEXT.replace("国", "者国"));
  }

  /** Both switches at once, by key; approving wants the text itself. */
  private void looksAtMarks() {
    Keyboard keyboard = lin.page().keyboard();
    lin.editor().focus();
    keyboard.press("Alt+v");
    keyboard.press("Alt+v");
    assertThat(lin.editor()).containsText("議將從前、使臣進京。");
    pointAt(lin.page().locator(".shown-unsure", withText("里")));
    assertThat(lin.page().locator(".about-mark")).containsText("里 stands for ");
    take("judou");
    keyboard.press("Alt+v");
    assertThat(lin.text()).startsWith("議將從前使臣進京").endsWith("者國人往海里");
    assertThat(bar()).containsText("Copied as traditional, without marks, 19 characters.");
    lin.page().reload();
    assertThat(bar()).containsText("Traditional 繁 · No marks 白文");
    assertThat(lin.editor()).containsText("者國人往海里");
    lin.editor().focus();
    keyboard.press("Alt+0");
    assertThat(lin.page().locator(".view-bar")).hasCount(0);
    assertThat(lin.text()).isEqualTo(TEXT.replace("国", "者国"));
    ren.editor().focus();
    ren.page().keyboard().press("Alt+c");
    ren.page().keyboard().press("Control+Enter");
    assertThat(ren.message()).containsText("show it so to approve it");
    ren.page().keyboard().press("Alt+0");
  }

  private void take(String name) {
    lin.page().mouse().move(0, 0);
    PICTURES.take(lin, name);
  }

  /** Left of the middle: the editor takes a character for half as wide, and the middle for none. */
  static void pointAt(Locator character) {
    character.hover(new Locator.HoverOptions().setPosition(6, 12));
  }

  private Locator bar() {
    return lin.page().locator(".view-bar > p").first();
  }

  private static Page.LocatorOptions withText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
