package org.dianjiao.host;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvent.AnalysisProgressed;
import org.dianjiao.bus.DocumentEvent.SuggestionsChanged;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginEvent;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.limits.Limits;
import org.dianjiao.offer.Kept;
import org.dianjiao.offer.Resumed;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.suggestion.Suggestions;
import org.dianjiao.text.ChangeSet;

/**
 * What plugins offer for one document, and the rounds in which they are asked: once when somebody
 * runs them, then again about what changed, after a short quiet. Everything counts at the durable
 * revision. Used on one context.
 */
final class Analyses implements OfferPages.Source {

  /** Windows in a row whose answers are kept before the document is closed. */
  private static final int WORTH_KEEPING = 3;

  private final Surroundings around;
  private final Vertx vertx;
  private final PluginClient plugins;
  private final Limits limits;
  private final String document;
  private final String project;
  private final Supplier<Document> durable;
  private final Consumer<DocumentEvent> tell;
  private final OfferPages pages = new OfferPages(this);
  private final OfferKeeper keeper;
  private final Map<String, Follower> followers = new LinkedHashMap<>();

  /** Those of which somebody asked for something by hand, whether they follow or not. */
  private final Map<String, PluginDescribed> asked = new LinkedHashMap<>();

  private Suggestions suggestions = Suggestions.NONE;

  /** For each that follows. */
  private final Map<String, Quiet> quiets = new HashMap<>();

  private Optional<Listening> listening = Optional.empty();

  Analyses(Surroundings around, DocumentRow row, Supplier<Document> durable) {
    this.around = around;
    this.vertx = around.vertx();
    this.plugins = around.plugins();
    this.limits = around.limits();
    this.document = row.id();
    this.project = row.project();
    this.durable = durable;
    this.tell = around::tell;
    this.keeper = new OfferKeeper(around, document, pages);
  }

  Suggestions suggestions() {
    return suggestions;
  }

  /** The plugins that follow, or offer what somebody asked for by hand. */
  List<String> followed() {
    return Stream.concat(followers.keySet().stream(), asked.keySet().stream()).distinct().toList();
  }

  /**
   * Offers what somebody asked for by hand; it stays until it is decided, or its text is changed.
   *
   * @throws Refusal when it is too much
   */
  void offer(PluginDescribed plugin, List<Suggestion> wanted) {
    Suggestions.Replaced replaced = suggestions.asked(plugin.id(), wanted);
    if (replaced.all().exceeds(plugin.id(), limits.suggestionsPerPlugin())) {
      throw new Refusal(FailureCode.TOO_MANY, tooMany());
    }
    if (!wanted.isEmpty()) {
      asked.put(plugin.id(), plugin);
      List<String> byHand = new ArrayList<>(replaced.all().askedFor(plugin.id()));
      byHand.removeAll(Set.copyOf(suggestions.askedFor(plugin.id())));
      pages.changed(plugin.id(), byHand, byHand);
      suggestions = replaced.all();
      told(plugin.id(), replaced.removed(), replaced.added());
      keeper.soon();
      listen();
    }
  }

  private String tooMany() {
    return "more than %d suggestions; decide some first".formatted(limits.suggestionsPerPlugin());
  }

  /** Runs a plugin on a range and lets it follow from now on. */
  Future<Void> run(String plugin, Optional<TextRange> range) {
    return allowed(plugin).map(described -> started(described, range));
  }

  /** How a plugin is, if it may see this text. Asked each time: consent can be taken back. */
  Future<PluginDescribed> allowed(String plugin) {
    return plugins
        .describe(plugin)
        .compose(
            described ->
                described.isTrial()
                    ? Future.failedFuture(
                        new Refusal(
                            FailureCode.PLUGIN_UNAVAILABLE,
                            "no plugin \"" + plugin + "\" is running"))
                    : around.consented(document, described).map(described));
  }

