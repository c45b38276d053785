package org.dianjiao.plugin;

import java.util.Locale;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.Refusal;

/** Looking at texts with one plugin: what is asked, and what is answered. Pure but for the call. */
final class AnalysisDesk {

  private final String version;
  private final AnalysisCheck check;

  /** A desk for a version of a plugin. */
  AnalysisDesk(String version, AnalysisCheck check) {
    this.version = version;
    this.check = check;
  }

  /**
   * Refuses what is not to be asked at all.
   *
   * @throws Refusal when the focus or an annotation does not fit the text
   */
  void admit(AnalyzeText command) {
    try {
      request(command, Cancellation.NEVER);
    } catch (IllegalArgumentException fault) {
      throw new Refusal(FailureCode.MALFORMED, fault.getMessage());
    }
  }

  /** Asks, on a thread of the plugin. */
  TextAnalyzed answer(Analyzer analyzer, AnalyzeText command, Cancellation cancellation)
      throws Exception {
    Analysis analysis = analyzer.analyze(request(command, cancellation));
    check.check(analysis, command.text());
    return new TextAnalyzed(command.revision(), version, analysis.covered(), analysis.proposals());
  }

  private static AnalysisRequest request(AnalyzeText command, Cancellation cancellation) {
    return new AnalysisRequest(
        command.text(),
        command.focus(),
        command.revision(),
        Locale.forLanguageTag(command.language()),
        command.annotations(),
        cancellation,
        command.project());
  }
}
