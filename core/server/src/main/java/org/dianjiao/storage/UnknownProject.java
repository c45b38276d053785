package org.dianjiao.storage;

/** There is no project with this id. */
public final class UnknownProject extends StorageException {

  private static final long serialVersionUID = 1L;

  UnknownProject(String project) {
    super("there is no project " + project);
  }
}
