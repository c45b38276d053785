package org.dianjiao.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.blind.BlindRound;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.blind.Ruling;
import org.dianjiao.blind.Task;

/**
 * Rounds of double work, their copies and what was decided in them. Whatever changes who may see or
 * change a copy raises the version of the rights on it in the same transaction.
 */
public interface BlindRounds {

  /**
   * What a round is to be.
   *
   * @param title of each copy
   * @param workers account ids, different ones
   */
  record NewRound(
      String source,
      long revision,
      int start,
      int end,
      Task task,
      String starter,
      String title,
      List<String> workers) {
    /** Copies the list. */
    public NewRound {
      workers = List.copyOf(workers);
    }
  }

  /**
   * Makes a round and a document without text for each worker, which nobody sees before {@link
   * #begin}.
   *
   * @throws UnknownDocument when there is no such source
   * @throws UnknownAccount when there is no such worker
   */
  BlindRound prepare(NewRound round);

  /** The copies have their text: their workers may begin. */
  void begin(String round);

  /** The round with this id. */
  Optional<BlindRound> find(String round);

  /** The round that a document is a copy of; empty for every other document. */
  Optional<BlindRound> ofCopy(String document);

  /** The rounds of a project that were begun, the newest first. */
  List<BlindRound> of(String project);

  /**
   * A worker is done with their copy, or not after all. When all are done nothing is taken back any
   * more, and what they read is compared.
   *
   * @param revision of the copy that they call done; empty to take it back
   * @return whether it was so; not when the copy has changed since, or people do not work any more
   */
  boolean setDone(String round, String account, Optional<Long> revision);

  /**
   * Notes what was decided about differences, in the place of what was decided before: all or none.
   *
   * @param rulings by difference; empty for one that is not decided after all
   * @return whether it was so; not when somebody else decides in this round, or nobody does now
   */
  boolean rule(String round, String adjudicator, Map<String, Optional<Ruling>> rulings);

  /**
   * Says who decides from now on, in a round that is not over; what was decided stays.
   *
   * @param to who is to decide
   * @param by who says so
   * @return whether it was so
   */
  boolean handOver(String round, String to, String by);

  /** What was decided, by difference. */
  Map<String, Ruling> rulings(String round);

  /**
   * The decisions are in the source.
   *
   * @param revision of the source that holds them; empty when none of them changed anything
   * @param left what could not be put there, and why, by difference
   * @return whether it was so; not when somebody else decides in this round, or nobody does now
   */
  boolean close(
      String round, String adjudicator, Optional<Long> revision, Map<String, String> left);

  /** What could not be put into the source, and why, by difference. */
  Map<String, String> left(String round);

  /** Gives a round up that is not over; nothing happens when it is. */
  void abandon(String round, String by);

  /** What was done with the rounds of a project, by round, in order. */
  Map<String, List<RoundStep>> steps(String project);

  /** Up to which step somebody has read, for each round of which they did. */
  Map<String, Integer> read(String account);

  /** Somebody has read up to a step; nothing happens when they had read further. */
  void markRead(String round, String account, int number);
}
