package org.dianjiao.plugin.punctuation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.plugin.punctuation.density.Density;
import org.dianjiao.plugin.punctuation.learn.Learner;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.ModelFile;
import org.dianjiao.plugin.punctuation.model.NetworkFile;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/** Suggests modern punctuation marks for Classical Chinese text. */
public final class PunctuationPlugin implements Plugin {

  /** Makes the plugin; nothing is read yet. */
  public PunctuationPlugin() {}

  /**
   * Reads the models and makes an analyzer.
   *
   * @throws IOException when a data file cannot be read
   */
  @Override
  public Analyzer start(PluginContext context) throws IOException {
    Path data = context.dataDirectory();
    PunctuationModel model =
        NetworkFile.read(data.resolve("network.bin"), ModelFile.read(data.resolve("model.bin")));
    CharacterTable table = CharacterTable.read(data.resolve("t2s-chars.tsv"));
    Settings settings = context.settings();
    return new LearningAnalyzer(
        new Learner(
            model, settings.number("min-confidence"), context.stateDirectory(), context.logger()),
        table,
        learned -> new PunctuationAnalyzer(table, parts(learned, settings)),
        settings.flag("learning"));
  }

  /** The parts that the settings ask for. */
  static List<Proposer> parts(PunctuationModel model, Settings settings) {
    String mode = settings.string("mode");
    return switch (mode) {
      case "punctuate" ->
          List.of(
              new Punctuator(
                  model,
                  settings.number("min-confidence"),
                  Density.of(settings.string("density"))));
      case "proofread" ->
          List.of(new Proofreader(model, Density.of(settings.string("density")), Doubts.USUAL));
      default ->
          throw new IllegalArgumentException(
              "mode \"" + mode + "\" is none of punctuate, proofread");
    };
  }
}
