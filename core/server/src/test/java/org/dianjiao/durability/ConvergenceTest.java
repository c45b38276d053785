package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.dianjiao.document.Change;
import org.dianjiao.document.Rebase;
import org.dianjiao.document.Update;
import org.dianjiao.durability.Convergence.Move;
import org.dianjiao.durability.Convergence.Rebasing;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.Test;

/**
 * Random histories end with the same text everywhere. More of them: {@code
 * -Ddianjiao.histories=1000000 -Ddianjiao.seed=…}.
 */
class ConvergenceTest {

  private static final int HISTORIES = Integer.getInteger("dianjiao.histories", 10_000);
  private static final long FIRST =
      Long.getLong("dianjiao.seed", System.currentTimeMillis() * 1_000_000);

  private record Found(long seed, int clients, List<Move> moves) {}

  private static Optional<Found> diverging(long seed, Rebasing rebasing) {
    Random random = new Random(seed);
    int clients = 2 + random.nextInt(5);
    List<Move> moves = Convergence.moves(clients, random);
    return Convergence.faults(clients, moves, rebasing).isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(seed, clients, moves));
  }

  private static String words(Found found, Rebasing rebasing) {
    List<Move> least = Convergence.shrunk(found.clients(), found.moves(), rebasing);
    return "-Ddianjiao.seed=%d: %s after %s"
        .formatted(found.seed(), Convergence.faults(found.clients(), least, rebasing), least);
  }

  @Test
  void everyHistoryConverges() {
    System.out.printf("%d histories, -Ddianjiao.seed=%d%n", HISTORIES, FIRST);
    List<String> diverging =
        LongStream.range(FIRST, FIRST + HISTORIES)
            .parallel()
            .mapToObj(seed -> diverging(seed, Rebase::rebase))
            .flatMap(Optional::stream)
            .limit(3)
            .map(found -> words(found, Rebase::rebase))
            .toList();
    assertThat(diverging).isEmpty();
  }

  /**
   * A composed past makes another text where one deletes and the next inserts at the same place.
   */
  @Test
  void findsAnAuthorityThatComposesThePast() {
    assertFound(
        (updates, client, since) -> Rebase.rebase(updates, client, composed(client, since)));
  }

  @Test
  void findsAnAuthorityThatPutsLateInsertsFirst() {
    assertFound(
        (updates, client, since) -> {
          List<Update> moved = Rebase.rebase(updates, client, since);
          return since.size() == 1 && updates.size() == 1 && !moved.isEmpty()
              ? List.of(
                  new Update(updates.get(0).changes().map(since.get(0).changes(), true), List.of()))
              : moved;
        });
  }

  private static List<Change> composed(String client, List<Change> since) {
    if (since.stream().anyMatch(change -> change.client().equals(client)) || since.size() < 2) {
      return since;
    }
    ChangeSet all = since.get(0).changes();
    for (Change change : since.subList(1, since.size())) {
      all = all.compose(change.changes());
    }
    Change last = since.get(since.size() - 1);
    return List.of(
        new Change(
            last.revision(),
            last.author(),
            last.client(),
            last.sequence(),
            all,
            List.of(),
            last.at()));
  }

  /** It is found, and shrinks to a handful of moves. */
  private static void assertFound(Rebasing wrong) {
    for (long seed = 1; seed <= 200; seed++) {
      Optional<Found> found = diverging(seed, wrong);
      if (found.isPresent()) {
        List<Move> least = Convergence.shrunk(found.get().clients(), found.get().moves(), wrong);
        assertThat(least).hasSizeLessThan(20);
        assertThat(Convergence.faults(found.get().clients(), new ArrayList<>(least), wrong))
            .isNotEmpty();
        return;
      }
    }
    throw new AssertionError("200 histories show nothing");
  }
}
