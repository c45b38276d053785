package org.dianjiao.job;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceMessage.StartTrial;
import org.dianjiao.bus.InstanceMessage.TrialStarted;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.comparison.Order.Side;
import org.dianjiao.comparison.Order.Trial;
import org.dianjiao.document.Document;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.suggestion.AnalysisPlan;
import org.dianjiao.suggestion.AnalysisPlan.Window;
import org.dianjiao.suggestion.Fingerprint;

/** One side of a comparison: an instance, or what is tried in its place. Used on one context. */
final class Opponent {

  private final Workshop shop;
  private final String job;
  private final Part part;
  private final Side side;

  Opponent(Workshop shop, String job, Part part, Side side) {
    this.shop = shop;
    this.job = job;
    this.part = part;
    this.side = side;
  }

  /** What it proposes. */
  record Answer(Document document, AnalyzeText question, int shift, TextAnalyzed analysis) {

    /** All of it, in the places of the document. */
    List<Proposal> proposals() {
      return analysis.proposals().stream()
          .map(proposal -> proposal.at(proposal.range().shift(shift)))
          .toList();
    }

    /**
     * What the document would offer of it, in a place that belongs to this focus and not to the
     * next: what was rejected before does not come back.
     */
    List<Proposal> offered(String instance) {
      TextRange focus = question.focus().shift(shift);
      boolean last = focus.end() == document.text().length();
      List<Proposal> offered = new ArrayList<>();
      for (Proposal proposal : analysis.proposals()) {
        Proposal placed = proposal.at(proposal.range().shift(shift));
        int start = placed.range().start();
        if (start >= focus.start()
            && (start < focus.end() || last)
            && !document.rejected(Fingerprint.of(instance, proposal, question.text()))) {
          offered.add(placed);
        }
      }
      return offered;
    }
  }

  /** The instance that it is, or would take the place of. */
  String instance() {
    return side.instance();
  }

  /**
   * Asks about a part of a document; how it is, and whether it may see the text, each time. It is
   * asked as about no project: what one side has learned there, the other has not.
   */
  Future<Answer> ask(Document document, TextRange focus) {
    return ready()
        .compose(
            plugin -> {
              Window window = window(document, focus, plugin);
              AnalyzeText question = AnalyzeText.about(document, window, "");
              return shop.plugins()
                  .analyze(plugin.id(), question)
                  .map(said -> new Answer(document, question, window.text().start(), said));
            });
  }

  private static Window window(Document document, TextRange focus, PluginDescribed plugin) {
    return AnalysisPlan.CLEAN
        .with(List.of(focus))
        .next(document.text(), plugin.before(), plugin.after(), Math.max(1, focus.length()))
        .orElseThrow();
  }

  private Future<PluginDescribed> ready() {
    return described()
        .map(this::required)
        .compose(
            plugin ->
                shop.consented(part.document(), side.instance(), plugin).map(nothing -> plugin));
  }

  private Future<PluginDescribed> described() {
    Optional<Trial> trial = side.trial();
    return trial.isEmpty()
        ? shop.plugins().describe(side.instance())
        : shop.instances()
            .start(
                new StartTrial(
                    job,
                    part.number(),
                    side.instance(),
                    trial.get().version(),
                    trial.get().sha256(),
                    trial.get().settings()))
            .map(TrialStarted::plugin);
  }

  private PluginDescribed required(PluginDescribed plugin) {
    if (!plugin.isStarted()) {
      throw new Refusal(
          FailureCode.PLUGIN_UNAVAILABLE,
          "%s %s is %s: %s"
              .formatted(side.instance(), plugin.version(), plugin.state(), plugin.reason()));
    }
    if (!plugin.configured().equals(side.configured())) {
      throw new Refusal(
          FailureCode.PLUGIN_UNAVAILABLE,
          side.instance() + " was changed since the comparison began; begin it anew");
    }
    return plugin;
  }
}
