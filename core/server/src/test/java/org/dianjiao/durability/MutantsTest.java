package org.dianjiao.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A check that lets a broken server pass is worth nothing: twelve are made, and each must be caught
 * by a handful of runs, with the fault that it has.
 */
class MutantsTest {

  private static final int MOST_SEEDS = 400;

  private static void assertCaught(Supplier<Mutation> mutant, String... words) {
    for (long seed = 1; seed <= MOST_SEEDS; seed++) {
      List<String> faults = Simulation.run(seed, mutant.get()).faults();
      if (faults.stream().anyMatch(fault -> List.of(words).stream().anyMatch(fault::contains))) {
        System.out.printf("caught at seed %d: %s%n", seed, faults.get(0));
        return;
      }
    }
    assertThat(List.of(words)).as("not found in %d runs", MOST_SEEDS).isEmpty();
  }

  @Test
  void catchesAnAcknowledgementBeforeTheCommit() {
    assertCaught(Mutants.AcknowledgesBeforeTheCommit::new, "before it was stored", "is lost");
  }

  @Test
  void catchesThatRepeatedEditsAreStoredTwice() {
    assertCaught(Mutants.DoesNotKnowWhatIsRepeated::new, "in the text 2 times", "nobody sent");
  }

  @Test
  void catchesThatAFencedOwnerWrites() {
    assertCaught(Mutants.SkipsTheFence::new, "does not come after it");
  }

  @Test
  void catchesThatSomethingIsToldBeforeTheCommit() {
    assertCaught(Mutants.TellsBeforeTheCommit::new, "before it was stored");
  }

  @Test
  void catchesARebaseThatIsOffByOne() {
    assertCaught(
        Mutants.RebasesFromOneTooLate::new, "came back as another change", "nothing is wrong with");
  }

  @Test
  void catchesThatTheLastMessageIsDropped() {
    assertCaught(Mutants.DropsTheLastMessage::new, "do not come to rest");
  }

  @Test
  void catchesThatAnUnknownOutcomeIsToldAsAFailure() {
    assertCaught(Mutants.TakesUnknownForFailed::new, "was refused");
  }

  @Test
  void catchesThatANumberIsUsedForOtherContent() {
    assertCaught(Mutants.LetsNumbersBeReused::new, "under the used number");
  }

  @Test
  void catchesCommitsThatAreNotFlushed() {
    assertCaught(Mutants.DoesNotFlush::new, "is lost", "before it was stored");
  }

  @Test
  void catchesAHeadThatIsReadBeforeTheTakeover() {
    assertCaught(Mutants.ReadsTheHeadTooEarly::new, "does not come after it");
  }

  @Test
  void catchesThatRightsAreForgottenAtTheSocket() {
    assertCaught(Mutants.ForgetsRightsAtTheSocket::new, "may not edit this text", "may edit this");
  }

  @Test
  void catchesAnApprovalOfWhatWasNotSeen() {
    assertCaught(Mutants.ApprovesByPlaceOnly::new, "approves another passage");
  }
}
