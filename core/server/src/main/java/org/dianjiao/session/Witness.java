package org.dianjiao.session;

import io.vertx.core.Future;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Subject;

/** Sees what is asked over sockets and has to be remembered. Called on event loops. */
public interface Witness {

  /**
   * Somebody at a socket.
   *
   * @param address of the network that the connection comes from
   */
  record Caller(Subject subject, String address) {}

  /**
   * Something was not done. Returns at once.
   *
   * @param asked all that the frame asked for
   * @param code why
   */
  void refused(Caller caller, Set<Operation> asked, String document, FailureCode code);

  /**
   * Somebody is about to be shown a document. Completes when it is written down, where it has to
   * be; fails when it cannot be, and then nothing is shown.
   */
  Future<Void> opening(Caller caller, String project, String document);
}
