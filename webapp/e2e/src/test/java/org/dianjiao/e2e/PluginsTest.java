package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator sets a plugin while somebody else works with what it suggests. */
class PluginsTest {

  /** The version of the punctuation plugin that comes with the server. */
  private static final String BUNDLED = "0.2.0";

  private static final Path PICTURES = Module.target().resolve("plugins");
  private static final String NAME = "Variant characters";
  private static final String OFF = "switched off in variants.yaml";

  /** Declares, and has no code; nobody has said yet where it runs. */
  private static final String QUANTITIES =
      """
      {"id": "quantities", "name": "Quantities", "version": "%s", "api": "1.0",
       "categories": ["quantity"], "budget-ms": 500, "remote": {"position-encoding": "utf-16"},
       "settings": [{"name": "units", "type": "string", "default": "兩", "label": "Units of weight",
                     "help": "One after the other, without spaces."},
                    {"name": "strict", "type": "boolean", "default": true, "label": "Numbers only"}],
       "annotations": [{"kind": "measure", "label": "Measure", "hue": "teal",
                        "tei": {"element": "measure", "type": "weight"}},
                       {"kind": "rate", "label": "Rate of duty", "hue": "orange"}]}""";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE = new Office(Map.of("Lin", "editor", "Ren", "manager"));

  private static Desk desk(String name) {
    Desk desk = CHROMIUM.desk(OFFICE.product().address(), name, 1300, 900);
    desk.signIn(Team.PASSWORD);
    return desk;
  }

  private static Locator card(Desk desk, String instance) {
    return desk.page().locator("li[data-instance='" + instance + "']");
  }