  /** Goes on with what was offered when the document was last open. */
  void resume(List<Resumed> kept) {
    for (Resumed before : kept) {
      PluginDescribed plugin = before.last().plugin();
      suggestions = suggestions.with(before.offered());
      pages.resume(before);
      if (!before.offered().askedFor(plugin.id()).isEmpty()) {
        asked.put(plugin.id(), plugin);
      }
      before.last().reach().ifPresent(reach -> resume(before, reach));
    }
    listen();
  }

  private void resume(Resumed before, TextRange reach) {
    Follower follower = follower(before.last().plugin());
    follower.resume(reach, before.last().left());
    before.since().forEach(change -> follower.map(change.changes()));
    followers.put(follower.id(), follower);
    plugins
        .describe(follower.id())
        .onSuccess(described -> goOn(follower, described))
        .onFailure(gone -> dismiss(follower.id()));
  }

  private void goOn(Follower follower, PluginDescribed described) {
    if (followers.get(follower.id()) != follower) {
      return;
    }
    if (!described.isStarted()) {
      dismiss(follower.id());
    } else if (described.configured().equals(follower.plugin().configured())) {
      follower.goOn(described);
      ask(follower);
    } else {
      renew(described);
    }
  }

  /** Everything offered so far is to be there when the document is opened again. */
  Future<Void> keep() {
    return keeper.keep();
  }

  @Override
  public long revision() {
    return durable.get().revision();
  }

  @Override
  public int offered() {
    return suggestions.size();
  }

  @Override
  public Optional<Kept> page(String plugin, Unkept unkept) {
    if (!followers.containsKey(plugin) && !asked.containsKey(plugin)) {
      return Optional.empty();
    }
    Optional<Follower> follower = Optional.ofNullable(followers.get(plugin));
    List<String> ids = unkept.isAnew() ? suggestions.of(plugin) : unkept.fresh();
    return Optional.of(
        new Kept(
            follower.map(Follower::plugin).orElseGet(() -> asked.get(plugin)),
            revision(),
            follower.map(Follower::reach),
            follower.map(Follower::unseen).orElse(List.of()),
            unkept.gone(),
            ids.stream().flatMap(id -> suggestions.get(id).stream()).toList(),
            ids.stream().filter(suggestions::isAsked).toList()));
  }

  private Follower follower(PluginDescribed plugin) {
    return new Follower(plugin, limits.focusUnits(), project);
  }

  private void listen() {
    if (listening.isEmpty() && !followed().isEmpty()) {
      listening = Optional.of(PluginEvents.listen(vertx, this::heard));
    }
  }

  private Void started(PluginDescribed described, Optional<TextRange> range) {
    Follower follower = followers.computeIfAbsent(described.id(), id -> follower(described));
    int length = durable.get().text().length();
    TextRange wanted = range.orElse(new TextRange(0, length));
    int start = Math.min(wanted.start(), length);
    follower.look(new TextRange(start, Math.min(Math.max(start, wanted.end()), length)));
    listen();
    ask(follower);
    return null;
  }

  private void heard(PluginEvent event) {
    if (event instanceof PluginEvent.PluginGone gone && followed().contains(gone.plugin())) {
      dismiss(gone.plugin());
      tell.accept(new AnalysisProgressed(document, gone.plugin(), "stopped", 0, 0, gone.reason()));
    } else if (event instanceof PluginEvent.PluginChanged changed && changed.plugin().isStarted()) {
      renew(changed.plugin());
    }
  }

  /** What was started anew, as another version or with other settings, looks at all of it again. */
  private void renew(PluginDescribed described) {
    Follower old = followers.get(described.id());
    if (old != null && !old.plugin().start().equals(described.start())) {
      Follower renewed = follower(described);
      renewed.look(old.reach());
      followers.put(described.id(), renewed);
      ask(renewed);
    }
  }

  /** Drops a plugin's suggestions; it does not follow any more. */
  void dismiss(String plugin) {
    followers.remove(plugin);
    asked.remove(plugin);
    List<String> dropped = suggestions.of(plugin);
    suggestions = suggestions.without(dropped);
    told(plugin, dropped, List.of());
    pages.begin(plugin);
  }

