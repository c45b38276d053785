package org.dianjiao.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An open store. Closing it ends every door; the embedded one can then be opened by another server.
 *
 * <pre>{@code
 * try (Database database = Database.open(StorageSettings.defaults(Path.of("data")))) {
 *   Head head = database.changeLog().claim(document, "node-1");
 * }
 * }</pre>
 */
public final class Database implements AutoCloseable {

  private final Runnable closing;
  private final ChangeLog changeLog;
  private final Snapshots snapshots;
  private final Accounts accounts;
  private final SignIns signIns;
  private final ApiTokens apiTokens;
  private final Invitations invitations;
  private final ExternalIdentities externalIdentities;
  private final Projects projects;
  private final Quarantine quarantine;
  private final Versions versions;
  private final AuditLog audit;
  private final Inboxes inboxes;
  private final Assignments assignments;
  private final Tallies tallies;
  private final BlindRounds blind;
  private final Digests digests;
  private final Consents consents;
  private final VariantRules variantRules;
  private final Lessons lessons;
  private final Offers offers;
  private final Jobs jobs;
  private final Glyphs glyphs;
  private final AuthorityFiles authorityFiles;

  private Database(Transactions transactions, Optional<ServerLock> lock) {
    this(
        new SqlChangeLog(transactions),
        new SqlSnapshots(transactions),
        new SqlAccounts(transactions),
        new SqlSignIns(transactions),
        new SqlApiTokens(transactions),
        new SqlInvitations(transactions),
        new SqlExternalIdentities(transactions),
        new SqlProjects(transactions),
        new SqlQuarantine(transactions),
        new SqlVersions(transactions),
        new SqlAuditLog(transactions),
        new SqlInboxes(transactions),
        new SqlAssignments(transactions),
        new SqlTallies(transactions),
        new SqlBlindRounds(transactions),
        new SqlDigests(transactions),
        new SqlConsents(transactions),
        new SqlVariantRules(transactions),
        new SqlLessons(transactions),
        new SqlOffers(transactions),
        new SqlJobs(transactions),
        new SqlGlyphs(transactions),
        new SqlAuthorityFiles(transactions),
        () -> {
          transactions.close();
          lock.ifPresent(ServerLock::close);
        });
  }

  /** A store behind any doors. */
  Database(
      ChangeLog changeLog,
      Snapshots snapshots,
      Accounts accounts,
      SignIns signIns,
      ApiTokens apiTokens,
      Invitations invitations,
      ExternalIdentities externalIdentities,
      Projects projects,
      Quarantine quarantine,
      Versions versions,
      AuditLog audit,
      Inboxes inboxes,
      Assignments assignments,
      Tallies tallies,
      BlindRounds blind,
      Digests digests,
      Consents consents,
      VariantRules variantRules,
      Lessons lessons,
      Offers offers,
      Jobs jobs,
      Glyphs glyphs,
      AuthorityFiles authorityFiles,
      Runnable closing) {
    this.changeLog = changeLog;
    this.snapshots = snapshots;
    this.accounts = accounts;
    this.signIns = signIns;
    this.apiTokens = apiTokens;
    this.invitations = invitations;
    this.externalIdentities = externalIdentities;
    this.projects = projects;
    this.quarantine = quarantine;
    this.versions = versions;
    this.audit = audit;
    this.inboxes = inboxes;
    this.assignments = assignments;
    this.tallies = tallies;
    this.blind = blind;
    this.digests = digests;
    this.consents = consents;
    this.variantRules = variantRules;
    this.lessons = lessons;
    this.offers = offers;
    this.jobs = jobs;
    this.glyphs = glyphs;
    this.authorityFiles = authorityFiles;
    this.closing = closing;
  }

  /**
   * Opens for a server: makes what is missing, brings the tables up to date, and refuses to go on
   * where an acknowledged edit could be lost.
   *
   * @param onDamage called once, when the disk fails or the file turns out to be damaged; the
   *     thread that saw it keeps its connection until this returns
   * @throws DatabaseLocked when another server has the embedded database
   * @throws StorageDamage when it is damaged
   * @throws StorageFailure when it cannot be opened or is not safe
   */
  public static Database open(StorageSettings settings, Consumer<StorageDamage> onDamage) {
    return settings.embedded()
        ? openFile(new SqliteFile(settings), onDamage)
        : openServer(settings, onDamage);
  }

