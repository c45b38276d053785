package org.dianjiao.plugin;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.bus.DocumentReply.Noted;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginEndpoint;
import org.dianjiao.bus.PluginEvent.PluginChanged;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.CheckCommand;
import org.dianjiao.bus.PluginMessage.CommandChecked;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.PluginMessage.DescribePlugin;
import org.dianjiao.bus.PluginMessage.FileRead;
import org.dianjiao.bus.PluginMessage.FileWritten;
import org.dianjiao.bus.PluginMessage.LookUp;
import org.dianjiao.bus.PluginMessage.LookedUp;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.bus.PluginMessage.RunCommand;
import org.dianjiao.bus.PluginMessage.StopCommand;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.PluginMessage.WriteFile;
import org.dianjiao.bus.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one instance of a plugin and answers for it on the bus. Deploying succeeds even when the
 * plugin does not start: then it says why, at the same address.
 */
public final class PluginVerticle extends VerticleBase implements PluginEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(PluginVerticle.class);

  private final PluginInstance instance;
  private final PluginLimits limits;
  private final ProjectTables tables;
  private final AnalysisDesk analyses;
  private final FileDesk files;
  private final CommandDesk desk;
  private final Health health;
  private final String start = UUID.randomUUID().toString();
  private CommandRuns commands;
  private PluginThreads threads;
  private Listening listening;
  private Optional<Running> running = Optional.empty();

  /** A host for an instance, where no project keeps anything for it. */
  public PluginVerticle(PluginInstance instance, PluginLimits limits) {
    this(instance, limits, ProjectTables.NONE);
  }

  /** A host for an instance. */
  PluginVerticle(PluginInstance instance, PluginLimits limits, ProjectTables tables) {
    this.instance = instance;
    this.limits = limits;
    this.tables = tables;
    this.health = new Health(instance.id(), limits.breaker());
    AnalysisCheck check = new AnalysisCheck(instance.manifest().categories(), limits.proposals());
    this.analyses = new AnalysisDesk(instance.manifest().version(), check);
    this.files = new FileDesk(instance, limits.server());
    this.desk = new CommandDesk(instance.manifest(), check, limits.server().reportUnits());
  }

  private record Running(Analyzer analyzer, PluginClassLoader classes) {

    void close() throws Exception {
      try {
        analyzer.close();
      } finally {
        classes.close();
      }
    }
  }

  @Override
  public Future<?> start() {
    threads = new PluginThreads(vertx, instance, limits, this::abandon);
    commands = new CommandRuns(vertx, instance.id(), desk);
    listening = PluginEndpoint.serve(vertx, instance.id(), this);
    return load().recover(this::failed).compose(v -> listening.ready());
  }

  private Future<Void> load() {
    return threads
        .call("load", limits.start(), c -> PluginLoader.load(instance))
        .recover(fault -> Future.failedFuture(new PluginRefused(fault.getMessage())))
        .compose(this::begin);
  }

  private Future<Void> begin(PluginLoader.LoadedPlugin loaded) {
    become(PluginState.LOADED, "");
    threads.use(loaded.classes());
    return threads
        .call("start", limits.start(), cancellation -> started(loaded, cancellation))
        .onSuccess(
            started -> {
              running = Optional.of(started);
              become(PluginState.STARTED, "");
            })
        .mapEmpty();
  }

  private Running started(PluginLoader.LoadedPlugin loaded, Cancellation cancellation)
      throws Exception {
    boolean usable = false;
    try {
      Files.createDirectories(instance.state());
      Analyzer analyzer = loaded.plugin().start(instance.context(limits, tables));
      if (analyzer == null) {
        throw new WrongAnswer("start gave no analyzer");
      }
      if (cancellation.cancelled()) {
        analyzer.close();
        throw new WrongAnswer("started too late");
      }
      usable = true;
      return new Running(analyzer, loaded.classes());
    } finally {
      if (!usable) {
        loaded.classes().close();
      }
    }
  }

  private Future<Void> failed(Throwable fault) {
    boolean refused = fault instanceof PluginRefused;
    become(refused ? PluginState.REFUSED : PluginState.FAILED, fault.getMessage());
    return Future.succeededFuture();
  }

  private void become(PluginState state, String reason) {
    health.become(state, reason);
    if (reason.isEmpty()) {
      LOG.debug("plugin {} {} is {}", instance.id(), instance.manifest().version(), state.word());
    } else {
      LOG.warn("plugin {} is {}: {}", instance.id(), state.word(), reason);
    }
    boolean ofUse = state != PluginState.LOADED && state != PluginState.STOPPED;
    if (ofUse && !instance.isTrial()) {
      PluginEvents.tell(vertx, new PluginChanged(described()));
    }
  }

  /** Called when a thread was interrupted and went on all the same. */
  private void abandon() {
    become(
        PluginState.FAILED,
        "a thread of it did not stop %d ms after it was interrupted; run it out of process"
            .formatted(limits.stop().toMillis()));
    running = Optional.empty();
    threads.refuseWaiting(health.unavailable(System.nanoTime()));
    threads.end();
  }

  @Override
  public Future<TextAnalyzed> analyze(AnalyzeText command) {
    analyses.admit(command);
    return ask("analyze", (analyzer, stop) -> analyses.answer(analyzer, command, stop));
  }

  @Override
  public Future<Noted> decided(TellDecisions command) {
    return ask(
        "decided",
        (analyzer, cancellation) -> {
          command.decisions().forEach(analyzer::decided);
          return new Noted();
        });
  }

  @Override
  public Future<LookedUp> lookUp(LookUp command) {
    LookupDesk.admit(command);
    requireAbility(Lookup.class, "has nothing to look up");
    return ask("look up", (analyzer, stop) -> LookupDesk.found((Lookup) analyzer, command));
  }

  private void requireAbility(Class<?> ability, String otherwise) {
    if (running.isPresent() && !ability.isInstance(running.get().analyzer())) {
      throw new Refusal(
          FailureCode.PLUGIN_UNAVAILABLE, "plugin " + instance.id() + " " + otherwise);
    }
  }

  @Override
  public Future<FileRead> readFile(ReadFile command) {
    files.admit(command);
    return ask("read", limits.formatBudget(), (analyzer, stop) -> files.read(analyzer, command))
        .map(outcome -> outcome.orRefuse(instance.id()));
  }

  @Override
  public Future<FileWritten> writeFile(WriteFile command) {
    files.admit(command);
    return ask("write", limits.formatBudget(), (analyzer, stop) -> files.write(analyzer, command))
        .map(outcome -> outcome.orRefuse(instance.id()));
  }

  @Override
  public Future<CommandChecked> check(CheckCommand command) {
    return Future.succeededFuture(desk.check(command));
  }

  @Override
  public Future<CommandRan> run(RunCommand command) {
    requireAbility(Commands.class, "declares commands, but its code has none");
    return commands.run(
        command, (what, question, begun) -> ask(what, limits.command(), question, begun));
  }

  @Override
  public Future<Noted> stop(StopCommand command) {
    commands.get(command.run()).ifPresent(call -> threads.stop(call, CommandRuns.stopped()));
    return Future.succeededFuture(new Noted());
  }

  @Override
  public Future<PluginDescribed> describe(DescribePlugin command) {
    return Future.succeededFuture(described());
  }

  /** How it is now; may be asked from any thread. */
  PluginDescribed described() {
    PluginManifest manifest = instance.manifest();
    Health.Condition now = health.condition();
    return new PluginDescribed(
        instance.id(),
        manifest.id(),
        manifest.name(),
        manifest.version(),
        now.state().word(),
        now.reason(),
        manifest.categories(),
        manifest.window().before(),
        manifest.window().after(),
        instance.runs().word(),
        instance.destination().orElse(""),
        start,
        instance.configured());
  }

  private <R> Future<R> ask(String what, Question<R> question) {
    return ask(what, limits.budget(instance.manifest()), question);
  }

  private <R> Future<R> ask(String what, Duration budget, Question<R> question) {
    return ask(what, budget, question, call -> {});
  }

  private <R> Future<R> ask(
      String what, Duration budget, Question<R> question, Consumer<PluginCall<R>> begun) {
    long now = System.nanoTime();
    if (running.isEmpty() || !health.admits(now)) {
      return Future.failedFuture(health.unavailable(now));
    }
    Analyzer analyzer = running.get().analyzer();
    PluginCall<R> call =
        threads.begin(what, budget, cancellation -> question.put(analyzer, cancellation));
    begun.accept(call);
    return call.answer()
        .onSuccess(v -> succeeded())
        .recover(fault -> Future.failedFuture(counted(fault)));
  }

  private void succeeded() {
    health.succeeded();
    if (health.is(PluginState.SUSPENDED)) {
      become(PluginState.STARTED, "");
    }
  }

  private Refusal counted(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    Health.Outcome outcome = health.failed(System.nanoTime());
    if (outcome != Health.Outcome.GOES_ON && running.isPresent()) {
      rest(outcome, health.why(outcome, failure.getMessage()));
    }
    return new Refusal(
        FailureCode.PLUGIN_UNAVAILABLE,
        "plugin %s: %s".formatted(instance.id(), failure.getMessage()));
  }

  private void rest(Health.Outcome outcome, String why) {
    if (outcome == Health.Outcome.IS_OFF) {
      become(PluginState.FAILED, why);
      Optional<Running> last = running;
      running = Optional.empty();
      last.ifPresent(this::leave);
    } else {
      become(PluginState.SUSPENDED, why);
      threads.refuseWaiting(health.unavailable(System.nanoTime()));
    }
  }

  @Override
  public Future<?> stop() {
    Optional<Running> last = running;
    running = Optional.empty();
    if (!health.is(PluginState.FAILED)) {
      become(PluginState.STOPPED, "");
    }
    return listening
        .stop()
        .compose(v -> last.map(this::leave).orElse(Future.succeededFuture()))
        .onComplete(v -> threads.end());
  }

  private Future<Void> leave(Running last) {
    return threads
        .empty(health.unavailable(System.nanoTime()))
        .compose(v -> close(last))
        .recover(this::leftBehind);
  }

  private Future<Void> close(Running last) {
    return threads.call(
        "close",
        limits.close(),
        cancellation -> {
          last.close();
          return null;
        });
  }

  private Future<Void> leftBehind(Throwable fault) {
    LOG.warn("plugin {} was not closed: {}", instance.id(), fault.getMessage());
    return Future.succeededFuture();
  }
}
