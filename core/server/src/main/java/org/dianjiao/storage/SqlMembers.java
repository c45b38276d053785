package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.jdbi.v3.core.Handle;

/** Who belongs to which project, in SQL. */
final class SqlMembers {

  /** One row of {@link #rights}: the document's side, and a member unless it has none. */
  private record RightsRow(String project, long aclVersion, Optional<Membership> member) {}

  private final Transactions transactions;

  SqlMembers(Transactions transactions) {
    this.transactions = transactions;
  }

  void setRole(String project, String account, Role role) {
    transactions.write(handle -> setRole(handle, project, account, role));
  }

  /** Sets a role and raises the version of the rights, inside a transaction. */
  static int setRole(Handle handle, String project, String account, Role role) {
    lockProject(handle, project);
    set(handle, project, account, role);
    return raiseAclVersion(handle, project);
  }

  /** Sets a role inside a transaction; the project is known to exist. */
  static void set(Handle handle, String project, String account, Role role) {
    SqlAccounts.require(handle, account);
    handle
        .createUpdate(
            """
            INSERT INTO membership (project_id, account_id, role)
            VALUES (:project, :account, :role)
            ON CONFLICT (project_id, account_id) DO UPDATE SET role = excluded.role""")
        .bind("project", project)
        .bind("account", account)
        .bind("role", role.word())
        .execute();
  }

  void remove(String project, String account) {
    transactions.write(
        handle -> {
          lockProject(handle, project);
          handle
              .createUpdate(
                  """
                  DELETE FROM membership
                  WHERE project_id = :project AND account_id = :account""")
              .bind("project", project)
              .bind("account", account)
              .execute();
          return raiseAclVersion(handle, project);
        });
  }

  /**
   * Writes to the project's row, so that two changes of its rights come one after the other and
   * cannot wait for one another's documents.
   */
  static void lockProject(Handle handle, String project) {
    int found =
        handle
            .createUpdate("UPDATE project SET name = name WHERE id = :project")
            .bind("project", project)
            .execute();
    if (found == 0) {
      throw new UnknownProject(project);
    }
  }

  /** Checks inside a transaction that there is such a project. */
  static void requireProject(Handle handle, String project) {
    boolean known =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM project WHERE id = :id)")
            .bind("id", project)
            .mapTo(Boolean.class)
            .one();
    if (!known) {
      throw new UnknownProject(project);
    }
  }

  static int raiseAclVersion(Handle handle, String project) {
    return handle
        .createUpdate(
            "UPDATE document SET acl_version = acl_version + 1 WHERE project_id = :project")
        .bind("project", project)
        .execute();
  }

  /** Raises the version of the rights wherever an account has any; inside a transaction. */
  static int raiseAclVersions(Handle handle, String account) {
    List<String> projects =
        handle
            .createQuery(
                """
                SELECT id FROM project
                WHERE id IN (SELECT project_id FROM membership WHERE account_id = :account)
                  OR EXISTS (SELECT 1 FROM account WHERE id = :account AND administrator)
                ORDER BY id""")
            .bind("account", account)
            .mapTo(String.class)
            .list();
    int raised = 0;
    for (String project : projects) { // in one order, as every change of rights locks them
      lockProject(handle, project);
      raised += raiseAclVersion(handle, project);
    }
    return raised;
  }

  List<Membership> of(String project) {
    return SqlAccounts.byName(
        transactions.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT a.id, a.name, a.colour, a.administrator, m.role
                        FROM membership m JOIN account a ON a.id = m.account_id
                        WHERE m.project_id = :project""")
                    .bind("project", project)
                    .map((row, context) -> membership(row))
                    .list()),
        Membership::account);
  }

  Optional<Role> role(String project, String account) {
    return transactions.read(handle -> role(handle, project, account));
  }

  /** What an account is in a project, inside a transaction. */
  static Optional<Role> role(Handle handle, String project, String account) {
    return handle
        .createQuery(
            "SELECT role FROM membership WHERE project_id = :project AND account_id = :account")
        .bind("project", project)
        .bind("account", account)
        .mapTo(String.class)
        .findOne()
        .map(Role::of);
  }

  Rights rights(String document) {
    return transactions.read(handle -> rights(handle, document));
  }

  /** The version first: rights that are newer than it are refused with it, and read again. */
  private static Rights rights(Handle handle, String document) {
    List<RightsRow> rows =
        handle
            .createQuery(
                """
                SELECT d.project_id, d.acl_version,
                  a.id, a.name, a.colour, a.administrator, m.role
                FROM document d
                LEFT JOIN membership m ON m.project_id = d.project_id
                LEFT JOIN account a
                  ON a.id = m.account_id AND a.suspended_at IS NULL
                WHERE d.id = :document""")
            .bind("document", document)
            .map((row, context) -> rightsRow(row))
            .list();
    if (rows.isEmpty()) {
      throw new UnknownDocument(document);
    }
    return new Rights(
        document,
        rows.get(0).project(),
        rows.get(0).aclVersion(),
        SqlAccounts.byName(
            rows.stream().flatMap(row -> row.member().stream()).toList(), Membership::account),
        BlindRoundRows.ofCopy(handle, document));
  }

  private static RightsRow rightsRow(ResultSet row) throws SQLException {
    return new RightsRow(
        row.getString("project_id"),
        row.getLong("acl_version"),
        row.getString("id") == null ? Optional.empty() : Optional.of(membership(row)));
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(SqlAccounts.account(row), Role.of(row.getString("role")));
  }
}
