package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How people come in, what they keep about themselves, and how they are shown out. */
class PeopleTest {

  private static final String FRESH = "another horse battery";
  private static final Path PICTURES = Module.target().resolve("people");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @RegisterExtension
  static final Office OFFICE = new Office(Map.of("Lin", "annotator", "Ren", "reviewer"));

  private static URI address() {
    return OFFICE.product().address();
  }

  private static Desk desk(String name) {
    return CHROMIUM.desk(address(), name, 1300, 900);
  }

  private static Desk administrator() {
    Desk desk = desk("Administrator");
    desk.signIn(Team.PASSWORD);
    return desk;
  }

  private static void looked(Desk desk, String name) {
    Axe.assertNoSeriousViolation(desk.page());
    desk.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-1300.png")));
    desk.page().setViewportSize(600, 900);
    desk.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-600.png")));
    int wide = (Integer) desk.page().evaluate("() => document.documentElement.scrollWidth");
    assertThat(wide).as(name + " at 600 px").isLessThanOrEqualTo(600);
    desk.page().setViewportSize(1300, 900);
  }

  /** The secret that is shown once. */
  private static String secret(Desk desk, String label) {
    Locator field = desk.textbox(label);
    assertThat(field).isVisible();
    return field.inputValue();
  }

  private static String project(Desk desk) {
    desk.page().navigate("/");
    return desk.page().locator(".line-title").first().getAttribute("href");
  }

  @Test
  void aGuestComesInByALinkAndTheNextOneDoesNot() {
    Desk keeper = administrator();
    keeper.page().navigate(project(keeper));
    keeper.textbox("For whom (only shown here)").fill("Xu, who reads proofs");
    keeper
        .page()
        .locator("section", new Page.LocatorOptions().setHas(keeper.heading("Invite by link")))
        .getByLabel("Role")
        .selectOption("reviewer");
    keeper.button("Make link").click();
    String link = secret(keeper, "Link");
    looked(keeper, "invitations");

    Desk xu = desk("Xu");
    xu.page().navigate(link);
    assertThat(xu.page().locator(".lead")).containsText("as reviewer");
    looked(xu, "invitation");
    xu.textbox("Name").fill("Xu");
    xu.textbox("Password (at least 12 characters)").fill(Team.PASSWORD);
    xu.button("Make the account and join").click();
    assertThat(xu.page().locator(".line-title")).hasCount(1);
    assertThat(xu.page().locator(".line-facts")).containsText("Reviewer");

    Desk late = desk("late");
    late.page().navigate(link);
    assertThat(late.page().getByRole(AriaRole.ALERT)).containsText("used already");

    keeper.page().reload();
    assertThat(keeper.page().getByText("used by Xu")).isVisible();
  }

  @Test
  void whoHasAnAccountJoinsWithIt() {
    Desk keeper = administrator();
    keeper.page().navigate("/");
    keeper.textbox("Name of the project").fill("海國圖志");
    keeper.button("Create project").click();
    assertThat(keeper.heading("海國圖志")).isVisible();
    keeper.button("Make link").click();
    String link = secret(keeper, "Link");

    Desk lin = desk("Lin");
    lin.page().navigate(link);
    lin.button("I have an account").click();
    lin.textbox("Name").fill("Lin");
    lin.textbox("Password").fill(Team.PASSWORD);
    lin.button("Sign in and join").click();
    assertThat(lin.heading("海國圖志")).isVisible();
  }

  @Test
  void oneKeepsNameColourAndPasswordByKeyAlone() {
    Desk ren = desk("Ren");
    ren.signIn(Team.PASSWORD);
    Desk elsewhere = desk("Ren");
    elsewhere.signIn(Team.PASSWORD);
    ren.page().navigate("/");
    assertThat(ren.heading("Projects").first()).isVisible();
    reach(ren, "Ren");
    ren.page().keyboard().press("Enter");
    assertThat(ren.heading("Account")).isVisible();
    assertThat(ren.page().getByText("this browser")).isVisible();
    assertThat(ren.page().getByText("Chrome on Linux")).hasCount(2);
    looked(ren, "account");

    reach(ren, "E-mail (optional, for news about your work)");
    ren.page().keyboard().type("ren@example.org");
    ren.page().keyboard().press("Enter");
    assertThat(ren.page().getByText("Saved.")).isVisible();

    reach(ren, "Old password");
    ren.page().keyboard().type(Team.PASSWORD);
    reach(ren, "New password (at least 12 characters)");
    ren.page().keyboard().type(FRESH);
    ren.page().keyboard().press("Enter");
    assertThat(ren.page().getByText("The password is changed.")).isVisible();
    assertThat(ren.page().getByText("Chrome on Linux")).hasCount(1);

    elsewhere.page().navigate("/");
    assertThat(elsewhere.button("Sign in")).isVisible();
    elsewhere.textbox("Name").fill("Ren");
    elsewhere.textbox("Password").fill(FRESH);
    elsewhere.button("Sign in").click();
    assertThat(elsewhere.button("Sign out")).isVisible();
  }

