package org.dianjiao.web.openid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The provider, as one event loop talks to it. What it says about itself and its keys are asked for
 * when they are needed, and again after a while.
 */
public final class OpenIdProvider {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final Duration DOUBT_AFTER = Duration.ofMinutes(1);
  private static final int LONGEST_ANSWER = 256 * 1024;

  private final OpenIdSettings settings;
  private final Fetch fetch;
  private final IdTokenCheck check;
  private Optional<Known> known = Optional.empty();

  private record Known(Discovery discovery, JWKSet keys, long asked) {}

  /** A provider that nothing is known of yet. */
  public OpenIdProvider(Vertx vertx, OpenIdSettings settings) {
    this.settings = settings;
    this.fetch = new Fetch(vertx);
    this.check = new IdTokenCheck(settings);
  }

  /**
   * What one try to sign in is known by; all of it random.
   *
   * @param state comes back with the browser
   * @param nonce comes back in the token
   * @param verifier is shown with the code (PKCE)
   */
  public record Proof(String state, String nonce, String verifier) {}

  /** Where a browser goes to sign in. */
  public Future<String> authorization(Proof proof) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.client());
    query.put("redirect_uri", settings.redirect());
    query.put("scope", "openid profile email");
    query.put("state", proof.state());
    query.put("nonce", proof.nonce());
    query.put("code_challenge", challenge(proof.verifier()));
    query.put("code_challenge_method", "S256");
    return known()
        .map(
            now -> {
              String base = now.discovery().authorization().toString();
              return base + (base.contains("?") ? "&" : "?") + encoded(query);
            });
  }

  /**
   * Exchanges the code of a browser that came back, and checks what the provider answers.
   *
   * @param issuer that the browser brought along, if any
   */
  public Future<ExternalPerson> person(String code, Optional<String> issuer, Proof proof) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", settings.redirect());
    form.put("code_verifier", proof.verifier());
    return known()
        .map(now -> named(now, issuer))
        .compose(
            now ->
                fetch
                    .post(now.discovery().token(), encoded(form), authorization())
                    .map(OpenIdProvider::answer)
                    .compose(answer -> person(now, answer, proof))
                    .onFailure(failure -> doubt(now)));
  }

  private Future<ExternalPerson> person(Known now, Answer answer, Proof proof) {
    ExternalPerson person = check.check(answer.idToken(), now.keys(), proof.nonce());
    Optional<URI> userinfo = now.discovery().userinfo();
    return person.name().isPresent() || userinfo.isEmpty() || answer.accessToken().isEmpty()
        ? Future.succeededFuture(person)
        : fetch
            .get(userinfo.get(), "Bearer " + answer.accessToken().get())
            .map(told -> introduced(person, told));
  }

  /** What somebody is called, from where it is told when it does not stand in the token. */
  private static ExternalPerson introduced(ExternalPerson person, String told) {
    try {
      JWTClaimsSet claims = JWTClaimsSet.parse(told);
      if (!person.subject().equals(claims.getSubject())) {
        throw new OpenIdRefused("the provider tells the name of another than it signed in");
      }
      return IdTokenCheck.person(person.issuer(), claims);
    } catch (ParseException wrong) {
      throw new OpenIdRefused("what the provider tells of somebody cannot be read", wrong);
    }
  }

  /** The keys may have changed: they are asked for again, though not with every wrong token. */
  private void doubt(Known now) {
    if (System.nanoTime() - now.asked() > DOUBT_AFTER.toNanos()) {
      known = Optional.empty();
    }
  }

  /** Against answers of another provider that were mixed in (RFC 9207). */
  private Known named(Known now, Optional<String> issuer) {
    boolean right =
        issuer.map(settings.issuer().toString()::equals).orElse(!now.discovery().issuerInAnswer());
    if (!right) {
      throw new OpenIdRefused("the answer is of the issuer " + issuer.orElse("that is not named"));
    }
    return now;
  }

  private Future<Known> known() {
    long now = System.nanoTime();
    if (known.isPresent() && now - known.get().asked() < GOOD_FOR.toNanos()) {
      return Future.succeededFuture(known.get());
    }
    return fetch
        .get(configuration())
        .map(json -> Discovery.read(json, settings))
        .compose(found -> fetch.get(found.keys()).map(json -> new Known(found, keys(json), now)))
        .onSuccess(fresh -> known = Optional.of(fresh));
  }

  private URI configuration() {
    String issuer = settings.issuer().toString();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return URI.create(base + "/.well-known/openid-configuration");
  }

  private static JWKSet keys(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException wrong) {
      throw new OpenIdRefused("the keys of the provider cannot be read", wrong);
    }
  }

  /** What a code was exchanged for. */
  private record Answer(String idToken, Optional<String> accessToken) {}

  private static Answer answer(String json) {
    try {
      Map<String, Object> told = JSONObjectUtils.parse(json, LONGEST_ANSWER);
      String token = JSONObjectUtils.getString(told, "id_token");
      if (token == null) {
        throw new OpenIdRefused("the provider gives no ID token");
      }
      return new Answer(
          token, Optional.ofNullable(JSONObjectUtils.getString(told, "access_token")));
    } catch (ParseException wrong) {
      throw new OpenIdRefused("the answer of the provider cannot be read", wrong);
    }
  }

  private String authorization() {
    String pair = encoded(settings.client()) + ":" + encoded(settings.secret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }
}
