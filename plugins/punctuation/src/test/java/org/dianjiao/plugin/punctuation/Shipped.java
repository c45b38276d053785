package org.dianjiao.plugin.punctuation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.punctuation.density.Density;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/** The model that is shipped, and questions to an analyzer over it. */
public final class Shipped {

  /** The model, read once. */
  public static final PunctuationModel MODEL = model();

  /** The table of simplified characters, read once. */
  public static final CharacterTable TABLE = table();

  static final PunctuationAnalyzer ANALYZER = analyzer(new Punctuator(MODEL, 0.5, Density.AUTO));

  private Shipped() {}

  /** An analyzer with one part. */
  static PunctuationAnalyzer analyzer(Proposer part) {
    return new PunctuationAnalyzer(TABLE, List.of(part));
  }

  private static PunctuationModel model() {
    try {
      return NetworkFile.read(
          Path.of("data/network.bin"), ModelFile.read(Path.of("data/model.bin")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CharacterTable table() {
    try {
      return CharacterTable.read(Path.of("data/t2s-chars.tsv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Proposal> proposals(String text) {
    return proposals(text, new TextRange(0, text.length()));
  }

  static List<Proposal> proposals(String text, TextRange focus) {
    return ANALYZER.analyze(request(text, focus)).proposals();
  }

  static AnalysisRequest request(String text, TextRange focus) {
    return new AnalysisRequest(
        text, focus, 0, Locale.forLanguageTag("lzh"), List.of(), Cancellation.NEVER);
  }

  /** The text with the best candidate of every proposal. */
  static String accept(String text, List<Proposal> proposals) {
    StringBuilder accepted = new StringBuilder(text);
    for (int i = proposals.size() - 1; i >= 0; i--) {
      Proposal proposal = proposals.get(i);
      Replace replace = (Replace) proposal.best().action();
      accepted.replace(proposal.range().start(), proposal.range().end(), replace.text());
    }
    return accepted.toString();
  }

  static String punctuate(String text) {
    return accept(text, proposals(text));
  }

  /** A text without marks, and without the spaces that stand for lost ones. */
  static String withoutMarks(String text) {
    return text.replaceAll("[，。、；：？！「」『』“”‘’《》 !〈〉]", "");
  }
}
