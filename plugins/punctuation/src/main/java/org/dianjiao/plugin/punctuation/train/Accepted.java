package org.dianjiao.plugin.punctuation.train;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;

/** What a text becomes when somebody accepts what a plugin proposes. */
final class Accepted {

  private Accepted() {}

  /** The text with the best candidate of every proposal. */
  static String all(Analyzer analyzer, String text) throws IOException {
    StringBuilder accepted = new StringBuilder(text);
    List<Proposal> proposals = proposals(analyzer, text, new TextRange(0, text.length()));
    for (int i = proposals.size() - 1; i >= 0; i--) {
      TextRange range = proposals.get(i).range();
      Replace replace = (Replace) proposals.get(i).best().action();
      accepted.replace(range.start(), range.end(), replace.text());
    }
    return accepted.toString();
  }

  /** What is proposed in a part of a text, by place. */
  static List<Proposal> proposals(Analyzer analyzer, String text, TextRange focus)
      throws IOException {
    Locale language = Locale.forLanguageTag("lzh");
    try {
      return analyzer
          .analyze(new AnalysisRequest(text, focus, 0, language, List.of(), Cancellation.NEVER))
          .proposals();
    } catch (Exception e) {
      throw new IOException("the plugin failed on: " + text, e);
    }
  }
}
