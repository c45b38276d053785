package org.dianjiao.storage;

/** There is no account with this id. */
public final class UnknownAccount extends StorageException {

  private static final long serialVersionUID = 1L;

  UnknownAccount(String account) {
    super("there is no account " + account);
  }
}
