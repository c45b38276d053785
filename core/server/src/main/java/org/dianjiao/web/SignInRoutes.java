package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;

/** Signing in with a password and out again, and tickets for the WebSocket. */
final class SignInRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final Entrance entrance;
  private final SignInThrottle throttle;
  private final Reply reply;

  SignInRoutes(
      Vertx vertx,
      Database database,
      Identity identity,
      Entrance entrance,
      SignInThrottle throttle,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.entrance = entrance;
    this.throttle = throttle;
    this.reply = reply;
  }

  record SignInWith(String name, String password, Optional<Boolean> publicComputer) {
    SignInWith {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }
  }

  private record Ticket(String ticket) {}

  private record Nothing() {}

  void on(Routes routes, Tickets tickets) {
    routes.post("/api/session", Operation.SIGN_IN, this::signIn);
    routes.delete("/api/session", Operation.SIGN_OUT, this::signOut);
    routes.get("/api/me", Operation.SEE_ONESELF, this::me);
    routes.post("/api/ticket", Operation.TAKE_TICKET, request -> ticket(request, tickets));
  }

  private void signIn(RoutingContext request) {
    SignInWith with = Json.read(Query.body(request), SignInWith.class);
    Entrance.Visitor visitor = entrance.visitor(request);
    entrance.answer(
        request,
        reply.hashing(passwords -> signIn(with, visitor, passwords)),
        with.publicComputer().orElse(false));
  }

  /** An unknown name takes as long as a known one, and is answered alike. */
  private Entrance.Entered signIn(
      SignInWith with, Entrance.Visitor visitor, PasswordHash passwords) {
    throttle.require(with.name(), visitor.address(), System.nanoTime());
    Optional<Account> account = database.accounts().byName(with.name());
    Optional<String> stored = database.accounts().passwordHash(account.map(Account::id).orElse(""));
    boolean right =
        PasswordHash.verify(with.password(), stored.orElseGet(passwords::ofNobody))
            && stored.isPresent();
    if (!right) {
      throttle.failed(with.name(), visitor.address(), System.nanoTime());
      entrance.refused(
          Operation.SIGN_IN, visitor, account.map(Account::id).orElse(""), "wrong-password");
      throw new Refusal(FailureCode.NOT_SIGNED_IN, "name or password is wrong");
    }
    Entrance.Entered entered = entrance.enter(visitor, account.orElseThrow());
    if (passwords.isOutdated(stored.get())) {
      String stronger = passwords.of(with.password());
      database.accounts().upgradePassword(entered.account().id(), stored.get(), stronger);
    }
    return entered;
  }

  private void signOut(RoutingContext request) {
    Optional<Credential> shown = identity.shown(request);
    reply
        .signedIn(
            request,
            account -> {
              database.signIns().revoke(shown.orElseThrow().hash());
              return account;
            })
        .onSuccess(
            account -> {
              String signIn = shown.orElseThrow().hash();
              PeopleEvents.tell(vertx, new PeopleEvent.SignedOut(account.id(), signIn));
              identity.forget(request);
              Reply.json(request, new Nothing());
            })
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void me(RoutingContext request) {
    reply.of(request, reply.by(request, subject -> subject.account()));
  }

  private void ticket(RoutingContext request, Tickets tickets) {
    Optional<Credential> shown = identity.shown(request);
    reply.with(request, () -> new Ticket(identity.issue(tickets, shown)));
  }
}
