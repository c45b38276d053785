package org.dianjiao.plugin.punctuation;

import java.util.Locale;
import java.util.function.Function;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.plugin.punctuation.learn.Learner;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * Proposes by the model as it was corrected in the project that a text belongs to, hears what was
 * decided there, and says or forgets what it has learned. When learning is switched off it proposes
 * by the model alone and hears nothing; what was learned before stays where it is.
 */
final class LearningAnalyzer implements Analyzer, Commands {

  private final Learner learner;
  private final DecisionReader decisions;
  private final Function<PunctuationModel, Analyzer> analyzers;
  private final Analyzer plain;
  private final boolean learns;

  /**
   * An analyzer that learns.
   *
   * @param analyzers makes an analyzer over a model
   * @param learns whether learning is switched on
   */
  LearningAnalyzer(
      Learner learner,
      CharacterTable table,
      Function<PunctuationModel, Analyzer> analyzers,
      boolean learns) {
    this.learner = learner;
    this.decisions = new DecisionReader(learner, table);
    this.analyzers = analyzers;
    this.plain = analyzers.apply(learner.model(""));
    this.learns = learns;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) throws Exception {
    return learns
        ? analyzers.apply(learner.model(request.project())).analyze(request)
        : plain.analyze(request);
  }

  @Override
  public void decided(Decision decision) {
    if (learns) {
      decisions.read(decision);
    }
  }

  @Override
  public CommandResult run(CommandRequest request) {
    String off = learns ? "" : "Learning is switched off in the settings of this plugin.\n\n";
    return CommandResult.said(
        switch (request.command()) {
          case "learned" -> off + learner.findings(request.project());
          case "forget" -> forget(request);
          default -> throw new IllegalArgumentException("no command \"" + request.command() + "\"");
        });
  }

  private String forget(CommandRequest request) {
    if (!request.parameters().flag("sure")) {
      return "Nothing was forgotten: tick “Yes, forget it” if you are sure.\n";
    }
    int forgotten = learner.forget(request.project());
    return forgotten == 0
        ? "There was nothing to forget.\n"
        : String.format(Locale.ROOT, "What %,d decisions taught is forgotten.%n", forgotten);
  }

  @Override
  public void close() {
    learner.close();
  }
}
