package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.OpenIdScene.ended;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who comes by the provider is let in to the account that is linked, or invited, and to no other.
 */
class OpenIdAccountTest {

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
  void makesNoAccountForWhoIsNotInvited() {
    OpenIdScene.Sent sent = scene.sent();
    String token = scene.provider.signed(scene.provider.claims("stranger", sent.nonce()).build());
    ended(scene.back(sent, scene.query(sent, token)), "/sign-in?openid=no-account");
  }

  @Test
  void makesAnAccountForWhoIsInvited() {
    JsonObject wish = scene.invitation("annotator");
    OpenIdScene.Sent sent = scene.sent(scene.server.browser(), wish);
    JWTClaimsSet claims =
        scene
            .provider
            .claims("invited", sent.nonce())
            .claim("name", "keeper")
            .claim("email", "guest@example.org")
            .claim("email_verified", false)
            .build();
    HttpResponse<Buffer> answer =
        scene.back(sent, scene.query(sent, scene.provider.signed(claims)));
    ended(answer, "/");
    assertThat(scene.account(answer).getString("name")).isEqualTo("keeper 2");
    assertThat(
            scene.server.administrator.get("/api/projects/" + scene.server.project).bodyAsString())
        .contains("\"keeper 2\"");
    assertThat(email(answer)).isNull();
    OpenIdScene.Sent late = scene.sent(scene.server.browser(), wish);
    String another = scene.provider.signed(scene.provider.claims("late", late.nonce()).build());
    ended(scene.back(late, scene.query(late, another)), "/sign-in?openid=no-invitation");
  }

  private static String email(HttpResponse<Buffer> answer) {
    return scene.asked(answer, "/api/me/profile").getString("email");
  }

  @Test
  void takesAnAddressOnlyWhenTheProviderSaysThatItIsTrue() {
    for (Object verified : List.of(true, false, "false", "true", 1)) {
      OpenIdScene.Sent sent = scene.sent(scene.server.browser(), scene.invitation("viewer"));
      JWTClaimsSet claims =
          scene
              .provider
              .claims("address " + verified.getClass() + verified, sent.nonce())
              .claim("email", "a@example.org")
              .claim("email_verified", verified)
              .build();
      HttpResponse<Buffer> answer =
          scene.back(sent, scene.query(sent, scene.provider.signed(claims)));
      ended(answer, "/");
      assertThat(email(answer)).isEqualTo(Boolean.TRUE.equals(verified) ? "a@example.org" : null);
    }
  }

  @Test
  void linksNobodyToASecondAccount() {
    scene.linked("first owner", "subject-6");
    Browser second = scene.server.stranger("second owner");
    OpenIdScene.Sent sent = scene.sent(second, "/api/openid/link", new JsonObject());
    String token = scene.provider.signed(scene.provider.claims("subject-6", sent.nonce()).build());
    ended(scene.back(sent, scene.query(sent, token)), "/account?openid=taken");
  }

  @Test
  void linksNothingForWhoSignedOutMeanwhile() {
    Browser browser = scene.server.stranger("gone meanwhile");
    OpenIdScene.Sent sent = scene.sent(browser, "/api/openid/link", new JsonObject());
    browser.delete("/api/session");
    String token = scene.provider.signed(scene.provider.claims("subject-7", sent.nonce()).build());
    ended(scene.back(sent, scene.query(sent, token)), "/sign-in?openid=stale");
    HttpResponse<Buffer> nobody = scene.server.browser().post("/api/openid/link", new JsonObject());
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  @Test
  void letsNobodyInToASuspendedAccount() {
    Browser browser = scene.linked("resting", "subject-8");
    String id = browser.get("/api/me").bodyAsJsonObject().getString("id");
    scene.server.administrator.put("/api/accounts/" + id + "/suspension", new JsonObject());
    OpenIdScene.Sent sent = scene.sent();
    String token = scene.provider.signed(scene.provider.claims("subject-8", sent.nonce()).build());
    ended(scene.back(sent, scene.query(sent, token)), "/sign-in?openid=suspended");
  }

  @Test
  void keepsOneWayIn() {
    OpenIdScene.Sent sent = scene.sent(scene.server.browser(), scene.invitation("viewer"));
    String token = scene.provider.signed(scene.provider.claims("only way", sent.nonce()).build());
    HttpResponse<Buffer> answer = scene.back(sent, scene.query(sent, token));
    String cookie =
        answer.cookies().stream()
            .filter(one -> one.startsWith("dianjiao="))
            .findFirst()
            .orElseThrow()
            .split(";", 2)[0];
    HttpResponse<Buffer> refused =
        scene
            .server
            .http
            .delete(scene.server.server.port(), RunningServer.HOST, "/api/me/openid")
            .putHeader("Cookie", cookie)
            .putHeader("X-Dianjiao", "1")
            .send()
            .await();
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.bodyAsString()).contains("choose a password first");
    Browser both = scene.linked("both ways", "subject-9");
    assertThat(both.delete("/api/me/openid").statusCode()).isEqualTo(200);
    OpenIdScene.Sent again = scene.sent();
    String gone = scene.provider.signed(scene.provider.claims("subject-9", again.nonce()).build());
    ended(scene.back(again, scene.query(again, gone)), "/sign-in?openid=no-account");
  }
}
