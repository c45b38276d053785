package org.dianjiao.plugin;

import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;

/**
 * How one instance of a plugin fares: its state and the reason, and what its failures come to. Five
 * in a row, and it rests; five rests within an hour, and it is off. Times are nanoseconds of a
 * clock that never goes back. Changed on one thread; the condition may be read from any.
 */
final class Health {

  private final String instance;
  private Breaker breaker;
  private Rests rests = Rests.NONE;
  private volatile Condition condition = new Condition(PluginState.FOUND, "");

  Health(String instance, Breaker.Rules rules) {
    this.instance = instance;
    this.breaker = Breaker.closed(rules);
  }

  /**
   * How it is.
   *
   * @param reason why, empty when all is well
   */
  record Condition(PluginState state, String reason) {}

  /** What a failure comes to. */
  enum Outcome {
    /** It is asked on. */
    GOES_ON,
    /** It rests before it is tried again. */
    RESTS,
    /** It had to rest so often that it is not tried any more. */
    IS_OFF
  }

  Condition condition() {
    return condition;
  }

  void become(PluginState state, String reason) {
    condition = new Condition(state, reason);
  }

  boolean is(PluginState state) {
    return condition.state() == state;
  }

  /** Whether it may be asked now. */
  boolean admits(long now) {
    return breaker.admits(now);
  }

  /** It answered; what failed before is forgotten, but for how often it had to rest. */
  void succeeded() {
    breaker = breaker.succeeded();
  }

  /** It failed; whoever hears that it rests or is off makes it become so. */
  Outcome failed(long now) {
    Breaker before = breaker;
    breaker = before.failed(now);
    if (breaker.openings() == before.openings()) {
      return Outcome.GOES_ON;
    }
    rests = rests.with(now);
    return rests.enough() ? Outcome.IS_OFF : Outcome.RESTS;
  }

  /** Why it rests, or is off, behind its last failure. */
  String why(Outcome outcome, String last) {
    String failures = "%d failures in a row, the last: %s".formatted(breaker.failures(), last);
    return outcome == Outcome.RESTS
        ? failures
        : "it had to rest %d times within an hour; %s. It is off until its settings change or the"
                .formatted(Rests.MOST, failures)
            + " server starts again";
  }

  /** What whoever asks it is told while it does not answer. */
  Refusal unavailable(long now) {
    Condition is = condition;
    String rest =
        is.state() == PluginState.SUSPENDED
            ? "; it is tried again in %d s".formatted(breaker.rest(now).toSeconds() + 1)
            : "";
    return new Refusal(
        FailureCode.PLUGIN_UNAVAILABLE,
        "plugin %s is %s%s%s"
            .formatted(
                instance,
                is.state().word(),
                is.reason().isEmpty() ? "" : ": " + is.reason(),
                rest));
  }
}
