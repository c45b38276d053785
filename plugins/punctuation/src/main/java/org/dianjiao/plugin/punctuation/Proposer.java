package org.dianjiao.plugin.punctuation;

import java.util.List;
import org.dianjiao.api.Proposal;

/** Something that answers a question with proposals. A function of the question alone. */
interface Proposer {

  /**
   * Adds its proposals in the focus.
   *
   * @throws java.util.concurrent.CancellationException when nobody waits any more
   */
  void propose(Question question, List<Proposal> proposals);
}
