package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.OpenIdScene.ended;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way to the provider and back: nobody comes back who did not go there by the same browser,
 * once.
 */
class OpenIdTest {

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

  @Test
  void letsInWhomTheProviderKnowsToTheAccountThatWasLinked() throws Exception {
    scene.linked("linked", "subject-1");
    OpenIdScene.Sent sent = scene.sent();
    String token =
        scene.provider.signed(
            scene
                .provider
                .claims("subject-1", sent.nonce())
                .claim("admin", true)
                .claim("roles", List.of("administrator"))
                .build());
    HttpResponse<Buffer> answer = scene.back(sent, scene.query(sent, token));
    ended(answer, "/");
    JsonObject account = scene.account(answer);
    assertThat(account.getString("name")).isEqualTo("linked");
    assertThat(account.getBoolean("administrator")).isFalse();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(
                scene.provider.asked().get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
        .isEqualTo(sent.challenge());
    assertThat(scene.provider.asked().get("redirect_uri"))
        .isEqualTo("http://localhost:8080/api/openid/callback");
  }

  @Test
  void refusesTheStateOfAnotherBrowser() {
    scene.linked("victim of a state", "subject-2");
    OpenIdScene.Sent attacker = scene.sent();
    OpenIdScene.Sent victim = scene.sent();
    String token =
        scene.provider.signed(scene.provider.claims("subject-2", attacker.nonce()).build());
    ended(scene.back(victim.cookie(), scene.query(attacker, token)), "/sign-in?openid=stale");
    ended(scene.back(attacker, scene.query(attacker, token)), "/sign-in?openid=stale");
  }

  @Test
  void refusesAStateThatIsMadeUpOrMissing() {
    OpenIdScene.Sent sent = scene.sent();
    String code =
        scene.provider.code(
            scene.provider.signed(scene.provider.claims("x", sent.nonce()).build()));
    ended(scene.back(sent, "state=made-up&code=" + code), "/sign-in?openid=stale");
    ended(scene.back(sent, "code=" + code), "/sign-in?openid=stale");
  }

  @Test
  void refusesWhatComesBackTwice() {
    scene.linked("replayed", "subject-3");
    OpenIdScene.Sent sent = scene.sent();
    String query =
        scene.query(
            sent, scene.provider.signed(scene.provider.claims("subject-3", sent.nonce()).build()));
    ended(scene.back(sent, query), "/");
    ended(scene.back(sent, query), "/sign-in?openid=stale");
    OpenIdScene.Sent later = scene.sent();
    String code = query.substring(query.indexOf("code="));
    ended(scene.back(later, "state=" + later.state() + "&" + code), "/sign-in?openid=refused");
  }

  @Test
  void refusesTheTokenOfAnotherTry() {
    scene.linked("mixed", "subject-4");
    OpenIdScene.Sent first = scene.sent();
    OpenIdScene.Sent second = scene.sent();
    String token = scene.provider.signed(scene.provider.claims("subject-4", first.nonce()).build());
    ended(scene.back(second, scene.query(second, token)), "/sign-in?openid=refused");
  }

  @Test
  void refusesTheAnswerOfAnotherIssuer() {
    scene.linked("confused", "subject-5");
    OpenIdScene.Sent sent = scene.sent();
    String token = scene.provider.signed(scene.provider.claims("subject-5", sent.nonce()).build());
    ended(
        scene.back(sent, scene.query(sent, token) + "&iss=https://elsewhere.example"),
        "/sign-in?openid=refused");
    OpenIdScene.Sent named = scene.sent();
    String right = scene.provider.signed(scene.provider.claims("subject-5", named.nonce()).build());
    ended(scene.back(named, scene.query(named, right) + "&iss=" + scene.provider.issuer()), "/");
  }

  @Test
  void saysWhenThePersonDidNotWantTo() {
    OpenIdScene.Sent sent = scene.sent();
    ended(scene.back(sent, "error=access_denied&state=" + sent.state()), "/sign-in?openid=denied");
  }

  @Test
  void followsNoRedirectOfTheProvider() {
    OpenIdScene.Sent sent = scene.sent();
    String token = scene.provider.signed(scene.provider.claims("subject-1", sent.nonce()).build());
    scene.provider.answersWith(302);
    try {
      ended(scene.back(sent, scene.query(sent, token)), "/sign-in?openid=refused");
    } finally {
      scene.provider.answersWith(200);
    }
  }
}
