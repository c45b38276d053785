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
import org.dianjiao.people.Subject;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.ApiToken;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.SignIn;
import org.dianjiao.storage.StorageFull;
import org.dianjiao.text.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who makes a request: a random cookie or token whose SHA-256 the storage knows. The methods that
 * read or write the storage block; call them on a worker thread.
 */
final class Identity {

  private static final int BYTES = 32;
  private static final Logger LOG = LoggerFactory.getLogger(Identity.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Rules rules;

  /**
   * How long a sign-in lasts, and how its cookie travels.
   *
   * @param life of a sign-in, whatever is done with it
   * @param idle without any use until it ends
   * @param secure whether browsers speak TLS to the server
   */
  record Rules(Duration life, Duration idle, boolean secure) {

    /** With TLS a name that browsers take from this host, this path and TLS only. */
    String cookie() {
      return secure ? "__Host-dianjiao" : "dianjiao";
    }
  }

  Identity(Database database, Rules rules) {
    this.database = database;
    this.rules = rules;
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

  /** The name of a cookie for a purpose of its own. */
  String cookieName(String purpose) {
    return rules.cookie() + "-" + purpose;
  }

  /** Whether browsers speak TLS to the server. */
  boolean isSecure() {
    return rules.secure();
  }

  /** What the request shows to say who makes it. Does not block. */
  Optional<Credential> shown(RoutingContext request) {
    return Credential.of(request.request(), rules.cookie());
  }

  /** Writes a sign-in down, with a secret of its own. Blocking. */
  String begin(Account account, String browser) {
    String secret = secret();
    database
        .signIns()
        .create(hash(secret), account.id(), Instant.now().plus(rules.life()), browser);
    return secret;
  }

  /** Gives the browser its cookie. Does not block. */
  void remember(RoutingContext request, String secret) {
    request.response().addCookie(cookie(secret).setMaxAge(rules.life().toSeconds()));
  }

  /** As {@link #remember}, until the browser is closed. Does not block. */
  void rememberUntilClosed(RoutingContext request, String secret) {
    request.response().addCookie(cookie(secret));
  }

  /** Takes the cookie back. Does not block. */
  void forget(RoutingContext request) {
    request.response().addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(rules.cookie(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(rules.secure())
        .setSameSite(CookieSameSite.STRICT);
  }

  /** Who makes the request, a person or a program. Blocking. */
  Subject subject(Optional<Credential> shown) {
    return bearer(shown).subject();
  }

  /**
   * A ticket for who makes the request. What they are signed in by may end meanwhile: they get none
   * then. What ends afterwards takes its tickets with it. Blocking.
   */
  String issue(Tickets tickets, Optional<Credential> shown) {
    Tickets.Bearer bearer = bearer(shown);
    String ticket = tickets.issue(bearer);
    if (!holds(bearer, false)) {
      tickets.revoke(bearer::equals);
      throw nobody();
    }
    return ticket;
  }

  private Tickets.Bearer bearer(Optional<Credential> shown) {
    Credential credential = shown.orElseThrow(Identity::nobody);
    return credential.token() ? program(credential) : person(credential);
  }

  private Tickets.Bearer program(Credential credential) {
    ApiToken token =
        database
            .apiTokens()
            .use(credential.hash(), Instant.now())
            .orElseThrow(
                () ->
                    new Refusal(
                        FailureCode.NOT_SIGNED_IN, "this token is wrong, revoked or too old"));
    Account account = database.accounts().byId(token.account()).orElseThrow(Identity::nobody);
    Subject subject = new Subject(account, Optional.of(token.scope()));
    return new Tickets.Bearer(subject, credential.hash(), token.expires());
  }

  private Tickets.Bearer person(Credential credential) {
    SignIn signIn = current(credential.hash(), true).orElseThrow(Identity::nobody);
    Account account = database.accounts().byId(signIn.account()).orElseThrow(Identity::nobody);
    return new Tickets.Bearer(Subject.person(account), signIn.id(), signIn.expires());
  }

  /** The sign-in, unless it was left unused for too long: then it ends. */
  private Optional<SignIn> current(String hash, boolean used) {
    Instant now = Instant.now();
    Optional<SignIn> found = database.signIns().look(hash, now);
    if (found.filter(signIn -> signIn.lastUsed().plus(rules.idle()).isBefore(now)).isPresent()) {
      end(hash);
      return Optional.empty();
    }
    if (used) {
      found.ifPresent(signIn -> database.signIns().touch(signIn, now));
    }
    return found;
  }

  /** What is not used any more stays so: on a full disk, where it cannot be dropped, it is over. */
  private void end(String hash) {
    try {
      database.signIns().revoke(hash);
    } catch (StorageFull full) {
      LOG.debug("a sign-in that nobody used any more is not dropped", full);
    }
  }

  /**
   * Whether a socket may stay open: what it was opened by still holds, and is not narrower than it
   * was. Blocking.
   *
   * @param used whether anything came over it since the last time
   */
  boolean holds(Tickets.Bearer bearer, boolean used) {
    String hash = bearer.signIn();
    return bearer.subject().isPerson()
        ? current(hash, used).isPresent()
        : database
            .apiTokens()
            .use(hash, Instant.now())
            .map(ApiToken::scope)
            .equals(bearer.subject().scope());
  }

  private static Refusal nobody() {
    return new Refusal(FailureCode.NOT_SIGNED_IN, "nobody is signed in");
  }

  /** What somebody is in a document; empty when it is not theirs to see. Blocking. */
  Optional<Role> role(DocumentRow document, Account account) {
    return database.projects().rights(document.id()).roleOf(account);
  }

  /** What somebody is in a project; an administrator is a manager everywhere. Blocking. */
  Optional<Role> role(String project, Account account) {
    return account.administrator()
        ? Optional.of(Role.MANAGER)
        : database.projects().role(project, account.id());
  }
}
