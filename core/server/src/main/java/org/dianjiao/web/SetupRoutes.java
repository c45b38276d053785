package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.web.openid.OpenIdSettings;

/** The first run: whoever can read the server's console makes the first account. */
final class SetupRoutes {

  private final Database database;
  private final Entrance entrance;
  private final Reply reply;
  private final Doors doors;

  SetupRoutes(Database database, Entrance entrance, Doors doors, Reply reply) {
    this.database = database;
    this.entrance = entrance;
    this.reply = reply;
    this.doors = doors;
  }

  record Setup(String token, String name, String password) {
    Setup {
      Objects.requireNonNull(token, "token");
      Credentials.check(name, password);
    }
  }

  /** What anybody may know of the server; with the name of the provider to sign in with, if any. */
  private record Status(String name, String version, boolean setup, Optional<String> openId) {}

  void on(Routes routes) {
    routes.get("/api/status", Operation.SEE_STATUS, this::status);
    routes.post("/api/setup", Operation.SET_UP, this::setup);
  }

  private void status(RoutingContext request) {
    reply.with(
        request,
        () ->
            new Status(
                "Dianjiao",
                Version.TEXT,
                !database.accounts().anyAdministrator(),
                doors.openId().map(OpenIdSettings::name)));
  }

  private void setup(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    entrance.answer(
        request,
        reply.hashing(passwords -> setUp(Json.read(body, Setup.class), visitor, passwords)));
  }

  private Entrance.Entered setUp(Setup setup, Entrance.Visitor visitor, PasswordHash passwords) {
    doors.throttle().requireSetup(System.nanoTime());
    if (!database.signIns().useSetupToken(Identity.hash(setup.token()), Instant.now())) {
      doors.throttle().setupFailed(System.nanoTime());
      entrance.refused(Operation.SET_UP, visitor, "", "wrong-token");
      throw new Refusal(
          FailureCode.NOT_PERMITTED,
          "this setup token is wrong, used up or too old; the server prints a new one at its"
              + " next start");
    }
    entrance.allowed(Operation.SET_UP, visitor, "");
    Account account =
        database.accounts().create(setup.name(), passwords.of(setup.password()), true);
    doors.done().run();
    return entrance.enter(visitor, account);
  }
}
