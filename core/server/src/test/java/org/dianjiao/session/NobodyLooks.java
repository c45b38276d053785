package org.dianjiao.session;

import io.vertx.core.Future;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.people.Operation;

/** For tests that are about something else: remembers nothing. */
public final class NobodyLooks implements Witness {

  @Override
  public void refused(Caller caller, Set<Operation> asked, String document, FailureCode code) {}

  @Override
  public Future<Void> opening(Caller caller, String project, String document) {
    return Future.succeededFuture();
  }
}
