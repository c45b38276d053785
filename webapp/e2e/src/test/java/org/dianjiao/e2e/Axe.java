package org.dianjiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Looks for what keeps people with disabilities out, by axe-core. */
final class Axe {

  private static final String RUN =
      """
      async () => {
        const {violations} = await axe.run(document, {resultTypes: ["violations"]});
        return violations
          .filter(({impact}) => impact === "serious" || impact === "critical")
          .map(({id, impact, nodes}) =>
              `${impact} ${id}: ${nodes.map(node => node.html.slice(0, 200)).join(" | ")}`);
      }""";

  private Axe() {}

  static void assertNoSeriousViolation(Page page) {
    page.evaluate(Module.npm("axe-core/axe.min.js"));
    assertThat((List<?>) page.evaluate(RUN)).as("at " + page.url()).isEmpty();
  }
}
