package org.dianjiao.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Replace;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.people.Operation;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;

/** How what no client sends is asked for: by a command that the server makes itself. */
final class BusAttempts {

  /** One way to ask. */
  record Attempt(
      Operation operation, String type, boolean writes, Function<Scene, DocumentCommand> command) {}

  private BusAttempts() {}

  static List<Attempt> all() {
    return List.of(
        new Attempt(Operation.ADJUDICATE, "adjudicate-readings", true, BusAttempts::adjudication),
        new Attempt(Operation.APPLY_VARIANT_RULES, "apply-variant-rules", true, BusAttempts::rules),
        new Attempt(Operation.TAKE_BACK_SWEEP, "take-back-sweep", true, BusAttempts::sweep),
        new Attempt(Operation.RUN_COMMAND, "run-plugin-command", false, BusAttempts::command),
        new Attempt(
            Operation.ANALYZE,
            "keep-offers",
            false,
            scene -> new DocumentCommand.KeepOffers(scene.document, scene.person.account())));
  }

  private static DocumentCommand command(Scene scene) {
    return new DocumentCommand.RunPluginCommand(
        scene.document,
        scene.person.account(),
        Scene.fresh(),
        "none",
        "count",
        Map.of(),
        Optional.empty());
  }

  private static DocumentCommand adjudication(Scene scene) {
    return new DocumentCommand.AdjudicateReadings(
        scene.document, scene.person.account(), scene.client, 1, 1, verdicts(scene));
  }

  private static DocumentCommand rules(Scene scene) {
    return new DocumentCommand.ApplyVariantRules(
        scene.document, scene.person.account(), scene.client, 1, 1, verdicts(scene));
  }

  private static DocumentCommand sweep(Scene scene) {
    scene.editedBy(scene.isAtLeast("editor") ? scene.person : scene.helper);
    return new DocumentCommand.TakeBackSweep(
        scene.document, scene.person.account(), scene.client, 1, 2);
  }

  private static List<Verdict> verdicts(Scene scene) {
    Suggestion reading =
        Suggestion.proposed(
            "reading-of-the-scene",
            new Anchor(0, 0, false),
            scene.helper.account(),
            "proposal",
            "",
            List.of(new Candidate(new Replace("甲"), 1, "甲")),
            "");
    return List.of(new Verdict(Outcome.ACCEPTED, 0, Optional.empty(), reading));
  }
}
