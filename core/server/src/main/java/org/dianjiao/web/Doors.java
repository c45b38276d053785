package org.dianjiao.web;

import java.util.Optional;
import org.dianjiao.limits.AccountLimits;
import org.dianjiao.web.openid.OpenIdSettings;

/**
 * How people come in, for all instances.
 *
 * @param throttle who has to wait
 * @param passwords who waits for a password to be hashed
 * @param openId the provider that they may sign in with, if any
 * @param tries who was sent to it
 * @param mail whether messages can leave by e-mail
 * @param done called once, when the first administrator is there; blocking
 */
public record Doors(
    AccountLimits limits,
    SignInThrottle throttle,
    PasswordQueue passwords,
    Optional<OpenIdSettings> openId,
    OpenIdTries tries,
    boolean mail,
    Runnable done) {

  /**
   * Doors that nobody has come to yet.
   *
   * @param nameTries of one name from one address within a quarter of an hour
   */
  public static Doors of(
      int nameTries,
      AccountLimits limits,
      Optional<OpenIdSettings> openId,
      boolean mail,
      Runnable done) {
    return new Doors(
        limits,
        new SignInThrottle(nameTries, limits),
        new PasswordQueue(limits),
        openId,
        new OpenIdTries(),
        mail,
        done);
  }
}
