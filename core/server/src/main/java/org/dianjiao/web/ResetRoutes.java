package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;

/** Choosing a new password by a link that an administrator gave. */
final class ResetRoutes {

  private static final String VOID =
      "this link is wrong, used up or too old; ask an administrator for a new one";

  private final Vertx vertx;
  private final Database database;
  private final Entrance entrance;
  private final SignInThrottle throttle;
  private final Reply reply;

  ResetRoutes(
      Vertx vertx, Database database, Entrance entrance, SignInThrottle throttle, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.entrance = entrance;
    this.throttle = throttle;
    this.reply = reply;
  }

  record Chosen(String secret, String password) {
    Chosen {
      Objects.requireNonNull(secret, "secret");
      Credentials.checkPassword(Objects.requireNonNull(password, "password"));
    }
  }

  private record Whose(String name) {}

  void on(Routes routes) {
    routes.post("/api/reset-link/look", Operation.SEE_RESET_LINK, this::look);
    routes.post("/api/reset-link/use", Operation.USE_RESET_LINK, this::use);
  }

  private void look(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    reply.with(request, () -> whose(Json.read(body, SecretLink.class), visitor));
  }

  private Whose whose(SecretLink link, Entrance.Visitor visitor) {
    throttle.require(visitor.address(), System.nanoTime());
    return database
        .signIns()
        .resetLink(Identity.hash(link.secret()), Instant.now())
        .flatMap(id -> database.accounts().byId(id))
        .map(account -> new Whose(account.name()))
        .orElseThrow(() -> guessed(visitor));
  }

  private void use(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    entrance.answer(
        request,
        reply.hashing(
            passwords ->
                entrance.trying(
                    Operation.USE_RESET_LINK,
                    visitor,
                    () -> used(Json.read(body, Chosen.class), visitor, passwords))));
  }

  private Entrance.Entered used(Chosen chosen, Entrance.Visitor visitor, PasswordHash passwords) {
    throttle.require(visitor.address(), System.nanoTime());
    String whose =
        database
            .signIns()
            .resetLink(Identity.hash(chosen.secret()), Instant.now())
            .orElseThrow(() -> guessed(visitor));
    String name = database.accounts().byId(whose).map(Account::name).orElse("");
    Credentials.checkPassword(chosen.password(), name);
    entrance.allowed(Operation.USE_RESET_LINK, visitor, whose);
    Account account =
        database
            .signIns()
            .useResetLink(
                Identity.hash(chosen.secret()), passwords.of(chosen.password()), Instant.now())
            .flatMap(id -> database.accounts().byId(id))
            .orElseThrow(() -> guessed(visitor));
    PeopleEvents.tell(vertx, new PeopleEvent.SignedOutElsewhere(account.id(), Optional.empty()));
    return entrance.enter(visitor, account);
  }

  private Refusal guessed(Entrance.Visitor visitor) {
    throttle.guessed(visitor.address(), System.nanoTime());
    return new Refusal(FailureCode.NOT_PERMITTED, VOID);
  }
}
