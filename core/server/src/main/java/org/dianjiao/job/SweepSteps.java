package org.dianjiao.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.dianjiao.bus.DocumentCommand.ApplyVariantRules;
import org.dianjiao.bus.DocumentCommand.Numbered;
import org.dianjiao.bus.DocumentCommand.RevertChange;
import org.dianjiao.bus.DocumentCommand.SubmitChanges;
import org.dianjiao.bus.DocumentCommand.TakeBackSweep;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.Document;
import org.dianjiao.document.Update;
import org.dianjiao.exchange.Replay;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.review.Verdict;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.VariantRules.Table;
import org.dianjiao.sweep.Following;
import org.dianjiao.sweep.Linking;
import org.dianjiao.sweep.Order;
import org.dianjiao.sweep.Order.Places;
import org.dianjiao.sweep.Reached;
import org.dianjiao.sweep.Reached.Written;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Digest;

/**
 * The commands that a sweep comes to in one document. They are the same each time they are made
 * from one base, so that one that was sent before a restart is answered again, not done again.
 * Blocking.
 */
final class SweepSteps {

  private final Database database;
  private final Limits limits;
  private final Job job;
  private final Part part;
  private final String client;

  SweepSteps(Database database, Limits limits, Job job, Part part) {
    this.database = database;
    this.limits = limits;
    this.job = job;
    this.part = part;
    this.client = "sweep-" + job.id();
  }

  /**
   * One command.
   *
   * @param command for its number
   * @param places at which each of the changes that it makes does something; empty when that is
   *     known only afterwards
   */
  record Step(LongFunction<Numbered> command, List<Integer> places) {}

  /** All of them, and how many places are left alone from the first. */
  record Steps(List<Step> all, int left) {}

  /** How far it is: as it was noted, or at its beginning. */
  Reached reached() {
    return part.result().isEmpty()
        ? Reached.at(database.projects().document(part.document()).orElseThrow().revision())
        : Json.read(part.result(), Reached.class);
  }

  Steps from(long base) {
    Order order = Json.read(job.asked(), Order.class);
    if (order.undoes().isPresent()) {
      return undoing(order.undoes().get());
    }
    Document state = new Replay(database, part.document()).at(base);
    return order
        .rules()
        .map(rules -> following(state, rules))
        .orElseGet(() -> linking(state, order.link().orElseThrow()));
  }

  private Steps following(Document state, Order.Rules rules) {
    Table table = database.variantRules().of(job.project());
    if (table.version() != rules.version()) {
      throw new Refusal(
          FailureCode.BASE_BEHIND, "somebody changed the rules meanwhile; look again");
    }
    List<Verdict> all = new Following(table.rulesOnly(), rules).verdicts(state, client);
    List<Step> steps = new ArrayList<>();
    int most = limits.decisionsPerCommand();
    for (int i = 0; i < all.size(); i += most) {
      List<Verdict> some = all.subList(i, Math.min(all.size(), i + most));
      steps.add(
          new Step(
              number ->
                  new ApplyVariantRules(
                      part.document(), job.account(), client, number, state.revision(), some),
              List.of()));
    }
    return new Steps(steps, 0);
  }

  private Steps linking(Document state, Order.Link link) {
    Places places = link.in(part.document());
    List<ChangeSet> since =
        new Replay(database, part.document())
            .changes(places.revision() + 1, state.revision()).stream()
                .map(logged -> logged.change().changes())
                .toList();
    Linking.Plan plan =
        new Linking(link, limits.effectsPerUpdate()).plan(state, places, since, client);
    List<Update> updates = plan.updates();
    if (updates.isEmpty()) {
      return new Steps(List.of(), plan.left());
    }
    String hash = Digest.of(Json.text(updates));
    List<Integer> counts = updates.stream().map(update -> update.effects().size()).toList();
    LongFunction<Numbered> command =
        number ->
            new SubmitChanges(
                part.document(), job.account(), client, number, state.revision(), updates, hash);
    return new Steps(List.of(new Step(command, counts)), plan.left());
  }

  /** The newest first. Who takes their own sweep back needs no more than what made it. */
  private Steps undoing(String sweep) {
    Job undone = database.jobs().get(sweep).orElseThrow();
    boolean own = undone.account().equals(job.account());
    List<Written> written = new ArrayList<>();
    undone.parts().stream()
        .filter(done -> done.document().equals(part.document()) && !done.result().isEmpty())
        .forEach(done -> written.addAll(Json.read(done.result(), Reached.class).written()));
    Collections.reverse(written);
    List<Step> steps = new ArrayList<>();
    for (Written one : written) {
      steps.add(
          new Step(
              number -> own ? takeBack(number, one.revision()) : revert(number, one.revision()),
              List.of(one.places())));
    }
    return new Steps(steps, 0);
  }

  private Numbered takeBack(long number, long revision) {
    return new TakeBackSweep(part.document(), job.account(), client, number, revision);
  }

  private Numbered revert(long number, long revision) {
    return new RevertChange(part.document(), job.account(), client, number, revision);
  }
}
