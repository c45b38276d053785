package org.dianjiao.plugin.punctuation.learn;

import java.util.BitSet;

/**
 * A line as somebody saw it who decided about one of its gaps. Arrays are not copied and never
 * changed.
 *
 * @param codes its characters without marks, simplified
 * @param standing label of the mark behind each, 0 where none stands
 * @param open in which gaps a mark could be put
 */
@SuppressWarnings("ArrayRecordComponent") // equality is never asked for
public record Page(int[] codes, byte[] standing, BitSet open) {

  private static final int KEY_REACH = 12;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  int size() {
    return codes.length;
  }

  /**
   * Names a gap by the characters around it, so that it is the same whatever marks stand by now,
   * and however much of the text is seen.
   */
  long key(int gap) {
    long key = 0;
    for (int place = gap + 1 - KEY_REACH; place <= gap + KEY_REACH; place++) {
      int code = place >= 0 && place < codes.length ? codes[place] : Gap.OUTSIDE;
      key = mixed(key + code);
    }
    return key;
  }

  private static long mixed(long number) {
    long mixed = (number ^ number >>> 32) * FACTOR;
    return mixed ^ mixed >>> 29;
  }
}
