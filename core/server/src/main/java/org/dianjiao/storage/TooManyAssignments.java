package org.dianjiao.storage;

/** A project has as many open assignments as it may have. */
public final class TooManyAssignments extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyAssignments(int most) {
    super("the project has %d open assignments, and may have no more".formatted(most));
  }
}
