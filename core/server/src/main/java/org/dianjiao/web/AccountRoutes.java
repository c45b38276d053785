package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;

/** First run, signing in and out, accounts, tickets for the WebSocket. */
final class AccountRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final Tickets tickets;
  private final SignInThrottle throttle;
  private final Reply reply;

  AccountRoutes(
      Vertx vertx,
      Database database,
      Identity identity,
      Tickets tickets,
      SignInThrottle throttle,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.tickets = tickets;
    this.throttle = throttle;
    this.reply = reply;
  }

  record Setup(String token, String name, String password) {
    Setup {
      Objects.requireNonNull(token, "token");
      check(name, password);
    }
  }

  record SignInWith(String name, String password) {
    SignInWith {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }
  }

  record NewAccount(String name, String password) {
    NewAccount {
      check(name, password);
    }
  }

  private record Status(String name, String version, boolean setup) {}

  private record Ticket(String ticket) {}

  private record SignedIn(Account account, String secret) {}

  private record Nothing() {}

  void on(Routes routes) {
    routes.get("/api/status", Operation.SEE_STATUS, this::status);
    routes.post("/api/setup", Operation.SET_UP, this::setup);
    routes.post("/api/session", Operation.SIGN_IN, this::signIn);
    routes.delete("/api/session", Operation.SIGN_OUT, this::signOut);
    routes.get("/api/me", Operation.SEE_ONESELF, this::me);
    routes.post("/api/ticket", Operation.TAKE_TICKET, this::ticket);
    routes.get("/api/accounts", Operation.LIST_ACCOUNTS, this::accounts);
    routes.post("/api/accounts", Operation.MAKE_ACCOUNT, this::create);
  }

  private void status(RoutingContext request) {
    reply.with(
        request,
        () -> new Status("Dianjiao", Version.TEXT, !database.accounts().anyAdministrator()));
  }

  private void setup(RoutingContext request) {
    String body = Query.body(request);
    String address = address(request);
    signedIn(request, () -> setUp(Json.read(body, Setup.class), address));
  }

  private SignedIn setUp(Setup setup, String address) {
    refuseWhenBlocked("setup", address);
    boolean right = database.signIns().useSetupToken(Identity.hash(setup.token()), Instant.now());
    if (!right) {
      throttle.failed("setup", address, System.nanoTime());
      throw new Refusal(
          FailureCode.NOT_PERMITTED,
          "this setup token is wrong, used up or too old; the server prints a new one at its"
              + " next start");
    }
    Account account =
        database.accounts().create(setup.name(), PasswordHash.of(setup.password()), true);
    return new SignedIn(account, identity.begin(account));
  }

  private void signIn(RoutingContext request) {
    String body = Query.body(request);
    String address = address(request);
    signedIn(request, () -> signIn(Json.read(body, SignInWith.class), address));
  }

  private SignedIn signIn(SignInWith with, String address) {
    refuseWhenBlocked(with.name(), address);
    Optional<Account> account = database.accounts().byName(with.name());
    Optional<String> stored =
        account.flatMap(found -> database.accounts().passwordHash(found.id()));
    boolean right =
        PasswordHash.verify(with.password(), stored.orElseGet(PasswordHash::ofNobody))
            && stored.isPresent();
    if (!right) {
      throttle.failed(with.name(), address, System.nanoTime());
      throw new Refusal(FailureCode.NOT_SIGNED_IN, "name or password is wrong");
    }
    return new SignedIn(account.orElseThrow(), identity.begin(account.orElseThrow()));
  }

  private void refuseWhenBlocked(String name, String address) {
    if (throttle.isBlocked(name, address, System.nanoTime())) {
      throw new Refusal(
          FailureCode.TOO_MANY, "too many wrong tries for this name; wait a quarter of an hour");
    }
  }

  private void signedIn(RoutingContext request, Callable<SignedIn> work) {
    reply
        .blocking(work)
        .onSuccess(
            done -> {
              identity.remember(request, done.secret());
              Reply.json(request, done.account());
            })
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void signOut(RoutingContext request) {
    Optional<String> signIn = Identity.signIn(request);
    reply
        .signedIn(
            request,
            account -> {
              database.signIns().revoke(signIn.orElseThrow());
              return account;
            })
        .onSuccess(
            account -> {
              PeopleEvents.tell(
                  vertx, new PeopleEvent.SignedOut(account.id(), signIn.orElseThrow()));
              identity.forget(request);
              Reply.json(request, new Nothing());
            })
        .onFailure(failure -> Reply.error(request, failure));
  }

  private void me(RoutingContext request) {
    reply.of(request, reply.signedIn(request, account -> account));
  }

  private void ticket(RoutingContext request) {
    Optional<String> signIn = Identity.signIn(request);
    reply.of(
        request,
        reply.signedIn(
            request, account -> new Ticket(tickets.issue(account, signIn.orElseThrow()))));
  }

  private void accounts(RoutingContext request) {
    reply.of(request, reply.signedIn(request, account -> database.accounts().all()));
  }

  private void create(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              NewAccount fresh = Json.read(body, NewAccount.class);
              return database
                  .accounts()
                  .create(fresh.name(), PasswordHash.of(fresh.password()), false);
            }));
  }

  private static void check(String name, String password) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(password, "password");
    Credentials.checkName(name);
    Credentials.checkPassword(password);
  }

  private static String address(RoutingContext request) {
    return request.request().remoteAddress().hostAddress();
  }
}
