package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;

/**
 * What concerns somebody in rounds of double work: of each the last step they are told of. Every
 * method blocks.
 */
public final class RoundNews {

  private final Database database;

  /** What the storage has. */
  public RoundNews(Database database) {
    this.database = database;
  }

  /** A step that somebody is told of. */
  public record Item(BlindRound round, RoundStep step, boolean read) {}

  /**
   * In one project.
   *
   * @param read up to which step they have read, by round
   */
  public List<Item> of(
      String project, Account account, Optional<Role> member, Map<String, Integer> read) {
    Map<String, List<RoundStep>> steps = database.blind().steps(project);
    if (steps.isEmpty()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (BlindRound round : database.blind().of(project)) {
      last(round, account, member, steps.getOrDefault(round.id(), List.of()))
          .map(step -> new Item(round, step, read.getOrDefault(round.id(), 0) >= step.number()))
          .ifPresent(items::add);
    }
    return items;
  }

  /** Somebody has read up to a step of a round of this source, as far as they are told of any. */
  public void markRead(
      String source, String round, Account account, Optional<Role> member, int number) {
    database
        .blind()
        .find(round)
        .filter(found -> found.source().equals(source))
        .flatMap(
            found ->
                last(
                    found,
                    account,
                    member,
                    database.blind().steps(found.project()).getOrDefault(round, List.of())))
        .ifPresent(
            step ->
                database.blind().markRead(round, account.id(), Math.min(number, step.number())));
  }

  private static Optional<RoundStep> last(
      BlindRound round, Account account, Optional<Role> member, List<RoundStep> steps) {
    return steps.stream()
        .filter(step -> step.isNewsTo(round, account.id(), member))
        .max(Comparator.comparingInt(RoundStep::number));
  }
}
