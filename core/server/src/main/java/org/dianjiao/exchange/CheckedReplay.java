package org.dianjiao.exchange;

import java.util.Optional;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.storage.ChainCheck;
import org.dianjiao.storage.ChainReport.Fault;
import org.dianjiao.storage.LogEntry;
import org.dianjiao.text.CodeUnits;

/**
 * Does the entries of a log again, one by one, and trusts none: its place, its hash, its form, and
 * that it can be applied without damage to a character. Not thread-safe.
 */
public final class CheckedReplay {

  private final ChainCheck chain;
  private Document state;
  private Optional<Logged> last = Optional.empty();
  private Optional<Fault> fault = Optional.empty();

  private CheckedReplay(ChainCheck chain, Document state) {
    this.chain = chain;
    this.state = state;
  }

  /** Starts with the first revision. */
  public static CheckedReplay ofAll(String document) {
    return new CheckedReplay(ChainCheck.ofAll(document), Document.empty());
  }

  /** Starts behind a state with this chain hash. */
  static CheckedReplay after(String document, Document state, String chain) {
    return new CheckedReplay(ChainCheck.after(document, state.revision(), chain), state);
  }

  /** Does the next entry; what is wrong with it, or empty. After a fault the state stays. */
  public Optional<Fault> take(LogEntry entry) {
    if (fault.isEmpty()) {
      fault = chain.take(entry).or(() -> apply(entry));
    }
    return fault;
  }

  /** Takes note that the log ends before this revision, or leaves it out. */
  void missing(long revision) {
    fault = Optional.of(new Fault(revision, "it is missing"));
  }

  private Optional<Fault> apply(LogEntry entry) {
    try {
      Logged logged = Operation.read(entry);
      Change change = logged.change();
      CodeUnits.checkHalves(change.changes(), state.text());
      state = state.apply(change);
      last = Optional.of(logged);
      return Optional.empty();
    } catch (RuntimeException wrong) {
      return Optional.of(
          new Fault(entry.revision(), "it cannot be done again: " + wrong.getMessage()));
    }
  }

  /** The state after the last entry that was good. */
  public Document state() {
    return state;
  }

  /** The last entry that was good; empty before the first. */
  public Optional<Logged> last() {
    return last;
  }

  /** The first thing that was wrong. */
  public Optional<Fault> fault() {
    return fault;
  }
}