  /** Follows a durable change of the text. */
  void committed(ChangeSet changes) {
    if (changes.isEmpty()) {
      return;
    }
    Suggestions.Mapped mapped = suggestions.map(changes);
    suggestions = mapped.left();
    tellDropped(mapped.dropped());
    for (Follower follower : followers.values()) {
      follower.map(changes);
      quiets
          .computeIfAbsent(follower.id(), id -> new Quiet(vertx, limits))
          .changed(follower.left(), follower.tookMillis(), () -> lookAgain(follower.id()));
    }
  }

  /** Takes suggestions away that were decided, if the change of the text did not do so already. */
  void decided(List<Suggestion> decided) {
    List<Suggestion> left =
        decided.stream().filter(one -> suggestions.get(one.id()).isPresent()).toList();
    suggestions = suggestions.without(left.stream().map(Suggestion::id).toList());
    tellDropped(left);
  }

  /** Offers again what was decided, now that the decisions were taken back. */
  void reopened(List<Suggestion> again) {
    Suggestions.Mapped reopened = suggestions.reopened(again);
    suggestions = reopened.left();
    tellDropped(reopened.dropped());
    again.forEach(one -> pages.changed(maker(one), List.of(one.id()), List.of(one.id())));
  }

  void close() {
    keeper.close();
    quiets.values().forEach(Quiet::cancel);
    listening.ifPresent(Listening::stop);
  }

  private void lookAgain(String plugin) {
    Optional.ofNullable(followers.get(plugin)).ifPresent(this::ask);
  }

  private void ask(Follower follower) {
    Optional<AnalyzeText> question = follower.ask(durable.get());
    if (question.isEmpty()) {
      return;
    }
    progress(follower, "running", "");
    allowed(follower.id())
        .compose(described -> plugins.analyze(follower.id(), question.get()))
        .onComplete(
            answer -> {
              if (followers.get(follower.id()) != follower) {
                return;
              }
              if (answer.succeeded()) {
                answered(follower, answer.result());
              } else {
                follower.failed();
                progress(follower, "failed", answer.cause().getMessage());
              }
            });
  }

  private void answered(Follower follower, TextAnalyzed analysis) {
    Follower.Answered answer = follower.answered(analysis, durable.get());
    Suggestions.Replaced replaced =
        suggestions.replace(follower.id(), answer.covered(), answer.suggestions());
    if (replaced.all().exceeds(follower.id(), limits.suggestionsPerPlugin())) {
      follower.failed();
      progress(follower, "failed", tooMany());
      return;
    }
    suggestions = replaced.all();
    told(follower.id(), replaced.removed(), replaced.added());
    pages.changed(follower.id(), List.of(), List.of());
    if (follower.left() == 0) {
      if (follower.done() >= WORTH_KEEPING) {
        keeper.soon();
      }
      progress(follower, "done", "");
    }
    ask(follower);
  }

  private void progress(Follower follower, String state, String message) {
    int done = follower.done();
    int total = done + follower.left() + (follower.isAsking() ? 1 : 0);
    tell.accept(new AnalysisProgressed(document, follower.id(), state, done, total, message));
  }

  private void tellDropped(List<Suggestion> dropped) {
    for (String plugin : followedBy(dropped)) {
      List<String> ids =
          dropped.stream().filter(s -> plugin.equals(maker(s))).map(Suggestion::id).toList();
      told(plugin, ids, List.of());
    }
  }

  private static List<String> followedBy(List<Suggestion> suggestions) {
    return suggestions.stream().map(Analyses::maker).distinct().toList();
  }

  private static String maker(Suggestion suggestion) {
    return suggestion.maker() instanceof Maker.ByPlugin by ? by.plugin() : "";
  }

  private void told(String plugin, List<String> removed, List<Suggestion> added) {
    if (!removed.isEmpty() || !added.isEmpty()) {
      pages.changed(plugin, removed, added.stream().map(Suggestion::id).toList());
      tell.accept(
          new SuggestionsChanged(document, durable.get().revision(), plugin, removed, added));
    }
  }
}
