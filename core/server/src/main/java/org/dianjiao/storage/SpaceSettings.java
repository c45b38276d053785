package org.dianjiao.storage;

/**
 * How much room the disk of the data folder has to have, in MiB; 0 switches a rule off.
 *
 * @param warnMib free, under which the log warns
 * @param warnPercent of the disk free, under which the log warns
 * @param refuseMib free, under which imports, uploads and exports are refused
 * @param ballastMib of a file that an administrator may delete to have some room at once
 * @param walAlarmMib of the write-ahead log, over which it is emptied at a cost and the log warns
 */
public record SpaceSettings(
    int warnMib, int warnPercent, int refuseMib, int ballastMib, int walAlarmMib) {

  /** Requires no negative number, at most 100 %, and an alarm for the write-ahead log. */
  public SpaceSettings {
    if (warnMib < 0 || refuseMib < 0 || ballastMib < 0) {
      throw new IllegalArgumentException(
          "space of %d, %d and %d MiB; none can be below 0"
              .formatted(warnMib, refuseMib, ballastMib));
    }
    if (warnPercent < 0 || warnPercent > 100) {
      throw new IllegalArgumentException("space of " + warnPercent + " %; there can be 0 to 100");
    }
    if (walAlarmMib < 1) {
      throw new IllegalArgumentException("an alarm at " + walAlarmMib + " MiB; it is at least 1");
    }
  }

  /** What reliability asks for on a disk of usual size. */
  public static SpaceSettings defaults() {
    return new SpaceSettings(1_024, 10, 256, 32, 64);
  }
}
