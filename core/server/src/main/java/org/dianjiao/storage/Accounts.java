package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;

/** Who can sign in. Names are unique, however they are capitalised. */
public interface Accounts {

  /**
   * Makes an account, with the colour that the fewest others have.
   *
   * @param passwordHash as the caller computed it, never the password; empty for an account that
   *     signs in another way
   * @throws NameTaken when there is one with this name
   */
  Account create(String name, String passwordHash, boolean administrator);

  /** The account with this id. */
  Optional<Account> byId(String id);

  /** The account with this name, however it is capitalised. */
  Optional<Account> byName(String name);

  /** All of them, by name. */
  List<Account> all();

  /** Those who keep the server and are not suspended, by name. */
  List<Account> administrators();

  /** The account with what only its owner and administrators see. */
  Optional<Profile> profile(String account);

  /** All of them, by name. */
  List<Profile> profiles();

  /**
   * Changes what an account is called and how it is shown.
   *
   * @param email empty for none
   * @throws NameTaken when another has this name
   * @throws UnknownAccount when there is no such account
   */
  void change(String account, String name, String colour, Optional<String> email);

  /**
   * Ends every sign-in, token and link of an account, and keeps anybody from signing in to it. Its
   * rights rest, and no batch checked before is accepted after; nothing of its work changes. An
   * account that is suspended already stays so since then.
   *
   * @throws UnknownAccount when there is no such account
   */
  void suspend(String account, Instant now);

  /**
   * Lets somebody sign in again, with the rights they had.
   *
   * @throws UnknownAccount when there is no such account
   */
  void unsuspend(String account);

  /** The hash to check a password against; empty when one cannot sign in with a password. */
  Optional<String> passwordHash(String account);

  /** Keeps a stronger hash of the same password, unless it was changed meanwhile. */
  void upgradePassword(String account, String from, String to);

  /**
   * Replaces the password and ends every sign-in of the account.
   *
   * @throws UnknownAccount when there is no such account
   */
  void changePassword(String account, String passwordHash);

  /** Whether the server has been set up. */
  boolean anyAdministrator();
}
