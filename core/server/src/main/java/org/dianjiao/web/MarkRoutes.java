package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.document.Chronicle;
import org.dianjiao.document.MarkLayer;
import org.dianjiao.document.MarksOf;
import org.dianjiao.document.ReviewPast;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.review.PassageState.Stage;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/** The marks of a document: where each came from, how many there are, and what goes with them. */
final class MarkRoutes {

  private static final int MOST_UNITS = 100_000;

  private final Database database;
  private final Chronicles chronicles;
  private final Reply reply;

  MarkRoutes(Database database, Chronicles chronicles, Reply reply) {
    this.database = database;
    this.chronicles = chronicles;
    this.reply = reply;
  }

  /**
   * Marks of a range.
   *
   * @param marks of each its place, its length, the number of its act, and 1 when it is approved
   */
  private record Placed(
      long revision,
      int start,
      int end,
      List<Cast.Deed> acts,
      List<List<Integer>> marks,
      Map<String, Cast.Person> people) {}

  private record Counted(
      long revision, List<MarkLayer.Count> counts, Map<String, Cast.Person> people) {}

  private record Preview(long revision, int removed, int restored, int annotations) {}

  /** What there is at one revision. */
  private record Layer(Chronicle past, long revision, int length, MarkLayer marks) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/marks", Operation.READ_MARKS, this::marks);
    routes.get("/api/documents/:document/marks/counts", Operation.READ_MARKS, this::counts);
    routes.get("/api/documents/:document/marks/taking", Operation.PREVIEW_TAKE_MARKS, this::taking);
  }

  private void marks(RoutingContext request) {
    int start = Query.offset(request, "start").orElse(0);
    int end = Query.offset(request, "end").orElse(Integer.MAX_VALUE);
    if (end < start) {
      throw new IllegalArgumentException("range %d–%d is reversed".formatted(start, end));
    }
    TextRange range = new TextRange(start, (int) Math.min(end, (long) start + MOST_UNITS));
    reply.of(
        request,
        reply.about(request, (account, row) -> layer(account, row, range, l -> placed(l, range))));
  }

  private Placed placed(Layer layer, TextRange range) {
    Cast cast = new Cast(database.accounts());
    List<List<Integer>> marks = new ArrayList<>();
    for (MarkLayer.Mark mark : layer.marks().marks()) {
      int act = cast.number(mark.act(), layer.past());
      marks.add(List.of(mark.start(), mark.text().length(), act, mark.approved() ? 1 : 0));
    }
    int end = Math.min(range.end(), layer.length());
    return new Placed(
        layer.revision(),
        range.start(),
        Math.max(range.start(), end),
        cast.acts(),
        marks,
        cast.people());
  }

  private void counts(RoutingContext request) {
    TextRange all = new TextRange(0, Integer.MAX_VALUE);
    reply.of(
        request, reply.about(request, (account, row) -> layer(account, row, all, this::counted)));
  }

  private Counted counted(Layer layer) {
    Cast cast = new Cast(database.accounts());
    List<MarkLayer.Count> counts = layer.marks().counts();
    counts.forEach(count -> count.origin().account().ifPresent(cast::know));
    return new Counted(layer.revision(), counts, cast.people());
  }

  @FunctionalInterface
  private interface Question {
    Object ask(Layer layer);
  }

  /** Of the revision that the review stands at: the past answers for any revision. */
  private Object layer(Account viewer, DocumentRow row, TextRange range, Question question) {
    record Approved(long revision, List<TextRange> passages) {}
    int needed = database.projects().reviewSettings(row.project()).approvals();
    Approved approved =
        chronicles.review(
            row.id(),
            row.revision(),
            past -> new Approved(past.revision(), approved(past, viewer, needed)));
    return chronicles.ask(
        row.id(),
        approved.revision(),
        past -> {
          long revision = approved.revision();
          List<Chronicle.Run> runs =
              past.blame(revision, range.start(), range.end(), Integer.MAX_VALUE);
          String text = past.text(revision);
          MarkLayer marks = MarkLayer.of(text, runs, approved.passages());
          return question.ask(new Layer(past, revision, text.length(), marks));
        });
  }

  private static List<TextRange> approved(ReviewPast past, Account viewer, int needed) {
    return past.passages(viewer.id(), needed).stream()
        .filter(passage -> passage.state().stage() == Stage.APPROVED)
        .map(passage -> new TextRange(passage.start(), passage.end()))
        .toList();
  }

  private void taking(RoutingContext request) {
    boolean imported = Query.word(request, "imported").filter("true"::equals).isPresent();
    MarksOf whose =
        new MarksOf(
            imported,
            Query.word(request, "account"),
            Query.word(request, "plugin"),
            Query.word(request, "version"));
    Optional<Integer> start = Query.offset(request, "start");
    Optional<Integer> end = Query.offset(request, "end");
    if (start.isPresent() != end.isPresent()) {
      throw new IllegalArgumentException("start and end come together");
    }
    Optional<TextRange> passage = start.map(from -> new TextRange(from, end.orElseThrow()));
    reply.of(
        request,
        reply.about(
            request,
            (account, row) ->
                chronicles.ask(
                    row.id(), row.revision(), past -> preview(past, row.id(), whose, passage))));
  }

  private Preview preview(
      Chronicle past, String document, MarksOf whose, Optional<TextRange> passage) {
    Chronicle.Outcome outcome =
        past.takeMarks(whose, passage, new Replay(database, document).at(past.revision()));
    return new Preview(
        past.revision(), outcome.removed(), outcome.restored(), outcome.annotations());
  }
}
