package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with an account at a real OpenID provider, on another site, in a real browser. */
class OpenIdFlowTest {

  private static final String SECRET = "a secret of two dozen letters";
  private static final Path PICTURES = Module.target().resolve("people");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;

  private static Provider provider;
  private static Product product;
  private static Team team;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    String address = "http://localhost:" + port;
    provider = new Provider(SECRET, address + "/api/openid/callback");
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    Path settings =
        Files.writeString(
            folder.resolve("dianjiao.yaml"),
            """
            openid:
              name: the library
              issuer: %s
              client-id: dianjiao
              client-secret-file: secret
              address: %s
            """
                .formatted(provider.issuer(), address));
    product = Product.startAt(port, folder.resolve("data"), "--config", settings.toString());
    team = Team.gather(product);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
  }

  /** Signs in on the provider's own pages and lets it tell our server. */
  private static void signsInThere(Desk desk, String name) {
    Page page = desk.page();
    page.waitForURL(Pattern.compile(Pattern.quote(provider.issuer()) + "/interaction/.*"));
    page.locator("input[name=login]").fill(name);
    page.locator("input[name=password]").fill("any");
    page.locator("button[type=submit]").click();
    page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Continue")).click();
  }

  private static void looked(Desk desk, String name) {
    Axe.assertNoSeriousViolation(desk.page());
    desk.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png")));
  }

  @Test
  void oneLinksAnAccountAndSignsInWithIt() {
    team.join("Lin", "annotator");
    Desk lin = CHROMIUM.desk(product.address(), "Lin", 1300, 900);
    lin.signIn(Team.PASSWORD);
    lin.page().navigate("/account");
    lin.button("Link your account there").click();
    signsInThere(lin, "lin-at-the-library");
    lin.page().waitForURL(Pattern.compile(".*/account\\?openid=linked"));
    assertThat(lin.page().getByText("Linked. You can sign in there from now on.")).isVisible();
    looked(lin, "openid-account");

    lin.button("Sign out").click();
    assertThat(lin.button("Sign in with the library")).isVisible();
    looked(lin, "openid-sign-in");
    lin.button("Sign in with the library").click();
    assertThat(lin.button("Sign out")).isVisible();
    assertThat(lin.page().locator(".own-name")).hasText("Lin");
    lin.open(team.document("無標點"));
  }

  @Test
  void nobodyComesInWhomTheProviderKnowsButWeDoNot() {
    Desk stranger = CHROMIUM.desk(product.address(), "stranger", 1300, 900);
    stranger.page().navigate("/sign-in");
    stranger.button("Sign in with the library").click();
    signsInThere(stranger, "stranger");
    assertThat(stranger.page().getByRole(AriaRole.ALERT)).containsText("Nobody here is linked");
    looked(stranger, "openid-refused");
    assertThat(stranger.page().context().cookies().stream())
        .noneMatch(cookie -> cookie.name.equals("dianjiao"));
  }

  @Test
  void aGuestJoinsWithAnAccountFromElsewhere() {
    Desk keeper = CHROMIUM.desk(product.address(), "Administrator", 1300, 900);
    keeper.signIn(Team.PASSWORD);
    keeper.page().navigate("/projects/" + team.project());
    // Lists that come in above push the button away from under the pointer.
    keeper.page().waitForLoadState(LoadState.NETWORKIDLE);
    keeper.button("Make link").click();
    assertThat(keeper.textbox("Link")).isVisible();
    String link = keeper.textbox("Link").inputValue();

    Desk guest = CHROMIUM.desk(product.address(), "guest", 1300, 900);
    guest.page().navigate(link);
    guest.button("Join with the library").click();
    signsInThere(guest, "xu");
    assertThat(guest.page().locator(".own-name")).hasText("xu of the provider");
    assertThat(guest.page().locator(".line-facts")).containsText("Annotator");
    guest.page().navigate("/account");
    assertThat(guest.page().getByText("Choose a password")).isVisible();
    assertThat(guest.textbox("E-mail (optional, for news about your work)"))
        .hasValue("xu@example.org");
    guest.button("Take the link away").click();
    assertThat(guest.page().getByRole(AriaRole.ALERT)).containsText("only way in");
  }
}
