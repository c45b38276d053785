package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Five people of five roles at one treaty: what one only proposes, the others see and decide on.
 */
class SuggestingTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE =
      new Office(
          Map.of(
              "Gu",
              "annotator",
              "Lin",
              "editor",
              "Ren",
              "reviewer",
              "Mei",
              "manager",
              "Shi",
              "viewer"));

  /** Begins the passage that Gu works in. */
  private static final String PASSAGE = "除两国旱路于从前所定边疆";

  @Test
  void whatAnAnnotatorTypesIsProposedSeenByAllAndDecidedByOthers() {
    Desk gu = sitDown("Gu");
    Desk lin = sitDown("Lin");
    Desk ren = sitDown("Ren");
    Desk mei = sitDown("Mei");
    Desk shi = sitDown("Shi");
    List<Desk> all = List.of(gu, lin, ren, mei, shi);
    String before = ren.text();

    assertThat(mode(gu, "Suggesting")).isChecked();
    assertThat(mode(gu, "Editing")).hasCount(0);
    gu.putCursorBefore("旱路");
    gu.type("水");
    gu.page().keyboard().type("陸");
    gu.putCursorBefore("从前所定");
    gu.page().keyboard().press("Shift+ArrowRight");
    gu.page().keyboard().press("Shift+ArrowRight");
    gu.type("向来");
    assertThat(gu.state()).hasText("Saved");
    for (Desk desk : all) {
      assertThat(written(desk)).hasText(new String[] {"水陸", "向来"});
      assertThat(struck(desk)).hasText(new String[] {"从前"});
    }
    assertThat(ren.text()).isEqualTo(before);

    gu.page().keyboard().press("Control+z");
    assertThat(written(ren)).hasText(new String[] {"水陸"});
    assertThat(struck(ren)).hasCount(0);
    gu.page().keyboard().press("Control+y");
    assertThat(written(ren)).hasText(new String[] {"水陸", "向来"});

    lin.putCursorBefore("除两国旱");
    lin.type("惟");
    assertThat(ren.passage("惟" + PASSAGE.substring(0, 3))).hasCount(1);
    assertThat(written(ren)).hasText(new String[] {"水陸", "向来"});

    accept(ren, "水陸");
    for (Desk desk : all) {
      assertThat(desk.passage("惟除两国水陸旱路")).hasCount(1);
      assertThat(written(desk)).hasText(new String[] {"向来"});
    }

    changeWhatIsProposed(lin);
    Locator conflicting = ren.page().locator(".proposal.conflicting.written");
    assertThat(conflicting).hasText("向来");
    choose(ren, "向来");
    assertThat(ren.page().locator(".conflict")).containsText("proposed for “从前”");
    assertThat(ren.button("Accept")).isDisabled();
    ren.button("Reject").click();
    for (Desk desk : all) {
      assertThat(written(desk)).hasCount(0);
      assertThat(struck(desk)).hasCount(0);
    }
    assertThat(gu.page().locator(".state-line")).hasText("Saved");
    for (Desk desk : all) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  @Test
  void whatIsFoundInAProjectIsOpenedAtItsPlaceAndReplacedByProposals() {
    OFFICE.team().bring("試尋", "逸史氏，曰之後\n逸史\n氏王后\n后土\n逸史氏");
    Desk gu = CHROMIUM.desk(OFFICE.product().address(), "Gu");
    gu.signIn(Team.PASSWORD);
    gu.page().navigate("/projects/" + OFFICE.team().project());
    gu.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Search")).click();
    gu.textbox("Text").fill("逸史氏王後");
    gu.page().getByText("simplified and traditional forms").click();
    Locator hit = gu.page().locator("a.hit");
    gu.page()
        .waitForCondition(
            () -> {
              gu.page().keyboard().press("Escape");
              gu.textbox("Text").press("Enter");
              gu.page().waitForTimeout(200);
              return hit.count() == 1;
            });
    assertThat(hit.locator("mark")).hasText("逸史¶氏王后");
    assertThat(hit.locator(".folded")).hasText("后");
    assertThat(gu.page().locator(".why")).containsText("后 for 後 (");
    assertThat(gu.page().locator(".why")).containsText("over line ends");

    hit.focus();
    hit.press("Enter");
    assertThat(gu.state()).hasText("Saved");
    assertThat(gu.editor()).isFocused();
    assertThat((String) gu.page().evaluate("getSelection().toString()")).contains("氏王后");
    gu.editor().press("Control+f");
    gu.textbox("Find").fill("逸史氏");
    assertThat(gu.page().locator(".find-count")).hasText(Pattern.compile("3$"));
    gu.textbox("Find").press("Enter");
    assertThat(gu.page().locator(".find-count")).hasText(Pattern.compile("^[123] of 3$"));
    gu.textbox("Replace by").fill("異史氏");
    gu.button("Propose everywhere").click();
    assertThat(written(gu)).hasText(new String[] {"異史氏", "異史氏", "異史氏"});
    assertThat(gu.page().locator(".find-count")).hasText("none");
    assertThat(gu.state()).hasText("Saved");
    gu.textbox("Find").press("Escape");
    gu.editor().press("Control+z");
    assertThat(written(gu)).hasCount(0);
    assertThat(gu.faults().seen()).isEmpty();
  }

  @Test
  void anEditorChoosesWhatTypingDoesAndNobodyAcceptsTheirOwn() {
    Desk mei = sitDown("Mei");
    Desk ren = sitDown("Ren");
    mei.putCursorBefore("第四条");
    mei.page().keyboard().press("Alt+s");
    assertThat(mode(mei, "Suggesting")).isChecked();
    mei.type("約");
    assertThat(written(ren)).hasText(new String[] {"約"});
    mei.show("Review");
    choose(mei, "約");
    assertThat(mei.button("Accept")).hasCount(0);
    mei.button("Withdraw").click();
    assertThat(written(ren)).hasCount(0);

    mei.putCursorBefore("第四条");
    mei.type("款");
    assertThat(written(ren)).hasText(new String[] {"款"});
    mei.page()
        .locator(".mode label")
        .filter(new Locator.FilterOptions().setHasText("Editing"))
        .click();
    assertThat(mei.page().locator(".ghost.written")).hasText("款");
    mei.putCursorBefore("第五条");
    mei.type("〇");
    assertThat(ren.passage("〇第五条")).hasCount(1);
    mei.page().keyboard().press("Alt+s");
    mei.putCursorBefore("第四条");
    assertThat(mei.page().locator(".ghost.written")).hasCount(0);
    mei.type("新");
    assertThat(written(ren)).hasText(new String[] {"新款"});
    choose(ren, "新款");
    ren.button("Reject").click();
    assertThat(written(mei)).hasCount(0);
  }

  private static Desk sitDown(String name) {
    return OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), name));
  }

  private static Locator written(Desk desk) {
    return desk.editor().locator(".proposal.written");
  }

  private static Locator struck(Desk desk) {
    return desk.editor().locator(".proposal.struck");
  }

  private static Locator mode(Desk desk, String name) {
    return desk.page()
        .getByRole(
            AriaRole.RADIO, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
  }

  private static void choose(Desk desk, String words) {
    desk.suggestions()
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(words))
        .click();
  }

  private static void accept(Desk desk, String words) {
    choose(desk, words);
    desk.button("Accept").click();
    assertThat(desk.page().locator(".said")).containsText(Pattern.compile("Accepted 1 suggestion"));
  }

  /** The editor changes a character of what the annotator proposes to replace. */
  private static void changeWhatIsProposed(Desk lin) {
    lin.putCursorBefore("前所定");
    lin.page().keyboard().press("Delete");
    lin.type("先");
  }
}
