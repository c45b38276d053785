package org.dianjiao.storage;

/** Somebody at a provider signs in to another account here already. */
public final class IdentityTaken extends StorageException {

  private static final long serialVersionUID = 1L;

  IdentityTaken() {
    super("this is the way in to another account here already");
  }
}
