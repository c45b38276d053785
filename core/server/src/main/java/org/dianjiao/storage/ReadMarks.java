package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How far people have read of things of one kind; nobody has read less than before.
 *
 * @param table with a row for each account and thing
 * @param thing the column of its id
 * @param number the column of how far it was read
 * @param column reads that number
 */
record ReadMarks<N extends Number>(String table, String thing, String number, Column<N> column) {

  /** A number of a row, by the name of its column. */
  @FunctionalInterface
  interface Column<N> {
    N of(ResultSet row, String name) throws SQLException;
  }

  private record Mark<N>(String thing, N number) {}

  /** How far an account has read, by the ids of those things of which it has. */
  Map<String, N> of(Handle handle, String account) {
    return handle
        .createQuery(
            "SELECT %s, %s FROM %s WHERE account_id = :account".formatted(thing, number, table))
        .bind("account", account)
        .map((row, context) -> new Mark<>(row.getString(thing), column.of(row, number)))
        .list()
        .stream()
        .collect(Collectors.toMap(Mark::thing, Mark::number));
  }

  /** Notes that an account has read so far; nothing happens when it had read further. */
  int mark(Handle handle, String account, String id, N upTo) {
    return handle
        .createUpdate(
            """
            INSERT INTO %1$s (account_id, %2$s, %3$s)
            VALUES (:account, :id, :number)
            ON CONFLICT (account_id, %2$s) DO UPDATE SET %3$s =
              CASE WHEN %1$s.%3$s < excluded.%3$s THEN excluded.%3$s ELSE %1$s.%3$s END"""
                .formatted(table, thing, number))
        .bind("account", account)
        .bind("id", id)
        .bind("number", upTo)
        .execute();
  }
}
