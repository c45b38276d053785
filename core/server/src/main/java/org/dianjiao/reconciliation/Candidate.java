package org.dianjiao.reconciliation;

import java.util.List;
import org.dianjiao.authority.Entity;

/**
 * An entity that may be meant.
 *
 * @param score from 0 to 100
 * @param match whether it may be taken without a person looking: the whole name, nobody else has
 *     it, and nothing that was given speaks against it
 * @param features what the score was made of
 */
public record Candidate(Entity entity, double score, boolean match, List<Feature> features) {

  /** Copies the features. */
  public Candidate {
    features = List.copyOf(features);
  }

  /** A number that says how well something fits. */
  public record Feature(String id, double value) {}

  Candidate matching(boolean certain) {
    return new Candidate(entity, score, certain, features);
  }
}
