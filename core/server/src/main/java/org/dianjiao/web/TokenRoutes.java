package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PeopleEvent;
import org.dianjiao.bus.PeopleEvents;
import org.dianjiao.bus.Refusal;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Legible;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.dianjiao.people.Scope;
import org.dianjiao.storage.ApiToken;
import org.dianjiao.storage.Database;

/** The tokens that somebody gives to programs of theirs. Only people make and end them. */
final class TokenRoutes {

  /** So that whoever finds one knows what it is. */
  static final String PREFIX = "dj_";

  private static final int LONGEST_NAME = 64;

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final AccountLimits limits;
  private final Reply reply;

  TokenRoutes(
      Vertx vertx, Database database, Identity identity, AccountLimits limits, Reply reply) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.limits = limits;
    this.reply = reply;
  }

  private record Right(String right, String words, Role least) {}

  private record Told(
      String id,
      String name,
      List<String> permissions,
      Optional<String> project,
      boolean plugin,
      Instant created,
      Instant expires,
      Optional<Instant> lastUsed) {}

  private record All(List<Told> tokens, List<Right> permissions, int days, int daysMost) {}

  private record Made(String secret, Told token) {}

  record Wanted(
      String name,
      List<String> permissions,
      Optional<String> project,
      boolean plugin,
      Optional<Integer> days) {
    Wanted {
      if (Objects.requireNonNull(name, "name").isBlank() || name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "the name of a token has 1 to %d characters".formatted(LONGEST_NAME));
      }
      Legible.check("the name of the token", name);
      permissions = List.copyOf(permissions);
      if (permissions.isEmpty()) {
        throw new IllegalArgumentException("a token without any permission is of no use");
      }
    }
  }

  void on(Routes routes) {
    routes.get("/api/me/tokens", Operation.LIST_TOKENS, this::list);
    routes.post("/api/me/tokens", Operation.MAKE_TOKEN, this::make);
    routes.delete("/api/me/tokens/:token", Operation.REVOKE_TOKEN, this::revoke);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.signedIn(request, this::all));
  }

  private All all(Account account) {
    List<Right> rights =
        Arrays.stream(Permission.values())
            .map(right -> new Right(right.word(), right.words(), right.least()))
            .toList();
    List<Told> tokens =
        database.apiTokens().of(account.id(), Instant.now()).stream()
            .map(TokenRoutes::told)
            .toList();
    return new All(tokens, rights, limits.tokenDays(), limits.tokenDaysMost());
  }

  private static Told told(ApiToken token) {
    return new Told(
        token.id(),
        token.name(),
        token.scope().permissions().stream().sorted().map(Permission::word).toList(),
        token.scope().project(),
        token.scope().plugin(),
        token.created(),
        token.expires(),
        token.lastUsed());
  }

  private void make(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request, reply.signedIn(request, account -> made(account, Json.read(body, Wanted.class))));
  }

  private Made made(Account account, Wanted wanted) {
    Instant now = Instant.now();
    if (database.apiTokens().of(account.id(), now).size() >= limits.tokensPerAccount()) {
      throw new Refusal(
          FailureCode.TOO_MANY,
          "you have %d tokens; revoke one".formatted(limits.tokensPerAccount()));
    }
    int days = wanted.days().orElse(limits.tokenDays());
    if (days < 1 || days > limits.tokenDaysMost()) {
      throw new IllegalArgumentException(
          "a token is good for 1 to %d days, not %d".formatted(limits.tokenDaysMost(), days));
    }
    wanted
        .project()
        .filter(project -> identity.role(project, account).isEmpty())
        .ifPresent(
            project -> {
              throw Refusal.of(Authority.notThere(Operation.Thing.PROJECT));
            });
    String secret = PREFIX + Identity.secret();
    ApiToken token =
        database
            .apiTokens()
            .create(
                Identity.hash(secret),
                account.id(),
                wanted.name().strip(),
                new Scope(rights(wanted), wanted.project(), wanted.plugin()),
                now.plus(Duration.ofDays(days)));
    return new Made(secret, told(token));
  }

  private static Set<Permission> rights(Wanted wanted) {
    EnumSet<Permission> rights = EnumSet.noneOf(Permission.class);
    for (String word : wanted.permissions()) {
      Permission right =
          Permission.of(word)
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no permission \"" + word + "\""));
      if (wanted.plugin() && !Scope.isForPlugins(right)) {
        throw new IllegalArgumentException(
            "a plugin may not %s: that takes a person".formatted(right.words()));
      }
      rights.add(right);
    }
    return rights;
  }

  private void revoke(RoutingContext request) {
    String id = request.pathParam("token");
    reply.of(
        request,
        reply.signedIn(
            request,
            account -> {
              String hash =
                  database
                      .apiTokens()
                      .revoke(account.id(), id)
                      .orElseThrow(
                          () ->
                              new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no token " + id));
              PeopleEvents.tell(vertx, new PeopleEvent.SignedOut(account.id(), hash));
              return all(account);
            }));
  }
}
