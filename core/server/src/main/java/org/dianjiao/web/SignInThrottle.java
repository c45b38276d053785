package org.dianjiao.web;

import java.time.Duration;
import java.util.Locale;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.AccountLimits;

/**
 * Who has to wait after tries in vain: one name from one address, an address whatever the name, and
 * everybody with a set-up token. No account is ever locked: its owner signs in from elsewhere.
 * Thread safe.
 */
public final class SignInThrottle {

  private static final String SETUP = "setup";

  private final Throttle names;
  private final Throttle addresses;
  private final Throttle setup;

  /**
   * Nothing tried yet.
   *
   * @param nameTries of one name from one address within a quarter of an hour
   */
  public SignInThrottle(int nameTries, AccountLimits limits) {
    this.names = new Throttle(nameTries, Duration.ofMinutes(15));
    this.addresses = new Throttle(limits.addressTries(), Duration.ofHours(1));
    this.setup = new Throttle(limits.setupTries(), Duration.ofMinutes(1));
  }

  /** Counts a wrong password. */
  void failed(String name, String address, long nanos) {
    names.failed(key(name, address), nanos);
    addresses.failed(address, nanos);
  }

  /** Counts a link or a token that was made up. */
  void guessed(String address, long nanos) {
    addresses.failed(address, nanos);
  }

  /** Counts a wrong set-up token. */
  void setupFailed(long nanos) {
    setup.failed(SETUP, nanos);
  }

  /** Refuses a name or an address that has to wait. */
  void require(String name, String address, long nanos) {
    require(address, nanos);
    if (names.isBlocked(key(name, address), nanos)) {
      throw new Refusal(
          FailureCode.TOO_MANY, "too many wrong tries for this name; wait a quarter of an hour");
    }
  }

  /** Refuses an address that has to wait. */
  void require(String address, long nanos) {
    if (addresses.isBlocked(address, nanos)) {
      throw new Refusal(FailureCode.TOO_MANY, "too many wrong tries from here; wait an hour");
    }
  }

  /** Refuses set-up tokens for a while. */
  void requireSetup(long nanos) {
    if (setup.isBlocked(SETUP, nanos)) {
      throw new Refusal(FailureCode.TOO_MANY, "too many wrong set-up tokens; wait a minute");
    }
  }

  private static String key(String name, String address) {
    return name.toLowerCase(Locale.ROOT) + "\u0000" + address;
  }
}
