package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.limits.Limits;
import org.dianjiao.session.Headcount;
import org.dianjiao.session.SessionHub;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.FreeSpace;

/**
 * HTTP and the way to the WebSocket. Several instances may share one port; each keeps the sockets
 * of its own event loop.
 */
public final class WebVerticle extends VerticleBase {

  private static final int WORKERS = 4;
  private static final int LONGEST_WORK_SECONDS = 60;
  private static final int MOST_CHRONICLES = 4;
  private static final long TICK_MILLIS = 500;
  private static final int FAREWELL_SECONDS = 10;

  private final Shared shared;
  private WorkerExecutor workers;
  private SessionHub sessions;
  private Deadlines deadlines;
  private HttpServer server;

  /**
   * What the instances share.
   *
   * @param chronicles of the documents that were asked about last
   * @param catalog the plugins that were found at the start
   */
  public record Shared(
      WebSettings settings,
      Limits limits,
      Database database,
      FreeSpace space,
      Tickets tickets,
      Headcount headcount,
      SignInThrottle throttle,
      Chronicles chronicles,
      Supplier<List<PluginDescribed>> catalog) {

    /** For a server with these settings. */
    public static Shared of(
        WebSettings settings,
        Limits limits,
        Database database,
        FreeSpace space,
        Supplier<List<PluginDescribed>> catalog) {
      return new Shared(
          settings,
          limits,
          database,
          space,
          new Tickets(),
          new Headcount(limits),
          new SignInThrottle(limits.signInTries()),
          new Chronicles(database, MOST_CHRONICLES),
          catalog);
    }

    /** The same, at the port that the first instance got. */
    public Shared on(int port) {
      WebSettings same = new WebSettings(settings.host(), port, settings.behindTls());
      return new Shared(
          same, limits, database, space, tickets, headcount, throttle, chronicles, catalog);
    }
  }

  /** One instance. */
  public WebVerticle(Shared shared) {
    this.shared = shared;
  }

  @Override
  public Future<?> start() {
    workers =
        vertx.createSharedWorkerExecutor(
            "dianjiao-web", WORKERS, LONGEST_WORK_SECONDS, TimeUnit.SECONDS);
    sessions = new SessionHub(vertx, shared.limits(), shared.tickets(), shared.headcount());
    deadlines = new Deadlines(shared.limits());
    vertx.setPeriodic(TICK_MILLIS, tick -> deadlines.tick(System.nanoTime()));
    return workers.executeBlocking(this::router).compose(this::listen);
  }

  private Future<HttpServer> listen(Router router) {
    return vertx
        .createHttpServer(options())
        .connectionHandler(
            connection -> {
              deadlines.connected(connection);
              connection.exceptionHandler(this::broken);
            })
        .requestHandler(
            request -> {
              if (!deadlines.arrived(request)) {
                return;
              }
              if (Border.opensSocket(request)) {
                socket(request);
              } else {
                router.handle(request);
              }
            })
        .listen()
        .onSuccess(listening -> server = listening);
  }

  @Override
  public Future<?> stop() {
    Future<Void> closed = sessions.close();
    return server == null ? closed : Future.join(closed, server.close());
  }

  /** A connection that breaks is nothing; memory that ran out while it was read is. */
  private void broken(Throwable failure) {
    if (failure instanceof OutOfMemoryError noMemory) {
      context.runOnContext(
          now -> {
            throw noMemory;
          });
    }
  }

  /** The port that this instance listens on. */
  public int port() {
    return server.actualPort();
  }

  private HttpServerOptions options() {
    Limits limits = shared.limits();
    return new HttpServerOptions()
        .setHost(shared.settings().host())
        .setPort(shared.settings().port())
        .setHttp2ClearTextEnabled(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(limits.frameBytes())
        .setMaxWebSocketMessageSize(limits.messageBytes())
        .setWebSocketClosingTimeout(FAREWELL_SECONDS)
        .setIdleTimeout(2 * Math.max(limits.silenceSeconds(), limits.keepAliveSeconds()))
        .setMaxHeaderSize(limits.headerBytes())
        .setMaxInitialLineLength(limits.addressBytes())
        .setDecompressionSupported(false);
  }

  /** Reads the page of the browser's part. Blocking. */
  private Router router() {
    Limits limits = shared.limits();
    Database database = shared.database();
    Identity identity =
        new Identity(
            database, Duration.ofHours(limits.sessionHours()), shared.settings().behindTls());
    Reply reply = new Reply(workers, identity);
    Router router = Router.router(vertx);
    router.route().handler(Border::headers).failureHandler(Reply::failed);
    router.get(Border.SOCKET).handler(WebVerticle::noSocket);
    router.route("/api/*").handler(Border::sameSite);
    DocumentRoutes documents =
        new DocumentRoutes(database, identity, shared.space(), limits, reply);
    documents.admit(router);
    router.post(DocumentRoutes.IMPORT).handler(body(limits.importBytes()));
    router.route("/api/*").method(HttpMethod.POST).handler(body(limits.bodyBytes()));
    router.route("/api/*").method(HttpMethod.PUT).handler(body(limits.bodyBytes()));
    new AccountRoutes(vertx, database, identity, shared.tickets(), shared.throttle(), reply)
        .on(router);
    new ProjectRoutes(vertx, database, identity, reply).on(router);
    documents.on(router);
    new QuarantineRoutes(database, identity, reply).on(router);
    new HistoryRoutes(database, shared.chronicles(), reply).on(router);
    new VersionRoutes(database, identity, reply).on(router);
    new ReviewRoutes(vertx, database, shared.chronicles(), identity, reply).on(router);
    new PluginRoutes(vertx, Duration.ofSeconds(limits.requestSeconds()), shared.catalog(), reply)
        .on(router);
    router.get("/healthz").handler(request -> request.response().end("ok"));
    router
        .get("/readyz")
        .handler(request -> reply.with(request, () -> database.projects().anyProject()));
    router
        .route("/api/*")
        .handler(
            request ->
                Reply.error(request, new Refusal(FailureCode.UNKNOWN_DOCUMENT, "no such address")));
    new Pages().on(router);
    router.errorHandler(
        413,
        request ->
            Reply.error(
                request,
                new Refusal(FailureCode.TOO_LARGE, "the request is larger than the limit")));
    router.errorHandler(500, request -> Reply.error(request, request.failure()));
    return router;
  }

  private static BodyHandler body(long limit) {
    return BodyHandler.create(false).setBodyLimit(limit);
  }

  /** Past the router, which would wrap the socket and hide its channel. */
  private void socket(HttpServerRequest request) {
    String address = shared.settings().address(request);
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              deadlines.upgraded(request);
              sessions.accept(socket, address, () -> Deadlines.cut(request.connection()));
            })
        .onFailure(failure -> request.connection().close());
  }

  private static void noSocket(RoutingContext request) {
    Reply.error(
        request,
        Border.sameOrigin(request.request())
            ? new IllegalArgumentException("this address takes WebSockets only")
            : new Refusal(FailureCode.NOT_PERMITTED, "the socket is for this server's own pages"));
  }
}
