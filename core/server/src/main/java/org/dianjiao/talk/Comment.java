package org.dianjiao.talk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that somebody said in a thread.
 *
 * @param id unique in its thread
 * @param account who said it
 * @param at when it was said first
 * @param text as it is now; empty when it was taken back
 * @param mentions accounts that are named in it, as they were found when it was written
 * @param edited whether it was something else once
 * @param removed whether its author took it back
 */
public record Comment(
    String id,
    String account,
    Instant at,
    String text,
    List<String> mentions,
    boolean edited,
    boolean removed) {

  /** Requires its parts. */
  public Comment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(text, "text");
    mentions = List.copyOf(mentions);
  }

  /** The same comment in other words. */
  public Comment edited(String text, List<String> mentions) {
    return new Comment(id, account, at, text, mentions, true, removed);
  }

  /** What is left of it when it is taken back. */
  public Comment taken() {
    return new Comment(id, account, at, "", List.of(), edited, true);
  }
}
