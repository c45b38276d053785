package org.dianjiao.exchange;

import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.json.Json;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.storage.NewEntry;
import org.dianjiao.text.ChangeSet;

/**
 * What a log row keeps of a change besides its columns, as JSON. Format 1.
 *
 * @param changes of the text
 * @param effects besides
 */
public record Operation(ChangeSet changes, List<Effect> effects) {

  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** The row for a change. */
  public static NewEntry entry(Logged logged) {
    Change change = logged.change();
    return new NewEntry(
        change.revision(),
        change.author(),
        change.client(),
        change.sequence(),
        FORMAT,
        Json.text(new Operation(change.changes(), change.effects())),
        logged.hash(),
        change.at());
  }

  /**
   * The change of a row.
   *
   * @throws IllegalStateException when the row is in another format
   */
  public static Logged read(LogEntry entry) {
    if (entry.format() != FORMAT) {
      throw new IllegalStateException(
          "revision %d is written in format %d; this version reads %d"
              .formatted(entry.revision(), entry.format(), FORMAT));
    }
    Operation operation = Json.read(entry.op(), Operation.class);
    Change change =
        new Change(
            entry.revision(),
            entry.author(),
            entry.client(),
            entry.sequence(),
            operation.changes(),
            operation.effects(),
            entry.at());
    return new Logged(change, entry.opHash());
  }
}
