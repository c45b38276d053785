package org.dianjiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianjiao.web.OpenIdScene.ended;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dianjiao.limits.AccountLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a provider leaves out is asked for or done without; what it says of itself is not believed.
 */
class OpenIdProviderTest {

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void stop() {
    VERTX.close().await();
  }

  /** A server that makes an account for whoever comes by the provider. */
  private static RunningServer open(Path folder, FakeProvider provider) {
    return new RunningServer(
        folder,
        RunningServer.LIMITS,
        AccountLimits.defaults(),
        Optional.of(provider.settings(true)));
  }

  /**
   * Somebody comes in by another server's provider, with a name in the token unless it is empty.
   */
  private static HttpResponse<Buffer> comes(
      RunningServer open, FakeProvider by, String subject, String name) {
    HttpResponse<Buffer> begun = open.browser().post("/api/openid/begin", new JsonObject());
    String address = begun.bodyAsJsonObject().getString("address");
    JWTClaimsSet claims =
        by.claims(subject, OpenIdScene.parameter(address, "nonce"))
            .claim("name", name.isEmpty() ? null : name)
            .build();
    String query =
        "state=%s&code=%s"
            .formatted(OpenIdScene.parameter(address, "state"), by.code(by.signed(claims)));
    return open.http
        .get(open.server.port(), RunningServer.HOST, "/api/openid/callback?" + query)
        .putHeader("Cookie", begun.cookies().get(0).split(";", 2)[0])
        .followRedirects(false)
        .send()
        .await();
  }

  @Test
  void asksForTheNameWhereTheTokenHasNone(@TempDir Path folder) {
    try (FakeProvider strict = new FakeProvider(VERTX);
        RunningServer open = open(folder, strict)) {
      strict.introduces(new JsonObject().put("sub", "one").put("name", "Number One"));
      ended(comes(open, strict, "one", ""), "/");
      assertThat(open.administrator.get("/api/accounts").bodyAsString()).contains("\"Number One\"");
      ended(comes(open, strict, "two", ""), "/sign-in?openid=refused");
      assertThat(open.administrator.get("/api/accounts").bodyAsString())
          .doesNotContain("Number One 2");
    }
  }

  @Test
  void makesAnAccountForAnybodyWhereTheOperatorAllowsIt(@TempDir Path folder) {
    try (FakeProvider provider = new FakeProvider(VERTX);
        RunningServer open = open(folder, provider)) {
      HttpResponse<Buffer> answer = comes(open, provider, "anybody", "Anybody");
      ended(answer, "/");
      assertThat(open.administrator.get("/api/accounts").bodyAsString()).contains("\"Anybody\"");
    }
  }

  @Test
  void aServerWithoutAProviderSaysSo(@TempDir Path folder) {
    try (RunningServer plain = new RunningServer(folder)) {
      HttpResponse<Buffer> answer = plain.browser().post("/api/openid/begin", new JsonObject());
      assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(404);
      assertThat(plain.browser().get("/api/status").bodyAsJsonObject().containsKey("openId"))
          .isFalse();
    }
  }

  @Test
  void aProviderUnderAnotherNameIsRefused(@TempDir Path folder) {
    try (FakeProvider liar = new FakeProvider(VERTX)) {
      for (UnaryOperator<JsonObject> lie :
          List.<UnaryOperator<JsonObject>>of(
              told -> told.put("issuer", "https://elsewhere.example"),
              told -> told.put("token_endpoint", "http://elsewhere.example/token"),
              told -> told.put("authorization_endpoint", "javascript:alert(1)"),
              told -> told.put("code_challenge_methods_supported", List.of("plain")),
              told -> new JsonObject())) {
        liar.says(lie);
        try (RunningServer misled = open(folder.resolve(Identity.secret()), liar)) {
          HttpResponse<Buffer> answer =
              misled.browser().post("/api/openid/begin", new JsonObject());
          assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
        }
      }
    }
  }
}
