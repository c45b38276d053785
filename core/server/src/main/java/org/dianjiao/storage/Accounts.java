package org.dianjiao.storage;

import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;

/** Who can sign in. Names are unique, however they are capitalised. */
public interface Accounts {

  /**
   * Makes an account, with the colour that the fewest others have.
   *
   * @param passwordHash as the caller computed it; never the password
   * @throws NameTaken when there is one with this name
   */
  Account create(String name, String passwordHash, boolean administrator);

  /** The account with this id. */
  Optional<Account> byId(String id);

  /** The account with this name, however it is capitalised. */
  Optional<Account> byName(String name);

  /** All of them, by name. */
  List<Account> all();

  /** The hash to check a password against. */
  Optional<String> passwordHash(String account);

  /**
   * Replaces the password and ends every sign-in of the account.
   *
   * @throws UnknownAccount when there is no such account
   */
  void changePassword(String account, String passwordHash);

  /** Whether the server has been set up. */
  boolean anyAdministrator();
}
