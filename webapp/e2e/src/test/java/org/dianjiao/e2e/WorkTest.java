package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager gives work, an annotator finds it and does it, and the project's progress shows it. */
class WorkTest {

  private static final Path PICTURES = Module.target().resolve("work");
  private static final String PASSAGE = "嗣后陆路前定";

  /** Plugin, version, band; five counts; the share and its interval. */
  private static final Pattern CALIBRATED =
      Pattern.compile(
          "\"punctuation[^\"]*\",\"[^\"]+\",0\\.\\d+,[01]\\.\\d+"
              + "(,\\d+){5}(,[01]\\.\\d+(E-\\d+)?){3}");

  private static final String IS_DRAWN =
      """
      canvas => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some(value => value !== 0);
      }""";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE =
      new Office(Map.of("Mei", "manager", "Lin", "annotator", "Ren", "reviewer"));

  private static Desk desk(String name) {
    Desk desk = CHROMIUM.desk(OFFICE.product().address(), name, 1300, 900);
    desk.signIn(Team.PASSWORD);
    return desk;
  }

  @Test
  void workIsGivenFoundDoneAndSeenInTheProgress() throws IOException {
    Desk mei = desk("Mei");
    give(mei);
    decide(desk("Ren"));

    Desk lin = desk("Lin");
    lin.page().navigate("/");
    Locator mine =
        lin.page().locator("section", new Page.LocatorOptions().setHas(lin.heading("My work")));
    assertThat(mine).containsText("passage");
    assertThat(mine.locator(".overdue")).hasText("overdue");
    looked(lin, "mine");
    lin.page().getByText("Mei gave you work: Punctuate").click();
    assertThat(lin.passage(PASSAGE)).isInViewport();
    assertThat(lin.page().locator(".work-panel .work")).containsText("until the first mark");
    looked(lin, "panel");
    lin.putCursorAfter(PASSAGE);
    lin.type("，");
    assertThat(lin.state()).hasText("Saved");
    lin.page().locator(".work-panel .work").getByText("Done", exactly()).click();
    assertThat(lin.page().locator(".work-panel .empty")).isVisible();
    assertThat(mei.page().locator(".work-panel .empty")).isVisible(); // hers was open all the time

    mei.page().navigate("/");
    assertThat(mei.page().getByText("Lin is done: Punctuate")).isVisible();
    mei.page().navigate("/projects/" + OFFICE.team().project());
    assertThat(mei.heading("Work given out")).isVisible();
    mei.button("Show what is done or taken back").click();
    assertThat(mei.page().locator(".work-list .line-facts")).containsText("Lin · done");
    looked(mei, "project");
    mei.page().getByText("Progress and charts").click();
    progress(mei);
    for (Desk desk : List.of(mei, lin)) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  /** In the document: what is selected, to Lin, late already. */
  private static void give(Desk mei) {
    mei.open(OFFICE.treaty());
    mei.select(PASSAGE);
    mei.show("Work");
    assertThat(mei.page().locator(".order-place")).containsText("The selection: passage ");
    mei.choice("To").selectOption("Lin");
    mei.choice("Task").selectOption("Punctuate");
    mei.page().getByLabel("Due (optional)").fill("2026-01-31");
    mei.textbox("Note (optional)").fill("until the first mark");
    looked(mei, "giving");
    mei.button("Give").click();
    assertThat(mei.page().getByText("Lin is told.")).isVisible();
    assertThat(mei.page().locator(".work-panel .overdue")).isVisible();
  }

  /** What is more certain is accepted, some of the rest rejected. */
  private static void decide(Desk ren) {
    ren.open(OFFICE.treaty());
    ren.runPlugin("Punctuation marks");
    ren.awaitSuggestions();
    ren.choice("Confidence from").selectOption("0.6");
    ren.button("Accept all shown").click();
    ren.button("Accept all").click();
    assertThat(ren.page().locator(".said")).containsText("Accepted");
    ren.choice("Confidence from").selectOption("0");
    ren.choice("Mark").selectOption("，");
    ren.button("Reject all shown").click();
    ren.button("Reject all").click();
    assertThat(ren.page().locator(".said")).containsText("Rejected");
    ren.page().close();
  }

  private static void progress(Desk mei) throws IOException {
    assertThat(mei.heading("How right plugins are")).isVisible();
    Locator canvas = mei.page().locator(".chart canvas");
    assertThat(canvas).hasCount(5);
    for (Locator chart : canvas.all()) {
      assertThat((Boolean) chart.evaluate(IS_DRAWN)).as(chart.getAttribute("aria-label")).isTrue();
    }
    Locator lin = mei.page().locator(".numbers tr", hasText("Lin")).first();
    assertThat(lin.locator("td").nth(3)).hasText("1"); // proposals
    looked(mei, "progress");
    mei.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    looked(mei, "progress-dark");

    String people = downloaded(mei, "people");
    assertThat(people).startsWith("\"account\",\"person\",\"written\"");
    assertThat(people).containsPattern("\"Lin\",\\d+,\\d+,\\d+,1,0,");
    assertThat(people).containsPattern("\"Ren\",0,0,0,0,[1-9]\\d*,0,[1-9]");
    String calibration = downloaded(mei, "calibration");
    assertThat(calibration.lines().skip(1)).isNotEmpty();
    assertThat(calibration.lines().skip(1))
        .allMatch(line -> CALIBRATED.matcher(line).matches(), "plugin, version, band and counts");
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static String downloaded(Desk desk, String table) throws IOException {
    Locator section = desk.page().locator("section[aria-labelledby=" + table + "]");
    if (section.locator("details[open]").count() == 0) {
      section.locator("summary").click();
    }
    Download file = desk.page().waitForDownload(() -> section.getByText("CSV", exactly()).click());
    assertThat(file.suggestedFilename()).isEqualTo(table + ".csv");
    return Files.readString(file.path());
  }

  private static void looked(Desk desk, String name) {
    Axe.assertNoSeriousViolation(desk.page());
    for (int wide : new int[] {600, 1300}) {
      desk.page().setViewportSize(wide, 900);
      desk.page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(PICTURES.resolve(name + "-" + wide + ".png")));
      int drawn = (Integer) desk.page().evaluate("() => document.documentElement.scrollWidth");
      assertThat(drawn).as(name + " at " + wide + " px").isLessThanOrEqualTo(wide);
    }
  }
}