  private static Locator open(Desk desk, String instance) {
    Locator card = card(desk, instance);
    card.getByRole(AriaRole.HEADING).getByRole(AriaRole.BUTTON).click();
    return card;
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  @Test
  void whatAnAdministratorSetsChangesWhatIsSuggestedAtOnce() throws IOException {
    install("1.0.0");
    install("1.1.0");
    Desk lin = desk("Lin");
    lin.open(OFFICE.treaty());
    lin.runPlugin(NAME);
    lin.awaitSuggestions();
    Locator annotating = option(lin, "Variant character: ");
    assertThat(annotating).isVisible();

    Desk keeper = desk("Administrator");
    keeper.page().getByText("Plugins", exactly()).click();
    Locator variants = open(keeper, "variants");
    assertThat(variants).containsText("史諱舉例");
    keeper.choice("What accepting does").selectOption("replace");
    keeper.textbox("Least confidence").fill("much");
    button(variants, "Save settings").click();
    assertThat(variants.getByText("This is no number.")).isVisible();
    keeper.textbox("Least confidence").fill("0.6");
    button(variants, "Save settings").click();
    assertThat(variants.getByText("Saved.")).isVisible();
    assertThat(annotating).hasCount(0); // hers, without a reload
    assertThat(option(lin, "")).isVisible();

    switchIt(variants, false);
    assertThat(option(lin, "")).hasCount(0);
    assertThat(card(keeper, "variants").locator(".plugin-state")).containsText("switched off");
    lin.button("Run plugin").click();
    assertThat(menuItem(lin)).containsText(OFF);
    assertThat(menuItem(lin)).isDisabled();
    lin.page().keyboard().press("Escape");

    switchIt(variants, true);
    assertThat(card(keeper, "variants").locator(".plugin-state")).containsText("running");
    assertThat(button(variants, "Save settings")).isVisible(); // it is open as it was
    lin.runPlugin(NAME);
    assertThat(option(lin, "")).isVisible();

    declared(keeper);
    annotated(lin);
    second(keeper);
    read(lin);
    for (Desk desk : List.of(lin, keeper)) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  @Test
  void aFileComesInAndGoesOutThroughAPlugin() throws IOException {
    new PluginFilesScene(OFFICE, PluginsTest::desk).aFileComesInAndGoesOutAsItWas();
  }

  @Test
  void aProjectKeepsRulesForVariantsAndFollowsThem() throws IOException {
    new VariantRulesScene(OFFICE, PluginsTest::desk).rulesAreWrittenCountedAndFollowed();
  }

  @Test
  void aProjectSeesItsPlacesDatesAndPeople() throws IOException {
    new PicturesScene(OFFICE, PluginsTest::desk).aProjectIsSeen();
  }

  @Test
  void aNameIsLinkedWhereverItStands() {
    new OccurrencesScene(OFFICE, PluginsTest::desk).aNameIsLinkedWhereverItStands();
  }

  @Test
  void aProjectKeepsItsAuthorityFile() {
    new AuthorityFileScene(OFFICE, PluginsTest::desk).aProjectKeepsItsAuthorityFile();
  }

  @Test
  void textsGoElsewhereOnlyWhileAManagerConsents() throws IOException {
    new PluginFilesScene(OFFICE, PluginsTest::desk).textsGoElsewhereOnlyWhileAManagerConsents();
  }

  @Test
  void anAdministratorTriesANewVersionOnAProjectAndUsesIt() throws Exception {
    Desk keeper = desk("Administrator");
    keeper.open(OFFICE.team().document("邦交"));
    keeper.runPlugin("Punctuation marks");
    keeper.awaitSuggestions();
    decide(keeper, "a", "Accepted 1 suggestion.");
    decide(keeper, "r", "Rejected 1 suggestion.");
    stage("7.0.0");

    Page page = keeper.page();
    page.navigate(OFFICE.product().address() + "/plugins/punctuation");
    Locator card = card(keeper, "punctuation");
    button(card, "Try another version or settings…").press("Enter");
    Locator version = keeper.choice("Version");
    assertThat(version).hasValue("7.0.0");
    assertThat(version.locator("option").first()).hasText("7.0.0, kept to be tried");
    assertThat(card).containsText("version " + BUNDLED);
    keeper.choice("Project").selectOption(OFFICE.team().project());
    looked(keeper, "trying");
    button(card, "Try it").press("Enter");

    Locator verdict = page.locator(".comparison-verdict");
    assertThat(verdict)
        .hasText(
            Pattern.compile(
                "would change [1-9][\\d,]* of [\\d,]+ suggestions; precision on reviewed passages"
                    + " 0\\.50 → (–|\\d\\.\\d\\d) \\(of 2 decisions\\)\\."),
            new LocatorAssertions.HasTextOptions().setTimeout(90_000));
    looked(keeper, "comparison");
    String comparison = page.url();
    page.locator(".comparison-place").first().press("Enter");
    assertThat(keeper.editor()).isFocused();
    page.navigate(comparison);
    keeper.button("Use it…").press("Enter");
    keeper.button("Use it").press("Enter");
    assertThat(page.getByText("It is used, and starts in a moment.")).isVisible();
    page.getByText("Back to the plugins").press("Enter");
    assertThat(card).containsText("version 7.0.0 · runs in a process of its own");
    assertThat(card.locator(".plugin-state")).containsText("running");
    assertThat(keeper.faults().seen()).isEmpty();
  }

  private static void decide(Desk desk, String key, String said) {
    desk.page().keyboard().press("Alt+r");
    assertThat(desk.suggestions()).isFocused();
    desk.page().keyboard().press(key);
    assertThat(desk.page().locator(".said")).containsText(said);
  }

  /** A version that is surer of what it says, kept by a command beside the running server. */
  private static void stage(String version) throws Exception {
    Path made = Files.createDirectories(OFFICE.data().resolve("newer"));
    Path from = Module.home().resolve("plugins/punctuation");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = made.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path manifest = made.resolve("plugin.json");
    String newer =
        Files.readString(manifest)
            .replace("\"version\": \"" + BUNDLED + "\"", "\"version\": \"" + version + "\"")
            .replace("\"default\": 0.5", "\"default\": 0.7");
    Files.writeString(manifest, newer);
    Process command =
        new ProcessBuilder(
                Module.home().resolve("bin/dianjiao").toString(),
                "plugin",
                "install",
                "--stage",
                made.toString(),
                "--data",
                OFFICE.data().toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(command.waitFor()).as(out).isZero();
    assertThat(out).startsWith("kept to be tried punctuation " + version);
  }

  /** The bundled plugin of names lists the names of the treaty, then those of all its documents. */
  @Test
  void aCommandIsRunOnADocumentOnASelectionAndOnAProject() throws IOException {
    Desk lin = desk("Lin");
    lin.open(OFFICE.treaty());
    give(lin, "Commands, whole document");
    assertThat(lin.heading("List the names")).isVisible();
    looked(lin, "command-form");
    lin.page().keyboard().press("Escape");
    assertThat(lin.heading("List the names")).hasCount(0);
    give(lin, "Commands, whole document");
    lin.button("Run").press("Enter");
    Locator commands =
        lin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Commands"));
    assertThat(commands).containsText("List the names: done");
    button(commands, "Show the report").click();
    Locator report = lin.page().locator(".report-text");
    assertThat(report).containsText("俄羅斯\tpolity");
    looked(lin, "report");
    Download file =
        lin.page()
            .waitForDownload(
                () ->
                    lin.page()
                        .getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("Save as file"))
                        .click());
    String whole = Files.readString(file.path());
    assertThat(whole).startsWith("count\ttagged\tname\tkind\twritten\tlink\n");
    assertThat(whole.lines().count()).isGreaterThan(10);
    lin.button("Close").last().click();
    button(commands, "Close").click();
    assertThat(commands.locator(".command")).hasCount(0);

    lin.putCursorBefore("第三条");
    lin.select("第三条");
    give(lin, "Commands, selection");
    lin.button("Run").click();
    button(commands, "Show the report").click();
    assertThat(report).hasText("no names\n");
    lin.page().keyboard().press("Escape");

    Desk keeper = desk("Administrator");
    keeper.page().navigate("/projects/" + OFFICE.team().project());
    keeper.choice("A command on all documents").selectOption("List the names (Names)");
    keeper.button("Run it…").click();
    keeper.button("Run").click();
    Locator job = keeper.page().locator(".job").first();
    assertThat(job).containsText("List the names (names)");
    assertThat(job.locator(".job-state")).hasText("done");
    job.getByText("reports").first().click();
    job.getByText("Report on").first().click();
    assertThat(keeper.page().locator(".report-text")).containsText("count\ttagged");
    looked(keeper, "reports");
    for (Desk desk : List.of(lin, keeper)) {
      assertThat(desk.faults().seen()).as("console of " + desk.name()).isEmpty();
    }
  }

  private static void give(Desk desk, String place) {
    desk.button("Run plugin").click();
    desk.page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(place))
        .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("List the names"))
        .click();
  }

