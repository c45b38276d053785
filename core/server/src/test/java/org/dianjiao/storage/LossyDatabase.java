package org.dianjiao.storage;

import org.sqlite.SQLiteConfig.SynchronousMode;

/** A database that says too early that something is stored: {@code synchronous=NORMAL}. */
public final class LossyDatabase {

  private LossyDatabase() {}

  /** Opens it. */
  public static Database open(StorageSettings settings) {
    return Database.openFile(new SqliteFile(settings, SynchronousMode.NORMAL), damage -> {});
  }
}
