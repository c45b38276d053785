package org.dianjiao.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.annotation.Anchor;

/**
 * Comments on one place of a text, or on a proposal. Its place goes with the text as that of an
 * annotation does.
 *
 * @param id unique in its document
 * @param proposal that is talked about
 * @param resolved whether nothing is left to be said
 */
public record CommentThread(
    String id,
    int start,
    int end,
    boolean orphaned,
    Optional<String> proposal,
    boolean resolved,
    List<Comment> comments) {

  /** Requires an id and a comment. */
  public CommentThread {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(proposal, "proposal");
    comments = List.copyOf(comments);
    if (comments.isEmpty()) {
      throw new IllegalArgumentException("thread " + id + " has no comment");
    }
  }

  /** Where it is. */
  public Anchor anchor() {
    return new Anchor(start, end, orphaned);
  }

  /** The same thread at another place. */
  public CommentThread at(Anchor place) {
    return new CommentThread(
        id, place.start(), place.end(), place.orphaned(), proposal, resolved, comments);
  }

  /** The same thread, resolved or open again. */
  public CommentThread resolved(boolean now) {
    return new CommentThread(id, start, end, orphaned, proposal, now, comments);
  }

  /** The comment with an id. */
  public Optional<Comment> comment(String comment) {
    return comments.stream().filter(one -> one.id().equals(comment)).findFirst();
  }

  /** With one comment more, or with another in the place of the one with its id. */
  public CommentThread with(Comment comment) {
    List<Comment> all = new ArrayList<>(comments);
    int known = all.indexOf(comment(comment.id()).orElse(comment));
    if (known < 0) {
      all.add(comment);
    } else {
      all.set(known, comment);
    }
    return new CommentThread(id, start, end, orphaned, proposal, resolved, all);
  }
}
