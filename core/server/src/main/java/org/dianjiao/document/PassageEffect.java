package org.dianjiao.document;

import java.util.List;
import org.dianjiao.review.Approval;

/** What is said of whole passages besides approving them. Made by the server only. */
public sealed interface PassageEffect extends Effect {

  @Override
  default boolean clientMade() {
    return false;
  }

  /**
   * An approval of this change waits for a second, blind review; nobody is told of it but its
   * author.
   */
  record DrawSample(String approval) implements PassageEffect {

    /** Requires an approval. */
    public DrawSample {
      Effect.checkId(approval);
    }
  }

  /** A second reviewer has looked, blind: everybody may know of these approvals now. */
  record OpenSample(List<Approval> approvals) implements PassageEffect {

    /** Copies the list. */
    public OpenSample {
      approvals = List.copyOf(approvals);
    }
  }

  /** A person says that a passage is ready to be reviewed. */
  record MarkReady(String id, int start, int end) implements PassageEffect {

    /** Requires an id. */
    public MarkReady {
      Effect.checkId(id);
    }
  }

  /** A person took that word back. */
  record WithdrawReady(String id) implements PassageEffect {

    /** Requires an id. */
    public WithdrawReady {
      Effect.checkId(id);
    }
  }
}
