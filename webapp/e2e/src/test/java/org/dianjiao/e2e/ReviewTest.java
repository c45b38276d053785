package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What reviewers do with a treaty, and what the others are told of it: the queue by key alone,
 * passages that two approve, talk, the inbox, the audit log.
 */
class ReviewTest {

  private static final Pictures PICTURES = Pictures.in("review");
  private static final String PASSAGE = "通商处所俄国";
  private static final Pattern SHOWN = Pattern.compile("([\\d,]+) of [\\d,]+ suggestions");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE =
      new Office(Map.of("Gu", "annotator", "Lin", "editor", "Ren", "reviewer", "Xu", "reviewer"));

  @BeforeAll
  static void twoHaveToApprove() {
    Team team = OFFICE.team();
    team.administrator()
        .put("/api/projects/" + team.project() + "/review", Map.of("approvals", 2, "sampled", 0));
  }

  /** The treaty, for one test. */
  private static String copy(String title) {
    Team team = OFFICE.team();
    String text =
        team.administrator().text("/api/documents/" + OFFICE.treaty() + "/export?format=text");
    return team.administrator().importText(team.project(), title, text);
  }

  private static Desk desk(String name) {
    return CHROMIUM.desk(OFFICE.product().address(), name, 1300, 900);
  }

  private static Desk sitDown(String name, String document) {
    Desk desk = desk(name);
    desk.signIn(Team.PASSWORD);
    desk.open(document);
    assertThat(desk.editor()).containsText("第三条");
    return desk;
  }

  private static int revision(String document) {
    return OFFICE.team().administrator().get("/api/documents/" + document).get("revision").asInt();
  }

  private static Locator said(Desk desk) {
    return desk.page().locator(".said");
  }

