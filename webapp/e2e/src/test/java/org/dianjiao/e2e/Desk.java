package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody's browser window, and what one does and sees in it. */
final class Desk {

  private static final String COPY =
      """
      content => {
        const data = new DataTransfer();
        content.dispatchEvent(
            new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true}));
        return data.getData("text/plain");
      }""";

  /** Milliseconds; longer than the workspace's own pause and the drawing after it. */
  private static final double LISTS_FOLLOW_WITHIN = 1_000;

  /** A whole text, on a server that compiles lightly, beside another test. */
  private static final double PLUGIN_READS_WITHIN = 90_000;

  private final Page page;
  private final String name;
  private final Faults faults;

  Desk(Page page, String name) {
    this.page = page;
    this.name = name;
    this.faults = new Faults(page);
  }

  String name() {
    return name;
  }

  Page page() {
    return page;
  }

  Faults faults() {
    return faults;
  }

  void signIn(String password) {
    page.navigate("/sign-in");
    textbox("Name").fill(name);
    textbox("Password").fill(password);
    button("Sign in").click();
    assertThat(button("Sign out")).isVisible();
  }

  /** Opens a document and waits until it is there. */
  void open(String document) {
    page.navigate("/documents/" + document);
    assertThat(state()).hasText(Pattern.compile("^Saved$|^Read only: viewers"));
  }

  Locator editor() {
    return textbox("Text of the document");
  }

  /** The line that says whether all is saved. */
  Locator state() {
    return page.locator(".state-line");
  }

  Locator revision() {
    return page.locator(".revision");
  }

  Locator textbox(String label) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  Locator choice(String label) {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  Locator heading(String words) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  Locator suggestions() {
    return page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Suggestions"));
  }

  /** How many suggestions the filter shows, of how many. */
  Locator suggestionCount() {
    return page.locator(".review .list-head > span");
  }

  /**
   * Waits until the plugin that was run has looked at everything, and until the list, which follows
   * when there is a pause, says so; tells how many there are.
   */
  String awaitSuggestions() {
    assertThat(suggestionCount()).isVisible();
    assertThat(page.locator(".plugin-progress"))
        .hasText("", new LocatorAssertions.HasTextOptions().setTimeout(PLUGIN_READS_WITHIN));
    String before;
    String now = suggestionCount().innerText();
    do {
      before = now;
      page.waitForTimeout(LISTS_FOLLOW_WITHIN);
      now = suggestionCount().innerText();
    } while (!now.equals(before));
    return now;
  }

  Locator message() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Messages"))
        .getByRole(AriaRole.ALERT);
  }

  /** The passage (line of the text) that holds these words, when it is in sight. */
  Locator passage(String words) {
    return page.locator(".cm-line", new Page.LocatorOptions().setHasText(words));
  }

  void show(String panel) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(panel)).click();
  }

  /** Clicks before the first of these words that is in sight. */
  void putCursorBefore(String words) {
    Places.click(page, words, true);
  }

  void putCursorAfter(String words) {
    Places.click(page, words, false);
  }

  void select(String words) {
    putCursorBefore(words);
    for (int unit = 0; unit < words.codePointCount(0, words.length()); unit++) {
      page.keyboard().press("Shift+ArrowRight");
    }
  }

  /** Types at the cursor, as an input method commits. */
  void type(String words) {
    page.keyboard().insertText(words);
  }

  /** Types at the speed of a person. */
  void typeSlowly(String words, int millisecondsEach) {
    page.keyboard().type(words, new Keyboard.TypeOptions().setDelay(millisecondsEach));
  }

  /** Opens the form for annotating what is selected. */
  Locator annotate(String kind) {
    page.getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Annotate the selection"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(kind))
        .click();
    return page.getByRole(
        AriaRole.DIALOG,
        new Page.GetByRoleOptions().setName("Annotate as " + kind.toLowerCase(Locale.ROOT)));
  }

  void runPlugin(String plugin) {
    button("Run plugin").click();
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("On the whole document"))
        .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(plugin))
        .click();
  }

  /**
   * The whole text, as one gets it by selecting all of it and copying. The cursor is at the start
   * then.
   */
  String text() {
    editor().focus();
    page.keyboard().press("Control+A");
    String text = (String) editor().evaluate(COPY);
    page.keyboard().press("Control+Home");
    return text;
  }

  /** The lines of the panel of annotations: kind, text, details, who. */
  List<String> annotations() {
    show("Annotations");
    assertThat(page.locator(".annotation-list")).isVisible();
    return page.locator(".annotation-line").allInnerTexts();
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  void close() {
    page.context().close();
  }
}
