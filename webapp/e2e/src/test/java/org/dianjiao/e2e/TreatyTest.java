package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three people work on an unpunctuated treaty at once, and the server is killed under them. */
class TreatyTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** In the passage that two edit at the same time. */
  private static final String PORTS = "福州府";

  private static final Pattern COUNT = Pattern.compile("Accepted ([\\d,]+) suggestion");

  @RegisterExtension
  static final Office OFFICE =
      new Office(Map.of("Lin", "editor", "Bao", "editor", "Ren", "reviewer"));

  @Test
  void keepsEverythingThatThreePeopleDidWhenTheServerIsKilled() throws Exception {
    String document = OFFICE.treaty();
    Desk lin = sitDown("Lin");
    Desk bao = sitDown("Bao");
    Desk ren = sitDown("Ren");
    List<Desk> desks = List.of(lin, bao, ren);
    desks.forEach(desk -> seesTheOthers(desk, desks));

    typeAndAnnotateInOnePassage(lin, bao);
    assertThat(ren.passage(PORTS)).containsText("〔校〕此條專言海口此后除");
    assertThat(ren.passage(PORTS)).containsText("一律照办也已矣焉哉乎");
    agree(document, desks);

    lin.runPlugin("Punctuation marks");
    String offered = lin.awaitSuggestions();
    assertThat(offered).matches("[\\d,]+ suggestions");
    for (Desk desk : desks) {
      desk.show("Review");
      assertThat(desk.suggestionCount()).hasText(offered);
    }

    int accepted = acceptAllFullStops(ren);
    refuseApprovalBy(lin, document);
    approvePassage(ren, "通商处所俄国");
    assertThat(history(document)).contains("\"is\":\"approve\"");
    agree(document, desks);

    killTheServerUnder(lin, desks);
    agree(document, desks);
    // not what the lines show: marks that are only offered stand there, too
    assertThat(OFFICE.team().signIn("Ren").text(export(document, "text"))).contains("俄使復至大沽口投遞國書");
    for (Desk desk : desks) {
      desk.putCursorBefore("通商处所俄国");
      assertThat(desk.page().locator(".passage-bar")).containsText("approved 1 of 1 by Ren");
      seesTheOthers(desk, desks);
    }

    Tei tei = Tei.parse(OFFICE.team().signIn("Ren").text(export(document, "tei")));
    assertThat(tei.text()).contains("俄使復至大沽口投遞國書");
    assertThat(tei.texts("pc")).filteredOn("。"::equals).hasSize(accepted);
    assertThat(tei.texts("placeName")).contains("上海", PORTS);
    for (Desk desk : desks) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  private static Desk sitDown(String name) {
    return OFFICE.sitDown(CHROMIUM.desk(OFFICE.product().address(), name));
  }

  private static void seesTheOthers(Desk desk, List<Desk> all) {
    Locator people =
        desk.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("People here"));
    for (Desk other : all) {
      if (other != desk) {
        assertThat(
                people.getByRole(
                    AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(other.name())))
            .isVisible();
      }
    }
  }

  /** Bao tags two places while Lin types before them; then both type at once, key by key. */
  private static void typeAndAnnotateInOnePassage(Desk lin, Desk bao) {
    lin.putCursorBefore("此后除两国旱路");
    bao.select("上海");
    Locator form = bao.annotate("Place");
    lin.type("〔");
    lin.type("校");
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tag without a link"))
        .click();
    lin.type("〕");
    assertThat(lin.passage(PORTS).locator(".annotation.kind-place")).hasText("上海");

    assertThat(bao.passage(PORTS)).containsText("〔校〕此后");
    bao.select(PORTS);
    Locator linked = bao.annotate("Place");
    linked
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(PORTS.substring(0, 2)))
        .first()
        .click();
    bao.putCursorAfter("一律照办");
    lin.putCursorBefore("此后除两国旱路");
    String early = "此條專言海口";
    String late = "也已矣焉哉乎";
    for (int key = 0; key < early.length(); key++) {
      lin.type(early.substring(key, key + 1));
      bao.type(late.substring(key, key + 1));
    }
  }

  /** Accepts them, thinks better of it, and accepts them again: each is there once. */
  private static int acceptAllFullStops(Desk ren) {
    ren.choice("Mark").selectOption("。");
    ren.choice("Confidence from").selectOption("0.6");
    Locator listed = ren.page().locator(".review .list-head > span");
    String before = listed.innerText();
    int accepted = acceptAllShown(ren);
    ren.button("Undo").click();
    assertThat(ren.page().locator(".said")).containsText("undone");
    assertThat(listed).hasText(before);
    assertThat(acceptAllShown(ren)).isEqualTo(accepted);
    assertThat(ren.page().locator(".said")).not().containsText("left alone");
    return accepted;
  }

  private static int acceptAllShown(Desk ren) {
    ren.button("Accept all shown").click();
    ren.button("Accept all").click();
    Locator said = ren.page().locator(".said");
    assertThat(said).containsText(COUNT);
    Matcher matcher = COUNT.matcher(said.innerText());
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1).replace(",", ""));
  }

  /** The button is not offered to editors, but the key sends the request; the server decides. */
  private static void refuseApprovalBy(Desk lin, String document) {
    lin.putCursorBefore("通商处所俄国");
    lin.page().keyboard().press("Control+Enter");
    assertThat(lin.message()).containsText("An editor may not approve passages");
    assertThat(history(document)).doesNotContain("\"is\":\"approve\"");
    lin.button("Dismiss").click();
  }

  private static void approvePassage(Desk ren, String words) {
    ren.putCursorBefore(words);
    ren.button("Approve passage").click();
    assertThat(ren.page().locator(".passage-bar")).containsText("approved 1 of 1 by Ren");
  }

  private static void killTheServerUnder(Desk lin, List<Desk> desks) {
    lin.putCursorBefore("此條專言海口");
    desks.forEach(desk -> desk.faults().expectOutage());
    lin.type("俄");
    OFFICE.product().kill();
    lin.type("使");
    for (Desk desk : desks) {
      assertThat(desk.state()).containsText(Pattern.compile("Offline|Reconnecting"));
    }
    // the first may have been saved before the server died
    assertThat(lin.state()).hasText(Pattern.compile("^Offline, (1 change|2 changes) kept here$"));
    OFFICE.product().launchAgain();
    lin.typeSlowly("復至大沽口投遞國書", 200);
    OFFICE.product().awaitReady();
    for (Desk desk : desks) {
      assertThat(desk.state()).hasText("Saved");
    }
  }

  /** Waits until all are at the newest revision, and compares what they show. */
  private static void agree(String document, List<Desk> desks) {
    for (Desk desk : desks) {
      assertThat(desk.state()).hasText("Saved");
    }
    Account ren = OFFICE.team().signIn("Ren");
    String revision = ren.get("/api/documents/" + document).get("revision").asText();
    for (Desk desk : desks) {
      assertThat(desk.revision()).hasText("Revision " + revision);
    }
    String text = ren.text(export(document, "text"));
    List<String> annotations = desks.get(0).annotations();
    assertThat(annotations).isNotEmpty();
    for (Desk desk : desks) {
      assertThat(desk.text()).as("text of " + desk.name()).isEqualTo(text);
      assertThat(desk.annotations()).as(desk.name()).isEqualTo(annotations);
      desk.show("Review");
    }
  }

  private static String export(String document, String format) {
    return "/api/documents/" + document + "/export?format=" + format;
  }

  private static String history(String document) {
    return OFFICE.team().signIn("Ren").text("/api/documents/" + document + "/history?limit=500");
  }
}