  /** Presses Tab until something with this name has the focus. */
  private static void reach(Desk desk, String name) {
    String focus =
        """
        () => {
          const at = document.activeElement;
          return at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "";
        }""";
    for (int i = 0; i < 80; i++) {
      desk.page().keyboard().press("Tab");
      if (name.equals(desk.page().evaluate(focus))) {
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + name);
  }

  @Test
  void aTokenIsShownOnceAndRevoked() {
    Desk lin = desk("Lin");
    lin.signIn(Team.PASSWORD);
    lin.page().navigate("/account");
    lin.textbox("What it is for").fill("concordance");
    lin.page().getByText("export this document").click();
    lin.page().getByText("export this document").click();
    lin.button("Make token").click();
    assertThat(secret(lin, "Token")).matches("dj_[A-Za-z0-9_-]{43}");
    assertThat(lin.page().getByText("never used")).isVisible();
    looked(lin, "token");
    lin.button("Revoke concordance").click();
    assertThat(lin.page().getByText("You have no tokens.")).isVisible();
  }

  @Test
  void anAdministratorSuspendsLetsInAgainAndGivesANewPassword() {
    OFFICE.team().join("Zhou", "annotator");
    Desk zhou = OFFICE.sitDown(desk("Zhou"));
    Desk keeper = administrator();
    keeper.page().navigate("/");
    keeper.button("Suspend Zhou").click();
    keeper.button("Suspend").click();
    assertThat(keeper.button("Let in again: Zhou")).isVisible();
    assertThat(zhou.state()).containsText(Pattern.compile("Signed out|not permitted|Read only"));
    looked(keeper, "accounts");
    keeper.button("Let in again: Zhou").click();
    keeper.button("Link to a new password for Zhou").click();
    String link = secret(keeper, "Link");

    Desk back = desk("Zhou");
    back.page().navigate(link);
    looked(back, "new-password");
    back.textbox("New password (at least 12 characters)").fill(FRESH);
    back.button("Set the password").click();
    assertThat(back.button("Sign out")).isVisible();
    back.open(OFFICE.treaty());
    assertThat(back.editor()).containsText("第三条");
  }

  @Test
  void onAComputerThatOthersUseNothingIsKept() throws IOException {
    OFFICE.team().join("Hu", "editor");
    try (Cable cable = Cable.to(address())) {
      atAComputerOfOthers(cable);
    }
  }

  private static void atAComputerOfOthers(Cable cable) {
    Desk hu = CHROMIUM.desk(cable.address(), "Hu", 1300, 900);
    hu.page().navigate("/sign-in");
    hu.textbox("Name").fill("Hu");
    hu.textbox("Password").fill(Team.PASSWORD);
    hu.page().getByText("Others use this computer too: keep nothing here").click();
    looked(hu, "public-computer");
    hu.button("Sign in").click();
    assertThat(hu.button("Sign out")).isVisible();
    assertThat(hu.page().context().cookies()).allMatch(cookie -> cookie.expires == -1);
    hu.open(OFFICE.treaty());
    cable.pull();
    hu.editor().click();
    hu.page().keyboard().press("Control+Home");
    hu.type("甲");
    assertThat(hu.state()).containsText("in this tab only: do not close it");
    Object kept =
        hu.page().evaluate("() => indexedDB.databases().then(all => all.map(one => one.name))");
    assertThat((List<?>) kept).isEmpty();
    cable.plug();
    assertThat(hu.state()).hasText("Saved");
  }
}
