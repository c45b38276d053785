package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.blind.BlindCopy;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.Task;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.PluginMessage.AnalyzeText;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.exchange.Replay;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.review.MarkAgreement;
import org.dianjiao.review.Markings;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.text.BareText;

/**
 * How far the marks of a document, or of each copy of a round of double work, agree with those that
 * a plugin would set on the text without any. One question at a time for each person.
 */
final class MarkAgreementRoutes {

  private final Database database;
  private final Identity identity;
  private final BlindComparison comparison;
  private final BlindDesk desk;
  private final BlindView view;
  private final PluginMarks plugins;
  private final Reply reply;
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  MarkAgreementRoutes(
      Database database,
      Identity identity,
      BlindComparison comparison,
      PluginMarks plugins,
      Reply reply) {
    this.database = database;
    this.identity = identity;
    this.comparison = comparison;
    this.desk = new BlindDesk(database, comparison);
    this.view = new BlindView(database);
    this.plugins = plugins;
    this.reply = reply;
  }

  /** Marks that stand, under the name of who or what set them. */
  private record Standing(String name, Markings markings) {}

  /** What is compared with a plugin; all of it is one text without marks. */
  private record Asked(
      String document, long revision, List<Standing> standing, List<Marked> annotations) {}

  private record Told(
      long revision, String plugin, String version, int places, List<BlindView.PairTold> pairs) {}

  void on(Routes routes) {
    routes.get(
        "/api/documents/:document/marks/agreement", Operation.COMPARE_MARKS, this::ofDocument);
    routes.get(
        "/api/documents/:document/blind/:round/plugin", Operation.COMPARE_MARKS, this::ofRound);
  }

  private void ofDocument(RoutingContext request) {
    Optional<Integer> start = Query.offset(request, "start");
    Optional<Integer> end = Query.offset(request, "end");
    if (start.isPresent() != end.isPresent()) {
      throw new IllegalArgumentException("start and end come together");
    }
    Optional<TextRange> range = start.map(from -> new TextRange(from, end.orElseThrow()));
    answer(request, (account, row) -> standing(row, range));
  }

  private Asked standing(DocumentRow row, Optional<TextRange> asked) {
    Document document = new Replay(database, row.id()).at(row.revision());
    int length = document.text().length();
    TextRange range = asked.orElseGet(() -> new TextRange(0, length));
    if (range.end() > length) {
      throw new IllegalArgumentException(
          "range %d–%d ends behind the %d units of revision %d"
              .formatted(range.start(), range.end(), length, row.revision()));
    }
    String text = document.text().slice(range.start(), range.end());
    List<Marked> annotations = withoutMarks(AnalyzeText.marked(document, range), text);
    Standing standing = new Standing("", Markings.of(text));
    return new Asked(row.id(), row.revision(), List.of(standing), annotations);
  }

  /** Where annotations are in a text when its marks are gone; none that covers nothing else. */
  private static List<Marked> withoutMarks(List<Marked> annotations, String text) {
    BareText bare = BareText.of(text);
    List<Marked> moved = new ArrayList<>();
    for (Marked marked : annotations) {
      int start = bare.bareOffset(marked.range().start());
      int end = bare.bareOffset(marked.range().end());
      if (start < end) {
        moved.add(new Marked(new TextRange(start, end), marked.body()));
      }
    }
    return moved;
  }

  private void ofRound(RoutingContext request) {
    String round = request.pathParam("round");
    answer(request, (account, row) -> copies(row, round, account));
  }

  private Asked copies(DocumentRow source, String name, Account account) {
    Optional<Role> member = identity.role(source.project(), account);
    BlindRound round = desk.known(source, name, account, member);
    if (!view.told(round, account, member).open() || round.task() != Task.PUNCTUATE) {
      throw new Refusal(
          FailureCode.NOT_PERMITTED,
          round.task() == Task.PUNCTUATE
              ? "nobody is told yet what was marked in this round"
              : "nobody was asked to punctuate in this round");
    }
    List<String> texts = comparison.texts(round);
    List<Standing> standing = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      BlindCopy copy = round.copies().get(i);
      standing.add(new Standing(desk.name(copy.worker()), Markings.of(texts.get(i))));
    }
    return new Asked(source.id(), round.revision(), standing, List.of());
  }

  @FunctionalInterface
  private interface Question {
    Asked of(Account account, DocumentRow row);
  }

  private void answer(RoutingContext request, Question question) {
    String plugin =
        Query.word(request, "plugin")
            .orElseThrow(() -> new IllegalArgumentException("plugin is missing"));
    String account = Admitted.of(request).account().orElseThrow().id();
    if (!asking.add(account)) {
      throw new Refusal(FailureCode.BUSY, "you are asking a plugin to compare marks already");
    }
    Future<Told> told =
        reply.about(request, question::of).compose(asked -> compared(asked, plugin));
    reply.of(request, told.onComplete(ended -> asking.remove(account)));
  }

  private Future<Told> compared(Asked asked, String plugin) {
    String bare = asked.standing().get(0).markings().bare();
    return plugins
        .on(asked.document(), plugin, bare, asked.annotations())
        .compose(found -> reply.blocking(() -> told(asked, found)));
  }

  private static Told told(Asked asked, PluginMarks.Found found) {
    String other = found.plugin().id();
    List<BlindView.PairTold> pairs = new ArrayList<>();
    for (Standing standing : asked.standing()) {
      MarkAgreement agreement = MarkAgreement.of(standing.markings(), found.markings());
      pairs.add(BlindView.told(standing.name(), other, agreement));
    }
    int places = found.markings().gaps().size();
    return new Told(asked.revision(), other, found.plugin().version(), places, pairs);
  }
}
