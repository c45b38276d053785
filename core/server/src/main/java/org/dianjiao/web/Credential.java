package org.dianjiao.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request shows to say who makes it, as its SHA-256: the cookie of a browser, or the token
 * of a program. Where there is a token the cookie counts for nothing.
 *
 * @param token whether it is a token
 * @param hash of the secret
 */
record Credential(boolean token, String hash) {

  private static final String BEARER = "bearer ";

  /** Whether a request brings a token, right or wrong. No page of another site can add one. */
  static boolean isToken(HttpServerRequest request) {
    return bearer(request).isPresent();
  }

  private static Optional<String> bearer(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  /** What a request shows, when it shows anything. */
  static Optional<Credential> of(HttpServerRequest request, String cookie) {
    Optional<String> token = bearer(request);
    return token.isPresent()
        ? token.map(secret -> new Credential(true, Identity.hash(secret)))
        : Optional.ofNullable(request.getCookie(cookie))
            .map(Cookie::getValue)
            .map(secret -> new Credential(false, Identity.hash(secret)));
  }
}
