package org.dianjiao.bus;

import java.util.Map;
import java.util.Optional;
import org.dianjiao.bus.DocumentCommand.Selection;

/**
 * A command of a plugin that somebody gave, as a job keeps it.
 *
 * @param label of the command, for people
 * @param parameters all of them
 * @param selection empty when whole documents are meant
 */
public record CommandOrder(
    String command, String label, Map<String, Object> parameters, Optional<Selection> selection) {

  /**
   * What became of it on one document.
   *
   * @param units of its report
   * @param proposals that were offered
   */
  public record Found(int units, int proposals) {}
}