  /** As a command does: the folder is made elsewhere and then moved in at once. */
  private static void install(String version) throws IOException {
    Path made = Files.createDirectories(OFFICE.data().resolve("made-" + version));
    Files.writeString(made.resolve("plugin.json"), QUANTITIES.formatted(version));
    Path installed = Files.createDirectories(OFFICE.data().resolve("plugins/installed"));
    Files.move(made, installed.resolve("quantities-" + version), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator option(Desk desk, String words) {
    return desk.suggestions()
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private static Locator menuItem(Desk desk) {
    return desk.page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("On the whole document"))
        .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(NAME));
  }

  /** By key alone. */
  private static void switchIt(Locator card, boolean on) {
    Locator box = card.getByRole(AriaRole.SWITCH);
    box.press("Space");
    assertThat(box).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(on));
    assertThat(card.getByRole(AriaRole.STATUS)).containsText(on ? "starts" : "suggestions go");
  }

  /** What a plugin brings is shown, though it cannot run. */
  private static void declared(Desk keeper) {
    Locator quantities = open(keeper, "quantities");
    assertThat(quantities.locator(".plugin-state")).containsText("refused");
    assertThat(quantities).containsText("Rate of duty");
    assertThat(quantities).containsText("TEI <measure type=\"weight\">");
    assertThat(keeper.textbox("Units of weight")).hasValue("兩");
    looked(keeper, "administrator");
  }

  /** Its kinds are there to annotate with, in its colours, and come out as it says. */
  private static void annotated(Desk lin) throws IOException {
    lin.putCursorBefore("第三条");
    lin.select("第三条");
    lin.page()
        .getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Annotate the selection"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More kinds"))
        .click();
    lin.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Measure")).click();
    assertThat(lin.page().locator(".annotation.hue-teal", hasText("第三条"))).isVisible();
    assertThat(lin.state()).hasText("Saved");
    lin.show("Legend");
    assertThat(lin.page().locator(".legend-kinds").first()).containsText("Rate of duty");
    looked(lin, "legend");
    String address = "/api/documents/" + OFFICE.treaty() + "/export?format=tei";
    Download file =
        lin.page()
            .waitForDownload(
                () -> lin.page().evaluate("address => { location.href = address; }", address));
    assertThat(Files.readString(file.path()))
        .containsPattern("<measure [^>]*type=\"weight\">第三条</measure>");
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  /** Two versions side by side, and one of them goes again. */
  private static void second(Desk keeper) {
    keeper.choice("Plugin").selectOption("Quantities");
    Locator making =
        keeper
            .page()
            .locator("section", new Page.LocatorOptions().setHas(keeper.heading("New instance")));
    making.locator("select").last().selectOption("1.0.0");
    button(making, "Make instance").click();
    Locator second = card(keeper, "quantities-2");
    assertThat(second).containsText("version 1.0.0");
    assertThat(card(keeper, "quantities")).containsText("version 1.1.0");
    button(second, "Remove…").click();
    keeper.button("Remove").click();
    assertThat(second).hasCount(0);
    assertThat(card(keeper, "quantities")).isVisible();
  }

  /** Who is no administrator reads, and changes nothing. */
  private static void read(Desk lin) {
    lin.button("Run plugin").click();
    lin.page().getByText("About the plugins…").click();
    Locator variants = open(lin, "variants");
    assertThat(variants.locator(".setting-values")).containsText("replace");
    assertThat(variants.getByRole(AriaRole.SWITCH)).hasCount(0);
    assertThat(lin.button("Make instance")).hasCount(0);
    looked(lin, "reader");
  }

  private static void looked(Desk desk, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Axe.assertNoSeriousViolation(desk.page());
      for (int wide : new int[] {600, 1300}) {
        desk.page().setViewportSize(wide, 900);
        String file =
            "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT), wide);
        desk.page()
            .screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(file)));
        int drawn = (Integer) desk.page().evaluate("() => document.documentElement.scrollWidth");
        assertThat(drawn).as(name + " at " + wide + " px").isLessThanOrEqualTo(wide);
      }
    }
  }
}
