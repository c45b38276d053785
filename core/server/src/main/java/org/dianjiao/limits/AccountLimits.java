package org.dianjiao.limits;

/**
 * The bounds of signing in, of invitations and of tokens. A value of 0 in the settings file stands
 * for the default.
 *
 * @param addressTries wrong passwords from one address within an hour
 * @param setupTries wrong set-up tokens within a minute, from wherever
 * @param idleMinutes without any use until a sign-in ends
 * @param lookSeconds between two looks whether what sockets were opened by still holds
 * @param passwordKib of memory that one password takes to be hashed; the more, the longer it takes
 *     to guess one from a stolen database
 * @param passwordsAtOnce that are hashed at the same time
 * @param passwordsWaiting that wait to be hashed; whoever comes then is told to come later
 * @param invitationDays that an invitation is good for
 * @param invitationsOpen that one person may have open
 * @param resetHours that a link to a new password is good for
 * @param tokenDays that an API token is good for when nothing is said
 * @param tokenDaysMost that an API token may be good for
 * @param tokensPerAccount that one account may have
 */
public record AccountLimits(
    int addressTries,
    int setupTries,
    int idleMinutes,
    int lookSeconds,
    int passwordKib,
    int passwordsAtOnce,
    int passwordsWaiting,
    int invitationDays,
    int invitationsOpen,
    int resetHours,
    int tokenDays,
    int tokenDaysMost,
    int tokensPerAccount) {

  /** The least that Argon2 takes. */
  private static final int LEAST_KIB = 8;

  private static final int MOST_KIB = 1024 * 1024;

  /** Puts the default in place of each 0 and refuses what is negative. */
  public AccountLimits {
    addressTries = or("address-tries", addressTries, 50);
    setupTries = or("setup-tries", setupTries, 5);
    idleMinutes = or("idle-minutes", idleMinutes, 60);
    lookSeconds = or("look-seconds", lookSeconds, 30);
    passwordKib = or("password-kib", passwordKib, 19 * 1024);
    passwordsAtOnce = or("passwords-at-once", passwordsAtOnce, 2);
    passwordsWaiting = or("passwords-waiting", passwordsWaiting, 20);
    invitationDays = or("invitation-days", invitationDays, 7);
    invitationsOpen = or("invitations-open", invitationsOpen, 200);
    resetHours = or("reset-hours", resetHours, 24);
    tokenDays = or("token-days", tokenDays, 90);
    tokenDaysMost = or("token-days-most", tokenDaysMost, 365);
    tokensPerAccount = or("tokens-per-account", tokensPerAccount, 50);
    if (passwordKib < LEAST_KIB || passwordKib > MOST_KIB) {
      throw new IllegalArgumentException(
          "accounts.password-kib is %d, not %d to %d".formatted(passwordKib, LEAST_KIB, MOST_KIB));
    }
    if (tokenDays > tokenDaysMost) {
      throw new IllegalArgumentException(
          "token-days %d is above token-days-most %d".formatted(tokenDays, tokenDaysMost));
    }
  }

  /** All defaults. */
  public static AccountLimits defaults() {
    return new AccountLimits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static int or(String name, int value, int standard) {
    if (value < 0) {
      throw new IllegalArgumentException("accounts." + name + " is " + value + ", below 0");
    }
    return value == 0 ? standard : value;
  }
}
