package org.dianjiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of what somebody sees, wide and narrow, light and dark, to be looked at. Whatever is
 * taken has to fit into its window and to keep nobody out.
 *
 * @param folder in {@code target}
 */
record Pictures(Path folder) {

  private static final int WIDE = 1300;
  private static final int NARROW = 600;
  private static final int HIGH = 900;

  /** A folder of that name. */
  static Pictures in(String folder) {
    return new Pictures(Module.target().resolve(folder));
  }

  /** Takes four of a page, which is wide and light afterwards. */
  void take(Desk desk, String name) {
    Page page = desk.page();
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Axe.assertNoSeriousViolation(page);
      for (int width : new int[] {NARROW, WIDE}) {
        page.setViewportSize(width, HIGH);
        String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(
            new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(file)));
        int drawn = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(drawn).as("%s at %d px".formatted(name, width)).isLessThanOrEqualTo(width);
      }
    }
  }
}
