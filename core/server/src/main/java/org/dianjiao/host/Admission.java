package org.dianjiao.host;

import io.vertx.core.Future;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEvent.MembersChanged;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may do what in one open document now: members are read again when rights have changed. */
final class Admission {

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final String document;
  private final Surroundings around;
  private final Ledger ledger;
  private final Owner owner;
  private final Strangers strangers;
  private Members members;

  /** Begins with members who were read when the document was opened. */
  Admission(String document, Surroundings around, Ledger ledger, Owner owner, Members members) {
    this.document = document;
    this.around = around;
    this.ledger = ledger;
    this.owner = owner;
    this.members = members;
    strangers = new Strangers(around.vertx(), around.limits(), this::read);
    owner.rightsAsOf(members.aclVersion());
  }

  Members members() {
    return members;
  }

  /** Completes when it is known who this is: at once, or when the rights were read once more. */
  Future<Void> meet(String account) {
    return isKnown(account) ? Future.succeededFuture() : strangers.meet(account);
  }

  private boolean isKnown(String account) {
    return members.role(account).isPresent();
  }

  /** Refuses whoever still waits to be known. */
  void close(Refusal why) {
    strangers.dismiss(why);
  }

  /** Refuses, unless the sender may do all that the command asks for. */
  void require(DocumentCommand command) {
    for (Operation operation : command.operations()) {
      members
          .refusal(operation, command.account())
          .ifPresent(
              denial -> {
                throw Refusal.of(denial);
              });
    }
  }

  void heard(PeopleEvent event) {
    if (event instanceof PeopleEvent.RightsChanged rights
        && rights.project().equals(members.project())) {
      readAgain();
    }
  }

  /** Reads rights that nothing told a change of, and tells: what tells may get lost. */
  Future<Void> recheck() {
    return read()
        .onFailure(
            failure -> LOG.warn("rights on {} cannot be read: {}", document, failure.getMessage()));
  }

  void readAgain() {
    read().onFailure(failure -> owner.lose("rights cannot be read: " + failure.getMessage()));
  }

  private Future<Void> read() {
    return around
        .read(() -> Members.load(around.database(), document, ledger.durable()))
        .map(this::loaded);
  }

  /** Readings may overtake one another: an older one does not count any more. */
  private Void loaded(Members loaded) {
    if (loaded.aclVersion() >= members.aclVersion() && !loaded.equals(members)) {
      members = loaded;
      around.tell(
          new MembersChanged(
              document, loaded.roles(), loaded.people(), loaded.review().approvals()));
      owner.rightsAsOf(loaded.aclVersion()); // whoever lost a right hears that before a close
      strangers.welcome(this::isKnown);
    }
    return null;
  }
}
