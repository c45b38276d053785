package org.dianjiao.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.SignIn;
import org.dianjiao.text.Digest;

/**
 * Who makes a request: a random cookie whose SHA-256 the storage knows. The methods that read or
 * write the storage block; call them on a worker thread.
 */
final class Identity {

  private static final String COOKIE = "dianjiao";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Duration life;
  private final boolean secure;

  Identity(Database database, Duration life, boolean secure) {
    this.database = database;
    this.life = life;
    this.secure = secure;
  }

  /** A secret that nobody can guess. */
  static String secret() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored of a secret. */
  static String hash(String secret) {
    return Digest.of(secret);
  }

  /** The hash of the request's cookie. Does not block. */
  static Optional<String> signIn(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .map(Identity::hash);
  }

  /** Writes a sign-in down. Blocking. */
  String begin(Account account) {
    String secret = secret();
    database.signIns().create(hash(secret), account.id(), Instant.now().plus(life));
    return secret;
  }

  /** Gives the browser its cookie. Does not block. */
  void remember(RoutingContext request, String secret) {
    request
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, secret)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(life.toSeconds()));
  }

  /** Takes the cookie back. Does not block. */
  void forget(RoutingContext request) {
    request
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, "")
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(0));
  }

  /** Who makes the request. Blocking. */
  Account require(Optional<String> signIn) {
    Optional<Account> account =
        signIn
            .flatMap(hash -> database.signIns().find(hash, Instant.now()))
            .map(SignIn::account)
            .flatMap(id -> database.accounts().byId(id));
    return account.orElseThrow(() -> new Refusal(FailureCode.NOT_SIGNED_IN, "nobody is signed in"));
  }

  /** What somebody is in a project; an administrator is a manager everywhere. Blocking. */
  Optional<Role> role(String project, Account account) {
    return account.administrator()
        ? Optional.of(Role.MANAGER)
        : database.projects().role(project, account.id());
  }
}
