package org.dianjiao.web;

import io.vertx.core.Future;
import java.util.List;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.bus.WholeText;
import org.dianjiao.limits.Limits;
import org.dianjiao.review.Markings;
import org.dianjiao.storage.Database;
import org.dianjiao.suggestion.BestEdits;

/** The marks that a plugin would set on a text that has none. */
final class PluginMarks {

  private final PluginClient plugins;
  private final Database database;
  private final Limits limits;
  private final Reply reply;

  PluginMarks(PluginClient plugins, Database database, Limits limits, Reply reply) {
    this.plugins = plugins;
    this.database = database;
    this.limits = limits;
    this.reply = reply;
  }

  /** What it would set, and in which version. */
  record Found(PluginDescribed plugin, Markings markings) {}

  /**
   * Asks, window after window.
   *
   * @param document whose text it is
   * @param annotations of the text without marks
   */
  Future<Found> on(String document, String plugin, String bare, List<Marked> annotations) {
    if (bare.length() > limits.comparedUnits()) {
      throw new IllegalArgumentException(
          "%d units without marks; %d at most are compared: select a part, or use dianjiao agreement"
              .formatted(bare.length(), limits.comparedUnits()));
    }
    return plugins
        .describe(plugin)
        .map(PluginMarks::required)
        .compose(described -> consented(document, described))
        .compose(
            described ->
                new WholeText(
                        plugins,
                        described,
                        AnalyzeText.LANGUAGE,
                        limits.focusUnits(),
                        bare,
                        annotations)
                    .analyze()
                    .map(said -> new Found(described, Markings.of(bare, BestEdits.of(said)))));
  }

  private static PluginDescribed required(PluginDescribed plugin) {
    if (!plugin.isStarted()) {
      throw new Refusal(
          FailureCode.PLUGIN_UNAVAILABLE,
          "plugin %s is %s: %s".formatted(plugin.id(), plugin.state(), plugin.reason()));
    }
    return plugin;
  }

  private Future<PluginDescribed> consented(String document, PluginDescribed plugin) {
    String there = plugin.destination();
    return there.isEmpty()
        ? Future.succeededFuture(plugin)
        : reply
            .blocking(() -> database.consents().covers(document, plugin.id(), there))
            .map(
                covers -> {
                  if (!covers) {
                    throw Refusal.withoutConsent(plugin.id(), there);
                  }
                  return plugin;
                });
  }
}
