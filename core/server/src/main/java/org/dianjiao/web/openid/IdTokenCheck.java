package org.dianjiao.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an ID token is the provider's, for this server, of this very try, and fresh: section
 * 3.1.3.7 of OpenID Connect Core. Thread safe.
 */
final class IdTokenCheck {

  /** Signatures with a public key only: with a shared one, whoever checks could also sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final int LONGEST_SUBJECT = 255;

  private final String issuer;
  private final String client;

  IdTokenCheck(OpenIdSettings settings) {
    this.issuer = settings.issuer().toString();
    this.client = settings.client();
  }

  /**
   * Who the token speaks of.
   *
   * @param nonce of this try
   * @throws OpenIdRefused when anything in it is wrong
   */
  ExternalPerson check(String token, JWKSet keys, String nonce) {
    JWTClaimsSet claims = signed(token, keys, nonce);
    requireForUs(claims);
    requireFresh(claims);
    String subject = claims.getSubject();
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      throw new OpenIdRefused("the subject has %d characters".formatted(subject.length()));
    }
    return person(issuer, claims);
  }

  /** Who checked claims speak of. */
  static ExternalPerson person(String issuer, JWTClaimsSet claims) {
    Optional<String> name = words(claims, "name").or(() -> words(claims, "preferred_username"));
    Optional<String> email =
        words(claims, "email").filter(address -> isTrue(claims, "email_verified"));
    return new ExternalPerson(issuer, claims.getSubject(), name, email);
  }

  private JWTClaimsSet signed(String token, JWKSet keys, String nonce) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            client,
            new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
            Set.of("sub", "aud", "exp", "iat"));
    verifier.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
    try {
      return processor.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException wrong) {
      throw new OpenIdRefused("the ID token does not hold: " + wrong.getMessage(), wrong);
    }
  }

  /** A token for several has to say that we asked for it. */
  private void requireForUs(JWTClaimsSet claims) {
    List<String> audience = claims.getAudience();
    Object party = claims.getClaim("azp");
    boolean ours = party == null ? audience.size() == 1 : party.equals(client);
    if (!ours) {
      throw new OpenIdRefused("the ID token is for %s, asked for by %s".formatted(audience, party));
    }
  }

  private static void requireFresh(JWTClaimsSet claims) {
    Instant issued = claims.getIssueTime().toInstant();
    Instant now = Instant.now();
    if (issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(OLDEST))) {
      throw new OpenIdRefused("the ID token was issued at " + issued + ", it is " + now);
    }
  }

  private static Optional<String> words(JWTClaimsSet claims, String claim) {
    return claims.getClaim(claim) instanceof String words && !words.isBlank()
        ? Optional.of(words.strip())
        : Optional.empty();
  }

  /** The value counts, not that there is one. */
  private static boolean isTrue(JWTClaimsSet claims, String claim) {
    return Boolean.TRUE.equals(claims.getClaim(claim));
  }
}
