package org.dianjiao.search;

/** Hears how a phrase was found, step by step. */
interface Trace {

  /** Hears nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public void took(Wanted wanted, int from, int to) {
          // only whether it is there counts
        }

        @Override
        public void passed(Passed what) {
          // only whether it is there counts
        }
      };

  /** What was passed over between two characters that were asked for. */
  enum Passed {
    MARKS,
    LINES,
    NOTES,
    SELECTORS
  }

  /** A character counts as one that was asked for. */
  void took(Wanted wanted, int from, int to);

  /** Something was passed over. */
  void passed(Passed what);
}
