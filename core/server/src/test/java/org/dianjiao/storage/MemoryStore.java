package org.dianjiao.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.durability.StandIn;
import org.dianjiao.people.Account;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;

/** A whole database in memory: one project, its members, and the log of its documents. */
public final class MemoryStore {

  private static final String PROJECT = "project";

  private final MemoryLog log = new MemoryLog();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final List<Snapshot> snapshots = new ArrayList<>();

  /** The log. */
  public MemoryLog log() {
    return log;
  }

  /** The name of the project. */
  public String project() {
    return PROJECT;
  }

  /** Makes an account. */
  public Account person(String id, Optional<Role> role) {
    Account account = new Account(id, id, "#123456", false);
    accounts.put(id, account);
    role.ifPresent(given -> roles.put(id, given));
    return account;
  }

  /** Everybody who has an account. */
  public List<Account> people() {
    return List.copyOf(accounts.values());
  }

  /** What somebody is in the project now. */
  public Optional<Role> role(String account) {
    return Optional.ofNullable(roles.get(account));
  }

  /** Gives somebody a role, or takes it away; batches that were checked before are refused. */
  public void setRole(String account, Optional<Role> role) {
    role.ifPresentOrElse(given -> roles.put(account, given), () -> roles.remove(account));
    log.rightsChanged();
  }

  /** What a door throws when the database does not answer. */
  public static StorageFailure unreachable() {
    return new StorageFailure("the database could not be reached");
  }

  /** The rights on a document. */
  public Rights rights(String document) {
    List<Membership> members =
        roles.entrySet().stream()
            .map(entry -> new Membership(accounts.get(entry.getKey()), entry.getValue()))
            .toList();
    return new Rights(document, PROJECT, log.aclVersion(), members);
  }

  /** The database, with other doors in the place of the log and of the projects. */
  public Database database(ChangeLog changeLog, Object projects) {
    return new Database(
        changeLog,
        StandIn.of(Snapshots.class, new SnapshotDoor()),
        StandIn.of(Accounts.class, new AccountDoor()),
        StandIn.of(SignIns.class, new Object()),
        StandIn.of(ApiTokens.class, new Object()),
        StandIn.of(Invitations.class, new Object()),
        StandIn.of(ExternalIdentities.class, new Object()),
        StandIn.of(Projects.class, projects),
        StandIn.of(Quarantine.class, new QuarantineDoor()),
        StandIn.of(Versions.class, new Object()),
        StandIn.of(AuditLog.class, new Object()),
        StandIn.of(Inboxes.class, new Object()),
        StandIn.of(Assignments.class, new Object()),
        StandIn.of(Tallies.class, new Object()),
        StandIn.of(BlindRounds.class, new Object()),
        StandIn.of(Digests.class, new Object()),
        StandIn.of(Consents.class, new Object()),
        StandIn.of(VariantRules.class, new Object()),
        StandIn.of(Lessons.class, new LessonDoor()),
        StandIn.of(Offers.class, new OfferDoor()),
        StandIn.of(Jobs.class, new Object()),
        StandIn.of(Glyphs.class, new Object()),
        StandIn.of(AuthorityFiles.class, new Object()),
        () -> {});
  }

  /** What an owner asks of the offers: nothing is kept. */
  public static final class OfferDoor {
    /** None. */
    public List<Offers.Offer> of(String document) {
      return List.of();
    }

    /** They are computed again. */
    public void keep(String document, Collection<String> anew, List<Offers.Offer> pages) {}
  }

  /** What an owner and the library ask of the lessons: everything was told. */
  public static final class LessonDoor {
    /** How far. */
    public Lessons.Told told(String document) {
      return new Lessons.Told(Long.MAX_VALUE, Map.of());
    }

    /** It need not be noted. */
    public void note(String document, Lessons.Told told) {}

    /** None is behind. */
    public List<String> behind() {
      return List.of();
    }

    /** None is apart. */
    public List<String> apart(String instance) {
      return List.of();
    }
  }

  /** The projects' door: what an owner asks of it. */
  public ProjectDoor projects() {
    return new ProjectDoor();
  }

  /** What an owner asks of the projects. */
  public final class ProjectDoor {
    /** The line of the document. */
    public Optional<DocumentRow> document(String document) {
      return Optional.of(
          new DocumentRow(document, PROJECT, "Text", Instant.EPOCH, 0, Optional.empty()));
    }

    /** The rights on it. */
    public Rights rights(String document) {
      return MemoryStore.this.rights(document);
    }

    /** How the project reviews: as it does unless somebody changes that. */
    public ReviewSettings reviewSettings(String project) {
      return ReviewSettings.STANDARD;
    }

    /** Half of the approvals are drawn. */
    public Sampling sampling(String project) {
      return new Sampling(50, "seed");
    }
  }

  /** Where no document ever is: what cannot be loaded fails the simulation. */
  static final class QuarantineDoor {
    public Optional<Quarantine.Entry> find(String document) {
      return Optional.empty();
    }

    public int attempt(String document, Instant now, Duration within) {
      return 1;
    }

    public void loaded(String document) {}

    public void put(String document, Instant now, String reason) {
      if (!document.isEmpty()) {
        throw new AssertionError(document + " was put into quarantine: " + reason);
      }
    }
  }

  final class AccountDoor {
    public List<Account> all() {
      return List.copyOf(accounts.values());
    }

    public List<Account> administrators() {
      return List.of();
    }
  }

  final class SnapshotDoor {
    public Optional<Snapshot> latest(String document, long atMost) {
      for (int i = snapshots.size() - 1; i >= 0; i--) {
        Snapshot snapshot = snapshots.get(i);
        if (snapshot.revision() <= atMost && agrees(snapshot)) {
          return Optional.of(snapshot);
        }
      }
      return Optional.empty();
    }

    public void save(Snapshot snapshot) {
      if (!agrees(snapshot)) {
        throw new IllegalStateException("no revision " + snapshot.revision() + " with this chain");
      }
      snapshots.add(snapshot);
    }

    private boolean agrees(Snapshot snapshot) {
      List<LogEntry> entries = log.entries(snapshot.document());
      return snapshot.revision() <= entries.size()
          && entries.get((int) snapshot.revision() - 1).chain().equals(snapshot.chain());
    }
  }
}
