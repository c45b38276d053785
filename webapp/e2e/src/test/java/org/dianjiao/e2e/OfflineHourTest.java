package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody loses the network, types on, closes the browser, and comes back after others have worked
 * and the server was killed. What it looks like is left in {@code target/offline}, numbered.
 */
class OfflineHourTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Path PICTURES = Module.target().resolve("offline");

  @TempDir static Path data;
  @TempDir static Path browser;
  private static Product product;
  private static Cable cable;
  private static Team team;
  private int pictures;

  @BeforeAll
  static void start() throws IOException {
    product = Product.start(data);
    cable = Cable.to(product.address());
    team = Team.gather(product);
    team.join("Lin", "editor");
    team.join("Bao", "editor");
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() throws IOException {
    cable.close();
    product.close();
  }

  @Test
  void healsAnHourWithoutNetworkAcrossTheEndOfTheBrowserAndOfTheServer() {
    String document = team.document("無標點");
    Desk lin = sitDown(document);
    lin.putCursorBefore("此后除两国旱路");
    lin.type("〔校〕");
    Desk bao = CHROMIUM.desk(product.address(), "Bao", 1180, 760);
    bao.signIn(Team.PASSWORD);
    bao.open(document);
    bao.putCursorBefore("嗣后陆路前定");
    bao.type("〔包〕");
    assertThat(lin.passage("〔包〕嗣后陆路前定").first()).isVisible();
    assertThat(lin.page().locator(".others-name")).isInViewport();
    assertThat(lin.state()).hasText("Saved");
    lin.page().mouse().move(0, 0);
    picture(lin);

    cable.pull();
    lin.faults().expectOutage();
    assertThat(lin.state()).containsText("Offline");
    lin.type("此條");
    lin.type("專言");
    lin.type("海口");
    lin.select("上海");
    lin.annotate("Place")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tag without a link"))
        .click();
    lin.putCursorAfter("一律照办");
    lin.type("也已");
    assertThat(lin.state()).hasText("Offline, 5 changes kept here");
    lin.page().mouse().move(0, 0);
    picture(lin);
    CHROMIUM.end(lin);

    bao.putCursorBefore("此后除两国旱路");
    bao.type("按");
    bao.putCursorAfter("一律照办");
    bao.type("矣");
    bao.select("货物并本银");
    bao.type("貨物並本銀");
    assertThat(bao.state()).hasText("Saved");
    bao.page().mouse().move(0, 0);
    picture(bao);
    bao.faults().expectOutage();
    product.kill();
    product.launchAgain();
    product.awaitReady();
    assertThat(bao.state()).hasText("Saved");

    cable.plug();
    Desk back = CHROMIUM.deskWithFolder(cable.address(), "Lin", browser);
    back.page().navigate("/");
    Locator waiting =
        back.page()
            .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Not saved yet"));
    assertThat(waiting).containsText("5 changes not saved");
    assertThat(back.page().getByText("Demo")).isVisible();
    picture(back);
    waiting.getByRole(AriaRole.LINK).click();
    assertThat(back.passage("此條專言海口").first()).isVisible();
    assertThat(back.state()).hasText("Saved");
    assertThat(back.passage("此條專言海口").locator(".annotation.kind-place")).hasText("上海");
    back.putCursorBefore("此條專言海口");
    back.page().mouse().move(0, 0);
    assertThat(bao.passage("此條專言海口").locator(".annotation.kind-place")).hasText("上海");
    bao.putCursorAfter("貨物並本銀");
    bao.page().mouse().move(0, 0);
    assertThat(bao.page().locator(".others-name")).isInViewport();
    assertThat(bao.state()).hasText("Saved");
    picture(back);
    picture(bao);

    String text = export(document);
    assertThat(text).contains("按").contains("貨物並本銀");
    for (String once : new String[] {"〔校〕", "〔包〕", "此條專言海口", "也已", "矣"}) {
      assertThat(text.split(once, -1)).as(once).hasSize(2);
    }
    assertThat(back.text()).isEqualTo(text);
    assertThat(bao.text()).isEqualTo(text);
    assertThat(back.faults().seen()).isEmpty();
    assertThat(bao.faults().seen()).isEmpty();
    losesTheRightToWriteMeanwhile(back, bao, document);
  }

  /** The second hour: what cannot be saved any more becomes a draft, and can be applied later. */
  private void losesTheRightToWriteMeanwhile(Desk lin, Desk bao, String document) {
    cable.pull();
    lin.faults().expectOutage();
    assertThat(lin.state()).containsText("Offline");
    lin.select("通商处所");
    lin.type("通商之處");
    assertThat(lin.state()).hasText("Offline, 1 change kept here");
    team.setRole("Lin", "viewer");
    bao.putCursorBefore("按");
    bao.type("又");
    assertThat(bao.state()).hasText("Saved");
    cable.plug();
    assertThat(lin.state()).hasText("Read only: viewers do not edit");
    assertThat(lin.message()).containsText("It is kept as a draft.");
    lin.button("Show drafts").click();
    Locator draft = lin.page().getByRole(AriaRole.ARTICLE);
    assertThat(draft.locator("del")).hasText("通商处所");
    assertThat(draft.locator("ins")).hasText("通商之處");
    assertThat(lin.button("Apply")).isDisabled();
    assertThat(lin.passage("通商处所").first()).isVisible();
    picture(lin);
    Axe.assertNoSeriousViolation(lin.page());
    signsOutAndFindsTheDraftAgain(lin, document);

    team.setRole("Lin", "editor");
    assertThat(lin.state()).hasText("Saved");
    lin.button("Apply").click();
    assertThat(lin.passage("通商之處").first()).isVisible();
    assertThat(lin.page().getByRole(AriaRole.ARTICLE)).hasCount(0);
    assertThat(lin.state()).hasText("Saved");
    picture(lin);
    assertThat(export(document)).contains("通商之處");
  }

  /** Somebody else at the same browser sees nothing of it. */
  private void signsOutAndFindsTheDraftAgain(Desk lin, String document) {
    lin.page().navigate("/");
    lin.button("Sign out").click();
    Locator question = lin.page().getByRole(AriaRole.ALERTDIALOG);
    assertThat(question).containsText("1 draft");
    picture(lin);
    lin.button("Sign out, keep it here").click();
    assertThat(lin.button("Sign in")).isVisible();

    Desk guest = new Desk(lin.page(), "Bao");
    guest.signIn(Team.PASSWORD);
    guest.open(document);
    assertThat(lin.page().getByRole(AriaRole.ARTICLE)).hasCount(0);
    assertThat(tab(lin)).hasCount(0);
    lin.page().navigate("/");
    lin.button("Sign out").click();
    assertThat(lin.button("Sign in")).isVisible();

    lin.signIn(Team.PASSWORD);
    lin.page().navigate("/documents/" + document);
    assertThat(tab(lin)).isVisible();
    tab(lin).click();
  }

  private static Locator tab(Desk lin) {
    return lin.page()
        .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("Drafts")));
  }

  private static Desk sitDown(String document) {
    Desk desk = CHROMIUM.deskWithFolder(cable.address(), "Lin", browser);
    desk.signIn(Team.PASSWORD);
    desk.open(document);
    return desk;
  }

  private static String export(String document) {
    return team.administrator().text("/api/documents/" + document + "/export?format=text");
  }

  private void picture(Desk desk) {
    desk.picture(PICTURES.resolve("%02d.png".formatted(++pictures)));
  }
}
