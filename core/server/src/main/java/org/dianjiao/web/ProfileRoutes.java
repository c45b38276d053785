package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Account;
import org.dianjiao.people.Colour;
import org.dianjiao.people.Credentials;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.ExternalIdentity;
import org.dianjiao.storage.Profile;

/**
 * What everybody keeps about themselves: name, colour, e-mail, password, where they are signed in.
 */
final class ProfileRoutes {

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final Entrance entrance;
  private final SignInThrottle throttle;
  private final boolean mail;
  private final Reply reply;

  ProfileRoutes(
      Vertx vertx,
      Database database,
      Identity identity,
      Entrance entrance,
      SignInThrottle throttle,
      boolean mail,
      Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.entrance = entrance;
    this.throttle = throttle;
    this.mail = mail;
    this.reply = reply;
  }

  private record Told(
      String name,
      String colour,
      Optional<String> email,
      boolean password,
      boolean openId,
      Optional<Boolean> digest) {}

  private record Place(
      String id, String browser, Instant since, Instant lastUsed, Instant expires, boolean here) {}

  private record Ended(int signIns) {}

  record Changed(String name, String colour, Optional<String> email, Optional<Boolean> digest) {
    Changed {
      Credentials.checkName(Objects.requireNonNull(name, "name"));
      colour = Objects.requireNonNull(colour, "colour").toLowerCase(Locale.ROOT);
      email = email.map(String::strip).filter(given -> !given.isEmpty());
      email.ifPresent(Credentials::checkEmail);
    }
  }

  record NewPassword(Optional<String> old, String password) {
    NewPassword {
      Credentials.checkPassword(Objects.requireNonNull(password, "password"));
    }
  }

  void on(Routes routes) {
    routes.get("/api/me/profile", Operation.SEE_PROFILE, this::show);
    routes.put("/api/me/profile", Operation.CHANGE_PROFILE, this::change);
    routes.put("/api/me/password", Operation.CHANGE_PASSWORD, this::changePassword);
    routes.get("/api/me/sign-ins", Operation.LIST_SIGN_INS, this::places);
    routes.delete("/api/me/sign-ins/:signin", Operation.END_SIGN_IN, this::signOut);
    routes.delete("/api/me/sign-ins", Operation.END_OTHER_SIGN_INS, this::signOutElsewhere);
    routes.delete("/api/me/openid", Operation.UNLINK_IDENTITY, this::unlink);
  }

  private void show(RoutingContext request) {
    reply.of(request, reply.signedIn(request, this::told));
  }

  private Told told(Account account) {
    Profile profile = database.accounts().profile(account.id()).orElseThrow();
    Account own = profile.account();
    boolean openId = !database.externalIdentities().of(account.id()).isEmpty();
    Optional<Boolean> digest =
        mail ? Optional.of(database.digests().wanted(account.id())) : Optional.empty();
    return new Told(own.name(), own.colour(), profile.email(), profile.password(), openId, digest);
  }

  private void change(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              Changed changed = Json.read(body, Changed.class);
              if (!changed.colour().equals(account.colour())) {
                Colour.check(changed.colour());
              }
              database
                  .accounts()
                  .change(account.id(), changed.name(), changed.colour(), changed.email());
              changed
                  .digest()
                  .ifPresent(
                      wanted -> database.digests().want(account.id(), wanted, Instant.now()));
              AccountRoutes.tellProjects(vertx, database, account);
              return database.accounts().byId(account.id()).orElseThrow();
            }));
  }

  /** All other browsers are signed out; this one goes on, with another cookie. */
  private void changePassword(RoutingContext request) {
    String body = Query.body(request);
    Entrance.Visitor visitor = entrance.visitor(request);
    entrance.answer(
        request,
        reply
            .signedIn(request, account -> account)
            .compose(
                account ->
                    reply.hashing(
                        passwords ->
                            changed(
                                account, Json.read(body, NewPassword.class), visitor, passwords))));
  }

  private Entrance.Entered changed(
      Account account, NewPassword fresh, Entrance.Visitor visitor, PasswordHash passwords) {
    throttle.require(account.name(), visitor.address(), System.nanoTime());
    Optional<String> stored = database.accounts().passwordHash(account.id());
    if (stored.isPresent() && !PasswordHash.verify(fresh.old().orElse(""), stored.get())) {
      throttle.failed(account.name(), visitor.address(), System.nanoTime());
      throw new Refusal(FailureCode.NOT_PERMITTED, "the old password is wrong");
    }
    Credentials.checkPassword(fresh.password(), account.name());
    database.accounts().changePassword(account.id(), passwords.of(fresh.password()));
    PeopleEvents.tell(vertx, new PeopleEvent.SignedOutElsewhere(account.id(), Optional.empty()));
    return entrance.enter(visitor, account);
  }

  private void places(RoutingContext request) {
    String here = identity.shown(request).map(Credential::hash).orElse("");
    reply.of(request, reply.signedIn(request, account -> places(account, here)));
  }

  private List<Place> places(Account account, String here) {
    return database.signIns().of(account.id(), Instant.now()).stream()
        .map(
            place ->
                new Place(
                    place.id(),
                    place.browser(),
                    place.since(),
                    place.lastUsed(),
                    place.expires(),
                    place.id().equals(here)))
        .toList();
  }

  private void signOut(RoutingContext request) {
    String id = request.pathParam("signin");
    String here = identity.shown(request).map(Credential::hash).orElse("");
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              if (!database.signIns().revoke(account.id(), id)) {
                throw new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no such sign-in");
              }
              PeopleEvents.tell(vertx, new PeopleEvent.SignedOut(account.id(), id));
              return places(account, here);
            }));
  }

  private void signOutElsewhere(RoutingContext request) {
    String here = identity.shown(request).map(Credential::hash).orElse("");
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              int ended = database.signIns().revokeOthers(account.id(), here);
              PeopleEvents.tell(
                  vertx, new PeopleEvent.SignedOutElsewhere(account.id(), Optional.of(here)));
              return new Ended(ended);
            }));
  }

  /** Whoever has no password has to choose one first. */
  private void unlink(RoutingContext request) {
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              List<ExternalIdentity> ways = database.externalIdentities().of(account.id());
              for (ExternalIdentity way : ways) {
                if (!database.externalIdentities().unlink(way.issuer(), account.id())) {
                  throw new Refusal(
                      FailureCode.NOT_PERMITTED,
                      "this is your only way in: choose a password first");
                }
              }
              return told(account);
            }));
  }
}
