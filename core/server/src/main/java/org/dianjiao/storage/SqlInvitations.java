package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;
import org.dianjiao.people.Permission;
import org.dianjiao.people.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Invitations in SQL. */
final class SqlInvitations implements Invitations {

  private static final String INVITATION =
      """
      SELECT id, inviter_id, project_id, role, note, created_at, expires_at, revoked_at, used_at,
        used_by
      FROM invitation\s""";

  private final Transactions transactions;

  SqlInvitations(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Invitation create(
      String tokenHash,
      String inviter,
      Optional<Invitation.Seat> seat,
      String note,
      Instant expires) {
    StorableText.require("note", note);
    Invitation invitation =
        new Invitation(
            FreshId.next(),
            inviter,
            seat,
            note,
            Instant.ofEpochMilli(Instant.now().toEpochMilli()),
            Instant.ofEpochMilli(expires.toEpochMilli()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return transactions.write(
        handle -> {
          SqlAccounts.requireActive(handle, inviter);
          if (seat.isPresent()) {
            SqlMembers.requireProject(handle, seat.get().project());
          }
          insert(handle, tokenHash, invitation);
          return invitation;
        });
  }

  private static void insert(Handle handle, String tokenHash, Invitation invitation) {
    handle
        .createUpdate(
            """
            INSERT INTO invitation (id, token_hash, inviter_id, project_id, role, note, created_at,
              expires_at)
            VALUES (:id, :hash, :inviter, :project, :role, :note, :created, :expires)""")
        .bind("id", invitation.id())
        .bind("hash", tokenHash)
        .bind("inviter", invitation.inviter())
        .bind("project", invitation.seat().map(Invitation.Seat::project).orElse(null))
        .bind("role", invitation.seat().map(seat -> seat.role().word()).orElse(null))
        .bind("note", invitation.note())
        .bind("created", invitation.created().toEpochMilli())
        .bind("expires", invitation.expires().toEpochMilli())
        .execute();
  }

  @Override
  public Optional<Invitation> find(String tokenHash) {
    return transactions.read(handle -> find(handle, tokenHash));
  }

  private static Optional<Invitation> find(Handle handle, String tokenHash) {
    return one(handle.createQuery(INVITATION + "WHERE token_hash = :hash").bind("hash", tokenHash));
  }

  @Override
  public Optional<Invitation> byId(String id) {
    return transactions.read(
        handle -> one(handle.createQuery(INVITATION + "WHERE id = :id").bind("id", id)));
  }

  private static Optional<Invitation> one(Query query) {
    return query.map((row, context) -> invitation(row)).findOne();
  }

  @Override
  public List<Invitation> to(String project) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    INVITATION + "WHERE project_id = :project ORDER BY created_at DESC, id")
                .bind("project", project)
                .map((row, context) -> invitation(row))
                .list());
  }

  @Override
  public List<Invitation> toServer() {
    return transactions.read(
        handle ->
            handle
                .createQuery(INVITATION + "WHERE project_id IS NULL ORDER BY created_at DESC, id")
                .map((row, context) -> invitation(row))
                .list());
  }

  @Override
  public int open(String inviter, Instant now) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM invitation
                    WHERE inviter_id = :inviter AND used_at IS NULL AND revoked_at IS NULL
                      AND expires_at > :now""")
                .bind("inviter", inviter)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void revoke(String id, Instant now) {
    transactions.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE invitation SET revoked_at = :now
                    WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL""")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
  }

  @Override
  public Invitation use(String tokenHash, String account, Instant now) {
    return transactions.write(handle -> use(handle, tokenHash, account, now));
  }

  @Override
  public Account useByNew(String tokenHash, String name, String passwordHash, Instant now) {
    StorableText.require("name", name);
    return transactions.write(
        handle -> {
          Account account = SqlAccounts.make(handle, name, passwordHash, false);
          use(handle, tokenHash, account.id(), now);
          return account;
        });
  }

  /** Uses one up inside a transaction. */
  static Invitation use(Handle handle, String tokenHash, String account, Instant now) {
    int used =
        handle
            .createUpdate(
                """
                UPDATE invitation SET used_at = :now, used_by = :account
                WHERE token_hash = :hash AND used_at IS NULL AND revoked_at IS NULL
                  AND expires_at > :now""")
            .bind("now", now.toEpochMilli())
            .bind("account", account)
            .bind("hash", tokenHash)
            .execute();
    Invitation invitation = find(handle, tokenHash).orElseThrow(InvitationRefused::unknown);
    if (used == 0) {
      throw invitation
          .refusal(now)
          .map(InvitationRefused::new)
          .orElseGet(InvitationRefused::unknown);
    }
    if (!mayInvite(handle, invitation)) {
      throw new InvitationRefused("whoever sent this invitation may not invite any more");
    }
    SqlAccounts.requireActive(handle, account);
    invitation.seat().ifPresent(seat -> take(handle, seat, account));
    return invitation;
  }

  private static void take(Handle handle, Invitation.Seat seat, String account) {
    Optional<Role> before = SqlMembers.role(handle, seat.project(), account);
    if (before.filter(role -> role.includes(seat.role())).isEmpty()) {
      SqlMembers.setRole(handle, seat.project(), account, seat.role());
    }
  }

  /**
   * An administrator invites anywhere; who keeps the members of a project, there, up to their role.
   */
  private static boolean mayInvite(Handle handle, Invitation invitation) {
    boolean administrator =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT 1 FROM account
                  WHERE id = :inviter AND administrator AND suspended_at IS NULL)""")
            .bind("inviter", invitation.inviter())
            .mapTo(Boolean.class)
            .one();
    return administrator
        || invitation
            .seat()
            .filter(seat -> mayGive(handle, invitation.inviter(), seat))
            .isPresent();
  }

  private static boolean mayGive(Handle handle, String inviter, Invitation.Seat seat) {
    Optional<Role> role =
        SqlAccounts.isActive(handle, inviter)
            ? SqlMembers.role(handle, seat.project(), inviter)
            : Optional.empty();
    return Permission.KEEP_MEMBERS.refusal(role).isEmpty()
        && role.filter(own -> own.includes(seat.role())).isPresent();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    String project = row.getString("project_id");
    Optional<Invitation.Seat> seat =
        project == null
            ? Optional.empty()
            : Optional.of(new Invitation.Seat(project, Role.of(row.getString("role"))));
    return new Invitation(
        row.getString("id"),
        row.getString("inviter_id"),
        seat,
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        time(row, "revoked_at"),
        time(row, "used_at"),
        Optional.ofNullable(row.getString("used_by")));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