  private static void complainsOfNothing(Desk... desks) {
    for (Desk desk : desks) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  // --- the queue ----------------------------------------------------------------------------

  @Test
  void theQueueIsDecidedByKeyAlone() {
    String document = copy("隊列");
    Desk ren = sitDown("Ren", document);
    Keyboard keyboard = ren.page().keyboard();
    ren.runPlugin("Punctuation marks");
    ren.awaitSuggestions();
    String unmarked = ren.text();
    keyboard.press("Alt+r");
    acceptsWhatAFilterShows(ren, document);
    assertThat(ren.text()).isEqualTo(unmarked);

    ren.awaitSuggestions();
    keyboard.press("Alt+r");
    Locator first = ren.suggestions().getByRole(AriaRole.OPTION).first();
    String rejected = first.innerText();
    keyboard.press("r");
    assertThat(said(ren)).containsText("Rejected 1 suggestion.");
    assertThat(first).not().hasText(rejected, innerText());
    keyboard.press("u");
    assertThat(said(ren)).containsText("The last decision is undone.");
    assertThat(first).hasText(rejected, innerText());

    keyboard.press("c");
    assertThat(ren.textbox("What should stand here")).isFocused();
    keyboard.press("Control+a");
    keyboard.insertText("；");
    keyboard.press("Enter");
    assertThat(said(ren)).containsText("Corrected 1 suggestion.");
    assertThat(ren.suggestions()).isFocused();
    assertThat(ren.editor()).containsText("；");
    keyboard.press("u");
    assertThat(ren.editor()).not().containsText("；");
    assertThat(ren.text()).isEqualTo(unmarked);
    complainsOfNothing(ren);
  }

  private static LocatorAssertions.HasTextOptions innerText() {
    return new LocatorAssertions.HasTextOptions().setUseInnerText(true);
  }

  /** The most frequent mark, where the plugin is rather sure. */
  private static void acceptsWhatAFilterShows(Desk ren, String document) {
    Keyboard keyboard = ren.page().keyboard();
    back(ren, "Mark");
    keyboard.press("ArrowDown");
    assertThat(ren.choice("Mark")).not().hasValue("");
    keyboard.press("Tab");
    keyboard.press("ArrowDown");
    keyboard.press("ArrowDown");
    assertThat(ren.choice("Confidence from")).hasValue("0.6");
    assertThat(ren.suggestionCount()).hasText(SHOWN);
    PICTURES.take(ren, "queue");
    Matcher count = SHOWN.matcher(ren.suggestionCount().innerText());
    assertThat(count.matches()).isTrue();
    int shown = Integer.parseInt(count.group(1).replace(",", ""));
    assertThat(shown).isGreaterThan(1);

    forth(ren, "Suggestions");
    int before = revision(document);
    keyboard.press("A");
    assertThat(ren.heading("Accept " + count.group(1) + " suggestions?")).isVisible();
    keyboard.press("Enter");
    assertThat(said(ren)).containsText("Accepted " + count.group(1) + " suggestions.");
    assertThat(ren.suggestions()).isFocused();
    assertThat(ren.state()).hasText("Saved");
    assertThat(revision(document)).as("it is one change").isEqualTo(before + 1);

    keyboard.press("u");
    assertThat(said(ren)).containsText("The last decision is undone.");
    assertThat(revision(document)).as("and one undo").isEqualTo(before + 2);
    assertThat(ren.suggestionCount()).hasText(count.group());
    back(ren, "Mark");
    keyboard.press("Home");
    assertThat(ren.choice("Mark")).hasValue("");
  }

  private static void back(Desk desk, String name) {
    reach(desk, "Shift+Tab", name);
  }

  private static void forth(Desk desk, String name) {
    reach(desk, "Tab", name);
  }

  private static void reach(Desk desk, String key, String name) {
    String focus =
        """
        () => {
          const at = document.activeElement;
          return at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText.split("\\n")[0] ?? "";
        }""";
    for (int pressed = 0; pressed < 20; pressed++) {
      desk.page().keyboard().press(key);
      if (name.equals(desk.page().evaluate(focus))) {
        return;
      }
    }
    throw new AssertionError(key + " does not lead to " + name);
  }

  // --- passages -----------------------------------------------------------------------------

  @Test
  void twoApproveAPassageAndAChangeVoidsThat() {
    String document = copy("核准");
    Desk lin = sitDown("Lin", document);
    lin.putCursorBefore(PASSAGE);
    lin.page().keyboard().press("Alt+y");
    assertThat(bar(lin)).containsText("ready for review, says Lin");

    Desk ren = sitDown("Ren", document);
    ren.show("Passages");
    assertThat(ren.page().locator(".counts")).containsText("ready for review: 1 of ");
    ren.choice("Show").selectOption("ready");
    Locator listed = ren.page().locator(".passage-list li");
    assertThat(listed).hasCount(1);
    assertThat(listed).containsText(PASSAGE);
    listed.getByRole(AriaRole.CHECKBOX).check();
    ren.button("Approve 1 selected").click();
    assertThat(ren.page().getByText("Done for 1 passage.")).isVisible();
    assertThat(bar(lin)).containsText("partly approved 1 of 2 by Ren");

    Desk xu = sitDown("Xu", document);
    xu.putCursorBefore(PASSAGE);
    assertThat(xu.button("Approve: nothing to mark here")).isVisible();
    xu.page().keyboard().press("Control+Enter");
    assertThat(bar(lin)).containsText("approved 2 of 2 by Ren, Xu (nothing to mark)");
    assertThat(ren.page().locator(".counts")).containsText("✓ approved: 1 of ");

    lin.putCursorAfter(PASSAGE);
    lin.type("，");
    Locator lapses = ren.page().locator(".lapses li");
    assertThat(lapses).hasCount(2);
    assertThat(lapses.filter(new Locator.FilterOptions().setHasText("Xu, passage ")))
        .containsText(Pattern.compile("nothing to mark.*Lin changed it"));
    ren.putCursorBefore(PASSAGE);
    assertThat(bar(ren)).containsText("Your approval became void: Lin changed the passage");
    PICTURES.take(ren, "void");
    bar(ren).getByText("What changed").click();
    assertThat(ren.page().getByRole(AriaRole.DIALOG)).containsText(PASSAGE);
    complainsOfNothing(lin, ren, xu);
  }

  private static Locator bar(Desk desk) {
    return desk.page().locator(".passage-bar");
  }

  // --- talk and the inbox -------------------------------------------------------------------

  @Test
  void whoIsMentionedFindsTheTalkInTheInbox() {
    String document = copy("商議");
    Desk gu = sitDown("Gu", document);
    gu.select(PASSAGE);
    gu.show("Talk");
    gu.textbox("Comment on the selection").fill("@Ren 此處當斷否？");
    gu.button("Send").click();
    assertThat(threads(gu)).hasCount(1);
    assertThat(threads(gu)).containsText(PASSAGE);

    Desk ren = desk("Ren");
    ren.signIn(Team.PASSWORD);
    ren.page().navigate("/");
    Locator inbox = section(ren, "Inbox (1 unread)");
    assertThat(inbox).containsText("商議: @Ren 此處當斷否？");
    PICTURES.take(ren, "inbox");
    inbox.getByText("Gu mentions you").click();
    assertThat(ren.editor()).containsText("第三条");
    ren.show("Talk");
    ren.choice("Show").selectOption("mentions");
    threads(ren).getByText(PASSAGE).click();
    assertThat(ren.passage(PASSAGE)).isInViewport();
    ren.textbox("Reply").fill("當斷。");
    threads(ren).getByText("Send").click();
    assertThat(threads(gu)).containsText("當斷。");
    PICTURES.take(ren, "talk");
    ren.button("Resolve").click();
    assertThat(threads(gu)).hasCount(0);
    gu.choice("Show").selectOption("resolved");
    gu.button("Open again").click();
    assertThat(threads(gu)).hasCount(0);
    gu.choice("Show").selectOption("open");
    assertThat(threads(gu)).hasCount(1);

    gu.page().navigate("/");
    assertThat(section(gu, "Inbox (1 unread)")).containsText("Ren said more in a thread of yours");
    gu.button("Mark all as read").click();
    assertThat(section(gu, "Inbox")).not().containsText("Ren said more");
    gu.button("Show what is read").click();
    assertThat(section(gu, "Inbox")).containsText("Ren said more in a thread of yours");
    complainsOfNothing(gu, ren);
  }

  private static Locator threads(Desk desk) {
    return desk.page().locator(".thread");
  }

  private static Locator section(Desk desk, String title) {
    return desk.page().locator("section", new Page.LocatorOptions().setHas(desk.heading(title)));
  }

  // --- the audit log ------------------------------------------------------------------------

  @Test
  void theAuditLogSaysWhoWasLetDoWhatAndWhoWasNot() {
    Account gu = OFFICE.team().signIn("Gu");
    assertThatThrownBy(() -> gu.get("/api/audit")).hasMessageContaining("403");
    Desk keeper = desk("Administrator");
    keeper.signIn(Team.PASSWORD);
    keeper.page().navigate("/");
    Locator lines = section(keeper, "Audit log").locator(".audit li");
    assertThat(lines.filter(new Locator.FilterOptions().setHasText("read-audit")).last())
        .containsText("Gu");
    PICTURES.take(keeper, "audit");
    keeper.textbox("Only this operation, such as set-role").fill("set-role");
    assertThat(lines).hasCount(4);
    complainsOfNothing(keeper);
  }
}
