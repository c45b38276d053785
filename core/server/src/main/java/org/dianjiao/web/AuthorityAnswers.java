package org.dianjiao.web;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.Redirect;
import org.dianjiao.authority.Span;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.EntityProposal;
import org.dianjiao.entity.EntityProposal.Decision;
import org.dianjiao.entity.EntityProposal.Outcome;
import org.dianjiao.entity.Step;
import org.dianjiao.people.Account;
import org.dianjiao.registry.EntityForm;
import org.dianjiao.registry.Seen;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;

/** What is told of authority files. */
final class AuthorityAnswers {

  private static final int FORMS_OF_LINE = 6;
  private static final int CHANGES_OF_STEP = 50;

  private final Database database;

  AuthorityAnswers(Database database) {
    this.database = database;
  }

  /**
   * An entity in a list.
   *
   * @param forms other labels
   * @param note the first
   * @param own whether the project has it itself
   */
  record Line(
      URI id,
      String type,
      String label,
      List<String> forms,
      Span period,
      Optional<String> note,
      boolean own) {}

  /**
   * A list of entities.
   *
   * @param total of all pages; of a search as many as are told
   */
  record Listed(long own, long server, int total, List<Line> entities) {}

  /** A relation that another entity says it has to this one. */
  record Incoming(String kind, Line entity) {}

  /**
   * All about an entity.
   *
   * @param own whether the project has it itself
   * @param server what the server says of it, when the project says something else
   * @param redirects ids that were given up for it
   * @param targets what its relations lead to, as far as they are in the file
   */
  record Full(
      EntityForm entity,
      boolean own,
      Optional<EntityForm> server,
      List<URI> redirects,
      List<Line> targets,
      List<Incoming> incoming) {}

  /** What had an id: an entity, or where it went. */
  record Side(Optional<EntityForm> entity, Optional<URI> target) {}

  /** What a step does to an id. */
  record ChangeLine(URI id, Optional<Side> was, Optional<Side> becomes) {}

  /**
   * Something that was done.
   *
   * @param name of who did it; empty: the server
   * @param more how many changes are not told here
   */
  record StepLine(
      long number,
      Deed deed,
      String name,
      Optional<String> reviewer,
      Instant at,
      String reason,
      Optional<Long> undoes,
      List<ChangeLine> changes,
      boolean more) {}

  /** Something that was proposed. */
  record ProposalLine(
      String id,
      Deed deed,
      String account,
      String name,
      Instant at,
      String reason,
      List<ChangeLine> changes,
      Optional<Outcome> outcome,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      Optional<String> answer,
      Optional<Long> step) {}

  static Line line(Seen seen, Entity entity) {
    String label = entity.label();
    List<String> forms =
        entity.labels().stream()
            .map(form -> form.text())
            .filter(text -> !text.equals(label))
            .distinct()
            .limit(FORMS_OF_LINE)
            .toList();
    return new Line(
        entity.id(),
        entity.type(),
        label,
        forms,
        entity.period(),
        entity.notes().stream().findFirst(),
        seen.file().own(entity.id()).isPresent());
  }

  /** Scans the file for what leads to the entity. */
  static Full full(Seen seen, Entity entity) {
    EntityFile file = seen.file();
    List<URI> redirects =
        file.meaning(entity.id()).stream().filter(id -> !id.equals(entity.id())).toList();
    List<Line> targets =
        entity.relations().stream()
            .flatMap(relation -> file.entity(relation.target()).stream())
            .distinct()
            .map(target -> line(seen, target))
            .toList();
    List<Incoming> incoming =
        seen.list(other -> !other.relations().isEmpty()).stream()
            .flatMap(
                other ->
                    other.relations().stream()
                        .filter(tie -> file.follow(tie.target()).equals(entity.id()))
                        .map(tie -> new Incoming(tie.kind(), line(seen, other))))
            .toList();
    return new Full(
        EntityForm.of(entity),
        file.own(entity.id()).isPresent(),
        seen.hidden(entity.id()).map(EntityForm::of),
        redirects,
        targets,
        incoming);
  }

  List<StepLine> steps(String file, List<Step> steps) {
    Map<String, String> names = new HashMap<>();
    AuthorityFiles files = database.authorityFiles();
    return steps.stream()
        .map(step -> step(step, files.changes(file, step.number(), CHANGES_OF_STEP + 1), names))
        .toList();
  }

  private StepLine step(Step step, List<Change> changes, Map<String, String> names) {
    return new StepLine(
        step.number(),
        step.deed(),
        step.account().map(account -> name(account, names)).orElse(""),
        step.reviewer().map(account -> name(account, names)),
        step.at(),
        step.reason(),
        step.undoes(),
        changes.stream().limit(CHANGES_OF_STEP).map(AuthorityAnswers::change).toList(),
        changes.size() > CHANGES_OF_STEP);
  }

  ProposalLine proposal(EntityProposal proposal) {
    Map<String, String> names = new HashMap<>();
    Optional<Decision> decision = proposal.decision();
    return new ProposalLine(
        proposal.id(),
        proposal.deed(),
        proposal.account(),
        name(proposal.account(), names),
        proposal.at(),
        proposal.reason(),
        proposal.changes().stream().map(AuthorityAnswers::change).toList(),
        decision.map(Decision::outcome),
        decision.map(made -> name(made.account(), names)),
        decision.map(Decision::at),
        decision.map(Decision::answer),
        decision.flatMap(Decision::step));
  }

  private String name(String account, Map<String, String> names) {
    return names.computeIfAbsent(
        account, id -> database.accounts().byId(id).map(Account::name).orElse(""));
  }

  private static ChangeLine change(Change change) {
    return new ChangeLine(
        change.id(),
        change.was().map(AuthorityAnswers::side),
        change.becomes().map(AuthorityAnswers::side));
  }

  private static Side side(Entry entry) {
    return entry instanceof Redirect redirect
        ? new Side(Optional.empty(), Optional.of(redirect.target()))
        : new Side(Optional.of(EntityForm.of((Entity) entry)), Optional.empty());
  }
}
