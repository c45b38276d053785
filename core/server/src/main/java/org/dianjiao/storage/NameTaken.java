package org.dianjiao.storage;

/** Somebody else has this name already, perhaps written with other capitals. */
public final class NameTaken extends StorageException {

  private static final long serialVersionUID = 1L;

  NameTaken(String name) {
    super("the name " + name + " is taken; choose another one");
  }
}
