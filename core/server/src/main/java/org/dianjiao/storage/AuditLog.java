package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.audit.AuditEntry;
import org.dianjiao.audit.Event;

/** Who was let do what. It only grows; each row is tied to all before it by a hash. */
public interface AuditLog {

  /**
   * Writes an event down; when this returns it is on disk.
   *
   * @throws StorageException when it cannot be written; then what it is about must not be done
   */
  AuditEntry append(Event event);

  /**
   * What entries are wanted.
   *
   * @param since no older ones; empty for all
   * @param account only of who has this id; empty for all
   * @param operation only of this one; empty for all
   */
  record Wanted(Optional<Instant> since, Optional<String> account, Optional<String> operation) {

    /** All of them. */
    public static Wanted all() {
      return new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Entries, newest first.
   *
   * @param before only those with a smaller number
   * @param most how many
   */
  List<AuditEntry> read(Wanted wanted, long before, int most);

  /**
   * What a check found.
   *
   * @param entries that are in order
   * @param chain the hash at the last of them; kept elsewhere, it shows that a log was replaced
   * @param fault what is wrong behind them; empty when nothing is
   */
  record Report(long entries, String chain, Optional<String> fault) {}

  /**
   * Reads everything from the first entry on: numbers, hashes, and where the log ends.
   *
   * @param kept the hash at the last entry as an earlier check told it, from outside: the log has
   *     to lead there. Without it a log that was written anew as a whole, or cut with its end
   *     moved, passes.
   */
  Report verify(Optional<String> kept);
}
