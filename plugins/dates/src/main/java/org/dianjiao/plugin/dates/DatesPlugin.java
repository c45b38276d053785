package org.dianjiao.plugin.dates;

import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.calendar.Reigns;

/** Starts analyzers that share the tables of the calendar. */
public final class DatesPlugin implements Plugin {

  /** Made by the service loader. */
  public DatesPlugin() {}

  @Override
  public Analyzer start(PluginContext context) {
    // reads the tables: not within the time of the first question
    Reigns.all();
    return new DatesAnalyzer(context.settings().number("min-confidence"));
  }
}
