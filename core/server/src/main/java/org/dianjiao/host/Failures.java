package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.function.Supplier;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.document.InvalidEffect;
import org.dianjiao.document.UpdateRules.OverLimit;
import org.dianjiao.storage.StorageException;
import org.dianjiao.storage.StorageFull;
import org.dianjiao.storage.UnknownDocument;
import org.dianjiao.text.MalformedChange;

/** What the pure rooms and the storage throw, in the words that clients are told. */
final class Failures {

  private Failures() {}

  /** Does work; what it throws is told like what it answers. */
  static <R> Future<R> attempt(Supplier<Future<R>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return Future.failedFuture(told(failure));
    }
  }

  /** What everybody is told as long as there is no room on the disk. */
  static Refusal full() {
    return new Refusal(
        FailureCode.STORAGE_FULL,
        "the storage of the server is full; edits are kept in your browser until there is room");
  }

  /** A mistake of the caller as a refusal; anything else as it is. */
  static RuntimeException told(RuntimeException failure) {
    if (failure instanceof Refusal) {
      return failure;
    }
    if (failure instanceof MalformedChange) {
      return new Refusal(FailureCode.HALF_CHARACTER, failure.getMessage());
    }
    if (failure instanceof OverLimit) {
      return new Refusal(FailureCode.TOO_LARGE, failure.getMessage());
    }
    if (failure instanceof InvalidEffect invalid) {
      return new Refusal(code(invalid.problem()), failure.getMessage());
    }
    if (failure instanceof UnknownDocument) {
      return new Refusal(FailureCode.UNKNOWN_DOCUMENT, failure.getMessage());
    }
    if (failure instanceof StorageFull) {
      return full();
    }
    if (failure instanceof StorageException) {
      return new Refusal(FailureCode.UNAVAILABLE, failure.getMessage());
    }
    if (failure instanceof IllegalArgumentException) {
      return new Refusal(FailureCode.WRONG_LENGTH, failure.getMessage());
    }
    return failure;
  }

  private static FailureCode code(InvalidEffect.Problem problem) {
    return switch (problem) {
      case DUPLICATE_ID -> FailureCode.DUPLICATE_ID;
      case UNKNOWN_ANNOTATION -> FailureCode.UNKNOWN_ANNOTATION;
      case UNKNOWN_PROPOSAL, UNKNOWN_APPROVAL -> FailureCode.UNKNOWN_SUGGESTION;
      case NOT_YOURS -> FailureCode.NOT_PERMITTED;
      case OUTSIDE -> FailureCode.WRONG_LENGTH;
    };
  }
}