  /**
   * As {@link #open(StorageSettings, Consumer)}; after damage every write fails, and that is all.
   */
  public static Database open(StorageSettings settings) {
    return open(settings, damage -> {});
  }

  static Database openFile(SqliteFile file, Consumer<StorageDamage> onDamage) {
    file.prepareDirectory();
    ServerLock lock = ServerLock.take(file.path());
    try {
      file.prepareFile();
      file.check();
      new Schema(file.writing()).migrate();
      return new Database(
          new Transactions(
              Engine.SQLITE,
              file.writingPool(),
              file.readingPool(),
              Optional.of(file.checkpoints()),
              onDamage),
          Optional.of(lock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Database openServer(StorageSettings settings, Consumer<StorageDamage> onDamage) {
    PostgresqlServer server = new PostgresqlServer(settings);
    server.check();
    new Schema(server.migrating()).migrate();
    return new Database(
        new Transactions(
            Engine.POSTGRESQL,
            server.writingPool(),
            server.readingPool(),
            Optional.empty(),
            onDamage),
        Optional.empty());
  }

  /**
   * Opens beside a running server, to read: nothing is locked, migrated or written, and every
   * method that writes fails.
   *
   * @throws StorageFailure when there is none, or its tables are of another version
   */
  public static Database openReadOnly(StorageSettings settings) {
    if (settings.embedded()) {
      SqliteFile file = new SqliteFile(settings);
      if (Files.notExists(file.path())) {
        throw new StorageFailure(
            "there is no database %s; name the data directory of the server"
                .formatted(file.path()));
      }
      new Schema(file.reading()).requireCurrent();
      return reading(Engine.SQLITE, file.readingPool());
    }
    PostgresqlServer server = new PostgresqlServer(settings);
    server.check();
    new Schema(server.reading()).requireCurrent();
    return reading(Engine.POSTGRESQL, server.readingPool());
  }

  private static Database reading(Engine engine, HikariDataSource pool) {
    return new Database(
        new Transactions(engine, pool, pool, Optional.empty(), damage -> {}), Optional.empty());
  }

  /** The history of every document. */
  public ChangeLog changeLog() {
    return changeLog;
  }

  /** States of documents, derived from the log. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** Which texts may go to remote plugins. */
  public Consents consents() {
    return consents;
  }

  /** The rules for variant characters that projects keep. */
  public VariantRules variantRules() {
    return variantRules;
  }

  /** Who can sign in. */
  public Accounts accounts() {
    return accounts;
  }

  /** Who is signed in. */
  public SignIns signIns() {
    return signIns;
  }

  /** What programs sign in with. */
  public ApiTokens apiTokens() {
    return apiTokens;
  }

  /** Who may come in. */
  public Invitations invitations() {
    return invitations;
  }

  /** Who comes in by an OpenID provider. */
  public ExternalIdentities externalIdentities() {
    return externalIdentities;
  }

  /** Projects, documents, members. */
  public Projects projects() {
    return projects;
  }

  /** Documents that cannot be opened. */
  public Quarantine quarantine() {
    return quarantine;
  }

  /** Names of revisions. */
  public Versions versions() {
    return versions;
  }

  /** Who was let do what. */
  public AuditLog audit() {
    return audit;
  }

  /** How far people have read what concerns them. */
  public Inboxes inboxes() {
    return inboxes;
  }

  /** Work that is given to people. */
  public Assignments assignments() {
    return assignments;
  }

  /** What was counted in the logs. */
  public Tallies tallies() {
    return tallies;
  }

  /** Who reads what without seeing whom. */
  public BlindRounds blind() {
    return blind;
  }

  /** Who is told that by e-mail. */
  public Digests digests() {
    return digests;
  }

  /** How far plugins were told what people decided. */
  public Lessons lessons() {
    return lessons;
  }

  /** What plugins offer in documents that nobody has open. */
  public Offers offers() {
    return offers;
  }

  /** Long work on the documents of projects. */
  public Jobs jobs() {
    return jobs;
  }

  /** Lists of glyphs. */
  public Glyphs glyphs() {
    return glyphs;
  }

  /** The authority files of the server and of its projects. */
  public AuthorityFiles authorityFiles() {
    return authorityFiles;
  }

  @Override
  public void close() {
    closing.run();
  }
}
