package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/**
 * Text from outside stays text, wherever it is shown: with the policy that the product sends, in a
 * real browser, hundreds of texts that would run or dress the page up if a page took them for
 * markup.
 */
class HostileTextTest {

  private static final List<String> PAYLOADS = Payloads.all();
  private static final Pattern RAN = Pattern.compile("payload (\\d+) ran");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;

  private static Product product;
  private static HostileProject project;

  @BeforeAll
  static void fill() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    HostilePlugin.install(plugins, PAYLOADS);
    HostileDeclarations.install(plugins, PAYLOADS);
    Path settings = Files.writeString(folder.resolve("hostile.yaml"), "plugins: " + plugins + "\n");
    product = Product.start(folder.resolve("data"), "--config", settings.toString());
    project = new HostileProject(Team.gather(product));
    project.fill();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static Desk desk(String name) {
    Desk desk = CHROMIUM.desk(product.address(), name, 1300, 900);
    desk.signIn(Team.PASSWORD);
    return desk;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Shows that the payloads are live ones, and that the alarm hears them. */
  @Test
  void theyRunInAPageThatTakesThemForMarkupAndHasNoPolicy() {
    Desk open = CHROMIUM.desk(product.address(), "open", 800, 600);
    Page page = open.page();
    Alarm alarm = Alarm.in(page);
    String empty = "data:text/html,<!doctype html><title>open</title><main></main>";
    page.navigate(empty);
    for (String payload : PAYLOADS) {
      page.evaluate(
          """
          payload => {
            const box = document.body.appendChild(document.createElement("div"));
            box.innerHTML = payload;
            for (const link of box.querySelectorAll("a")) {
              link.dispatchEvent(new MouseEvent("click", {bubbles: true}));
            }
            for (const one of box.querySelectorAll("*")) {
              for (const kind of ["mouseover", "pointerenter", "click", "animationstart", "start"]) {
                one.dispatchEvent(new Event(kind));
              }
            }
          }""",
          payload);
    }
    page.waitForTimeout(1_000);
    TreeSet<Integer> ran = new TreeSet<>();
    for (String heard : alarm.rung()) {
      RAN.matcher(heard).results().map(MatchResult::group).forEach(words -> ran.add(number(words)));
    }
    // The others wait for a parser of another kind, for a plugin, or for an older browser.
    assertThat(ran).hasSizeGreaterThan(90);
  }

  private static int number(String words) {
    return Integer.parseInt(words.replaceAll("\\D", ""));
  }

  /** Shows that the policy is there, and that the alarm hears what it has to stop. */
  @Test
  void thePolicyStopsMarkupThatAScriptOfOursWouldMakeAndTheAlarmHearsIt() {
    Desk ren = CHROMIUM.desk(product.address(), "Ren", 800, 600);
    Alarm alarm = Alarm.in(ren.page());
    ren.page().navigate("/sign-in");
    Object made =
        ren.page()
            .evaluate(
                """
                () => {
                  try { document.body.innerHTML = "<img data-hostile src=x onerror=alarm(0)>"; }
                  catch (refused) { return refused.name; }
                }""");
    assertThat(made).isEqualTo("TypeError");
    ren.page().waitForTimeout(300);
    assertThat(alarm.takeRung()).anyMatch(heard -> heard.contains("require-trusted-types-for"));
    ren.page()
        .evaluate(
            """
            () => {
              const link = document.body.appendChild(document.createElement("a"));
              link.href = "javascript:alarm(1)";
              link.click();
              const style = document.body.appendChild(document.createElement("style"));
              style.textContent = "* { background: red }";
              const frame = document.body.appendChild(document.createElement("iframe"));
              frame.src = "data:text/html,<p>in";
            }""");
    ren.page().waitForTimeout(500);
    List<String> heard = alarm.takeRung();
    assertThat(heard).anyMatch(words -> words.contains("policy script-src"));
    assertThat(heard).anyMatch(words -> words.contains("policy style-src"));
    assertThat(heard).anyMatch(words -> words.contains("policy frame-src"));
    assertThat(heard).noneMatch(words -> words.contains("ran"));
  }

  @Test
  void nothingRunsInTheText() {
    Desk ren = desk("Ren");
    Alarm alarm = Alarm.in(ren.page());
    ren.open(project.document());
    assertThat(ren.page().locator(".document-title")).hasText(PAYLOADS.get(4));
    alarm.silentAt("the text", PAYLOADS.get(0));
    scroll(ren, ".cm-scroller", alarm, "the text");
    ren.editor().press("Control+End");
    assertThat(ren.page().locator(".cm-specialChar").first()).isVisible();
    alarm.silentAt("the end of the text", PAYLOADS.get(PAYLOADS.size() - 1));
    ren.editor().press("Control+f");
    ren.page().locator(".cm-search input").first().fill(PAYLOADS.get(7));
    ren.page().keyboard().press("Enter");
    alarm.silentAt("what is searched for", PAYLOADS.get(7));
  }

  private static void scroll(Desk desk, String box, Alarm alarm, String where) {
    Locator scroller = desk.page().locator(box).first();
    int pages = (Integer) scroller.evaluate("it => Math.ceil(it.scrollHeight / it.clientHeight)");
    for (int i = 0; i <= pages; i++) {
      scroller.evaluate("it => { it.scrollTop += it.clientHeight; }");
      desk.page().waitForTimeout(60);
      alarm.silentAt(where);
    }
  }

  @Test
  void nothingRunsInWhatIsSaidAboutTheText() {
    Desk ren = desk("Ren");
    Alarm alarm = Alarm.in(ren.page());
    ren.open(project.document());
    ren.show("Annotations");
    assertThat(ren.page().locator(".annotation-line").first()).isVisible();
    alarm.silentAt("the annotations", PAYLOADS.get(4));
    ren.page().locator(".annotation-line").nth(2).click();
    alarm.silentAt("an annotation");
    ren.show("Talk");
    assertThat(ren.page().locator(".comment")).hasCount(40);
    alarm.silentAt("talk", HostileProject.WORDS.get(39));
    ren.show("Review");
    assertThat(ren.page().locator(".suggestion-row").first()).isVisible();
    alarm.silentAt("proposals", HostileProject.WORDS.get(1));
    ren.page().locator(".suggestion-row").nth(1).click();
    assertThat(ren.page().locator(".suggestion-card")).isVisible();
    alarm.silentAt("a proposal");
    ren.show("Passages");
    alarm.silentAt("passages");
  }

  @Test
  void nothingRunsInWhatAPluginSays() {
    Desk ren = desk("Ren");
    Alarm alarm = Alarm.in(ren.page());
    ren.open(project.document());
    ren.runPlugin("Names");
    ren.awaitSuggestions();
    ren.choice("Made by").selectOption("names");
    Locator rows = ren.page().locator(".suggestion-row");
    assertThat(rows.nth(2)).isVisible();
    for (int i = 0; i < 6; i++) {
      rows.nth(i).click();
      assertThat(ren.page().locator(".suggestion-card .evidence a")).hasCount(1);
      ren.page().keyboard().press("j");
    }
    alarm.silentAt("a suggestion");
    assertThat(ren.page().locator(".evidence")).containsText("javascript:");
    scroll(ren, ".suggestions", alarm, "the suggestions");
    ren.select("條約");
    Locator form = ren.annotate("Person");
    form.getByRole(AriaRole.TEXTBOX).first().fill("x");
    assertThat(form.locator(".entry").first()).isVisible();
    alarm.silentAt("the authority file", PAYLOADS.get(0));
  }

  @Test
  void nothingRunsInWhatAPluginDeclares() {
    List<String> labels = HostileDeclarations.labels(PAYLOADS);
    Desk keeper = desk("Administrator");
    Alarm alarm = Alarm.in(keeper.page());
    keeper.page().navigate("/plugins/declaring");
    assertThat(keeper.page().locator(".setting")).hasCount(PAYLOADS.size());
    assertThat(keeper.page().locator(".declared-kind").first()).isVisible();
    assertThat(keeper.page().locator(".declared a:not([href^='http'])")).hasCount(0);
    alarm.silentAt("what a plugin declares", labels.get(0));
    Desk ren = desk("Ren");
    Alarm other = Alarm.in(ren.page());
    ren.open(project.document());
    ren.show("Legend");
    assertThat(ren.page().locator(".legend-kinds .hue-pink").first()).isVisible();
    other.silentAt("the legend", labels.get(0));
    ren.select("條約");
    ren.button("More kinds").click();
    assertThat(ren.page().locator("[role=menuitem] .hue-pink").first()).isVisible();
    other.silentAt("kinds to annotate with", labels.get(1));
    ren.page().keyboard().press("Escape");
    ren.button("Export").click();
    Locator formats =
        ren.page()
            .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Written by plugins"));
    assertThat(formats.getByRole(AriaRole.MENUITEM)).hasCount(20);
    other.silentAt("formats to export", labels.get(2));
    keeper.page().navigate("/projects/" + project.id());
    assertThat(keeper.choice("Format").locator("option")).hasCount(21);
    alarm.silentAt("formats to import");
  }

  @Test
  void nothingRunsInThePast() {
    Desk ren = desk("Ren");
    Alarm alarm = Alarm.in(ren.page());
    ren.open(project.document());
    ren.show("History");
    assertThat(ren.page().locator(".history li").first()).isVisible();
    alarm.silentAt("history", project.editorName());
    ren.button("Show who wrote what").click();
    alarm.silentAt("who wrote what");
    ren.button("Timeline and versions…").click();
    assertThat(ren.page().locator(".versions li")).hasCount(20);
    alarm.silentAt("versions", HostileProject.TITLES.get(7));
    ren.page().locator(".versions li button").first().click();
    assertThat(ren.page().locator(".past-text .cm-line").first()).isVisible();
    alarm.silentAt("the past", HostileProject.TITLES.get(3));
  }

  @Test
  void nothingRunsOnThePagesOfPeopleAndProjects() {
    Desk keeper = desk("Administrator");
    Alarm alarm = Alarm.in(keeper.page());
    keeper.page().navigate("/");
    String title = HostileProject.TITLES.get(7);
    assertThat(keeper.page().locator(".line-title").getByText(title).first()).isVisible();
    assertThat(keeper.page().locator(".audit")).isVisible();
    alarm.silentAt("projects, accounts, audit log", project.editorName());
    keeper.page().navigate("/projects/" + project.id());
    assertThat(keeper.heading("Invite by link")).isVisible();
    assertThat(keeper.page().getByText(title).first()).isVisible();
    alarm.silentAt("a project, its members and invitations", title);
    keeper
        .page()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                PAYLOADS.get(8).replace('/', '_') + ".txt",
                "text/plain",
                "\u0000".getBytes(StandardCharsets.UTF_8)));
    keeper.button("Import").click();
    assertThat(keeper.page().locator(".refused-title")).isVisible();
    alarm.silentAt("a refused file", PAYLOADS.get(8).replace('/', '_'));

