package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the README anew. Runs only when it is named; see the README beside. */
class Screenshots {

  private static final Path IMAGES = Module.root().resolve("docs/images");

  /** Behind these the one that is looked for would have come. */
  private static final int MOST_DIFFERENCES = 40;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void showTheTreatyBeforeAndAfter(@TempDir Path data) {
    try (Product product = Product.start(data)) {
      Team team = Team.gather(product);
      team.join("Lin", "editor");
      team.join("Ren", "reviewer");
      String document = team.document("無標點");
      Desk ren = sitDown(product, "Ren", document);
      ren.putCursorBefore("此后除两国旱路");
      assertThat(ren.page().locator(".passage-bar")).containsText("Passage 5 of");
      ren.page().mouse().move(0, 0);
      ren.picture(IMAGES.resolve("workspace-before.png"));

      Desk lin = sitDown(product, "Lin", document);
      tag(lin, "上海", "Place");
      tag(lin, "福州府", "Place");
      tag(lin, "领事官", "Office");
      lin.runPlugin("Punctuation marks");
      lin.awaitSuggestions();
      lin.putCursorAfter("一律照办");

      ren.choice("Confidence from").selectOption("0.6");
      ren.button("Accept all shown").click();
      ren.button("Accept all").click();
      assertThat(ren.page().locator(".said")).containsText("Accepted");
      ren.choice("Confidence from").selectOption("0");
      ren.putCursorBefore("嗣后陆路前定");
      ren.button("Approve passage").click();
      assertThat(ren.page().locator(".passage-bar")).containsText("approved 1 of 1 by Ren");
      ren.awaitSuggestions();
      ren.suggestions()
          .getByRole(AriaRole.OPTION)
          .filter(new Locator.FilterOptions().setHasText("海口通商"))
          .first()
          .click();
      assertThat(ren.button("Accept")).isVisible();
      ren.page().mouse().move(0, 0);
      ren.picture(IMAGES.resolve("workspace-after.png"));
    }
  }

  @Test
  void showPunctuatingAndViews(@TempDir Path data) {
    try (Product product = Product.start(data)) {
      Team team = Team.gather(product);
      team.join("Lin", "editor");
      team.join("Ren", "reviewer");
      Desk ren = sitDown(product, "Ren", team.document("無標點"));
      ren.runPlugin("Punctuation marks");
      ren.awaitSuggestions();
      ren.putCursorBefore("此后除两国旱路");
      ren.page().keyboard().press("Alt+p");
      ren.page().keyboard().press("n");
      ren.page().keyboard().press("n");
      assertThat(ren.page().locator(".gap-told")).containsText("suggested: ");
      ren.page().mouse().move(0, 0);
      ren.picture(IMAGES.resolve("punctuating.png"));

      Desk lin = sitDown(product, "Lin", team.document("俄約、美約"));
      lin.button("Panels").click();
      lin.editor().focus();
      for (String key : List.of("Alt+c", "Alt+c", "Alt+c", "Alt+v", "Alt+v")) {
        lin.page().keyboard().press(key);
      }
      assertThat(lin.page().locator(".shown-unsure").first()).isVisible();
      lin.page().mouse().move(600, 500);
      lin.page().mouse().wheel(0, 80);
      lin.page().waitForTimeout(500);
      ViewsScene.pointAt(
          lin.page().locator(".shown-unsure", new Page.LocatorOptions().setHasText("别")).first());
      assertThat(lin.page().locator(".about-mark")).containsText("stands for");
      lin.picture(IMAGES.resolve("views.png"));
    }
  }

  @Test
  void showCollationAndSearch(@TempDir Path data) {
    try (Product product = Product.start(data)) {
      Team team = Team.gather(product);
      team.join("Lin", "editor");
      Desk lin = sitDown(product, "Lin", team.document("無標點"));
      lin.button("Collate…").click();
      Page page = lin.page();
      page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("俄約、美約"))
          .press("Space");
      lin.button("Collate").click();
      Locator what = page.locator(".collation-what");
      assertThat(what).isVisible();
      for (int i = 0; i < MOST_DIFFERENCES && !what.innerText().contains("椗"); i++) {
        lin.button("Next difference").click();
        page.waitForTimeout(50);
      }
      assertThat(what).containsText("Variant character 椗 | 碇");
      page.mouse().move(0, 0);
      lin.picture(IMAGES.resolve("collation.png"));

      page.navigate(product.address() + "/projects/" + team.project());
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Search")).click();
      lin.textbox("Text").fill("俄羅斯國");
      page.getByText("variants", new Page.GetByTextOptions().setExact(true)).click();
      page.getByText("simplified and traditional forms").click();
      page.waitForTimeout(1_500); // the index is a second behind at most
      lin.textbox("Text").press("Enter");
      assertThat(page.locator("a.hit").first()).isVisible();
      page.mouse().move(0, 0);
      lin.picture(IMAGES.resolve("search.png"));
    }
  }

  @Test
  void showWhoIsNamedWhere(@TempDir Path data) {
    try (Product product = Product.start(data)) {
      Team team = Team.gather(product);
      team.join("Ren", "reviewer");
      Desk ren = sitDown(product, "Ren", team.document("全篇"));
      for (String plugin : List.of("Dates", "Names")) {
        ren.runPlugin(plugin);
        ren.awaitSuggestions();
        ren.choice("Confidence from").selectOption("0.8");
        ren.button("Accept all shown").click();
        ren.button("Accept all").click();
        assertThat(ren.page().locator(".said")).containsText("Accepted");
      }
      Page page = ren.page();
      String project = product.address() + "/projects/" + team.project();
      page.navigate(project + "/pictures?picture=map");
      page.locator(".drawing .thing[aria-label^='伊犁']").click();
      assertThat(page.locator(".picture-aside a.hit").first()).isVisible();
      ren.picture(IMAGES.resolve("map.png"));
      page.navigate(project + "/pictures?picture=network");
      page.locator(".drawing .thing[aria-label^='曾紀澤']").click();
      assertThat(page.locator(".picture-aside a.hit").first()).isVisible();
      ren.picture(IMAGES.resolve("network.png"));
    }
  }

  private static Desk sitDown(Product product, String name, String document) {
    Desk desk = CHROMIUM.desk(product.address(), name);
    desk.signIn(Team.PASSWORD);
    desk.open(document);
    return desk;
  }

  private static void tag(Desk desk, String words, String kind) {
    desk.select(words);
    desk.annotate(kind)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tag without a link"))
        .click();
    assertThat(desk.passage(words).first().locator(".annotation").first()).isVisible();
  }
}
