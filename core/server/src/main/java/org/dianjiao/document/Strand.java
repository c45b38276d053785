package org.dianjiao.document;

/**
 * A piece of text with one life, there or gone.
 *
 * @param first id of its first unit; the ids of the others follow
 * @param length units
 * @param life when it was there
 */
record Strand(int first, int length, Life life) {

  /** Units that it has in the newest text. */
  int visible() {
    return life.alive() ? length : 0;
  }

  /** Its first units. */
  Strand head(int units) {
    return new Strand(first, units, life);
  }

  /** All but its first units. */
  Strand tail(int units) {
    return new Strand(first + units, length - units, life);
  }

  Strand living(Life other) {
    return new Strand(first, length, other);
  }
}
