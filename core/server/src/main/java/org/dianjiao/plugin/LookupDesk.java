package org.dianjiao.plugin;

import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.LookedUp;
import org.dianjiao.bus.Refusal;

/**
 * Looking something up in one plugin: what is asked, and what is answered. Pure but for the call.
 */
final class LookupDesk {

  private static final int MOST_ENTRIES = 100;

  private LookupDesk() {}

  /**
   * Refuses what is not to be asked at all.
   *
   * @throws Refusal without a word, or for too many entries
   */
  static void admit(LookUp command) {
    if (command.query().isBlank() || command.limit() < 1 || command.limit() > MOST_ENTRIES) {
      throw new Refusal(
          FailureCode.MALFORMED,
          "look up a word, and 1 to %d entries, not %d".formatted(MOST_ENTRIES, command.limit()));
    }
  }

  /** Asks, on a thread of the plugin. */
  static LookedUp found(Lookup lookup, LookUp command) throws Exception {
    List<Body.Identification> entries =
        lookup.lookup(command.query(), command.type(), command.limit());
    if (entries == null || entries.size() > command.limit()) {
      throw new WrongAnswer(
          "%d entries; %d were asked for"
              .formatted(entries == null ? 0 : entries.size(), command.limit()));
    }
    AnswerWords words = new AnswerWords();
    entries.forEach(words::check);
    return new LookedUp(List.copyOf(entries));
  }
}
