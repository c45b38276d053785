package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianjiao.audit.Outcome;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Profile;

/**
 * The way in, whichever door somebody comes by: each entry has a secret of its own, made here, and
 * ends what the same browser was signed in by before.
 */
final class Entrance {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final WebSettings settings;
  private final AuditDesk desk;

  Entrance(
      Vertx vertx, Database database, Identity identity, WebSettings settings, AuditDesk desk) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.settings = settings;
    this.desk = desk;
  }

  /**
   * Who knocks.
   *
   * @param browser in plain words
   * @param shown what the browser is signed in by already
   */
  record Visitor(String address, String browser, Optional<Credential> shown) {}

  /** Somebody who came in. */
  record Entered(Account account, String secret) {}

  /** Who makes the request. Does not block. */
  Visitor visitor(RoutingContext request) {
    String agent = request.request().getHeader(HttpHeaders.USER_AGENT);
    return new Visitor(
        settings.address(request.request()),
        BrowserName.of(Optional.ofNullable(agent)),
        identity.shown(request));
  }

  /** Signs somebody in who has shown who they are. Blocking. */
  Entered enter(Visitor visitor, Account account) {
    boolean suspended =
        database.accounts().profile(account.id()).flatMap(Profile::suspended).isPresent();
    if (suspended) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED, "this account is suspended; ask an administrator");
    }
    desk.allowed(
        new AuditDesk.Asked(Operation.SIGN_IN, account.id(), account.id(), visitor.address()));
    Entered entered = new Entered(account, identity.begin(account, visitor.browser()));
    visitor.shown().filter(shown -> !shown.token()).ifPresent(this::leave);
    return entered;
  }

  /**
   * Somebody who was nobody so far may do something. Blocking.
   *
   * @param thing the account or project that it is about
   */
  void allowed(Operation operation, Visitor visitor, String thing) {
    desk.allowed(new AuditDesk.Asked(operation, "", thing, visitor.address()));
  }

  /** Lets somebody try to come in, and writes down when it fails. Blocking. */
  Entered trying(Operation operation, Visitor visitor, Supplier<Entered> entering) {
    try {
      return entering.get();
    } catch (RuntimeException failure) {
      String code =
          failure instanceof Refusal refusal
              ? refusal.code().word()
              : failure.getClass().getSimpleName();
      refused(operation, visitor, "", code);
      throw failure;
    }
  }

  /** Somebody was not let in. Blocking. */
  void refused(Operation operation, Visitor visitor, String account, String code) {
    desk.refused(
        Outcome.FAILED, new AuditDesk.Asked(operation, "", account, visitor.address()), code);
  }

  /** Ends a sign-in and closes its sockets. Blocking. */
  private void leave(Credential shown) {
    database
        .signIns()
        .look(shown.hash(), Instant.now())
        .ifPresent(
            old -> {
              database.signIns().revoke(old.id());
              PeopleEvents.tell(vertx, new PeopleEvent.SignedOut(old.account(), old.id()));
            });
  }

  /** Gives the browser its cookie, and answers with the account. */
  void answer(RoutingContext request, Future<Entered> entered) {
    answer(request, entered, false);
  }

  /**
   * As {@link #answer(RoutingContext, Future)}.
   *
   * @param publicComputer whether others use the browser: then the cookie goes when it is closed
   */
  void answer(RoutingContext request, Future<Entered> entered, boolean publicComputer) {
    entered
        .onSuccess(
            done -> {
              if (publicComputer) {
                identity.rememberUntilClosed(request, done.secret());
              } else {
                identity.remember(request, done.secret());
              }
              Reply.json(request, done.account());
            })
        .onFailure(failure -> Reply.error(request, failure));
  }
}
