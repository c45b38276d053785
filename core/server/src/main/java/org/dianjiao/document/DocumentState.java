package org.dianjiao.document;

import java.util.List;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.review.Approval;
import org.dianjiao.review.Readiness;
import org.dianjiao.suggestion.Suggestion;
import org.dianjiao.talk.CommentThread;
import org.dianjiao.text.Text;

/**
 * A document laid out flat, as snapshots keep it.
 *
 * @param text as it is
 * @param annotations in the order of their places
 * @param proposals of persons, not decided yet
 * @param approvals that hold
 * @param ready words that hold that passages are ready
 * @param drawn ids of the approvals that wait for a second, blind review
 * @param threads in the order of their places
 * @param rejected fingerprints of what is not to be offered again
 */
public record DocumentState(
    Text text,
    List<Annotation> annotations,
    List<Suggestion> proposals,
    List<Approval> approvals,
    List<Readiness> ready,
    List<String> drawn,
    List<CommentThread> threads,
    List<String> rejected) {

  /** Copies the lists. */
  public DocumentState {
    annotations = List.copyOf(annotations);
    proposals = List.copyOf(proposals);
    approvals = List.copyOf(approvals);
    ready = List.copyOf(ready);
    drawn = List.copyOf(drawn);
    threads = List.copyOf(threads);
    rejected = List.copyOf(rejected);
  }
}
