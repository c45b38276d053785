package org.dianjiao.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.RecordCodec;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.host.CommitQueue;
import org.dianjiao.host.LibraryVerticle;
import org.dianjiao.indexing.IndexVerticle;
import org.dianjiao.job.JobsVerticle;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.limits.Limits;
import org.dianjiao.mail.DigestRound;
import org.dianjiao.mail.MailSettings;
import org.dianjiao.plugin.PluginLimits;
import org.dianjiao.plugin.PluginsVerticle;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.search.IndexDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.FreeSpace;
import org.dianjiao.web.Doors;
import org.dianjiao.web.SetupToken;
import org.dianjiao.web.Version;
import org.dianjiao.web.WebVerticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. Made by {@link #start}, ended by {@link #close}; both block. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final int SPACE_MILLIS = 2_000;
  private static final int NOTES_MILLIS = 2_000;
  private static final int SWEEP_MILLIS = 3_600_000;
  private static final int FIRST_ROUND_MILLIS = 1_000;
  private static final int ROUND_MILLIS = 60_000;
  private static final int LONGEST_ROUND_MINUTES = 30;
  private static final int CHRONICLES_OF_MAIL = 1;
  private static final String DAMAGED =
      "%s. The server stops at once: after a failed flush nobody knows what is on the disk. Nothing"
          + " that was acknowledged is lost by that. Check the disk, then start the server again: it"
          + " reads the database through before it serves";
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final int MOST_LOOPS = 4;

  private final Vertx vertx;
  private final Database database;
  private final CommitQueue queue;
  private final IndexDesk index;
  private final int port;
  private final Optional<String> setupToken;

  private Server(
      Vertx vertx,
      Database database,
      CommitQueue queue,
      IndexDesk index,
      int port,
      Optional<String> setupToken) {
    this.vertx = vertx;
    this.database = database;
    this.queue = queue;
    this.index = index;
    this.port = port;
    this.setupToken = setupToken;
  }

  /**
   * Starts a server.
   *
   * @throws org.dianjiao.storage.StorageException when the storage cannot be opened; the message
   *     says what to do
   * @throws IllegalStateException when an address is taken or a part does not start
   */
  public static Server start(ServerSettings settings) {
    return start(settings, LastResort.logging());
  }

  /** As {@link #start(ServerSettings)}, with something to do when the disk or the memory fails. */
  public static Server start(ServerSettings settings, LastResort lastResort) {
    Database database =
        Database.open(
            settings.storage(),
            damage -> lastResort.end(DAMAGED.formatted(damage.getMessage()), damage));
    return start(settings, database, lastResort);
  }

  /** As {@link #start(ServerSettings, LastResort)}, on a store that is open; it is closed here. */
  public static Server start(ServerSettings settings, Database database, LastResort lastResort) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops()));
    vertx.exceptionHandler(failure -> uncaught(failure, lastResort));
    CommitQueue queue = new CommitQueue(database.changeLog());
    IndexDesk index = new IndexDesk(database, settings.storage().directory());
    warnOfCheapPasswords(settings.accounts());
    try {
      settings.demo().ifPresent(demo -> DemoProject.make(database, demo, settings.limits()));
      new AuthorityDesk(database).ship();
      RecordCodec.register(vertx);
      ConsoleNotes notes = new ConsoleNotes(settings);
      notes.take(database.audit());
      readAgain(vertx, database, notes);
      PluginsVerticle catalog = catalog(settings, database);
      int port = await(deploy(vertx, settings, database, queue, index, catalog), START_SECONDS);
      new Happenings(database.audit())
          .started(Version.TEXT, catalog.describe(), settings.pluginSettings());
      return new Server(
          vertx, database, queue, index, port, setupToken(database, tokenFile(settings)));
    } catch (RuntimeException failure) {
      new Server(vertx, database, queue, index, 0, Optional.empty()).close();
      throw failure;
    }
  }

  private static void warnOfCheapPasswords(AccountLimits accounts) {
    int least = AccountLimits.defaults().passwordKib();
    if (accounts.passwordKib() < least) {
      LOG.warn(
          "accounts.password-kib is {}: passwords are guessed the faster from a stolen database;"
              + " {} is the least that is advised",
          accounts.passwordKib(),
          least);
    }
  }

  /** What no part of the server has handled. Memory that ran out is out for all of them. */
  static void uncaught(Throwable failure, LastResort lastResort) {
    if (failure instanceof OutOfMemoryError) {
      lastResort.end("there is no memory left; start the server again, with more of it", failure);
    } else {
      LOG.error("a fault of the server", failure);
    }
  }

  private static void watch(Vertx vertx, FreeSpace space) {
    vertx.setPeriodic(
        SPACE_MILLIS,
        timer ->
            vertx
                .executeBlocking(
                    () -> {
                      space.look();
                      return timer;
                    })
                .onFailure(failure -> LOG.warn("{}", failure.getMessage())));
  }

  /** Commands beside the server leave notes of what they do. */
  private static void readAgain(Vertx vertx, Database database, ConsoleNotes notes) {
    vertx.setPeriodic(
        NOTES_MILLIS,
        timer ->
            vertx
                .executeBlocking(
                    () -> {
                      notes.take(database.audit());
                      return timer;
                    })
                .onFailure(failure -> LOG.warn("{}", failure.getMessage())));
  }

  private static PluginsVerticle catalog(ServerSettings settings, Database database) {
    return new PluginsVerticle(
        settings.pluginPlaces(),
        PluginLimits.of(settings.limits()),
        settings.limits().pluginLookMillis(),
        new TablesForPlugins(database));
  }

  private static Future<Integer> deploy(
      Vertx vertx,
      ServerSettings settings,
      Database database,
      CommitQueue queue,
      IndexDesk index,
      PluginsVerticle catalog) {
    Limits limits = settings.limits();
    PluginClient plugins =
        new PluginClient(vertx, Duration.ofSeconds(4L * limits.requestSeconds()));
    FreeSpace space = new FreeSpace(settings.storage());
    watch(vertx, space);
    sweep(vertx, database);
    settings.mail().ifPresent(mail -> post(vertx, database, mail));
    WebVerticle.Shared shared =
        WebVerticle.Shared.of(
            settings.web(),
            limits,
            Doors.of(
                limits.signInTries(),
                settings.accounts(),
                settings.provider(),
                settings.mail().isPresent(),
                tokenFile(settings)::remove),
            database,
            space,
            index,
            catalog::describe);
    WebVerticle first = new WebVerticle(shared);
    return vertx
        .deployVerticle(catalog)
        .compose(
            deployed ->
                vertx.deployVerticle(
                    new LibraryVerticle(
                        UUID.randomUUID().toString(), database, queue, plugins, limits)))
        .compose(
            deployed ->
                vertx.deployVerticle(new JobsVerticle(database, limits, queue::quietMillis)))
        .compose(deployed -> vertx.deployVerticle(new IndexVerticle(index, limits)))
        .compose(deployed -> vertx.deployVerticle(first))
        .compose(
            deployed ->
                loops() == 1
                    ? Future.succeededFuture("")
                    : vertx.deployVerticle(
                        () -> new WebVerticle(shared.on(first.port())),
                        new DeploymentOptions().setInstances(loops() - 1)))
        .map(deployed -> first.port());
  }

  private static int loops() {
    return Math.max(1, Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors() / 2));
  }

  private static SetupTokenFile tokenFile(ServerSettings settings) {
    return new SetupTokenFile(settings.storage().directory());
  }

  /** A token for making the first account; the older ones are void. Blocking. */
  private static Optional<String> setupToken(Database database, SetupTokenFile file) {
    if (database.accounts().anyAdministrator()) {
      file.remove();
      return Optional.empty();
    }
    String token = SetupToken.fresh();
    database.signIns().storeSetupToken(SetupToken.hash(token), Instant.now().plus(TOKEN_LIFE));
    file.write(token);
    return Optional.of(token);
  }

  /** What its parts run on and talk over; for tests of the event bus as a way in. */
  Vertx vertx() {
    return vertx;
  }

  /** Drops sign-ins and tokens whose time is over: they count for nothing already. */
  private static void sweep(Vertx vertx, Database database) {
    vertx.setPeriodic(
        0,
        SWEEP_MILLIS,
        timer ->
            vertx
                .executeBlocking(
                    () ->
                        database.signIns().expire(Instant.now())
                            + database.apiTokens().expire(Instant.now()))
                .onFailure(failure -> LOG.warn("{}", failure.getMessage())));
  }

  /** Looks each minute which daily messages are due; a round that takes longer is waited for. */
  private static void post(Vertx vertx, Database database, MailSettings mail) {
    WorkerExecutor postman =
        vertx.createSharedWorkerExecutor(
            "dianjiao-mail", 1, LONGEST_ROUND_MINUTES, TimeUnit.MINUTES);
    DigestRound round =
        new DigestRound(
            database, new Chronicles(database, CHRONICLES_OF_MAIL), mail, InstantSource.system());
    AtomicBoolean busy = new AtomicBoolean();
    vertx.setPeriodic(
        FIRST_ROUND_MILLIS,
        ROUND_MILLIS,
        timer -> {
          if (busy.compareAndSet(false, true)) {
            postman
                .executeBlocking(round::make)
                .onFailure(failure -> LOG.warn("daily messages: {}", failure.getMessage()))
                .onComplete(made -> busy.set(false));
          }
        });
  }

  /** The port that the server listens on. */
  public int port() {
    return port;
  }

  /** What the first administrator signs in with; empty when there is one already. */
  public Optional<String> setupToken() {
    return setupToken;
  }

  /** Tells everybody, writes what waits, and closes. */
  @Override
  public void close() {
    try {
      await(vertx.close(), STOP_SECONDS);
      queue.close();
      index.close();
      if (port != 0) {
        new Happenings(database.audit()).stopped();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.warn("not everything closed", failure);
    }
    database.close();
  }

  private static <T> T await(Future<T> future, int seconds) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause().getMessage(), failure.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("not done within " + seconds + " s", late);
    }
  }
}
