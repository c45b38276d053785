package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Somebody looks at who, where and when of a project: on a map, a line of time and a network.
 *
 * @param desk of somebody who is signed in
 */
record PicturesScene(Office office, Function<String, Desk> desk) {

  private static final Pictures PICTURES = Pictures.in("pictures");
  private static final String TEXT =
      "同治元年八月，明誼至伊犁，與俄使會於塔爾巴哈台。\n二年，明誼再至塔爾巴哈台，俄使自莫斯科來。\n三年，雍正五年之例不行。";

  private static Map<String, Object> effect(String surface, int from, Map<String, ?> body) {
    return Effects.annotation(TEXT, surface, from, body);
  }

  private static Map<String, Object> name(
      String surface, int from, String id, String type, String label) {
    return effect(
        surface, from, Map.of("is", "identification", "entity", id, "label", label, "type", type));
  }

  private static Map<String, Object> date(
      String surface, String norm, String start, String end, boolean reference) {
    return effect(
        surface,
        0,
        Map.of(
            "is",
            "date",
            "norm",
            norm,
            "start",
            start,
            "end",
            end,
            "reference",
            reference,
            "fault",
            ""));
  }

  private static List<Map<String, Object>> effects() {
    return List.of(
        date("同治元年八月", "同治元年八月", "1862-08-25", "1862-09-23", false),
        name("明誼", 0, "local:P0031", "person", "明誼"),
        name("伊犁", 0, "local:L0059", "place", "伊犁"),
        name("塔爾巴哈台", 0, "local:L0067", "place", "塔爾巴哈台"),
        date("二年", "同治二年", "1863-02-18", "1864-02-07", false),
        name("明誼", 26, "local:P0031", "person", "明誼"),
        name("塔爾巴哈台", 26, "local:L0067", "place", "塔爾巴哈台"),
        name("莫斯科", 0, "local:L0027", "place", "莫斯科"),
        date("三年", "同治三年", "1864-02-08", "1865-01-26", false),
        date("雍正五年", "雍正五年", "1727-01-22", "1728-02-09", true));
  }

  void aProjectIsSeen() throws IOException {
    String document = office.team().bring("圖", TEXT);
    Desk ren = desk.apply("Ren");
    Effects.send(ren, document, effects());
    ren.page().navigate("/projects/" + office.team().project());
    ren.page().getByText("Pictures", new Page.GetByTextOptions().setExact(true)).click();
    onTheMap(ren, document);
    onTheLineOfTime(ren);
    inTheNetwork(ren);
    assertThat(ren.faults().seen()).as("console").isEmpty();
  }

  private static Locator thing(Desk ren, String label) {
    return ren.page().locator(".drawing .thing[aria-label^='" + label + "']");
  }

  private static Locator aside(Desk ren) {
    return ren.page().locator(".picture-aside");
  }

  private static void onTheMap(Desk ren, String document) throws IOException {
    assertThat(ren.page().locator(".drawing .thing")).hasCount(3);
    assertThat(ren.page().locator(".drawing path").nth(1))
        .hasAttribute("d", Pattern.compile("^M.{1000}.*")); // the coasts are there
    PICTURES.take(ren, "map");
    assertThat(thing(ren, "莫斯科")).isInViewport(); // in a window that became wide
    thing(ren, "塔爾巴哈台").focus();
    ren.page().keyboard().press("ArrowLeft");
    assertThat(thing(ren, "莫斯科")).isFocused();
    ren.page().keyboard().press("ArrowRight");
    ren.page().keyboard().press("ArrowDown");
    assertThat(thing(ren, "伊犁")).isFocused();
    ren.page().keyboard().press("+");
    ren.page().keyboard().press("Enter");
    assertThat(aside(ren)).containsText("1 mention");
    assertThat(aside(ren).locator("mark")).hasText("伊犁");
    assertThat(aside(ren).locator("a.hit"))
        .hasAttribute("href", "/documents/" + document + "?place=10-12");
    Path svg = ren.page().waitForDownload(() -> ren.button("SVG").click()).path();
    assertThat(Files.readString(svg)).contains("xmlns").contains("伊犁").doesNotContain("<script");
    Download png = ren.page().waitForDownload(() -> ren.button("PNG").click());
    assertThat(ImageIO.read(png.path().toFile()).getWidth()).isGreaterThan(800);
    ren.page().getByText("As a table").click();
    Download csv = ren.page().waitForDownload(() -> ren.page().locator(".numbers a").click());
    assertThat(Files.readString(csv.path())).contains("\"local:L0059\"").contains("81.51804");
  }

  private static void onTheLineOfTime(Desk ren) {
    ren.page().getByRole(AriaRole.NAVIGATION).getByText("Timeline").click();
    assertThat(ren.page().locator(".drawing .thing")).hasCount(4);
    PICTURES.take(ren, "timeline");
    thing(ren, "同治元年").click();
    assertThat(aside(ren)).containsText("Until the next date: 3 mentions");
    assertThat(aside(ren)).containsText("明誼、伊犁、塔爾巴哈台");
    ren.textbox("From year").fill("1863");
    ren.button("Show").click();
    assertThat(ren.page().locator(".drawing .thing")).hasCount(2);
    ren.button("Show all").click();
    assertThat(ren.page().locator(".drawing .thing")).hasCount(4);
  }

  private static void inTheNetwork(Desk ren) {
    ren.page().getByRole(AriaRole.NAVIGATION).getByText("Network").click();
    assertThat(ren.page().locator(".drawing .thing")).hasCount(2);
    ren.choice("Together at least").selectOption("1");
    assertThat(ren.page().locator(".drawing .thing")).hasCount(4);
    thing(ren, "明誼").click();
    assertThat(aside(ren)).containsText("2 mentions");
    assertThat(aside(ren).getByRole(AriaRole.IMG)).isVisible();
    PICTURES.take(ren, "network");
    aside(ren).locator("a.hit").first().click();
    assertThat(ren.editor()).containsText("明誼至伊犁");
  }
}
