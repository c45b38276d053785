package org.dianjiao.plugin.punctuation.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * An edition's marks in which some were deleted, exchanged, or put in where none belongs, and what
 * a proofreader made of it. For one thread.
 */
final class PlantedFaults {

  /** What may be wrong with a mark. */
  enum Fault {
    SUPERFLUOUS,
    WRONG,
    MISSING
  }

  /** One mark in so many is deleted or exchanged, and as many are put in. */
  private static final int ONE_IN = 20;

  private final Random random;
  private final Map<Fault, Hits> found = new EnumMap<>(Fault.class);
  private final Map<Fault, Hits> corrected = new EnumMap<>(Fault.class);
  private int changed;
  private int changedRightly;
  private int changedFaults;

  PlantedFaults(long seed) {
    random = new Random(seed);
    for (Fault fault : Fault.values()) {
      found.put(fault, new Hits());
      corrected.put(fault, new Hits());
    }
  }

  /** The labels of a passage with faults in them; the last gap is left as it is. */
  byte[] plant(Passage passage) {
    byte[] labels = passage.labels().clone();
    double share = 0;
    for (byte label : labels) {
      share += label == 0 ? 0 : 1.0 / labels.length;
    }
    for (int gap = 0; gap < labels.length - 1; gap++) {
      if (labels[gap] == 0) {
        // As many superfluous ones as there are deleted and exchanged ones together.
        if (random.nextDouble() < share / (1 - share) / ONE_IN) {
          labels[gap] = another(0);
        }
      } else if (random.nextInt(ONE_IN) == 0) {
        labels[gap] = random.nextBoolean() ? 0 : another(labels[gap]);
      }
    }
    return labels;
  }

  /** A mark other than one, each as likely as the next. */
  private byte another(int label) {
    int other = 1 + random.nextInt(label == 0 ? Mark.ALL.size() - 1 : Mark.ALL.size() - 2);
    return (byte) (label != 0 && other >= label ? other + 1 : other);
  }

  /**
   * Counts what a proofreader changed: the edition's marks, those with faults, those afterwards.
   */
  void count(byte[] edition, byte[] faulty, byte[] after) {
    for (int gap = 0; gap < edition.length - 1; gap++) {
      boolean isChanged = after[gap] != faulty[gap];
      changed += isChanged ? 1 : 0;
      if (edition[gap] == faulty[gap]) {
        continue;
      }
      Fault fault = fault(edition[gap], faulty[gap]);
      boolean isRight = after[gap] == edition[gap];
      found.get(fault).add(true, isChanged);
      corrected.get(fault).add(true, isRight);
      changedFaults += isChanged ? 1 : 0;
      changedRightly += isRight ? 1 : 0;
    }
  }

  private static Fault fault(byte edition, byte faulty) {
    if (edition == 0) {
      return Fault.SUPERFLUOUS;
    }
    return faulty == 0 ? Fault.MISSING : Fault.WRONG;
  }

  Hits found(Fault fault) {
    return found.get(fault);
  }

  Hits corrected(Fault fault) {
    return corrected.get(fault);
  }

  /** In how many gaps something was changed. */
  int changed() {
    return changed;
  }

  /** Of these, the share in which a fault was. */
  double atFaults() {
    return changed == 0 ? 0 : (double) changedFaults / changed;
  }

  /** Of these, the share that has the edition's mark now. */
  double rightly() {
    return changed == 0 ? 0 : (double) changedRightly / changed;
  }
}
