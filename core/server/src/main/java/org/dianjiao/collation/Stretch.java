package org.dianjiao.collation;

/** Signs of the first text, and the signs of the second that they are compared with. */
record Stretch(int aFrom, int aTo, int bFrom, int bTo) {

  /** How many pairs of signs there are. */
  long cells() {
    return (long) (aTo - aFrom) * (bTo - bFrom);
  }

  /** Whether one of the two has no sign. */
  boolean isEmpty() {
    return aFrom == aTo || bFrom == bTo;
  }
}
