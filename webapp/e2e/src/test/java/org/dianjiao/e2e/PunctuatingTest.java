package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Marks by key alone: a reviewer decides and puts them, an annotator proposes them. */
class PunctuatingTest {

  private static final Pictures PICTURES = Pictures.in("punctuating");
  private static final Pattern TAKEN = Pattern.compile("Accept these ([\\d,]+)");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE = new Office(Map.of("Gu", "annotator", "Ren", "reviewer"));

  private static String bare(String text) {
    return text.replaceAll("[，。、；：？！「」『』《》]", "");
  }

  private static Locator told(Desk desk) {
    return desk.page().locator(".gap-told");
  }

  private static Locator acceptAll(Desk desk) {
    return desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(TAKEN));
  }

  @Test
  void aReviewerPunctuatesAndAnAnnotatorProposes() {
    Desk ren = OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), "Ren", 1300, 900));
    Keyboard keyboard = ren.page().keyboard();
    ren.runPlugin("Punctuation marks");
    ren.awaitSuggestions();
    String unmarked = ren.text();
    keyboard.press("Alt+p");
    assertThat(told(ren)).containsText("The keys are for marks now");
    takesWhatIsSureAndBack(ren, unmarked);
    decidesByKey(ren, unmarked);
    keyboard.press("n");
    PICTURES.take(ren, "reviewer");

    Desk gu = OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), "Gu", 1300, 900));
    proposes(gu, unmarked);
    assertThat(ren.page().locator(".proposal.written")).containsText("；");
    assertThat(ren.faults().seen()).isEmpty();
    assertThat(gu.faults().seen()).isEmpty();
  }

  private static void takesWhatIsSureAndBack(Desk ren, String unmarked) {
    Keyboard keyboard = ren.page().keyboard();
    Matcher taken = TAKEN.matcher(acceptAll(ren).innerText());
    assertThat(taken.matches()).isTrue();
    assertThat(ren.page().locator(".sure-from")).containsText("of them right");
    keyboard.press("A");
    assertThat(told(ren)).containsText("Accepted " + taken.group(1) + " suggestions.");
    assertThat(acceptAll(ren)).isDisabled();
    keyboard.press("u");
    assertThat(told(ren)).containsText("The last decision is undone.");
    assertThat(acceptAll(ren)).hasText(taken.group());
    assertThat(ren.text()).isEqualTo(unmarked);
  }

  /** Each of the keys does one thing, letters do nothing, and as many undos bring back what was. */
  private static void decidesByKey(Desk ren, String unmarked) {
    Keyboard keyboard = ren.page().keyboard();
    keyboard.press("n");
    assertThat(told(ren)).containsText("suggested: ");
    String first = told(ren).innerText();
    keyboard.press("x");
    keyboard.press("Enter");
    keyboard.insertText("水");
    keyboard.press("Space");
    assertThat(told(ren)).containsText("Accepted 1 suggestion.");
    assertThat(told(ren)).not().containsText(first.substring(0, first.indexOf(" · ")));
    keyboard.press("7");
    assertThat(told(ren)).containsText(Pattern.compile("(Accepted|Corrected) 1 suggestion"));
    assertThat(ren.editor()).containsText("！");
    keyboard.press("Backspace");
    assertThat(told(ren)).containsText("Rejected 1 suggestion.");
    keyboard.press("Control+Home");
    keyboard.press("ArrowRight");
    keyboard.press("8");
    keyboard.press("ArrowRight");
    keyboard.press("8");
    assertThat(ren.editor()).containsText("」");
    String marked = ren.text();
    assertThat(bare(marked)).isEqualTo(bare(unmarked));
    assertThat(marked).contains("「").contains("！");
    for (int undo = 0; undo < 5; undo++) {
      assertThat(ren.state()).hasText("Saved");
      keyboard.press("u");
    }
    assertThat(ren.editor()).not().containsText("！");
    assertThat(ren.editor()).not().containsText("「");
    assertThat(told(ren)).containsText("The last decision is undone.");
    assertThat(ren.state()).hasText("Saved");
    ren.page().waitForTimeout(500);
    assertThat(ren.text()).isEqualTo(unmarked);
  }

  /** Who may not decide is told so, and proposes marks of her own. */
  private static void proposes(Desk gu, String unmarked) {
    Keyboard keyboard = gu.page().keyboard();
    gu.awaitSuggestions();
    gu.editor().focus();
    keyboard.press("Control+Home");
    keyboard.press("Alt+p");
    keyboard.press("n");
    keyboard.press("Space");
    assertThat(told(gu)).containsText("Reviewers decide on suggestions");
    keyboard.press("4");
    assertThat(gu.page().locator(".proposal.written")).containsText("；");
    assertThat(acceptAll(gu)).hasCount(0);
    keyboard.press("Escape");
    assertThat(gu.page().locator(".punctuate-bar")).hasCount(0);
    assertThat(gu.editor()).isFocused();
    assertThat(gu.state()).hasText("Saved");
    String text =
        OFFICE
            .team()
            .administrator()
            .text("/api/documents/" + OFFICE.treaty() + "/export?format=text");
    assertThat(text).isEqualToIgnoringNewLines(unmarked);
  }
}
