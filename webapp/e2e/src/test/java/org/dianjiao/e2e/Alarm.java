package org.dianjiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Watches a window for scripts and markup that came in as text: what a payload calls, what the
 * page's policy had to stop, what opens by itself, elements that are there though nobody made them,
 * and links that lead elsewhere than to pages.
 */
final class Alarm {

  private static final String BELL =
      """
      globalThis.alarm = number => console.error("alarm: payload " + number + " ran");
      document.addEventListener("securitypolicyviolation", broken =>
          console.error("alarm: policy " + broken.effectiveDirective + " " + broken.blockedURI
              + " " + broken.sample));
      """;

  private static final String INTRUDERS =
      """
      () => [...document.querySelectorAll("[data-hostile]")].map(found => found.outerHTML)""";

  private static final String WRONG_LINKS =
      """
      () => [...document.querySelectorAll("a[href], area[href], svg a, form[action]")].filter(link => {
        const address = new URL(link.href ?? link.action, location.href);
        const away = address.origin !== location.origin;
        return !/^https?:$/.test(address.protocol)
            || away && !/noopener|noreferrer/.test(link.rel);
      }).map(link => link.outerHTML)""";

  private static final String SHOWN =
      """
      () => document.body.innerText + [...document.querySelectorAll("input, textarea")]
          .map(field => field.value).join("\\n")""";

  private final Page page;
  private final List<String> rung = new CopyOnWriteArrayList<>();

  private Alarm(Page page) {
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.text().startsWith("alarm:") || message.text().contains("Security Policy")) {
            rung.add(message.text());
          }
        });
    page.onDialog(
        dialog -> {
          rung.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(opened -> rung.add("a window: " + opened.url()));
  }

  /** Watches a window from its next page on. */
  static Alarm in(Page page) {
    page.addInitScript(BELL);
    return new Alarm(page);
  }

  /** What was heard so far. */
  List<String> rung() {
    return List.copyOf(rung);
  }

  /** What was heard since it was asked last. */
  List<String> takeRung() {
    List<String> taken = rung();
    rung.clear();
    return taken;
  }

  /**
   * Holds that this text is shown, letter by letter, and that neither it nor any other did
   * anything.
   */
  void silentAt(String where, String text) {
    assertThat((String) page.evaluate(SHOWN)).as("what is shown in " + where).contains(text);
    silentAt(where);
  }

  /** Holds that nothing did anything. */
  void silentAt(String where) {
    assertThat((List<?>) page.evaluate(INTRUDERS)).as("elements in " + where).isEmpty();
    assertThat((List<?>) page.evaluate(WRONG_LINKS)).as("links in " + where).isEmpty();
    assertThat(rung).as("alarms in " + where).isEmpty();
  }
}
