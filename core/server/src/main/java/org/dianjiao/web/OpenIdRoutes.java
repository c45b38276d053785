package org.dianjiao.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.people.Operation;
import org.dianjiao.web.openid.OpenIdProvider;
import org.dianjiao.web.openid.OpenIdRefused;
import org.dianjiao.web.openid.OpenIdSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with an account from elsewhere: a browser is sent to the provider, and comes back with
 * a code. Whatever goes wrong then is told by one word in the address of a page of ours; the cause
 * is in the log.
 */
final class OpenIdRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);

  private final Optional<OpenIdProvider> provider;
  private final OpenIdTries tries;
  private final OpenIdGuests guests;
  private final Identity identity;
  private final Entrance entrance;
  private final Reply reply;

  OpenIdRoutes(
      Optional<OpenIdProvider> provider,
      OpenIdTries tries,
      OpenIdGuests guests,
      Identity identity,
      Entrance entrance,
      Reply reply) {
    this.provider = provider;
    this.tries = tries;
    this.guests = guests;
    this.identity = identity;
    this.entrance = entrance;
    this.reply = reply;
  }

  record Begin(Optional<String> invitation) {}

  private record Leaving(String address) {}

  void on(Routes routes) {
    routes.post("/api/openid/begin", Operation.BEGIN_OPENID, this::begin);
    routes.post("/api/openid/link", Operation.LINK_IDENTITY, this::link);
    routes.get(OpenIdSettings.CALLBACK, Operation.COME_BACK, this::cameBack);
  }

  private void begin(RoutingContext request) {
    Begin wanted = Json.read(Query.body(request), Begin.class);
    leave(request, new OpenIdTries.Wish(Optional.empty(), wanted.invitation().map(Identity::hash)));
  }

  private void link(RoutingContext request) {
    leave(request, new OpenIdTries.Wish(identity.shown(request), Optional.empty()));
  }

  private void leave(RoutingContext request, OpenIdTries.Wish wish) {
    OpenIdProvider there =
        provider.orElseThrow(
            () ->
                new Refusal(
                    FailureCode.UNKNOWN_DOCUMENT,
                    "one does not sign in elsewhere for this server"));
    String browser = Identity.secret();
    reply.of(
        request,
        there
            .authorization(tries.begin(Identity.hash(browser), wish))
            .map(
                address -> {
                  request.response().addCookie(cookie(browser, OpenIdTries.LIFE.toSeconds()));
                  return new Leaving(address);
                }));
  }

  /** Sent along when the provider sends the browser back, which is a way from another site. */
  private Cookie cookie(String value, long seconds) {
    return Cookie.cookie(identity.cookieName("openid"), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(identity.isSecure())
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(seconds);
  }

  private void cameBack(RoutingContext request) {
    String browser =
        Optional.ofNullable(request.request().getCookie(identity.cookieName("openid")))
            .map(Cookie::getValue)
            .orElse("");
    Optional<OpenIdTries.Try> found =
        Query.word(request, "state").flatMap(state -> tries.take(state, Identity.hash(browser)));
    request.response().addCookie(cookie("", 0));
    if (found.isEmpty() || provider.isEmpty()) {
      leave(request, OpenIdGuests.Outcome.of(OpenIdGuests.Word.STALE));
    } else if (Query.word(request, "code").isEmpty()) {
      leave(request, OpenIdGuests.Outcome.of(OpenIdGuests.Word.DENIED));
    } else {
      welcome(request, provider.get(), found.get());
    }
  }

  private void welcome(RoutingContext request, OpenIdProvider there, OpenIdTries.Try made) {
    Entrance.Visitor visitor = entrance.visitor(request);
    there
        .person(Query.word(request, "code").orElseThrow(), Query.word(request, "iss"), made.proof())
        .compose(person -> reply.blocking(() -> guests.come(person, made.wish(), visitor)))
        .onSuccess(outcome -> leave(request, outcome))
        .onFailure(
            failure -> {
              if (failure instanceof OpenIdRefused) {
                LOG.warn("somebody could not sign in by OpenID: {}", failure.getMessage());
              } else {
                LOG.error("signing in by OpenID failed", failure);
              }
              leave(request, OpenIdGuests.Outcome.of(OpenIdGuests.Word.REFUSED));
            });
  }

  private void leave(RoutingContext request, OpenIdGuests.Outcome outcome) {
    outcome.entered().ifPresent(entered -> identity.remember(request, entered.secret()));
    String word = outcome.word().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (outcome.word() != OpenIdGuests.Word.SIGNED_IN
        && outcome.word() != OpenIdGuests.Word.LINKED) {
      Entrance.Visitor visitor = entrance.visitor(request);
      reply.blocking(
          () -> {
            entrance.refused(Operation.COME_BACK, visitor, "", word);
            return word;
          });
    }
    String page =
        switch (outcome.word()) {
          case SIGNED_IN -> "/";
          case LINKED, TAKEN -> "/account?openid=" + word;
          default -> "/sign-in?openid=" + word;
        };
    request
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, page)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }
}
