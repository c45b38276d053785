package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dianjiao.limits.AccountLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that lies lets nobody in. */
class OpenIdTest {

  @TempDir static Path folder;

  private static final Vertx VERTX = Vertx.vertx();
  private static FakeProvider provider;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    provider = new FakeProvider(VERTX);
    server =
        new RunningServer(
            folder,
            RunningServer.LIMITS,
            AccountLimits.defaults(),
            Optional.of(provider.settings(false)));
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
    VERTX.close().await();
  }

  /** A browser that was sent to the provider. */
  private record Sent(String cookie, String state, String nonce, String challenge) {}

  private static Sent sent(Browser browser, JsonObject wish) {
    return sent(browser, "/api/openid/begin", wish);
  }

  private static Sent sent(Browser browser, String path, JsonObject wish) {
    String before = browser.cookie();
    HttpResponse<Buffer> answer =
        browser
            .bare(HttpMethod.POST, path)
            .putHeader("X-Dianjiao", "1")
            .sendJsonObject(wish)
            .await();
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    assertThat(browser.cookie()).isEqualTo(before);
    assertThat(answer.cookies().get(0))
        .startsWith("dianjiao-openid=")
        .contains("SameSite=Lax")
        .containsIgnoringCase("HttpOnly");
    String address = answer.bodyAsJsonObject().getString("address");
    assertThat(address).startsWith(provider.issuer() + "/authorize?");
    return new Sent(
        answer.cookies().get(0).split(";", 2)[0],
        parameter(address, "state"),
        parameter(address, "nonce"),
        parameter(address, "code_challenge"));
  }

  private static Sent sent() {
    return sent(server.browser(), new JsonObject());
  }

  private static String parameter(String address, String name) {
    return new QueryStringDecoder(address).parameters().get(name).get(0);
  }

  private static HttpResponse<Buffer> back(Sent sent, String query) {
    return back(sent.cookie(), query);
  }

  private static HttpResponse<Buffer> back(String cookies, String query) {
    return server
        .http
        .get(server.server.port(), RunningServer.HOST, "/api/openid/callback?" + query)
        .putHeader("Cookie", cookies)
        .followRedirects(false)
        .send()
        .await();
  }

  private static String query(Sent sent, String token) {
    return "state=" + sent.state() + "&code=" + provider.code(token);
  }

  private static void ended(HttpResponse<Buffer> answer, String place) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(place);
    boolean signedIn =
        answer.cookies().stream()
            .anyMatch(cookie -> cookie.startsWith("dianjiao=") && !cookie.startsWith("dianjiao=;"));
    assertThat(signedIn).isEqualTo(place.equals("/"));
  }

  /** The account that somebody got who was signed in. */
  private static JsonObject account(HttpResponse<Buffer> answer) {
    return asked(answer, "/api/me");
  }

  private static JsonObject asked(HttpResponse<Buffer> signedIn, String path) {
    String cookie =
        signedIn.cookies().stream()
            .filter(one -> one.startsWith("dianjiao="))
            .findFirst()
            .orElseThrow()
            .split(";", 2)[0];
    return server
        .http
        .get(server.server.port(), RunningServer.HOST, path)
        .putHeader("Cookie", cookie)
        .send()
        .await()
        .bodyAsJsonObject();
  }

  /** An account that this subject signs in to. */
  private static Browser linked(String name, String subject) {
    Browser browser = server.stranger(name);
    Sent sent = sent(browser, "/api/openid/link", new JsonObject());
    String token = provider.signed(provider.claims(subject, sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/account?openid=linked");
    return browser;
  }

  @Test
  void letsInWhomTheProviderKnowsToTheAccountThatWasLinked() throws Exception {
    linked("linked", "subject-1");
    Sent sent = sent();
    String token =
        provider.signed(
            provider
                .claims("subject-1", sent.nonce())
                .claim("admin", true)
                .claim("roles", List.of("administrator"))
                .build());
    HttpResponse<Buffer> answer = back(sent, query(sent, token));
    ended(answer, "/");
    JsonObject account = account(answer);
    assertThat(account.getString("name")).isEqualTo("linked");
    assertThat(account.getBoolean("administrator")).isFalse();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(provider.asked().get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
        .isEqualTo(sent.challenge());
    assertThat(provider.asked().get("redirect_uri"))
        .isEqualTo("http://localhost:8080/api/openid/callback");
  }

  private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(what, change);
  }

  static Stream<Arguments> wrongClaims() {
    Instant now = Instant.now();
    return Stream.of(
        wrong("another issuer", claims -> claims.issuer("https://elsewhere.example")),
        wrong("the issuer with a slash", claims -> claims.issuer(provider.issuer() + "/")),
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
    Sent sent = sent();
    JWTClaimsSet claims = change.apply(provider.claims("subject-1", sent.nonce())).build();
    ended(back(sent, query(sent, provider.signed(claims))), "/sign-in?openid=refused");
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
        signing("unsigned", claims -> cut(provider.signed(claims))),
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
                withKey(JWSAlgorithm.HS256, claims, provider.key.toRSAPublicKey().getEncoded())),
        signing(
            "another key of the same name",
            claims -> FakeProvider.signed(claims, FakeProvider.key("the key"))),
        signing(
            "a key that nobody knows",
            claims -> FakeProvider.signed(claims, FakeProvider.key("x"))),
        signing("a key that it brings along", OpenIdTest::withOwnKey),
        signing("no token at all", claims -> "nonsense"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongSignatures")
  void refusesATokenThatIsNotSignedByTheProvider(String what, Signing signing) throws Exception {
    Sent sent = sent();
    JWTClaimsSet claims = provider.claims("subject-1", sent.nonce()).build();
    ended(back(sent, query(sent, signing.token(claims))), "/sign-in?openid=refused");
  }

  @Test
  void refusesTheStateOfAnotherBrowser() {
    linked("victim of a state", "subject-2");
    Sent attacker = sent();
    Sent victim = sent();
    String token = provider.signed(provider.claims("subject-2", attacker.nonce()).build());
    ended(back(victim.cookie(), query(attacker, token)), "/sign-in?openid=stale");
    ended(back(attacker, query(attacker, token)), "/sign-in?openid=stale");
  }

  @Test
  void refusesAStateThatIsMadeUpOrMissing() {
    Sent sent = sent();
    String code = provider.code(provider.signed(provider.claims("x", sent.nonce()).build()));
    ended(back(sent, "state=made-up&code=" + code), "/sign-in?openid=stale");
    ended(back(sent, "code=" + code), "/sign-in?openid=stale");
  }

  @Test
  void refusesWhatComesBackTwice() {
    linked("replayed", "subject-3");
    Sent sent = sent();
    String query = query(sent, provider.signed(provider.claims("subject-3", sent.nonce()).build()));
    ended(back(sent, query), "/");
    ended(back(sent, query), "/sign-in?openid=stale");
    Sent later = sent();
    String code = query.substring(query.indexOf("code="));
    ended(back(later, "state=" + later.state() + "&" + code), "/sign-in?openid=refused");
  }

  @Test
  void refusesTheTokenOfAnotherTry() {
    linked("mixed", "subject-4");
    Sent first = sent();
    Sent second = sent();
    String token = provider.signed(provider.claims("subject-4", first.nonce()).build());
    ended(back(second, query(second, token)), "/sign-in?openid=refused");
  }

  @Test
  void refusesTheAnswerOfAnotherIssuer() {
    linked("confused", "subject-5");
    Sent sent = sent();
    String token = provider.signed(provider.claims("subject-5", sent.nonce()).build());
    ended(
        back(sent, query(sent, token) + "&iss=https://elsewhere.example"),
        "/sign-in?openid=refused");
    Sent named = sent();
    String right = provider.signed(provider.claims("subject-5", named.nonce()).build());
    ended(back(named, query(named, right) + "&iss=" + provider.issuer()), "/");
  }

  @Test
  void saysWhenThePersonDidNotWantTo() {
    Sent sent = sent();
    ended(back(sent, "error=access_denied&state=" + sent.state()), "/sign-in?openid=denied");
  }

  @Test
  void followsNoRedirectOfTheProvider() {
    Sent sent = sent();
    String token = provider.signed(provider.claims("subject-1", sent.nonce()).build());
    provider.answersWith(302);
    try {
      ended(back(sent, query(sent, token)), "/sign-in?openid=refused");
    } finally {
      provider.answersWith(200);
    }
  }

  @Test
  void makesNoAccountForWhoIsNotInvited() {
    Sent sent = sent();
    String token = provider.signed(provider.claims("stranger", sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/sign-in?openid=no-account");
  }

  private static JsonObject invitation(String role) {
    String secret =
        server
            .administrator
            .post(
                "/api/projects/" + server.project + "/invitations",
                new JsonObject().put("role", role))
            .bodyAsJsonObject()
            .getString("secret");
    return new JsonObject().put("invitation", secret);
  }

  @Test
  void makesAnAccountForWhoIsInvited() {
    JsonObject wish = invitation("annotator");
    Sent sent = sent(server.browser(), wish);
    JWTClaimsSet claims =
        provider
            .claims("invited", sent.nonce())
            .claim("name", "keeper")
            .claim("email", "guest@example.org")
            .claim("email_verified", false)
            .build();
    HttpResponse<Buffer> answer = back(sent, query(sent, provider.signed(claims)));
    ended(answer, "/");
    assertThat(account(answer).getString("name")).isEqualTo("keeper 2");
    assertThat(server.administrator.get("/api/projects/" + server.project).bodyAsString())
        .contains("\"keeper 2\"");
    assertThat(email(answer)).isNull();
    Sent late = sent(server.browser(), wish);
    String another = provider.signed(provider.claims("late", late.nonce()).build());
    ended(back(late, query(late, another)), "/sign-in?openid=no-invitation");
  }

  private static String email(HttpResponse<Buffer> answer) {
    return asked(answer, "/api/me/profile").getString("email");
  }

  @Test
  void takesAnAddressOnlyWhenTheProviderSaysThatItIsTrue() {
    for (Object verified : List.of(true, false, "false", "true", 1)) {
      Sent sent = sent(server.browser(), invitation("viewer"));
      JWTClaimsSet claims =
          provider
              .claims("address " + verified.getClass() + verified, sent.nonce())
              .claim("email", "a@example.org")
              .claim("email_verified", verified)
              .build();
      HttpResponse<Buffer> answer = back(sent, query(sent, provider.signed(claims)));
      ended(answer, "/");
      assertThat(email(answer)).isEqualTo(Boolean.TRUE.equals(verified) ? "a@example.org" : null);
    }
  }

  @Test
  void linksNobodyToASecondAccount() {
    linked("first owner", "subject-6");
    Browser second = server.stranger("second owner");
    Sent sent = sent(second, "/api/openid/link", new JsonObject());
    String token = provider.signed(provider.claims("subject-6", sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/account?openid=taken");
  }

  @Test
  void linksNothingForWhoSignedOutMeanwhile() {
    Browser browser = server.stranger("gone meanwhile");
    Sent sent = sent(browser, "/api/openid/link", new JsonObject());
    browser.delete("/api/session");
    String token = provider.signed(provider.claims("subject-7", sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/sign-in?openid=stale");
    HttpResponse<Buffer> nobody = server.browser().post("/api/openid/link", new JsonObject());
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  @Test
  void letsNobodyInToASuspendedAccount() {
    Browser browser = linked("resting", "subject-8");
    String id = browser.get("/api/me").bodyAsJsonObject().getString("id");
    server.administrator.put("/api/accounts/" + id + "/suspension", new JsonObject());
    Sent sent = sent();
    String token = provider.signed(provider.claims("subject-8", sent.nonce()).build());
    ended(back(sent, query(sent, token)), "/sign-in?openid=suspended");
  }

  @Test
  void keepsOneWayIn() {
    Sent sent = sent(server.browser(), invitation("viewer"));
    String token = provider.signed(provider.claims("only way", sent.nonce()).build());
    HttpResponse<Buffer> answer = back(sent, query(sent, token));
    String cookie =
        answer.cookies().stream()
            .filter(one -> one.startsWith("dianjiao="))
            .findFirst()
            .orElseThrow()
            .split(";", 2)[0];
    HttpResponse<Buffer> refused =
        server
            .http
            .delete(server.server.port(), RunningServer.HOST, "/api/me/openid")
            .putHeader("Cookie", cookie)
            .putHeader("X-Dianjiao", "1")
            .send()
            .await();
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.bodyAsString()).contains("choose a password first");
    Browser both = linked("both ways", "subject-9");
    assertThat(both.delete("/api/me/openid").statusCode()).isEqualTo(200);
    Sent again = sent();
    String gone = provider.signed(provider.claims("subject-9", again.nonce()).build());
    ended(back(again, query(again, gone)), "/sign-in?openid=no-account");
  }

  /**
   * Somebody comes in by another server's provider, with a name in the token unless it is empty.
   */
  private static HttpResponse<Buffer> comes(
      RunningServer open, FakeProvider by, String subject, String name) {
    HttpResponse<Buffer> begun = open.browser().post("/api/openid/begin", new JsonObject());
    String address = begun.bodyAsJsonObject().getString("address");
    JWTClaimsSet claims =
        by.claims(subject, parameter(address, "nonce"))
            .claim("name", name.isEmpty() ? null : name)
            .build();
    String query =
        "state=%s&code=%s".formatted(parameter(address, "state"), by.code(by.signed(claims)));
    return open.http
        .get(open.server.port(), RunningServer.HOST, "/api/openid/callback?" + query)
        .putHeader("Cookie", begun.cookies().get(0).split(";", 2)[0])
        .followRedirects(false)
        .send()
        .await();
  }

  @Test
  void asksForTheNameWhereTheTokenHasNone(@TempDir Path other) {
    try (FakeProvider strict = new FakeProvider(VERTX);
        RunningServer open =
            new RunningServer(
                other,
                RunningServer.LIMITS,
                AccountLimits.defaults(),
                Optional.of(strict.settings(true)))) {
      strict.introduces(new JsonObject().put("sub", "one").put("name", "Number One"));
      ended(comes(open, strict, "one", ""), "/");
      assertThat(open.administrator.get("/api/accounts").bodyAsString()).contains("\"Number One\"");
      ended(comes(open, strict, "two", ""), "/sign-in?openid=refused");
      assertThat(open.administrator.get("/api/accounts").bodyAsString())
          .doesNotContain("Number One 2");
    }
  }

  @Test
  void makesAnAccountForAnybodyWhereTheOperatorAllowsIt(@TempDir Path other) {
    try (RunningServer open =
        new RunningServer(
            other,
            RunningServer.LIMITS,
            AccountLimits.defaults(),
            Optional.of(provider.settings(true)))) {
      HttpResponse<Buffer> answer = comes(open, provider, "anybody", "Anybody");
      ended(answer, "/");
      assertThat(open.administrator.get("/api/accounts").bodyAsString()).contains("\"Anybody\"");
    }
  }

  @Test
  void aServerWithoutAProviderSaysSo(@TempDir Path other) {
    try (RunningServer plain = new RunningServer(other)) {
      HttpResponse<Buffer> answer = plain.browser().post("/api/openid/begin", new JsonObject());
      assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(404);
      assertThat(plain.browser().get("/api/status").bodyAsJsonObject().containsKey("openId"))
          .isFalse();
    }
  }

  @Test
  void aProviderUnderAnotherNameIsRefused(@TempDir Path other) {
    try (FakeProvider liar = new FakeProvider(VERTX)) {
      for (UnaryOperator<JsonObject> lie :
          List.<UnaryOperator<JsonObject>>of(
              told -> told.put("issuer", "https://elsewhere.example"),
              told -> told.put("token_endpoint", "http://elsewhere.example/token"),
              told -> told.put("authorization_endpoint", "javascript:alert(1)"),
              told -> told.put("code_challenge_methods_supported", List.of("plain")),
              told -> new JsonObject())) {
        liar.says(lie);
        try (RunningServer misled =
            new RunningServer(
                other.resolve(Identity.secret()),
                RunningServer.LIMITS,
                AccountLimits.defaults(),
                Optional.of(liar.settings(true)))) {
          HttpResponse<Buffer> answer =
              misled.browser().post("/api/openid/begin", new JsonObject());
          assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
        }
      }
    }
  }
}
