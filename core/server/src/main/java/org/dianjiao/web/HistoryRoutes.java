package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.Deeds;
import org.dianjiao.document.Document;
import org.dianjiao.document.Timeline;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.text.ChangeSet;

/** A document's past: its timeline, its texts and their differences, and who wrote what. */
final class HistoryRoutes {

  private static final int MOST_STRETCHES = 1_000;
  private static final int USUAL_STRETCHES = 300;
  private static final int MOST_RUNS = 20_000;
  private static final int MOST_UNITS = 1_000_000;

  private final Database database;
  private final Chronicles chronicles;
  private final Reply reply;

  HistoryRoutes(Database database, Chronicles chronicles, Reply reply) {
    this.database = database;
    this.chronicles = chronicles;
    this.reply = reply;
  }

  private record Line(
      long revision,
      List<Timeline.Stretch> stretches,
      List<Work> work,
      Map<String, Cast.Person> people) {}

  private record Work(
      Optional<String> account, Optional<String> plugin, Optional<String> version, int times) {}

  private record Whole(long revision, String text) {}

  private record Difference(long from, long to, String text, ChangeSet changes) {}

  private record Blamed(
      long revision,
      int start,
      int end,
      List<Cast.Deed> acts,
      List<List<Integer>> runs,
      Map<String, Cast.Person> people) {}

  private record Preview(long revision, int removed, int restored, int annotations) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/timeline", Operation.READ_TIMELINE, this::timeline);
    routes.get("/api/documents/:document/text", Operation.READ_PAST_TEXT, this::text);
    routes.get("/api/documents/:document/difference", Operation.READ_DIFFERENCE, this::difference);
    routes.get("/api/documents/:document/blame", Operation.READ_BLAME, this::blame);
    routes.get("/api/documents/:document/undo", Operation.PREVIEW_UNDO, this::undo);
    routes.get("/api/documents/:document/restore", Operation.PREVIEW_RESTORE, this::restore);
  }

  private void timeline(RoutingContext request) {
    long most = Query.number(request, "most").orElse((long) USUAL_STRETCHES);
    int bounded = (int) Math.max(1, Math.min(MOST_STRETCHES, most));
    answer(request, row -> past -> line(past, bounded));
  }

  private Line line(Chronicle past, int most) {
    Cast cast = new Cast(database.accounts());
    List<Timeline.Stretch> stretches = Timeline.of(past.figures(), most);
    List<Work> work = new ArrayList<>();
    stretches.forEach(stretch -> stretch.authors().forEach(cast::know));
    past.workers()
        .forEach(
            (who, times) -> work.add(new Work(who.account(), who.plugin(), who.version(), times)));
    work.forEach(worker -> worker.account().ifPresent(cast::know));
    return new Line(past.revision(), stretches, work, cast.people());
  }

  private void text(RoutingContext request) {
    Optional<Long> at = Query.number(request, "revision");
    answer(
        request,
        row ->
            past -> {
              long revision = at.orElse(row.revision());
              return new Whole(revision, past.text(revision));
            });
  }

  private void difference(RoutingContext request) {
    long from = Query.required(request, "from");
    Optional<Long> until = Query.number(request, "to");
    answer(
        request,
        row ->
            past -> {
              long to = until.orElse(row.revision());
              return new Difference(from, to, past.text(from), past.difference(from, to));
            });
  }

  private void blame(RoutingContext request) {
    Optional<Long> at = Query.number(request, "revision");
    int start = Query.offset(request, "start").orElse(0);
    int end = Query.offset(request, "end").orElse(Integer.MAX_VALUE);
    if (end < start) {
      throw new IllegalArgumentException("range %d–%d is reversed".formatted(start, end));
    }
    int bounded = (int) Math.min(end, (long) start + MOST_UNITS);
    answer(request, row -> past -> blamed(past, at.orElse(row.revision()), start, bounded));
  }

  private Blamed blamed(Chronicle past, long revision, int start, int end) {
    Cast cast = new Cast(database.accounts());
    List<List<Integer>> runs = new ArrayList<>();
    int position = start;
    for (Chronicle.Run run : past.blame(revision, start, end, MOST_RUNS)) {
      runs.add(List.of(run.end() - run.start(), cast.number(run.act(), past)));
      position = run.end();
    }
    return new Blamed(revision, start, position, cast.acts(), runs, cast.people());
  }

  private void undo(RoutingContext request) {
    Optional<String> account = Query.word(request, "account");
    Optional<String> plugin = Query.word(request, "plugin");
    Optional<String> version = Query.word(request, "version");
    long from = Query.number(request, "from").orElse(1L);
    Optional<Long> until = Query.number(request, "to");
    answer(
        request,
        row ->
            past -> {
              requireThere(until.orElse(row.revision()), past);
              Deeds deeds = new Deeds(account, plugin, version, from, until.orElse(row.revision()));
              return preview(past, past.undo(deeds, now(row, past)));
            });
  }

  private void restore(RoutingContext request) {
    long revision = Query.required(request, "revision");
    Optional<Integer> start = Query.offset(request, "start");
    Optional<Integer> end = Query.offset(request, "end");
    if (start.isPresent() != end.isPresent()) {
      throw new IllegalArgumentException("start and end come together");
    }
    Optional<TextRange> passage = start.map(from -> new TextRange(from, end.orElseThrow()));
    answer(request, row -> past -> preview(past, past.restore(revision, passage, now(row, past))));
  }

  private static void requireThere(long revision, Chronicle past) {
    if (revision > past.revision()) {
      throw new Refusal(
          FailureCode.BASE_AHEAD,
          "revision %d is not among 1–%d".formatted(revision, past.revision()));
    }
  }

  private Document now(DocumentRow row, Chronicle past) {
    return new Replay(database, row.id()).at(past.revision());
  }

  private static Preview preview(Chronicle past, Chronicle.Outcome outcome) {
    return new Preview(
        past.revision(), outcome.removed(), outcome.restored(), outcome.annotations());
  }

  private void answer(
      RoutingContext request, Function<DocumentRow, Function<Chronicle, Object>> question) {
    reply.of(request, reply.about(request, (account, row) -> asked(row, question.apply(row))));
  }

  private Object asked(DocumentRow row, Function<Chronicle, Object> question) {
    try {
      return chronicles.ask(row.id(), row.revision(), question);
    } catch (Chronicle.UnknownRevision unknown) {
      throw new Refusal(FailureCode.BASE_AHEAD, unknown.getMessage());
    }
  }
}
