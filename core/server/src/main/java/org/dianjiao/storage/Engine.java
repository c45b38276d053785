package org.dianjiao.storage;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What the two engines do not have in common. Everything else is one SQL text. */
enum Engine {
  /** One connection writes, beginning IMMEDIATE, so rows need no locks. */
  SQLITE {
    @Override
    String sharing(String table) {
      return "";
    }

    @Override
    boolean keyTaken(SQLException failure) {
      return failure instanceof SQLiteException e
          && (e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
              || e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE);
    }

    @Override
    boolean untrustworthy(SQLException failure) {
      return switch (primaryCode(failure)) {
        case 10, 11, 26 -> !isFull(failure); // I/O error, corrupt, not a database
        default -> false;
      };
    }

    @Override
    boolean isFull(SQLException failure) {
      return primaryCode(failure) == 13
          || (failure instanceof SQLiteException e && NO_SHARED_MEMORY.contains(e.getResultCode()));
    }

    @Override
    String advice(SQLException failure) {
      return switch (primaryCode(failure)) {
        case 5, 6 -> "another program holds the database; close it";
        case 8 -> "the database was opened for reading only";
        case 10, 11, 26 ->
            isFull(failure)
                ? FULL
                : "the disk or the file is damaged; stop the server, check the disk, run the verify"
                    + " command, restore a backup if it reports faults";
        case 13 -> FULL;
        case 14 -> "the file cannot be opened; check that it exists and who may write it";
        default -> "see the log of the server";
      };
    }

    private int primaryCode(SQLException failure) {
      return failure.getErrorCode() & 0xff;
    }
  },

  /** Several connections write, so rows that decide something are locked. */
  POSTGRESQL {
    @Override
    String sharing(String table) {
      return " FOR SHARE OF " + table;
    }

    @Override
    boolean keyTaken(SQLException failure) {
      return "23505".equals(failure.getSQLState());
    }

    @Override
    boolean untrustworthy(SQLException failure) {
      return false; // the server itself stops on a failed fsync
    }

    @Override
    boolean isFull(SQLException failure) {
      return "53100".equals(failure.getSQLState());
    }

    @Override
    String advice(SQLException failure) {
      String state = String.valueOf(failure.getSQLState());
      if (state.startsWith("08") || state.startsWith("57")) {
        return "check that the database server runs and can be reached";
      }
      return switch (state) {
        case "28P01", "28000" -> "check user and password of the database";
        case "3D000" -> "create the database first";
        case "25006" -> "the database is a standby, or was opened for reading only";
        case "53100" -> "the disk of the database server is full; make room";
        case "55P03" -> "another node holds the document; this passes by itself";
        default -> "see the log of the database server";
      };
    }
  };

  /**
   * The index of the write-ahead log could not be made longer. It is scratch memory in a file, made
   * again at each start: this tells of a full disk, not of a damaged one.
   */
  private static final Set<SQLiteErrorCode> NO_SHARED_MEMORY =
      Set.of(
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
          SQLiteErrorCode.SQLITE_IOERR_SHMOPEN,
          SQLiteErrorCode.SQLITE_IOERR_SHMMAP);

  private static final String FULL = "the disk is full; make room, no restart is needed";

  /** Ends a select that must not be overtaken by a change of the rows of one table. */
  abstract String sharing(String table);

  /** Whether a row with this primary or unique key is there already. */
  abstract boolean keyTaken(SQLException failure);

  /** Whether nothing may be written any more until somebody has looked at the disk. */
  abstract boolean untrustworthy(SQLException failure);

  /** Whether there is no room for a write; it is rolled back. */
  abstract boolean isFull(SQLException failure);

  /** What an operator can do. */
  abstract String advice(SQLException failure);
}
