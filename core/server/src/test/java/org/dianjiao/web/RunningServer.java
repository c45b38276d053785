package org.dianjiao.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dianjiao.json.Json;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.mail.MailSettings;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.server.Server;
import org.dianjiao.server.ServerSettings;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.web.openid.OpenIdSettings;

/** A whole server on a free port, with one project and its administrator. */
final class RunningServer implements AutoCloseable {

  static final String HOST = "127.0.0.1";
  static final String PASSWORD = "correct horse battery";

  private static final int MOST_SOCKETS = 10_000;
  private static final int CLIENTS_SECONDS = 60;

  /** Small enough to go over them in a test. */
  static final Limits LIMITS =
      Json.readSettings(
          """
          message-bytes: 20000
          insert-units: 1000
          body-bytes: 10000
          sign-in-tries: 3
          sockets-per-account: 100
          window-units: 20000
          window-annotations: 200
          """,
          Limits.class);

  /** Hundreds of people sign in to the tests' servers, with passwords that nobody has to guess. */
  static final AccountLimits QUICK = Json.readSettings("password-kib: 64", AccountLimits.class);

  final Vertx vertx = Vertx.vertx();
  final WebClient http = WebClient.create(vertx);

  /** Held as long as anybody connects: Vert.x closes a client that nobody holds any more. */
  final WebSocketClient sockets =
      vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_SOCKETS));

  private final ServerSettings settings;
  Server server;
  final String setupToken;
  final Browser administrator;
  final String project;

  RunningServer(Path folder) {
    this(folder, LIMITS);
  }

  RunningServer(Path folder, Limits limits) {
    this(folder, limits, QUICK);
  }

  RunningServer(Path folder, Limits limits, AccountLimits accounts) {
    this(folder, limits, accounts, Optional.empty());
  }

  RunningServer(
      Path folder, Limits limits, AccountLimits accounts, Optional<OpenIdSettings> openId) {
    this(folder, limits, accounts, openId, Optional.empty());
  }

  RunningServer(
      Path folder,
      Limits limits,
      AccountLimits accounts,
      Optional<OpenIdSettings> openId,
      Optional<MailSettings> mail) {
    settings =
        new ServerSettings(
            new WebSettings(HOST, 0, false),
            StorageSettings.defaults(folder.resolve("data")),
            folder.resolve("plugins"),
            folder.resolve("plugin-settings"),
            Isolation.DEFAULTS,
            Optional.empty(),
            limits,
            accounts,
            openId,
            mail);
    server = Server.start(settings);
    setupToken = server.setupToken().orElseThrow();
    administrator = browser();
    administrator.expect(
        200,
        administrator.post(
            "/api/setup",
            new JsonObject()
                .put("token", setupToken)
                .put("name", "keeper")
                .put("password", PASSWORD)));
    project = newProject("Test");
  }

  /** An empty project of the administrator. */
  final String newProject(String name) {
    JsonObject named = new JsonObject().put("name", name);
    return administrator.expect(200, administrator.post("/api/projects", named)).getString("id");
  }

  /** Of a server of its own, with nothing in it. */
  static ServerSettings settings(Path folder, boolean behindTls, AccountLimits accounts) {
    return new ServerSettings(
        new WebSettings(HOST, 0, behindTls),
        StorageSettings.defaults(folder.resolve("data")),
        folder.resolve("plugins"),
        folder.resolve("plugin-settings"),
        Isolation.DEFAULTS,
        Optional.empty(),
        Limits.defaults(),
        accounts,
        Optional.empty(),
        Optional.empty());
  }

  /** Ends it and starts it again on the same data and another port. */
  void restart() {
    server.close();
    server = Server.start(settings);
  }

  /** A browser in which nobody is signed in. */
  Browser browser() {
    return new Browser(this);
  }

  /** A new account, and its browser. */
  Browser stranger(String name) {
    JsonObject account = Browser.person(name, PASSWORD);
    administrator.expect(200, administrator.post("/api/accounts", account));
    return again(name);
  }

  /** Another browser of an account. */
  Browser again(String name) {
    Browser browser = browser();
    browser.expect(200, browser.signIn(name, PASSWORD));
    return browser;
  }

  HttpResponse<Buffer> suspend(String account) {
    return administrator.put("/api/accounts/" + account + "/suspension", new JsonObject());
  }

  /** A new member of the project, and its browser. */
  Browser member(String name, String role) {
    Browser browser = stranger(name);
    String path = "/api/projects/" + project + "/members/" + browser.account();
    administrator.expect(200, administrator.put(path, new JsonObject().put("role", role)));
    return browser;
  }

  /** A new document; its id. */
  String document(String text) {
    return administrator
        .expect(200, administrator.bring(project, text.getBytes(StandardCharsets.UTF_8)))
        .getString("id");
  }

  /**
   * The server first: clients whose sockets are open wait half a minute before they close. How the
   * clients end is not what is tested.
   */
  @Override
  public void close() {
    server.close();
    try {
      vertx.close().await(CLIENTS_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      System.out.println("the clients of this test did not close");
    }
  }
}
