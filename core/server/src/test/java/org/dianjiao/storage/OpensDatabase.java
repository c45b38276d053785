package org.dianjiao.storage;

import java.nio.file.Path;

/** A server of one line, to be started as another process. */
final class OpensDatabase {

  private OpensDatabase() {}

  public static void main(String[] arguments) {
    Database.open(StorageSettings.defaults(Path.of(arguments[0]))).close();
  }
}
