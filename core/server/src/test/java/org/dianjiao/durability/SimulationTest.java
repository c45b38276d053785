package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.dianjiao.durability.Simulation.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole installation on virtual time, from many seeds. More of them: {@code
 * -Ddianjiao.simulations=1000000 -Ddianjiao.seed=…}.
 */
class SimulationTest {

  private static final int RUNS = Integer.getInteger("dianjiao.simulations", 10_000);

  /** In so many runs everything happens that can happen. */
  private static final int ENOUGH = 1_000;

  private static final long FIRST =
      Long.getLong("dianjiao.seed", System.currentTimeMillis() * 1_000_000);

  @Test
  void losesNothingInAnyWeather() {
    System.out.printf("%d simulations, -Ddianjiao.seed=%d%n", RUNS, FIRST);
    LongAdder revisions = new LongAdder();
    LongAdder steps = new LongAdder();
    LongAdder recalled = new LongAdder();
    LongAdder behind = new LongAdder();
    List<Outcome> bad =
        LongStream.range(FIRST, FIRST + RUNS)
            .parallel()
            .mapToObj(Simulation::run)
            .peek(outcome -> revisions.add(outcome.revisions()))
            .peek(outcome -> steps.add(outcome.steps()))
            .peek(outcome -> recalled.add(outcome.recalled()))
            .peek(outcome -> behind.add(outcome.behind()))
            .filter(outcome -> !outcome.faults().isEmpty())
            .limit(5)
            .toList();
    System.out.printf(
        "%d revisions in %d steps; %d edits moved over changes out of memory, %d submits too far"
            + " behind%n",
        revisions.sum(), steps.sum(), recalled.sum(), behind.sum());
    assertThat(bad).as("-Ddianjiao.seed of each, -Ddianjiao.simulations=1").isEmpty();
    if (RUNS >= ENOUGH) {
      assertThat(recalled.sum()).isPositive();
      assertThat(behind.sum()).isPositive();
    }
  }

  /** What a long run found once. */
  @ParameterizedTest
  @ValueSource(longs = 708_090)
  void losesNothingWhereItDidBefore(long seed) {
    assertThat(Simulation.run(seed).faults()).isEmpty();
  }

  @Test
  void makesTheSameRunOfTheSameSeed() {
    for (long seed = FIRST; seed < FIRST + 25; seed++) {
      assertThat(Simulation.run(seed)).isEqualTo(Simulation.run(seed));
    }
    assertThat(Simulation.run(1).trace()).isNotEqualTo(Simulation.run(2).trace());
  }
}
