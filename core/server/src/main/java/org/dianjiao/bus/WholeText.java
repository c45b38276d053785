package org.dianjiao.bus;

import io.vertx.core.Future;
import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.suggestion.AnalysisPlan;
import org.dianjiao.suggestion.AnalysisPlan.Window;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.suggestion.Suggestions;
import org.dianjiao.text.Text;

/**
 * Asks one analyzer about a whole text, window after window, as the owner of a document does when
 * the analyzer is switched on: the same windows, and each answer takes the place of what was said
 * before inside the range that it covers.
 */
public final class WholeText {

  private final PluginClient client;
  private final PluginDescribed plugin;
  private final String language;
  private final int focusUnits;
  private final Text text;
  private final List<Marked> annotations;
  private AnalysisPlan plan;
  private Suggestions suggestions = Suggestions.NONE;
  private int count;

  /**
   * A question that is put once.
   *
   * @param focusUnits the most units of one focus
   * @param annotations of the text, told with the windows that they lie in
   */
  public WholeText(
      PluginClient client,
      PluginDescribed plugin,
      String language,
      int focusUnits,
      String text,
      List<Marked> annotations) {
    this.client = client;
    this.plugin = plugin;
    this.language = language;
    this.focusUnits = focusUnits;
    this.text = Text.of(text);
    this.annotations = List.copyOf(annotations);
    this.plan = AnalysisPlan.CLEAN.with(List.of(new TextRange(0, text.length())));
  }

  /** Everything that is proposed, in the order of the places; ranges count in the whole text. */
  public Future<List<Proposal>> analyze() {
    return plan.next(text, plugin.before(), plugin.after(), focusUnits)
        .map(window -> ask(window).compose(v -> analyze()))
        .orElseGet(
            () ->
                Future.succeededFuture(
                    suggestions.list().stream().map(Suggestion::proposal).toList()));
  }

  private Future<Void> ask(Window window) {
    int start = window.text().start();
    AnalyzeText command =
        new AnalyzeText(
            text.slice(start, window.text().end()),
            window.focus().shift(-start),
            0,
            language,
            marked(window.text()));
    return client.analyze(plugin.id(), command).map(answer -> keep(window, answer));
  }

  private List<Marked> marked(TextRange window) {
    return annotations.stream()
        .filter(marked -> window.contains(marked.range()))
        .map(marked -> new Marked(marked.range().shift(-window.start()), marked.body()))
        .toList();
  }

  private Void keep(Window window, TextAnalyzed answer) {
    int start = window.text().start();
    Maker maker = new Maker.ByPlugin(plugin.id(), answer.version());
    List<Suggestion> fresh =
        answer.proposals().stream()
            .map(proposal -> proposal.at(proposal.range().shift(start)))
            .map(proposal -> place(proposal, maker))
            .toList();
    suggestions = suggestions.replace(plugin.id(), answer.covered().shift(start), fresh).all();
    plan = plan.without(window.focus());
    return null;
  }

  /** Its fingerprint is not needed: nobody has rejected anything here. */
  private Suggestion place(Proposal proposal, Maker maker) {
    String id = Integer.toString(count++);
    String surface = text.slice(proposal.range().start(), proposal.range().end());
    return Suggestion.of(id, maker, proposal, surface, id);
  }
}
