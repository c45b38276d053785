package org.dianjiao.collation;

/** Signs of the first text and those of the second that belong to them, and how they differ. */
record Block(Stretch at, Kind kind) {

  /** A block; its kind tells whether a side is empty. */
  static Block of(Kind kind, int aFrom, int aTo, int bFrom, int bTo) {
    return new Block(new Stretch(aFrom, aTo, bFrom, bTo), kind);
  }

  int aLength() {
    return at.aTo() - at.aFrom();
  }

  int bLength() {
    return at.bTo() - at.bFrom();
  }

  /** Whether at least one side has signs that have no like on the other. */
  boolean isGap() {
    return kind == Kind.ONLY_A || kind == Kind.ONLY_B || kind == Kind.WORDING;
  }

  /** This and all up to another as one. */
  Block through(Block last, Kind as) {
    return of(as, at.aFrom(), last.at.aTo(), at.bFrom(), last.at.bTo());
  }
}
