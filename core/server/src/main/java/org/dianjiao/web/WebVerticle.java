package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dianjiao.bus.DocumentClient;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.InstanceClient;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.MentionDesk;
import org.dianjiao.exchange.TallyDesk;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Operation;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.search.IndexDesk;
import org.dianjiao.search.SourceRelatives;
import org.dianjiao.session.Headcount;
import org.dianjiao.session.SessionHub;
import org.dianjiao.session.Tickets;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.FreeSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP and the way to the WebSocket. Several instances may share one port; each keeps the sockets
 * of its own event loop.
 */
public final class WebVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(WebVerticle.class);
  private static final int WORKERS = 4;
  private static final int LONGEST_WORK_SECONDS = 60;
  private static final int MOST_CHRONICLES = 4;
  private static final long TICK_MILLIS = 500;
  private static final int FAREWELL_SECONDS = 10;

  private final Shared shared;
  private WorkerExecutor workers;
  private WorkerExecutor hashers;
  private SessionHub sessions;
  private Deadlines deadlines;
  private HttpServer server;
  private List<Routes.Declared> declared = List.of();

  /**
   * What the instances share.
   *
   * @param chronicles of the documents that were asked about last
   * @param tallies what is counted in documents, with chronicles of its own, so that counting in
   *     hundreds of them pushes none out that somebody looks at
   * @param mentions that were read in documents
   * @param index of the texts
   * @param authority the authority files
   * @param catalog the plugins that were found at the start
   */
  public record Shared(
      WebSettings settings,
      Limits limits,
      Database database,
      FreeSpace space,
      Tickets tickets,
      Headcount headcount,
      Doors doors,
      Chronicles chronicles,
      TallyDesk tallies,
      MentionDesk mentions,
      AuditDesk desk,
      BlindComparison comparison,
      IndexDesk index,
      AuthorityDesk authority,
      Supplier<List<PluginDescribed>> catalog) {

    /** For a server with these settings. */
    public static Shared of(
        WebSettings settings,
        Limits limits,
        Doors doors,
        Database database,
        FreeSpace space,
        IndexDesk index,
        Supplier<List<PluginDescribed>> catalog) {
      return new Shared(
          settings,
          limits,
          database,
          space,
          new Tickets(),
          new Headcount(limits),
          doors,
          new Chronicles(database, MOST_CHRONICLES),
          new TallyDesk(database, new Chronicles(database, MOST_CHRONICLES)),
          new MentionDesk(database, limits.mentionsPerDocument(), limits.mentionsKept()),
          new AuditDesk(database.audit(), limits.auditedRefusals()),
          new BlindComparison(database, limits.comparedRounds()),
          index,
          new AuthorityDesk(database),
          catalog);
    }

    /** The same, at the port that the first instance got. */
    public Shared on(int port) {
      WebSettings same =
          new WebSettings(
              settings.host(),
              port,
              settings.behindTls(),
              settings.openAuthority(),
              settings.services());
      return new Shared(
          same,
          limits,
          database,
          space,
          tickets,
          headcount,
          doors,
          chronicles,
          tallies,
          mentions,
          desk,
          comparison,
          index,
          authority,
          catalog);
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
    hashers =
        vertx.createSharedWorkerExecutor(
            "dianjiao-passwords",
            shared.doors().limits().passwordsAtOnce(),
            LONGEST_WORK_SECONDS,
            TimeUnit.SECONDS);
    sessions =
        new SessionHub(
            vertx,
            shared.limits(),
            shared.tickets(),
            shared.headcount(),
            new SocketWitness(shared.database(), shared.desk(), workers));
    deadlines = new Deadlines(shared.limits());
    vertx.setPeriodic(TICK_MILLIS, tick -> deadlines.tick(System.nanoTime()));
    Identity identity = new Identity(shared.database(), rules());
    vertx.setPeriodic(1_000L * shared.doors().limits().lookSeconds(), tick -> lookAgain(identity));
    return workers.executeBlocking(() -> router(identity)).compose(this::listen);
  }

  private Identity.Rules rules() {
    return new Identity.Rules(
        Duration.ofHours(shared.limits().sessionHours()),
        Duration.ofMinutes(shared.doors().limits().idleMinutes()),
        shared.settings().behindTls());
  }

  /**
   * Closes the sockets whose sign-in or token has ended: by its time, or because nobody told. What
   * cannot be looked up now is looked up the next time.
   */
  private void lookAgain(Identity identity) {
    Map<Tickets.Bearer, Boolean> open = sessions.bearers();
    if (open.isEmpty()) {
      return;
    }
    workers
        .executeBlocking(
            () ->
                open.entrySet().stream()
                    .filter(one -> !identity.holds(one.getKey(), one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()))
        .onSuccess(sessions::close)
        .onFailure(failure -> LOG.warn("sign-ins cannot be looked up", failure));
  }

  private Future<HttpServer> listen(Handler<HttpServerRequest> router) {
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

  /** Every address, and what is asked there. */
  List<Routes.Declared> routes() {
    return declared;
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
        .setMaxFormAttributeSize(limits.bodyBytes())
        .setMaxHeaderSize(limits.headerBytes())
        .setMaxInitialLineLength(limits.addressBytes())
        .setDecompressionSupported(false);
  }

  /** Reads the page of the browser's part. Blocking. */
  private Handler<HttpServerRequest> router(Identity identity) {
    Limits limits = shared.limits();
    Database database = shared.database();
    Reply reply =
        new Reply(workers, new Reply.PasswordThreads(hashers, shared.doors().passwords()));
    Admission admission =
        new Admission(database, identity, shared.settings(), shared.desk(), workers);
    Routes routes = new Routes(vertx, admission, shared.settings().behindTls(), limits.bodyBytes());
    routes.get(Border.SOCKET, Operation.CONNECT, WebVerticle::noSocket);
    Entrance entrance = new Entrance(vertx, database, identity, shared.settings(), shared.desk());
    new PeopleRoutes(vertx, database, shared.doors(), identity, entrance, reply)
        .on(routes, shared.tickets());
    new AuditRoutes(database, reply).on(routes);
    new ProjectRoutes(vertx, database, identity, reply).on(routes);
    InstanceClient instances =
        new InstanceClient(vertx, Duration.ofSeconds(limits.requestSeconds()));
    new DocumentRoutes(database, identity, reply).on(routes);
    new QuarantineRoutes(database, reply).on(routes);
    new HistoryRoutes(database, shared.chronicles(), reply).on(routes);
    new MarkRoutes(database, shared.chronicles(), reply).on(routes);
    new DateRoutes(shared.chronicles(), reply).on(routes);
    new CollationRoutes(database, admission, shared.authority(), limits, reply).on(routes);
    new VersionRoutes(database, admission, reply).on(routes);
    AssignmentList assignments = new AssignmentList(database, identity);
    new InboxRoutes(database, shared.chronicles(), assignments, identity, reply).on(routes);
    new AssignmentRoutes(
            vertx,
            database,
            identity,
            admission,
            assignments,
            limits.assignmentsPerProject(),
            reply)
        .on(routes);
    progress(limits).on(routes);
    new SearchRoutes(
            database, shared.index(), new SourceRelatives(), shared.authority(), limits, reply)
        .on(routes);
    new MentionRoutes(
            new PictureDesk(
                shared.mentions(),
                project -> shared.authority().seen(project).file()::entity,
                limits),
            limits,
            alone("dianjiao-mentions"))
        .on(routes);
    new ReviewRoutes(vertx, database, shared.chronicles(), identity, reply).on(routes);
    DocumentClient documents =
        new DocumentClient(vertx, Duration.ofSeconds(limits.requestSeconds()));
    new BlindRoutes(vertx, database, documents, identity, shared.comparison(), reply).on(routes);
    new VariantRoutes(database, limits, reply).on(routes);
    new SweepRoutes(database, admission, limits, reply).on(routes);
    new ConsistencyRoutes(database, shared.mentions(), shared.authority(), limits, reply)
        .on(routes);
    new OccurrenceRoutes(database, shared.authority(), limits, reply).on(routes);
    CommandOrders orders = new CommandOrders(vertx, Duration.ofSeconds(limits.requestSeconds()));
    JobRoutes jobs = new JobRoutes(database, shared.catalog(), orders, limits.jobsKept(), reply);
    jobs.on(routes);
    new CommandRoutes(database, orders, limits, reply).on(routes);
    new ComparisonRoutes(database, instances, jobs, reply).on(routes);
    new AuthorityRoutes(database, shared.authority(), limits, reply).on(routes);
    new AuthorityFileRoutes(database, shared.authority(), limits, reply).on(routes);
    new ElsewhereRoutes(vertx, shared.settings(), limits).on(routes);
    new ReconciliationRoutes(shared.authority(), shared.settings(), limits, reply).on(routes);
    new GlyphRoutes(database, limits, reply).on(routes);
    new ConsentRoutes(database, shared.catalog(), reply).on(routes);
    PluginClient plugins = new PluginClient(vertx, Duration.ofSeconds(limits.requestSeconds()));
    PluginMarks marks = new PluginMarks(plugins, database, limits, reply);
    new MarkAgreementRoutes(database, identity, shared.comparison(), marks, reply).on(routes);
    PluginDirectory directory = new PluginDirectory(plugins, shared.catalog());
    new PluginRoutes(plugins, directory, reply).on(routes);
    new FormatRoutes(directory, instances, reply).on(routes);
    new CharacterRoutes(reply).on(routes);
    PluginFiles files = PluginFiles.of(vertx, limits, database, reply);
    new FileRoutes(database, shared.space(), shared.authority(), limits, files, instances, reply)
        .on(routes);
    new InstanceRoutes(instances, reply).on(routes);
    routes.get("/healthz", Operation.SEE_HEALTH, request -> request.response().end("ok"));
    routes.get(
        "/readyz",
        Operation.SEE_HEALTH,
        request -> reply.with(request, () -> database.projects().anyProject()));
    routes.nothingElseAt("/api/*");
    new Pages().on(routes);
    declared = routes.declared();
    return routes.handler();
  }

  /** On a thread of its own: reading hundreds of logs keeps nobody else from being answered. */
  private Reply alone(String name) {
    WorkerExecutor thread =
        vertx.createSharedWorkerExecutor(name, 1, LONGEST_WORK_SECONDS, TimeUnit.SECONDS);
    return new Reply(thread, new Reply.PasswordThreads(hashers, shared.doors().passwords()));
  }

  private ProgressRoutes progress(Limits limits) {
    return new ProgressRoutes(
        shared.database(),
        shared.tallies(),
        Duration.ofSeconds(limits.boardSeconds()),
        alone("dianjiao-progress"));
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
