package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dianjiao.bus.Listening;
import org.dianjiao.bus.PluginEvent;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.TellDecisions;
import org.dianjiao.document.Document;
import org.dianjiao.document.Lesson;
import org.dianjiao.exchange.Replay;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Lessons.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells plugins what people decided about their suggestions in one document: in the order of the
 * log, each decision at least once. How far everybody was told is noted shortly after; what is
 * behind that is read from the log when the document is opened again, or when an instance that did
 * not run is back. Used on one context.
 */
final class Tutor {

  private static final Logger LOG = LoggerFactory.getLogger(Tutor.class);
  private static final int NOTE_MILLIS = 1_000;

  private final String document;
  private final String project;
  private final Surroundings around;
  private final LongSupplier durable;
  private final Map<String, Pupil> pupils = new LinkedHashMap<>();
  private Told noted;
  private List<Lesson> early = new ArrayList<>();
  private boolean ready;
  private boolean noteWanted;
  private boolean closed;
  private Future<Void> noting = Future.succeededFuture();
  private Optional<Listening> listening = Optional.empty();

  /**
   * A tutor for a document that was just opened.
   *
   * @param noted how far everybody was told
   * @param durable the newest revision on disk
   */
  Tutor(DocumentRow row, Surroundings around, Told noted, LongSupplier durable) {
    this.document = row.id();
    this.project = row.project();
    this.around = around;
    this.noted = noted;
    this.durable = durable;
  }

  /** Goes on where it was left. */
  void begin() {
    long from = noted.all();
    noted.others().forEach((instance, told) -> pupil(instance, new Pupil(told, told >= from)));
    long to = durable.getAsLong();
    if (from >= to) {
      begun(List.of());
      return;
    }
    around
        .read(() -> lessons(from, to))
        .onSuccess(this::begun)
        .onFailure(
            fault -> LOG.warn("{} is not read behind {}: {}", document, from, fault.getMessage()));
  }

  private void begun(List<Lesson> read) {
    ready = true;
    List<Lesson> all = new ArrayList<>(read);
    all.addAll(early);
    early = List.of();
    all.stream()
        .filter(lesson -> lesson.revision() > noted.of(lesson.instance()))
        .forEach(lesson -> pupil(lesson.instance()).add(lesson));
    List.copyOf(pupils.keySet()).forEach(this::teach);
    noteSoon();
  }

  private List<Lesson> lessons(long from, long to) {
    Replay past = new Replay(around.database(), document);
    List<Lesson> lessons = new ArrayList<>();
    Document[] state = {past.at(from)};
    past.from(
        from + 1,
        to,
        change -> {
          lessons.addAll(Lesson.of(state[0].text(), change));
          state[0] = state[0].apply(change);
        });
    return lessons;
  }

  /** A change is on disk. */
  void committed(Ledger.Durable change) {
    List<Lesson> lessons = Lesson.of(change.before().text(), change.change());
    if (!ready) {
      early.addAll(lessons);
      return;
    }
    lessons.forEach(lesson -> pupil(lesson.instance()).add(lesson));
    lessons.stream().map(Lesson::instance).distinct().forEach(this::teach);
  }

  private Pupil pupil(String instance) {
    Pupil known = pupils.get(instance);
    return known != null ? known : pupil(instance, new Pupil(noted.all(), true));
  }

  private Pupil pupil(String instance, Pupil pupil) {
    if (listening.isEmpty()) {
      listening = Optional.of(PluginEvents.listen(around.vertx(), this::heard));
    }
    pupils.put(instance, pupil);
    return pupil;
  }

  private void heard(PluginEvent event) {
    if (event instanceof PluginEvent.PluginChanged changed
        && changed.plugin().isStarted()
        && pupils.containsKey(changed.plugin().id())) {
      teach(changed.plugin().id());
    }
  }

  /** Tells an instance the next that it was not told, if it runs. */
  private void teach(String instance) {
    Pupil pupil = pupils.get(instance);
    if (closed || !ready || pupil.isBusy() || pupil.isUpToDate()) {
      return;
    }
    pupil.busy(true);
    around
        .plugins()
        .describe(instance)
        .compose(plugin -> around.consented(document, plugin).map(plugin))
        .compose(plugin -> pupil.isBehind() ? read(plugin, pupil) : tell(plugin, pupil))
        .onComplete(
            done -> {
              pupil.busy(false);
              noteSoon();
              if (done.succeeded()) {
                teach(instance);
              } else {
                wasNotTold(instance, pupil, done.cause());
              }
            });
  }

  /** Reads from the log what it was not told, once it runs. */
  private Future<Void> read(PluginDescribed plugin, Pupil pupil) {
    if (!plugin.isStarted()) {
      return Future.failedFuture(plugin.reason());
    }
    long from = pupil.told();
    long to = durable.getAsLong();
    pupil.keep();
    return around
        .read(() -> lessons(from, to))
        .onFailure(fault -> pupil.leaveToTheLog())
        .map(
            read -> {
              pupil.putInFront(
                  read.stream().filter(one -> one.instance().equals(plugin.id())).toList());
              return null;
            });
  }

  private Future<Void> tell(PluginDescribed plugin, Pupil pupil) {
    List<Lesson> next = pupil.next(around.limits().decisionsPerLesson());
    return around
        .plugins()
        .decided(
            plugin.id(),
            new TellDecisions(
                next.stream()
                    .map(
                        lesson ->
                            lesson.decision(project, document, plugin.before(), plugin.after()))
                    .toList()))
        .map(
            told -> {
              pupil.wasTold(next.size());
              return null;
            });
  }

  private void wasNotTold(String instance, Pupil pupil, Throwable why) {
    LOG.debug("{} was not told: {}", instance, why.getMessage());
    if (pupil.waiting() > around.limits().lessonsWaiting()) {
      pupil.leaveToTheLog();
    }
    if (!closed) {
      around.vertx().setTimer(around.limits().lessonRetryMillis(), timer -> teach(instance));
    }
  }

  private void noteSoon() {
    if (!noteWanted && !closed) {
      noteWanted = true;
      around
          .vertx()
          .setTimer(
              NOTE_MILLIS,
              timer -> {
                noteWanted = false;
                note();
              });
    }
  }

  /** Notes that all were told everything, but for those that were not. */
  private void note() {
    if (!ready) {
      return;
    }
    Map<String, Long> others = new HashMap<>();
    pupils.forEach(
        (instance, pupil) -> {
          if (!pupil.isUpToDate()) {
            others.put(instance, pupil.told());
          }
        });
    Told now = new Told(durable.getAsLong(), others);
    if (!now.equals(noted)) {
      noting =
          noting
              .compose(before -> around.read(() -> write(now)))
              .onSuccess(written -> noted = now)
              .onFailure(fault -> LOG.debug("{} is not noted: {}", document, fault.getMessage()))
              .otherwiseEmpty();
    }
  }

  private Void write(Told now) {
    around.database().lessons().note(document, now);
    return null;
  }

  /** Ends; completes when what was told is noted. */
  Future<Void> close() {
    if (!closed) {
      closed = true;
      listening.ifPresent(Listening::stop);
      note();
    }
    return noting;
  }
}
