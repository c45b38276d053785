package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;

/**
 * Who wants a daily message about what concerns them, and how far each was sent. A message is begun
 * here before it is sent and ended after: one that was begun and never ended is not sent again on
 * that day, and what it would have told is in the next one.
 */
public interface Digests {

  /** Whether somebody wants one; nobody does who never said so. */
  boolean wanted(String account);

  /**
   * Somebody wants one or does not any more. What happened before the first wish is not told.
   *
   * @throws UnknownAccount when there is no such account
   */
  void want(String account, boolean wanted, Instant now);

  /**
   * One that is to be sent.
   *
   * @param toldUntil what happened later is new
   */
  record Due(String account, String email, Instant toldUntil) {}

  /**
   * What there is to send on a day: of who wants it, has an address and is not suspended, and to
   * whom none was sent that day, nor tried too often.
   *
   * @param day since 1970 in UTC
   * @param most tries on one day
   */
  List<Due> due(long day, int most, Instant now);

  /**
   * A message is about to be sent; false when another server has begun it, or it was tried enough.
   */
  boolean begin(String account, long day, int most, Instant now);

  /** It was sent, or there was nothing to tell; what happened up to a time counts as told. */
  void sent(String account, Instant toldUntil);

  /** It was certainly not sent, and may be tried again from then on. */
  void failed(String account, Instant retryAt);
}
