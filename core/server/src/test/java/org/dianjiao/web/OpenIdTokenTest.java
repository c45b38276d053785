package org.dianjiao.web;

import static org.dianjiao.web.OpenIdScene.ended;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token of the provider that says anything wrong, or that it did not sign, lets nobody in. */
class OpenIdTokenTest {

  @TempDir static Path folder;

  private static OpenIdScene scene;

  @BeforeAll
  static void start() {
    scene = new OpenIdScene(folder);
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(what, change);
  }

  static Stream<Arguments> wrongClaims() {
    Instant now = Instant.now();
    return Stream.of(
        wrong("another issuer", claims -> claims.issuer("https://elsewhere.example")),
        wrong("the issuer with a slash", claims -> claims.issuer(scene.provider.issuer() + "/")),
        wrong("no issuer", claims -> claims.issuer(null)),
        wrong("another audience", claims -> claims.audience("another-client")),
        wrong("no audience", claims -> claims.audience((String) null)),
        wrong(
            "several audiences and no party",
            claims -> claims.audience(List.of(FakeProvider.CLIENT, "another-client"))),
        wrong("another party", claims -> claims.claim("azp", "another-client")),
        wrong("another nonce", claims -> claims.claim("nonce", "made up")),
        wrong("no nonce", claims -> claims.claim("nonce", null)),
        wrong("expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))),
        wrong("no end", claims -> claims.expirationTime(null)),
        wrong("of tomorrow", claims -> claims.issueTime(Date.from(now.plusSeconds(86_400)))),
        wrong("of an hour ago", claims -> claims.issueTime(Date.from(now.minusSeconds(3_600)))),
        wrong("no beginning", claims -> claims.issueTime(null)),
        wrong("not yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(3_600)))),
        wrong("no subject", claims -> claims.subject(null)),
        wrong("an empty subject", claims -> claims.subject("")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void refusesATokenWithAWrongClaim(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    OpenIdScene.Sent sent = scene.sent();
    JWTClaimsSet claims = change.apply(scene.provider.claims("subject-1", sent.nonce())).build();
    ended(
        scene.back(sent, scene.query(sent, scene.provider.signed(claims))),
        "/sign-in?openid=refused");
  }

  /** How a token may be signed that is right otherwise. */
  private interface Signing {
    String token(JWTClaimsSet claims) throws JOSEException;
  }

  private static String withKey(JWSAlgorithm algorithm, JWTClaimsSet claims, byte[] secret)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID("the key").build(), claims);
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static String cut(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String withOwnKey(JWTClaimsSet claims) throws JOSEException {
    RSAKey own = FakeProvider.key("own");
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), claims);
    token.sign(new RSASSASigner(own));
    return token.serialize();
  }

  private static Arguments signing(String what, Signing signing) {
    return Arguments.of(what, signing);
  }

  static Stream<Arguments> wrongSignatures() {
    return Stream.of(
        signing("none", claims -> new PlainJWT(claims).serialize()),
        signing("unsigned", claims -> cut(scene.provider.signed(claims))),
        signing(
            "HS256 with the secret of the client",
            claims ->
                withKey(
                    JWSAlgorithm.HS256,
                    claims,
                    (FakeProvider.SECRET + "and a few more").getBytes(StandardCharsets.UTF_8))),
        signing(
            "HS256 with the public key",
            claims ->
                withKey(
                    JWSAlgorithm.HS256, claims, scene.provider.key.toRSAPublicKey().getEncoded())),
        signing(
            "another key of the same name",
            claims -> FakeProvider.signed(claims, FakeProvider.key("the key"))),
        signing(
            "a key that nobody knows",
            claims -> FakeProvider.signed(claims, FakeProvider.key("x"))),
        signing("a key that it brings along", OpenIdTokenTest::withOwnKey),
        signing("no token at all", claims -> "nonsense"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongSignatures")
  void refusesATokenThatIsNotSignedByTheProvider(String what, Signing signing) throws Exception {
    OpenIdScene.Sent sent = scene.sent();
    JWTClaimsSet claims = scene.provider.claims("subject-1", sent.nonce()).build();
    ended(scene.back(sent, scene.query(sent, signing.token(claims))), "/sign-in?openid=refused");
  }
}
