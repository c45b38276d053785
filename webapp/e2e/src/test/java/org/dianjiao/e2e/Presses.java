package org.dianjiao.e2e;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * How long the page took to show what presses of a key did: until the second frame after each.
 *
 * @param millis one for each press
 */
record Presses(List<Double> millis) {

  private static final int TIMES = 30;

  private static final String PRESSED =
      """
      async ({at, key, times}) => {
        const took = [];
        const frame = () => new Promise(next => requestAnimationFrame(next));
        for (let i = 0; i < times; i++) {
          const start = performance.now();
          const pressed = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true});
          document.querySelector(at).dispatchEvent(pressed);
          await frame();
          await frame();
          took.push(performance.now() - start);
        }
        return took;
      }""";

  /** Presses a key so often, each at what the selector then finds. */
  @SuppressWarnings("unchecked") // what a page answers with has no type
  static Presses of(Page page, String at, String key) {
    Object took = page.evaluate(PRESSED, Map.of("at", at, "key", key, "times", TIMES));
    return new Presses(((List<Number>) took).stream().map(Number::doubleValue).toList());
  }

  double median() {
    return millis.stream().sorted().toList().get(millis.size() / 2);
  }

  @Override
  public String toString() {
    double most = millis.stream().mapToDouble(time -> time).max().orElseThrow();
    return "%.0f (at most %.0f)".formatted(median(), most);
  }
}
