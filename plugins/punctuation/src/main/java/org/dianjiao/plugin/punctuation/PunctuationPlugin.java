package org.dianjiao.plugin.punctuation;

import java.io.IOException;
import java.nio.file.Path;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ModelFile;

/** Suggests modern punctuation marks for Classical Chinese text. */
public final class PunctuationPlugin implements Plugin {

  /** Makes the plugin; nothing is read yet. */
  public PunctuationPlugin() {}

  /**
   * Reads the model and makes an analyzer.
   *
   * @throws IOException when a data file cannot be read
   */
  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Path data = context.dataDirectory();
    return new PunctuationAnalyzer(
        ModelFile.read(data.resolve("model.bin")),
        CharacterTable.read(data.resolve("t2s-chars.tsv")),
        context.settings().number("min-confidence"));
  }
}
