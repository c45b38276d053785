package org.dianjiao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the first person does with a product that was just installed. */
class FirstStartTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void leadsFromThePrintedAddressToAnImportedText(@TempDir Path data) {
    try (Product product = Product.start(data, "--no-demo")) {
      Desk desk = CHROMIUM.desk(product.address(), "Guo Songtao");
      makesTheFirstAccount(desk, product.setupToken());
      signsInWithTheRightPasswordOnly(desk);
      makesAProject(desk);
      importsText(desk);
    }
  }

  private static void makesTheFirstAccount(Desk desk, String token) {
    desk.page().navigate("/setup?token=" + token);
    assertThat(desk.textbox("Token from the console")).hasValue(token);
    desk.textbox("Name").fill(desk.name());
    desk.textbox("Password").fill(Team.PASSWORD);
    Axe.assertNoSeriousViolation(desk.page());
    desk.button("Make the account").click();
    assertThat(desk.button("Sign out")).isVisible();

    desk.page().navigate("/setup?token=" + token);
    assertThat(desk.page().getByText("This server is set up already.")).isVisible();
  }

  private static void signsInWithTheRightPasswordOnly(Desk desk) {
    desk.button("Sign out").click();
    desk.textbox("Name").fill(desk.name());
    desk.textbox("Password").fill("a wrong password");
    desk.button("Sign in").click();
    assertThat(desk.page().getByRole(AriaRole.ALERT)).containsText("password");
    Axe.assertNoSeriousViolation(desk.page());
    desk.textbox("Password").fill(Team.PASSWORD);
    desk.button("Sign in").click();
    assertThat(desk.button("Sign out")).isVisible();
  }

  private static void makesAProject(Desk desk) {
    desk.page().navigate("/");
    desk.textbox("Name of the project").fill("使西紀程");
    Axe.assertNoSeriousViolation(desk.page());
    desk.button("Create project").click();
    assertThat(desk.heading("使西紀程")).isVisible();
  }

  private static void importsText(Desk desk) {
    desk.textbox("Title").fill("卷上");
    desk.textbox("…or paste the text").fill("光緒二年\n十月\u0007十七日");
    desk.button("Import").click();
    assertThat(desk.page().getByRole(AriaRole.ALERT)).containsText("line 2, column 3");
    Axe.assertNoSeriousViolation(desk.page());

    desk.textbox("…or paste the text").fill("光緒二年\n十月十七日");
    desk.button("Import").click();
    assertThat(desk.heading("卷上")).isVisible();
    assertThat(desk.page().locator(".cm-line")).containsText(new String[] {"光緒二年", "十月十七日"});
    desk.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projects"))
        .first()
        .click();
    assertThat(desk.heading("使西紀程")).isVisible();
  }
}
