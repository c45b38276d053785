package org.dianjiao.web;

import io.vertx.core.Vertx;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;
import org.dianjiao.web.openid.OpenIdProvider;

/** Accounts, and every way in. */
final class PeopleRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Doors doors;
  private final Identity identity;
  private final Entrance entrance;
  private final Reply reply;

  PeopleRoutes(
      Vertx vertx,
      Database database,
      Doors doors,
      Identity identity,
      Entrance entrance,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.doors = doors;
    this.identity = identity;
    this.entrance = entrance;
    this.reply = reply;
  }

  void on(Routes routes, Tickets tickets) {
    SignInThrottle throttle = doors.throttle();
    AccountLimits limits = doors.limits();
    new SetupRoutes(database, entrance, doors, reply).on(routes);
    new SignInRoutes(vertx, database, identity, entrance, throttle, reply).on(routes, tickets);
    new ProfileRoutes(vertx, database, identity, entrance, throttle, doors.mail(), reply)
        .on(routes);
    new TokenRoutes(vertx, database, identity, limits, reply).on(routes);
    new AccountRoutes(vertx, database, limits, reply).on(routes);
    new ResetRoutes(vertx, database, entrance, throttle, reply).on(routes);
    new InvitationRoutes(database, identity, limits, reply).on(routes);
    new RedeemRoutes(vertx, database, entrance, throttle, reply).on(routes);
    new OpenIdRoutes(
            doors.openId().map(settings -> new OpenIdProvider(vertx, settings)),
            doors.tries(),
            new OpenIdGuests(vertx, database, entrance, doors.openId()),
            identity,
            entrance,
            reply)
        .on(routes);
  }
}
