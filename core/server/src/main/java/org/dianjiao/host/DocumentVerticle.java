package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.DocumentEndpoint;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.limits.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner of one open document. Everything runs on one event loop, so there are no locks; what
 * leaves are records. When it loses its document it tells so, and undeploys itself.
 */
final class DocumentVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentVerticle.class);

  private final String document;
  private final Surroundings around;
  private final Limits limits;
  private Ledger ledger;
  private Owner owner;
  private Analyses analyses;
  private Tutor tutor;
  private Admission admission;
  private Reception reception;
  private Listening people;
  private Listening addresses;
  private boolean rightsMoved;
  private boolean stopping;

  DocumentVerticle(String document, Surroundings around) {
    this.document = document;
    this.around = around;
    this.limits = around.limits();
  }

  @Override
  public Future<?> start() {
    people = PeopleEvents.listen(vertx, this::heard);
    return people
        .ready()
        .compose(ready -> around.read(this::claim))
        .compose(
            claimed ->
                around
                    .read(() -> Members.load(around.database(), document, claimed.document()))
                    .map(loaded -> open(claimed, loaded)))
        .compose(opened -> listen());
  }

  private Opening claim() {
    return new LoadGuard(around.database(), limits, around.clock()).open(document, around.node());
  }

  private Void open(Opening opening, Members members) {
    ledger = new Ledger(opening.document(), opening.recent(), limits.recentChanges());
    analyses = new Analyses(around, opening.row(), ledger::durable);
    SnapshotKeeper snapshots =
        new SnapshotKeeper(
            document,
            around.database(),
            around::read,
            limits.snapshotChanges(),
            opening.snapshotRevision());
    tutor = new Tutor(opening.row(), around, opening.told(), () -> ledger.durable().revision());
    owner =
        new Owner(
            opening,
            ledger,
            around.writer(),
            limits.pendingCommands(),
            new Pace(vertx, () -> reception.audience().size(), limits),
            new Aftermath(opening.head(), around, ledger, analyses, tutor, snapshots)::committed,
            this::lost);
    admission = new Admission(document, around, ledger, owner, members);
    reception = new Reception(around, opening, ledger, owner, analyses, admission);
    analyses.resume(opening.kept());
    tutor.begin();
    if (rightsMoved) {
      admission.readAgain();
    }
    return null;
  }

  private Future<Void> listen() {
    addresses = DocumentEndpoint.serve(vertx, document, reception);
    vertx.setPeriodic(TimeUnit.SECONDS.toMillis(limits.headSeconds()), timer -> beat());
    vertx.setPeriodic(
        TimeUnit.SECONDS.toMillis(limits.recheckSeconds()), timer -> admission.recheck());
    return addresses.ready();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    if (owner != null) {
      owner.lose("the server is stopping");
    }
    return silent()
        .compose(stopped -> people.stop())
        .compose(stopped -> ledger == null ? Future.succeededFuture() : keep());
  }

  /** What is to be there when the document is opened again. */
  private Future<Void> keep() {
    Future<Void> kept = analyses.keep().otherwiseEmpty();
    return tutor.close().compose(closed -> kept);
  }

  private void heard(PeopleEvent event) {
    if (admission != null) {
      admission.heard(event);
    } else if (event instanceof PeopleEvent.RightsChanged) {
      rightsMoved = true;
    }
  }

  private void beat() {
    if (owner.isLost()) {
      undeploy(); // it was lost before it was deployed
      return;
    }
    Document head = ledger.durable();
    around.tell(
        new DocumentEvent.HeadTold(
            document, owner.epoch(), head.revision(), head.text().checksum()));
    if (isIdle()) {
      owner.lose("nobody is here");
    } else if (!owner.isWritable()) {
      reception.tellFull();
      around
          .read(() -> around.database().changeLog().claim(document, around.node()))
          .onSuccess(claimed -> owner.lose("there is room on the disk again"));
    }
  }

  private boolean isIdle() {
    return reception.audience().isEmpty()
        && reception.idleSeconds() >= limits.idleSeconds()
        && owner.waitingCommands() == 0
        && !reception.isBusy();
  }

  private void lost(Refusal why) {
    LOG.info("document {} closes: {}", document, why.getMessage());
    analyses.close();
    admission.close(why);
    silent() // whoever asks from now on asks the next owner
        .compose(none -> owner.rightsMoved() ? admission.recheck() : Future.succeededFuture())
        .onComplete(
            done -> {
              around.tell(
                  new DocumentEvent.DocumentClosed(document, why.code().word(), why.getMessage()));
              undeploy();
            });
  }

  private Future<Void> silent() {
    return addresses == null ? Future.succeededFuture() : addresses.stop();
  }

  private void undeploy() {
    String deployment = context.deploymentID();
    if (!stopping && deployment != null && vertx.deploymentIDs().contains(deployment)) {
      silent().onComplete(stopped -> vertx.undeploy(deployment));
    }
  }
}
