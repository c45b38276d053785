package org.dianjiao.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.dianjiao.web.openid.OpenIdSettings;

/**
 * An OpenID provider that says whatever a test wants it to say. It keeps to one rule of its own: a
 * code is good for one exchange.
 */
final class FakeProvider implements AutoCloseable {

  static final String CLIENT = "dianjiao";
  static final String SECRET = "a secret of two dozen letters";

  final RSAKey key = key("the key");

  private final HttpServer server;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private volatile Optional<MultiMap> asked = Optional.empty();
  private volatile UnaryOperator<JsonObject> configuration = told -> told;
  private volatile int status = 200;
  private volatile JsonObject userinfo = new JsonObject();

  FakeProvider(Vertx vertx) {
    server =
        vertx.createHttpServer().requestHandler(this::answer).listen(0, RunningServer.HOST).await();
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  OpenIdSettings settings(boolean createAccounts) {
    return new OpenIdSettings(
        "the provider",
        URI.create(issuer()),
        CLIENT,
        SECRET,
        URI.create("http://localhost:8080"),
        createAccounts);
  }

  /** Says something else about itself, from now on. */
  void says(UnaryOperator<JsonObject> other) {
    configuration = other;
  }

  /** Tells what people are called in a place of its own, as strict providers do. */
  void introduces(JsonObject claims) {
    userinfo = claims;
    says(told -> told.put("userinfo_endpoint", issuer() + "/userinfo"));
  }

  /** Answers every exchange with this status. */
  void answersWith(int other) {
    status = other;
  }

  /** The claims of a token that is right in everything. */
  JWTClaimsSet.Builder claims(String subject, String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce);
  }

  /** Signs as it should be signed. */
  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey by) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A code, for one exchange, to this token. */
  String code(String token) {
    String code = Identity.secret();
    tokens.put(code, token);
    return code;
  }

  /** The form of the last exchange. */
  MultiMap asked() {
    return asked.orElseThrow();
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/.well-known/openid-configuration" -> json(request, configuration.apply(told()));
      case "/keys" -> json(request, new JsonObject(new JWKSet(key.toPublicJWK()).toJSONObject()));
      case "/token" -> exchange(request);
      case "/userinfo" -> introduce(request);
      default -> request.response().setStatusCode(404).end();
    }
  }

  private JsonObject told() {
    return new JsonObject()
        .put("issuer", issuer())
        .put("authorization_endpoint", issuer() + "/authorize")
        .put("token_endpoint", issuer() + "/token")
        .put("jwks_uri", issuer() + "/keys");
  }

  private void exchange(HttpServerRequest request) {
    request.setExpectMultipart(true);
    request.endHandler(
        end -> {
          asked = Optional.of(request.formAttributes());
          Optional<String> token =
              Optional.ofNullable(request.getFormAttribute("code")).map(tokens::remove);
          HttpServerResponse response = request.response();
          if (status != 200) {
            response.setStatusCode(status).putHeader("Location", issuer() + "/keys").end();
          } else if (token.isEmpty()) {
            response.setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
          } else {
            json(
                request,
                new JsonObject()
                    .put("id_token", token.get())
                    .put("access_token", "the access token"));
          }
        });
  }

  /** Tells what the claims of a test are, to who shows the token that belongs to them. */
  private void introduce(HttpServerRequest request) {
    if ("Bearer the access token".equals(request.getHeader("Authorization"))) {
      json(request, userinfo);
    } else {
      request.response().setStatusCode(401).end();
    }
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }

  @Override
  public void close() {
    server.close().await();
  }
}
