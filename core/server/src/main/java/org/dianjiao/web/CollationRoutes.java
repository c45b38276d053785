package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.collation.Collation;
import org.dianjiao.collation.KnownCharacters;
import org.dianjiao.collation.Likeness;
import org.dianjiao.collation.Names;
import org.dianjiao.collation.Segment;
import org.dianjiao.collation.Witness;
import org.dianjiao.exchange.Replay;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Operation.Thing;
import org.dianjiao.people.Subject;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.variant.Pairs;
import org.dianjiao.variant.ProjectLikeness;

/**
 * What other documents of a project have differently from one of them. Whoever asks may read each
 * of them; one question at a time for each person.
 */
final class CollationRoutes {

  private final Database database;
  private final Admission admission;
  private final AuthorityDesk authority;
  private final Limits limits;
  private final Reply reply;
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  CollationRoutes(
      Database database, Admission admission, AuthorityDesk authority, Limits limits, Reply reply) {
    this.database = database;
    this.admission = admission;
    this.authority = authority;
    this.limits = limits;
    this.reply = reply;
  }

  /**
   * A difference.
   *
   * @param start first unit of the first text
   * @param end unit after the last
   * @param otherStart first unit of the other text
   * @param otherEnd unit after the last
   * @param lost whether one of the texts may have lost a character there
   */
  private record DifferenceTold(
      int start, int end, int otherStart, int otherEnd, String kind, boolean lost) {}

  private record OtherTold(
      String id, String title, long revision, String text, List<DifferenceTold> differences) {}

  private record Told(long revision, String text, List<OtherTold> others) {}

  void on(Routes routes) {
    routes.get("/api/documents/:document/collation", Operation.COLLATE, this::collate);
  }

  private void collate(RoutingContext request) {
    Set<String> others = new LinkedHashSet<>(request.queryParam("with"));
    Subject subject = Admitted.of(request).subject().orElseThrow();
    if (others.isEmpty()) {
      throw new IllegalArgumentException("with is missing: the document to collate with");
    }
    if (others.size() >= limits.collatedTexts()) {
      throw new IllegalArgumentException(
          "%d other documents; %d texts at most are collated at once (limit collated-texts)"
              .formatted(others.size(), limits.collatedTexts()));
    }
    String account = subject.account().id();
    if (!asking.add(account)) {
      throw new Refusal(FailureCode.BUSY, "you are having texts collated already");
    }
    Future<Told> told =
        reply.about(request, (asker, row) -> told(row, others(row, others, subject)));
    reply.of(request, told.onComplete(ended -> asking.remove(account)));
  }

  private List<DocumentRow> others(DocumentRow first, Set<String> ids, Subject subject) {
    List<DocumentRow> others = new ArrayList<>();
    for (String id : ids) {
      DocumentRow other =
          database
              .projects()
              .document(id)
              .filter(row -> row.project().equals(first.project()))
              .filter(row -> database.blind().ofCopy(row.id()).isEmpty())
              .orElseThrow(() -> Refusal.of(Authority.notThere(Thing.DOCUMENT)));
      admission.require(Operation.COLLATE, subject, other);
      if (other.id().equals(first.id())) {
        throw new IllegalArgumentException("a document has no differences from itself");
      }
      others.add(other);
    }
    return others;
  }

  private Told told(DocumentRow row, List<DocumentRow> others) {
    Witness first = witness(row);
    Pairs pairs = new Pairs(database.variantRules().of(row.project()).rulesOnly());
    Likeness likeness = new ProjectLikeness(KnownCharacters.load(), pairs);
    Names names = Names.of(authority.seen(row.project()).file().entities(), likeness);
    List<OtherTold> told = new ArrayList<>();
    for (DocumentRow other : others) {
      Collation collation = Collation.of(first, witness(other), likeness, names);
      Set<Segment> losses = collation.losses();
      told.add(
          new OtherTold(
              other.id(),
              other.title(),
              other.revision(),
              collation.b().text(),
              collation.differences().stream().map(one -> told(one, losses)).toList()));
    }
    return new Told(row.revision(), first.text(), told);
  }

  private static DifferenceTold told(Segment one, Set<Segment> losses) {
    return new DifferenceTold(
        one.aStart(),
        one.aEnd(),
        one.bStart(),
        one.bEnd(),
        one.kind().word(),
        losses.contains(one));
  }

  private Witness witness(DocumentRow row) {
    String text = new Replay(database, row.id()).at(row.revision()).text().toString();
    if (text.length() > limits.collatedUnits()) {
      throw new IllegalArgumentException(
          "%s has %d units; %d at most are collated (limit collated-units)"
              .formatted(row.title(), text.length(), limits.collatedUnits()));
    }
    return new Witness(row.id(), text);
  }
}
