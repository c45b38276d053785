package org.dianjiao.session;

import java.util.Optional;
import org.dianjiao.bus.DocumentReply.CommandDone;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;

/** What a client is answered: what was done, or why not. Pure. */
final class Answers {

  private Answers() {}

  static ServerFrame done(ClientFrame.Numbered frame, CommandDone done) {
    return new ServerFrame.Done(
        frame.document(),
        frame.client(),
        frame.sequence(),
        done.revision(),
        done.decided(),
        done.skipped());
  }

  /**
   * Why a numbered command was not done. When the outcome is not known, or what stands against it
   * will pass, the document is closed instead: the client opens it again and sends the same.
   */
  static ServerFrame refused(ClientFrame.Numbered frame, Throwable failure) {
    FailureCode code = code(failure);
    return isPassing(code)
        ? closed(frame, failure)
        : new ServerFrame.Refused(
            frame.document(), frame.client(), frame.sequence(), code.word(), failure.getMessage());
  }

  /** Why a document was not opened. */
  static ServerFrame notOpened(ClientFrame.About frame, Throwable failure) {
    return isPassing(code(failure)) ? closed(frame, failure) : failed(frame, failure);
  }

  /** Why something without a number was not done. */
  static ServerFrame failed(ClientFrame.About frame, Throwable failure) {
    return new ServerFrame.Failed(
        code(failure).word(), failure.getMessage(), Optional.of(frame.document()));
  }

  private static ServerFrame closed(ClientFrame.About frame, Throwable failure) {
    return new ServerFrame.Closed(frame.document(), code(failure).word(), failure.getMessage());
  }

  private static boolean isPassing(FailureCode code) {
    return code == FailureCode.UNAVAILABLE
        || code == FailureCode.INTERNAL
        || code == FailureCode.STORAGE_FULL;
  }

  private static FailureCode code(Throwable failure) {
    return failure instanceof Refusal refusal ? refusal.code() : FailureCode.INTERNAL;
  }
}
