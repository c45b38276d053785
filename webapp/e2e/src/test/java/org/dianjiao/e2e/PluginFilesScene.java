package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Files come in and go out through plugins, and texts go elsewhere when a manager consents.
 *
 * @param desk of somebody who is signed in
 */
record PluginFilesScene(Office office, Function<String, Desk> desk) {

  private static final Pictures PICTURES = Pictures.in("plugin-files");
  private static final int PATIENCE = 300;
  private static final String FORMAT = "Names as CoNLL, one character a line";
  private static final String CALLED = Elsewhere.NAME + " (elsewhere) on ";
  private static final String FILE =
      """
      李\tB-person\tlocal:P0059\t李鴻章
      鴻\tI-person\tlocal:P0059\t李鴻章
      章\tI-person\tlocal:P0059\t李鴻章
      奏\tO\t_\t_

      津\tB-place\t_\t_
      """;

  private Desk atTheProject(Desk desk) {
    desk.page().navigate("/projects/" + office.team().project());
    assertThat(desk.heading("Members")).isVisible();
    return desk;
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "", content.getBytes(StandardCharsets.UTF_8));
  }

  private static void exportMenu(Desk desk) {
    desk.button("Export").focus();
    desk.page().keyboard().press("Enter");
  }

  void aFileComesInAndGoesOutAsItWas() throws IOException {
    Desk ren = atTheProject(desk.apply("Ren"));
    Locator chooser = ren.page().getByLabel("Choose a file");
    chooser.setInputFiles(file("卷一.conll", FILE.replace("B-person", "X-person")));
    assertThat(ren.choice("Format").locator("option:checked")).hasText(FORMAT + " (Names)");
    PICTURES.take(ren, "import");
    ren.button("Import").focus();
    ren.page().keyboard().press("Enter");
    assertThat(ren.page().locator(".failure"))
        .hasText(
            "plugin names: line 1: \"X-person\" is no tag; O is, and B-, I-, M-, E- or S- with a type");
    PICTURES.take(ren, "refused");
    chooser.setInputFiles(file("卷一.conll", FILE));
    ren.button("Import").click();
    assertThat(ren.heading("卷一")).isVisible();
    assertThat(ren.state()).hasText("Saved");
    assertThat(ren.page().locator(".annotation")).hasCount(2);
    ren.show("History");
    assertThat(ren.page().getByText(Pattern.compile("imported “卷一”, read by names "))).isVisible();

    exportMenu(ren);
    Locator item =
        ren.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(FORMAT));
    PICTURES.take(ren, "export");
    item.focus();
    Download out = ren.page().waitForDownload(() -> ren.page().keyboard().press("Enter"));
    assertThat(Files.readString(out.path())).isEqualTo(FILE);
    assertThat(out.suggestedFilename()).isEqualTo("卷一.conll");
    assertThat(ren.faults().seen())
        .as("console")
        .allMatch(fault -> fault.contains("400")); // the file that was refused
  }

  void textsGoElsewhereOnlyWhileAManagerConsents() throws IOException {
    try (Elsewhere elsewhere = new Elsewhere()) {
      elsewhere.install(office);
      Desk lin = desk.apply("Lin");
      lin.open(office.treaty());
      lin.runPlugin(Elsewhere.NAME);
      assertThat(lin.message().first()).containsText("manager of the project consents");
      assertThat(elsewhere.texts()).isEmpty();
      lin.button("Dismiss").first().click();

      Desk ren = atTheProject(desk.apply("Ren"));
      String there = elsewhere.destination();
      assertThat(ren.page().getByText("No texts go to " + CALLED + there)).isVisible();
      PICTURES.take(ren, "no-consent");
      ren.button("Let texts go to " + there).focus();
      ren.page().keyboard().press("Enter");
      assertThat(ren.page().getByText("Texts go to " + CALLED + there + ": Ren consented on"))
          .isVisible();
      assertThat(ren.button("Let no more texts go to " + there)).isFocused();
      PICTURES.take(ren, "consent");

      lin.runPlugin(Elsewhere.NAME);
      for (int i = 0; elsewhere.texts().isEmpty() && i < PATIENCE; i++) {
        lin.page().waitForTimeout(100);
      }
      assertThat(elsewhere.texts()).isNotEmpty();
      Locator declared =
          lin.page()
              .getByRole(
                  AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("As it is <b>there</b>"));
      exportMenu(lin);
      Download out = lin.page().waitForDownload(declared::click);
      assertThat(Files.readString(out.path())).isEqualTo(lin.text());

      ren.button("Let no more texts go to " + there).click();
      assertThat(ren.page().getByText("No texts go to " + CALLED + there)).isVisible();
      int before = elsewhere.texts().size();
      exportMenu(lin);
      declared.click();
      assertThat(lin.message().first()).containsText("manager of the project consents");
      assertThat(elsewhere.texts()).hasSize(before);
      atTheProject(lin);
      assertThat(lin.page().getByText("No texts go to " + CALLED + there)).isVisible();
      assertThat(lin.button("Let texts go to " + there)).hasCount(0);
      PICTURES.take(lin, "no-manager");
      for (Desk desk : List.of(lin, ren)) {
        assertThat(desk.faults().seen()).allMatch(fault -> fault.contains("403"));
      }
    }
  }
}
