package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A project adds an entity, changes one of the server's, merges, splits and takes back; who may not
 * edit proposes, and somebody else decides.
 *
 * @param desk of somebody who is signed in
 */
record AuthorityFileScene(Office office, Function<String, Desk> desk) {

  private static final Pictures PICTURES = Pictures.in("authority");
  private static final String REASON = "Reason (why; it stays in the history)";

  void aProjectKeepsItsAuthorityFile() {
    office.team().join("Annotator Wen", "annotator");
    Desk wen = desk.apply("Annotator Wen");
    wen.page().navigate("/projects/" + office.team().project());
    link(wen, "Authority file").click();
    assertThat(wen.page().getByText("1–50 of 516")).isVisible();
    find(wen, "萨布");
    PICTURES.take(wen, "list");
    Axe.assertNoSeriousViolation(wen.page());

    add(wen, "賀樂甫", "Propose");
    Desk ren = desk.apply("Ren");
    ren.page().navigate("/projects/" + office.team().project() + "/authority");
    link(ren, "Proposals (1)").click();
    assertThat(ren.page().getByText("Annotator Wen would add")).isVisible();
    ren.textbox("Answer").fill("as 000 has it");
    PICTURES.take(ren, "proposal");
    Axe.assertNoSeriousViolation(ren.page());
    ren.button("Accept").click();
    assertThat(ren.page().getByText("Nothing waits for a decision.")).isVisible();

    link(ren, "Entities").click();
    add(ren, "賀樂普", "Save");
    merge(ren);
    takeBackTheMerge(ren);
    changeOneOfTheServer(ren);
    bringAFileIn(ren);
    assertThat(ren.faults().seen()).as("console").isEmpty();
    assertThat(wen.faults().seen()).as("console").isEmpty();
  }

  private static Locator link(Desk desk, String name) {
    return desk.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void find(Desk desk, String words) {
    desk.textbox("Label, in any script").fill(words);
    desk.page().keyboard().press("Enter");
    assertThat(desk.page().locator(".lines .line-title").first()).containsText("薩布素");
  }

  private static void add(Desk desk, String label, String way) {
    link(desk, "New entity").click();
    desk.textbox("Text").fill(label);
    desk.textbox(REASON).fill("seen in 000");
    desk.button(way).click();
  }

  /** Of the two that stand for one person, the one that is shown stays. */
  private void merge(Desk ren) {
    assertThat(ren.heading("賀樂普")).isVisible();
    ren.button("Merge with…").click();
    ren.textbox("Label, in any script").fill("賀樂甫");
    ren.page().keyboard().press("Enter");
    ren.page().locator(".entity-choices label").first().click();
    assertThat(ren.page().locator(".entity-differences ins").first()).containsText("賀樂甫");
    PICTURES.take(ren, "merging");
    Axe.assertNoSeriousViolation(ren.page());
    ren.button("Merge").click();
    assertThat(ren.page().locator(".entity-facts")).containsText("賀樂甫 (variant)");
    assertThat(ren.page().getByText("Given up for it: local:P-")).isVisible();
  }

  private void takeBackTheMerge(Desk ren) {
    ren.page().locator(".entity-steps button").first().click();
    assertThat(ren.page().getByText("Given up for it: local:P-")).hasCount(0);
    assertThat(ren.page().locator(".entity-facts")).not().containsText("賀樂甫 (variant)");
  }

  private void changeOneOfTheServer(Desk ren) {
    ren.page().navigate("/projects/" + office.team().project() + "/authority?id=local%3AP0002");
    ren.button("Edit").click();
    ren.textbox("Notes, one on each line").fill("first general of Heilongjiang\nd. 1701");
    PICTURES.take(ren, "form");
    Axe.assertNoSeriousViolation(ren.page());
    ren.textbox(REASON).fill("Eminent Chinese");
    ren.page().keyboard().press("Enter");
    assertThat(ren.page().getByText("The server says something else:")).isVisible();
    PICTURES.take(ren, "entity");
    ren.page().setViewportSize(420, 900);
    assertThat((Integer) ren.page().evaluate("document.documentElement.scrollWidth"))
        .as("width of the page in a narrow window")
        .isLessThanOrEqualTo(420);
    ren.page().setViewportSize(1300, 900);
    ren.button("Take off").click();
    ren.page()
        .locator(".card")
        .getByText("Take off", new Locator.GetByTextOptions().setExact(true))
        .click();
    assertThat(ren.page().getByText("The server says something else:")).hasCount(0);
  }

  /** A file with one line that cannot be read is looked at first, and brought in without it. */
  private void bringAFileIn(Desk ren) {
    link(ren, "Files").click();
    String rows = "local:Q1\tperson\t賀樂普\nlocal:Q2\tdragon\t龍\n";
    ren.page()
        .getByLabel("File", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload("names.tsv", "", rows.getBytes(StandardCharsets.UTF_8)));
    ren.button("See what would come of it").click();
    Locator said = ren.page().locator("[role=status]").last();
    assertThat(said).containsText("It would be: 1 new");
    assertThat(said).containsText("line 2");
    PICTURES.take(ren, "files");
    Axe.assertNoSeriousViolation(ren.page());
    ren.page().getByText("Leave out what cannot be read").click();
    ren.button("Bring in").click();
    assertThat(said).containsText("1 new");
    assertThat(said).containsText("Done, step");

    link(ren, "Duplicates and faults").click();
    Locator pair = ren.page().locator(".lines li").filter(both()).first();
    PICTURES.take(ren, "duplicates");
    Axe.assertNoSeriousViolation(ren.page());
    pair.getByText("Look and merge…").click();
    assertThat(ren.heading("Make one of 賀樂普 and another")).isVisible();
    assertThat(ren.button("Merge")).isVisible();
  }

  private static Locator.FilterOptions both() {
    return new Locator.FilterOptions().setHasText("賀樂普 and 賀樂普");
  }
}