    Desk ren = desk("Ren");
    Alarm inbox = Alarm.in(ren.page());
    ren.page().navigate("/");
    assertThat(ren.heading("Inbox (40 unread)")).isVisible();
    inbox.silentAt("the inbox", project.annotatorName());
  }

  @Test
  void nothingRunsOnOnesOwnPages() {
    Desk lin = CHROMIUM.desk(product.address(), project.editorName(), 1300, 900);
    Alarm alarm = Alarm.in(lin.page());
    lin.signIn(Team.PASSWORD);
    lin.page().navigate("/account");
    assertThat(lin.heading("API tokens")).isVisible();
    assertThat(lin.page().getByText(project.annotatorName()).first()).isVisible();
    alarm.silentAt("one's account and its tokens", project.annotatorName());
    lin.open(project.document());
    Desk ren = desk("Ren");
    Alarm other = Alarm.in(ren.page());
    ren.open(project.document());
    lin.putCursorAfter("onerror");
    assertThat(ren.page().locator(".others-cursor").first()).isVisible();
    assertThat(ren.page().locator(".face")).hasCount(1);
    other.silentAt("faces and cursors");
  }

  @Test
  void nothingRunsInAddresses() {
    Desk nobody = CHROMIUM.desk(product.address(), "nobody", 800, 600);
    Alarm alarm = Alarm.in(nobody.page());
    Desk ren = desk("Ren");
    Alarm inside = Alarm.in(ren.page());
    for (String payload : Payloads.some(4)) {
      String code = encoded(payload);
      for (String address :
          List.of(
              "/invitation#" + code,
              "/new-password#" + code,
              "/setup?token=" + code,
              "/sign-in?openid=" + code,
              "/api/" + code)) {
        nobody.page().navigate("about:blank");
        nobody.page().navigate(address);
        alarm.silentAt(address);
      }
      for (String address : List.of("/documents/" + code, "/projects/" + code, "/" + code)) {
        ren.page().navigate(address);
        ren.page().waitForTimeout(50);
        inside.silentAt(address);
      }
    }
    assertThat(nobody.page().content()).contains("no such address");
  }

  @Test
  void exportsAreFilesThatABrowserDoesNotShow() throws Exception {
    Desk ren = desk("Ren");
    for (String path :
        List.of(
            "/api/documents/" + project.document() + "/export?format=tei",
            "/api/documents/" + project.document() + "/export?format=text",
            "/api/documents/" + project.document() + "/export?format=bare",
            "/api/projects/" + project.id() + "/review.csv")) {
      APIResponse file = ren.page().context().request().get(path);
      assertThat(file.status()).as(path).isEqualTo(200);
      assertThat(file.headers().get("content-disposition")).as(path).startsWith("attachment;");
      assertThat(file.headers().get("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(file.headers().get("content-security-policy")).as(path).contains("sandbox");
      assertThat(file.headers().get("content-type")).as(path).doesNotContain("html");
    }
    Desk keeper = desk("Administrator");
    String address = "/api/documents/" + project.document() + "/export?format=tei";
    Tei tei = Tei.parse(keeper.page().context().request().get(address).text());
    assertThat(tei.text()).contains("<script data-hostile>alarm(0)</script>");
    NodeList all = tei.document().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(all.item(i).getNamespaceURI()).isEqualTo("http://www.tei-c.org/ns/1.0");
    }
  }

  @Test
  void nothingIsServedThatIsNoPage() {
    Desk nobody = CHROMIUM.desk(product.address(), "nobody", 800, 600);
    for (String path :
        List.of(
            "/assets/",
            "/assets/.hidden",
            "/assets/%2e%2e/%2e%2e/db/V1__log_and_people.sql",
            "/assets/..%2f..%2fdb%2fV1__log_and_people.sql",
            "/assets/..%5c..%5cdb%5cV1__log_and_people.sql",
            "/db/V1__log_and_people.sql",
            "/data/setup-token",
            "/.git/config",
            "/favicon.svg/../index.html",
            "/assets//etc/passwd")) {
      APIResponse answer = nobody.page().context().request().get(path);
      String body = answer.text();
      assertThat(body).as(path).doesNotContain("CREATE TABLE", "Index of", "root:", "[core]");
      assertThat(body).as(path).doesNotContain(product.setupToken());
      boolean page = body.contains("<div id=\"root\">");
      assertThat(answer.status() == 404 || page).as(path + " " + answer.status()).isTrue();
    }
  }
}
