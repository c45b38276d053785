package org.dianjiao.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for the tests of a class; every desk in it has cookies and storage of its own. When a
 * test fails, pictures of its desks are left in {@code target/failed}.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MS = 20_000;

  private final List<Desk> desks = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext tests) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(Module.browser()).setArgs(FLAGS));
  }

  /** A browser window of somebody's own. */
  Desk desk(URI address, String name) {
    return desk(address, name, 1440, 900);
  }

  Desk desk(URI address, String name, int width, int height) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(address.toString())
                    .setViewportSize(width, height)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB"))
            .newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    Desk desk = new Desk(page, name);
    desks.add(desk);
    return desk;
  }

  /**
   * The window of a browser of its own, which finds again in its folder what it left there. It is
   * closed by closing the desk, as if its power went.
   */
  Desk deskWithFolder(URI address, String name, Path folder) {
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                folder,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Module.browser())
                    .setArgs(FLAGS)
                    .setBaseURL(address.toString())
                    .setViewportSize(1180, 760)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB"));
    Page page = context.pages().get(0);
    page.setDefaultTimeout(PATIENCE_MS);
    Desk desk = new Desk(page, name);
    desks.add(desk);
    return desk;
  }

  /** Ends a browser before its test does. */
  void end(Desk desk) {
    desks.remove(desk);
    desk.close();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      desks.forEach(desk -> keep(desk, test.getRequiredTestMethod().getName()));
    }
    desks.forEach(Desk::close);
    desks.clear();
  }

  private static void keep(Desk desk, String test) {
    desk.picture(Module.target().resolve("failed").resolve(test + "-" + desk.name() + ".png"));
    desk.faults().seen().forEach(fault -> System.err.println(desk.name() + ": " + fault));
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    playwright.close();
  }
}
