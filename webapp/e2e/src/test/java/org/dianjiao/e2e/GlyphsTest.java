package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An unencoded glyph of a real text: found by its components, entered in the list, exported. */
class GlyphsTest {

  private static final Pictures PICTURES = Pictures.in("glyphs");

  /** One black pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5E"
                  + "rkJggg==");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Office OFFICE = new Office(Map.of("Lin", "editor"));

  @Test
  void aGlyphIsFoundByItsComponentsListedAndExported() throws Exception {
    String document = OFFICE.team().document("籌辦夷務始末 咸豐");
    Desk lin = CHROMIUM.desk(OFFICE.product().address(), "Lin", 1300, 900);
    List<String> fonts = new ArrayList<>();
    lin.page()
        .onResponse(
            answer -> {
              if (answer.url().endsWith(".woff2") && answer.status() == 200) {
                fonts.add(answer.headerValue("content-type"));
              }
            });
    lin.signIn(Team.PASSWORD);
    lin.open(document);
    assertThat(lin.editor()).containsText("■〈口佛〉");
    assertThat(fonts).isEmpty();

    annotate(lin);
    assertThat(lin.page().locator(".annotation.kind-glyph").first()).hasText("■〈口佛〉");
    assertThat(lin.state()).hasText("Saved");
    assertThat(fonts).containsOnly("font/woff2").isNotEmpty();
    write(lin);
    enterInTheList(lin);

    Tei tei =
        Tei.parse(
            OFFICE.team().signIn("Lin").text("/api/documents/" + document + "/export?format=tei"));
    assertThat(tei.text()).contains("𠸄第四十一款");
    assertThat(tei.texts("g")).containsExactly("■〈口佛〉");
    assertThat(tei.texts("char")).hasSize(1);
    assertThat(tei.texts("desc")).containsExactly("⿰口佛");
    assertThat(tei.texts("note")).contains("法國");
    assertThat(tei.texts("mapping")).containsExactly("𠲽");
    assertThat(lin.faults().seen()).isEmpty();
  }

  /** By key alone: the note at the cursor, its components, the character. */
  private static void annotate(Desk lin) {
    lin.putCursorBefore("■〈口佛〉");
    lin.page().keyboard().press("Alt+g");
    assertThat(palette(lin).getByLabel("Components")).hasValue("口佛");
    assertThat(palette(lin).getByRole(AriaRole.OPTION).first()).containsText("𠲽");
    PICTURES.take(lin, "palette");
    chooseTheFirst(lin);
  }

  /** Where no note stands, the character is written. */
  private static void write(Desk lin) {
    lin.putCursorBefore("第四十一款");
    lin.page().keyboard().press("Alt+g");
    lin.page().keyboard().insertText("口英");
    assertThat(palette(lin).getByRole(AriaRole.OPTION).first()).containsText("𠸄");
    chooseTheFirst(lin);
    assertThat(lin.passage("𠸄第四十一款")).hasCount(1);
    assertThat(lin.state()).hasText("Saved");
  }

  private static Locator palette(Desk lin) {
    return lin.page()
        .getByRole(
            AriaRole.DIALOG,
            new Page.GetByRoleOptions().setName("Find a character by its components"));
  }

  private static void chooseTheFirst(Desk lin) {
    lin.page().keyboard().press("Tab");
    assertThat(palette(lin).getByRole(AriaRole.OPTION).first()).isFocused();
    lin.page().keyboard().press("Enter");
    assertThat(palette(lin)).hasCount(0);
  }

  private static void enterInTheList(Desk lin) {
    lin.putCursorBefore("〈口佛〉");
    lin.page().keyboard().press("Alt+Enter");
    lin.page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Enter in the project's list of glyphs"))
        .click();
    assertThat(lin.textbox("Description, as annotations have it")).hasValue("⿰口佛");
    lin.textbox("Note").fill("法國");
    lin.button("Enter").click();
    Locator line =
        lin.page().getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("⿰口佛"));
    assertThat(line).containsText("used once");
    line.getByLabel("Picture (PNG, JPEG or WebP)")
        .setInputFiles(new FilePayload("fo.png", "image/png", PNG));
    assertThat(line.getByRole(AriaRole.IMG)).isVisible();
    PICTURES.take(lin, "list");
    line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();
    Locator asking = lin.page().getByRole(AriaRole.ALERTDIALOG);
    assertThat(asking).containsText("1 place");
    asking.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")).click();
  }
}
