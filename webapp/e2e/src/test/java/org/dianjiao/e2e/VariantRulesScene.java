package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Function;

/**
 * A project writes rules for variant characters, counts their uses and follows them.
 *
 * @param desk of somebody who is signed in
 */
record VariantRulesScene(Office office, Function<String, Desk> desk) {

  private static final Pictures PICTURES = Pictures.in("variants");
  private static final String FILE =
      """
      from\tform\ttype\twords\treason
      拏\t拿\tvariant\t\t第一批异体字整理表
      涂\t途\tborrowed\t涂间\tas 003 has it
      """;

  private static FilePayload file(String content) {
    return new FilePayload("rules.tsv", "", content.getBytes(StandardCharsets.UTF_8));
  }

  void rulesAreWrittenCountedAndFollowed() throws IOException {
    Desk ren = desk.apply("Ren");
    ren.page().navigate("/projects/" + office.team().project());
    ren.page().getByText("Rules for variant characters").click();
    assertThat(ren.page().getByText("There are no rules yet.")).isVisible();

    Locator chooser = ren.page().getByLabel("Put a file in the place of all rules");
    chooser.setInputFiles(file(FILE + "钞\t抄\n"));
    assertThat(ren.page().locator(".failure")).containsText("line 4: 2 cells");
    chooser.setInputFiles(file(FILE));
    Locator rows = ren.page().locator(".rules tbody tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("Ren");

    ren.textbox("Character").fill("钞");
    ren.textbox("Regular form (empty: leave it as it is)").fill("抄");
    ren.textbox("Reason").fill("as the edition has it");
    ren.page().keyboard().press("Enter");
    assertThat(rows).hasCount(3);
    ren.button("Count uses").click();
    assertThat(rows.last()).containsText("6, of these 0 noted");

    ren.choice("In").selectOption(office.team().document("俄約"));
    ren.button("Show what would be done").click();
    assertThat(ren.page().getByText("It would be done at 10 places.")).isVisible();
    PICTURES.take(ren, "rules");
    Axe.assertNoSeriousViolation(ren.page());
    ren.button("Do it at 10 places").click();
    assertThat(ren.page().getByText("Done at 10 places in 1 document.")).isVisible();
    Download list =
        ren.page().waitForDownload(() -> ren.page().getByText("Download the list as TSV").click());
    assertThat(Files.readString(list.path())).contains("\t钞\t").contains("as the edition has it");

    ren.button("Decisions").click();
    Axe.assertNoSeriousViolation(ren.page());
    ren.page().locator(".lines .lines a").last().click();
    assertThat(ren.page().locator(".annotation").first()).isVisible();
    oneUndoTakesItBackInAllDocuments(ren);
    assertThat(ren.faults().seen())
        .as("console")
        .allMatch(fault -> fault.contains("400")); // the file that was refused
  }

  private void oneUndoTakesItBackInAllDocuments(Desk ren) {
    ren.page().navigate("/projects/" + office.team().project() + "/variants");
    ren.button("Show what would be done").click();
    ren.page().getByText("Do it at ").click();
    Locator change = ren.page().locator(".job").first();
    assertThat(change).containsText("Done at ");
    ren.page().navigate("/projects/" + office.team().project());
    Locator newest = ren.page().locator(".job").filter(followed()).first();
    newest.getByText("Undo in all documents…").click();
    ren.button("Undo it").click();
    assertThat(ren.page().locator(".job").filter(followed()).first()).containsText("taken back");
    ren.page().navigate("/projects/" + office.team().project() + "/variants");
    ren.button("Show what would be done").click();
    assertThat(ren.page().getByText("Do it at ")).isVisible();
  }

  private static Locator.FilterOptions followed() {
    return new Locator.FilterOptions().setHasText("Rules followed beside the text");
  }
}
