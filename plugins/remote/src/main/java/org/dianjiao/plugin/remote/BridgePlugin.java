package org.dianjiao.plugin.remote;

import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.plugin.remote.form.Encoding;
import org.dianjiao.plugin.remote.http.HttpLine;
import org.dianjiao.plugin.remote.pipe.ProcessLine;

/** Starts analyzers whose code runs elsewhere. */
public final class BridgePlugin implements Plugin {

  @Override
  public Analyzer start(PluginContext context) throws Exception {
    Errand errand = Errand.read(context.settings().string(Errand.SETTING));
    Encoding encoding = errand.http().map(Errand.OverHttp::encoding).orElse(Encoding.UTF_16);
    Line line =
        errand.http().isPresent()
            ? new HttpLine(context, errand, errand.http().get())
            : new ProcessLine(context, errand, errand.process().orElseThrow());
    try {
      return new BridgedAnalyzer(line, encoding, errand.parameters()).able(line.open());
    } catch (Exception failure) {
      line.close();
      throw failure;
    }
  }
}
