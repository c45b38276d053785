package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Subject;
import org.dianjiao.storage.DocumentRow;

/**
 * A request that may be done: {@link Routes} found so before its handler saw it.
 *
 * @param operation what it asks for
 * @param subject who asks, a person or a program; empty when anybody may
 * @param project that the operation is about; empty when it is about the server
 * @param document that it is about; empty when about none
 */
record Admitted(
    Operation operation,
    Optional<Subject> subject,
    Optional<String> project,
    Optional<DocumentRow> document) {

  private static final String KEY = "dianjiao.admitted";

  /** Whose account it is that asks; empty when anybody may. */
  Optional<Account> account() {
    return subject.map(Subject::account);
  }

  /** Writes it on the request. */
  void on(RoutingContext request) {
    request.put(KEY, this);
  }

  /**
   * What was found for a request.
   *
   * @throws IllegalStateException when it did not come through {@link Routes}
   */
  static Admitted of(RoutingContext request) {
    Admitted admitted = request.get(KEY);
    if (admitted == null) {
      throw new IllegalStateException(request.normalizedPath() + " was not looked at");
    }
    return admitted;
  }
}
