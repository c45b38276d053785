package org.dianjiao.cli;

import java.time.Instant;
import org.dianjiao.audit.Event;
import org.dianjiao.audit.Outcome;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;

/**
 * What commands write into the audit log before they change something: whoever can run them is
 * nobody's account and comes from no address.
 */
final class AtTheConsole {

  private static final String DETAIL = "console";

  private AtTheConsole() {}

  /**
   * Says what is about to be done.
   *
   * @param thing id of the account or project that it is about
   * @throws org.dianjiao.storage.StorageException when that cannot be written
   */
  static void does(Database database, Operation operation, String thing) {
    database
        .audit()
        .append(new Event(Instant.now(), Outcome.ALLOWED, operation.word(), "", thing, "", DETAIL));
  }
}
