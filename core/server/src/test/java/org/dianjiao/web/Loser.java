package org.dianjiao.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** An editor at two browsers, or at one and with a token, who is about to lose that. */
final class Loser {

  private static final String FRESH = "another horse battery";
  private static final long EXPIRES_MILLIS = 2_500;

  private final RunningServer server;
  private final Rows rows;
  private final Loss loss;
  private final Browser other;
  private final Browser client;
  private final String account;
  private Instant expires = Instant.MAX;
  private String token = "";

  /** A new member of the project. */
  Loser(RunningServer server, Rows rows, Loss loss, String name) {
    this.server = server;
    this.rows = rows;
    this.loss = loss;
    this.other = server.member(name, "editor");
    this.account = other.account();
    this.client = loss.ofAToken() ? program() : server.again(name);
    if (loss == Loss.SIGN_IN_EXPIRES) {
      expire("sign_in");
    } else if (loss == Loss.TOKEN_EXPIRES) {
      expire("api_token");
    }
  }

  /** What loses its right, or its way in. */
  Browser client() {
    return client;
  }

  String account() {
    return account;
  }

  private Browser program() {
    JsonArray rights = new JsonArray().add("read-document").add("edit-text").add("name-version");
    JsonObject wanted = new JsonObject().put("name", "script").put("permissions", rights);
    JsonObject made = other.expect(200, other.post("/api/me/tokens", wanted));
    token = made.getJsonObject("token").getString("id");
    return new Browser(server, made.getString("secret"));
  }

  /** As if that had been made as long ago as it is good for. */
  private void expire(String table) {
    expires = Instant.now().plusMillis(EXPIRES_MILLIS);
    rows.change(
        "UPDATE %s SET expires_at = %d WHERE account_id = '%s'"
            .formatted(table, expires.toEpochMilli(), account));
  }

  /** Takes it away; returns when that is done. */
  void loses() {
    Browser keeper = server.administrator;
    String member = "/api/projects/" + server.project + "/members/" + account;
    switch (loss) {
      case DOWNGRADE, OWNER_OF_TOKEN_DOWNGRADED ->
          keeper.expect(200, keeper.put(member, new JsonObject().put("role", "viewer")));
      case REMOVAL -> keeper.expect(200, keeper.delete(member));
      case SIGN_OUT -> client.expect(200, client.delete("/api/session"));
      case ENDED_FROM_ANOTHER_PLACE -> endFromAnotherPlace();
      case ENDED_WITH_ALL_OTHERS -> other.expect(200, other.delete("/api/me/sign-ins"));
      case SIGN_IN_EXPIRES, TOKEN_EXPIRES -> awaitExpiry();
      case PASSWORD_CHANGED -> changePassword();
      case PASSWORD_RESET -> resetPassword();
      case SUSPENSION, OWNER_OF_TOKEN_SUSPENDED -> server.suspend(account);
      case TOKEN_REVOKED -> other.expect(200, other.delete("/api/me/tokens/" + token));
    }
  }

  private void endFromAnotherPlace() {
    JsonArray places = other.get("/api/me/sign-ins").bodyAsJsonArray();
    for (int i = 0; i < places.size(); i++) {
      if (!places.getJsonObject(i).getBoolean("here")) {
        other.delete("/api/me/sign-ins/" + places.getJsonObject(i).getString("id"));
      }
    }
  }

  private void awaitExpiry() {
    while (Instant.now().isBefore(expires)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void changePassword() {
    JsonObject change = new JsonObject().put("old", RunningServer.PASSWORD).put("password", FRESH);
    other.expect(200, other.put("/api/me/password", change));
  }

  private void resetPassword() {
    Browser keeper = server.administrator;
    String path = "/api/accounts/" + account + "/reset-link";
    JsonObject link = keeper.expect(200, keeper.post(path, new JsonObject()));
    Browser anywhere = server.browser();
    JsonObject chosen =
        new JsonObject().put("secret", link.getString("secret")).put("password", FRESH);
    anywhere.expect(200, anywhere.post("/api/reset-link/use", chosen));
  }
}
