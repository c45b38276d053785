package org.dianjiao.host;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.exchange.Logged;
import org.dianjiao.json.Json;

/**
 * As much of the log as one answer holds; whoever needs more asks again.
 *
 * @param changes at most so many
 * @param units of their JSON at most, but always one change
 */
record Page(int changes, int units) {

  /** The first of these changes. */
  List<Change> of(List<Logged> logged) {
    List<Change> page = new ArrayList<>();
    long room = units;
    for (Logged entry : logged.subList(0, Math.min(changes, logged.size()))) {
      room -= Json.text(entry.change()).length();
      if (room < 0 && !page.isEmpty()) {
        break;
      }
      page.add(entry.change());
    }
    return page;
  }
}
