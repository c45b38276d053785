package org.dianjiao.plugin.names;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.authority.Entity;
import org.dianjiao.plugin.names.find.Finder;
import org.dianjiao.plugin.names.find.Habits;
import org.dianjiao.plugin.names.find.Variation;
import org.dianjiao.plugin.names.learn.Learner;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Layers;

/** What differs from project to project: entries, variant characters, and what was decided. */
final class Projects {

  private final PluginContext context;
  private final AuthorityFiles files;
  private final Fold fold;
  private final Finder.Rules rules;
  private final Learner learner;
  private final boolean learns;

  /**
   * Projects of a host.
   *
   * @param learns whether what was decided counts
   */
  Projects(
      PluginContext context,
      AuthorityFiles files,
      Fold fold,
      Finder.Rules rules,
      Learner learner,
      boolean learns) {
    this.context = context;
    this.files = files;
    this.fold = fold;
    this.rules = rules;
    this.learner = learner;
    this.learns = learns;
  }

  /** Finds names by what a project has now. */
  Finder finder(String project) {
    Layers layers = files.of(project);
    Habits habits = learns ? learner.habits(project) : Habits.NONE;
    if (!habits.taught().isEmpty()) {
      layers = layers.with(habits.taught());
    }
    Variation variation =
        project.isEmpty() ? Variation.NONE : Variation.of(context.table(project, "variants"), fold);
    return new Finder(rules, fold, layers, variation, habits);
  }

  /** The entity that an id means in a project. */
  Optional<Entity> entity(String project, URI id) {
    return files.of(project).entity(id);
  }

  /** Entries of the server's file for a search by hand. */
  List<Body.Identification> lookup(String query, String type, int limit) {
    Set<String> types = type.isEmpty() ? Set.of() : Set.of(type);
    return query.isBlank() || limit <= 0
        ? List.of()
        : files.search().find(query, types, limit).stream()
            .map(found -> Proposals.identification(found.entity()))
            .toList();
  }

  /** Hears what a person decided. */
  void hear(Decision decision) {
    if (learns) {
      learner.hear(decision);
    }
  }

  /** What was learned in a project, in words. */
  String findings(String project) {
    String off = learns ? "" : "Learning is switched off in the settings of this plugin.\n\n";
    return off + learner.findings(project);
  }

  /** Forgets what was learned in a project. */
  String forget(String project, boolean sure) {
    if (!sure) {
      return "Nothing was forgotten: tick “Yes, forget it” if you are sure.\n";
    }
    int forgotten = learner.forget(project);
    return forgotten == 0
        ? "There was nothing to forget.\n"
        : "What %,d decisions taught is forgotten.%n".formatted(forgotten);
  }

  /** Writes what is not written yet. */
  void close() {
    learner.close();
  }
}
