package org.dianjiao.text;

/** Which deletions around a position make it vanish when it is mapped through a change set. */
public enum MapMode {
  /** None: a position always has a place. */
  SIMPLE,
  /** A deletion of what stands before <em>and</em> after the position, across it. */
  TRACK_DELETE,
  /** A deletion of the unit before the position. */
  TRACK_BEFORE,
  /** A deletion of the unit after the position. */
  TRACK_AFTER
}
