package org.dianjiao.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;
import org.jdbi.v3.core.Handle;

/** Projects in SQL; their members are in {@link SqlMembers}. */
final class SqlProjects implements Projects {

  private static final Comparator<ProjectSummary> BY_NAME =
      Comparator.comparing((ProjectSummary summary) -> summary.project().name())
          .thenComparing(summary -> summary.project().id());

  private static final String SUMMARY =
      """
      SELECT p.id, p.name, p.created_at, m.role,
        (SELECT COUNT(*) FROM document d WHERE d.project_id = p.id AND NOT EXISTS
          (SELECT 1 FROM blind_copy b WHERE b.document_id = d.id)) AS documents
      FROM project p
      LEFT JOIN membership m ON m.project_id = p.id AND m.account_id = :account""";

  private static final String DOCUMENT =
      """
      SELECT d.id, d.project_id, d.title, d.created_at,
        COALESCE(l.revision, 0) AS revision, l.created_at AS changed_at
      FROM document d
      LEFT JOIN change_log l ON l.document_id = d.id AND l.revision =
        (SELECT MAX(m.revision) FROM change_log m WHERE m.document_id = d.id)""";

  private final Transactions transactions;
  private final SqlMembers members;
  private final SqlReviewSettings settings;

  SqlProjects(Transactions transactions) {
    this.transactions = transactions;
    this.members = new SqlMembers(transactions);
    this.settings = new SqlReviewSettings(transactions);
  }

  @Override
  public Project create(String name, String manager) {
    StorableText.require("name", name);
    Project project =
        new Project(FreshId.next(), name, Instant.ofEpochMilli(Instant.now().toEpochMilli()));
    return transactions.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO project (id, name, created_at, sample_seed)
                  VALUES (:id, :name, :created, :seed)""")
              .bind("id", project.id())
              .bind("seed", FreshId.next())
              .bind("name", name)
              .bind("created", project.created().toEpochMilli())
              .execute();
          if (!manager.isEmpty()) {
            SqlMembers.set(handle, project.id(), manager, Role.MANAGER);
          }
          return project;
        });
  }

  @Override
  public List<ProjectSummary> all() {
    return transactions.read(handle -> summaries(handle, "")).sorted(BY_NAME).toList();
  }

  @Override
  public List<ProjectSummary> of(String account) {
    return transactions
        .read(handle -> summaries(handle, account))
        .filter(summary -> summary.role().isPresent())
        .sorted(BY_NAME)
        .toList();
  }

  private static Stream<ProjectSummary> summaries(Handle handle, String account) {
    return handle
        .createQuery(SUMMARY)
        .bind("account", account)
        .map((row, context) -> summary(row))
        .list()
        .stream();
  }

  @Override
  public Optional<Project> byId(String project) {
    return transactions.read(
        handle ->
            handle
                .createQuery("SELECT id, name, created_at FROM project WHERE id = :project")
                .bind("project", project)
                .map((row, context) -> project(row))
                .findOne());
  }

  @Override
  public boolean anyProject() {
    return transactions.read(
        handle ->
            handle.createQuery("SELECT EXISTS (SELECT 1 FROM project)").mapTo(Boolean.class).one());
  }

  @Override
  public DocumentRow addDocument(String project, String title) {
    return transactions.write(handle -> addDocument(handle, project, title));
  }

  /** The same inside a transaction. */
  static DocumentRow addDocument(Handle handle, String project, String title) {
    StorableText.require("title", title);
    String id = FreshId.next();
    Instant created = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO document (id, project_id, title, timeline, acl_version, created_at)
                SELECT :id, p.id, :title, :timeline, 1, :created
                FROM project p WHERE p.id = :project""")
            .bind("id", id)
            .bind("project", project)
            .bind("title", title)
            .bind("timeline", UUID.randomUUID().toString())
            .bind("created", created.toEpochMilli())
            .execute();
    if (inserted == 0) {
      throw new UnknownProject(project);
    }
    handle
        .createUpdate("INSERT INTO doc_owner (document_id, node_id, epoch) VALUES (:id, '', 0)")
        .bind("id", id)
        .execute();
    return new DocumentRow(id, project, title, created, 0, Optional.empty());
  }

  @Override
  public Optional<DocumentRow> document(String document) {
    return transactions.read(
        handle ->
            handle
                .createQuery(DOCUMENT + " WHERE d.id = :document")
                .bind("document", document)
                .map((row, context) -> documentRow(row))
                .findOne());
  }

  @Override
  public List<DocumentRow> documents(String project) {
    return transactions.read(
        handle ->
            handle
                .createQuery(
                    DOCUMENT
                        + " WHERE d.project_id = :project AND NOT EXISTS"
                        + " (SELECT 1 FROM blind_copy b WHERE b.document_id = d.id)"
                        + " ORDER BY d.created_at, d.title")
                .bind("project", project)
                .map((row, context) -> documentRow(row))
                .list());
  }

  @Override
  public void setRole(String project, String account, Role role) {
    members.setRole(project, account, role);
  }

  @Override
  public void removeMember(String project, String account) {
    members.remove(project, account);
  }

  @Override
  public List<Membership> members(String project) {
    return members.of(project);
  }

  @Override
  public Optional<Role> role(String project, String account) {
    return members.role(project, account);
  }

  @Override
  public Rights rights(String document) {
    return members.rights(document);
  }

  @Override
  public ReviewSettings reviewSettings(String project) {
    return settings.of(project);
  }

  @Override
  public Sampling sampling(String project) {
    return settings.sampling(project);
  }

  @Override
  public void setReviewSettings(String project, ReviewSettings changed) {
    settings.set(project, changed);
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getString("id"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static ProjectSummary summary(ResultSet row) throws SQLException {
    return new ProjectSummary(
        project(row),
        row.getInt("documents"),
        Optional.ofNullable(row.getString("role")).map(Role::of));
  }

  private static DocumentRow documentRow(ResultSet row) throws SQLException {
    long revision = row.getLong("revision");
    return new DocumentRow(
        row.getString("id"),
        row.getString("project_id"),
        row.getString("title"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        revision,
        revision == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(row.getLong("changed_at"))));
  }
}
