package org.dianjiao.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;
import org.dianjiao.api.Body;
import org.dianjiao.calendar.Dates;
import org.dianjiao.calendar.Found;
import org.dianjiao.calendar.Reading;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.DocumentRow;

/** What a date means that somebody types, at a place of a document. */
final class DateRoutes {

  private static final int MOST_WORDS = 100;

  private final Chronicles chronicles;
  private final Reply reply;

  DateRoutes(Chronicles chronicles, Reply reply) {
    this.chronicles = chronicles;
    this.reply = reply;
  }

  /**
   * The readings of a date.
   *
   * @param readings the likeliest first; none when the words are no date
   * @param reason in words; may be empty
   */
  private record Typed(List<Body.Date> readings, String reason) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/date", Operation.READ_DATE, this::date);
  }

  private void date(RoutingContext request) {
    String words = Query.word(request, "words").map(String::strip).orElse("");
    int at = Query.offset(request, "at").orElse(0);
    if (words.isEmpty() || words.length() > MOST_WORDS || words.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "words: type one date of at most %d characters".formatted(MOST_WORDS));
    }
    reply.of(request, reply.about(request, (account, row) -> typed(row, words, at)));
  }

  private Typed typed(DocumentRow row, String words, int at) {
    String text = chronicles.ask(row.id(), row.revision(), past -> past.text(row.revision()));
    int place = Math.min(at, text.length());
    return Dates.typed(words, text.substring(0, place), text.substring(place))
        .map(DateRoutes::told)
        .orElse(new Typed(List.of(), ""));
  }

  private static Typed told(Found date) {
    List<Body.Date> readings =
        Stream.concat(Stream.of(date.reading()), date.others().stream())
            .map(reading -> body(reading, date.reference()))
            .toList();
    return new Typed(readings, date.reason());
  }

  private static Body.Date body(Reading reading, boolean reference) {
    return reading.resolved()
        ? Body.Date.of(reading.norm(), reading.first(), reading.last(), reference)
        : Body.Date.faulty(reading.norm(), reading.fault());
  }
}
