package org.dianjiao.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.bus.InstalledPlugin;
import org.dianjiao.exchange.TeiKinds;

/** How kinds of annotations that plugins declare are exported. */
public final class DeclaredKinds {

  private DeclaredKinds() {}

  /**
   * Of what is installed, whether it runs or not: annotations outlive the plugin that made them.
   * When two declare a kind, the plugin that comes first, in its newest version, decides.
   */
  public static TeiKinds of(List<InstalledPlugin> installed) {
    Map<String, TeiKinds.Element> elements = new HashMap<>();
    for (InstalledPlugin plugin : installed) {
      for (InstalledPlugin.Kind kind : plugin.annotations()) {
        kind.tei()
            .ifPresent(
                tei ->
                    elements.putIfAbsent(
                        kind.kind(), new TeiKinds.Element(tei.element(), tei.type())));
      }
    }
    return new TeiKinds(elements);
  }
}
