package org.dianjiao.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.NewStep;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.AuthorityFiles.Since;
import org.dianjiao.storage.AuthorityFiles.Whole;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.EntryChanged;

/**
 * The authority files of the server and its projects, to read. Each is read from the storage once
 * and then brought up to date by what was changed since, also on another node. Any number of
 * threads; blocking.
 */
public final class AuthorityDesk {

  private static final int FILES_OF_PROJECTS = 32;

  private final AuthorityFiles files;
  private final Map<String, Held> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
          return size() > FILES_OF_PROJECTS;
        }
      };

  /** Reads from a database. */
  public AuthorityDesk(Database database) {
    this.files = database.authorityFiles();
  }

  /**
   * A file as it was at a version.
   *
   * @param version 0 when it was never changed
   */
  public record Held(long version, EntityFile file) {}

  /**
   * What a project sees: its own entries over those of the server.
   *
   * @param own the version of its own file
   * @param server the version of the server's
   */
  public record Seen(long own, long server, EntityFile file) {}

  /** Puts in what ships, unless anything was ever in the server's file. */
  public void ship() {
    if (files.version(AuthorityFiles.SERVER) > 0) {
      return;
    }
    List<Change> changes = new ArrayList<>();
    for (Entry entry : ShippedEntities.read()) {
      changes.add(Change.added(entry));
    }
    try {
      files.add(AuthorityFiles.SERVER, NewStep.byServer(Deed.SHIP, changes));
    } catch (EntryChanged faster) {
      held(AuthorityFiles.SERVER); // another node was: it is there
    }
  }

  /** How often a file was changed; 0 when it never was. One small question to the storage. */
  public long version(String file) {
    return files.version(file);
  }

  /** The server's file. */
  public Held server() {
    return held(AuthorityFiles.SERVER);
  }

  /** What a project has of its own. */
  public Held own(String project) {
    return held(project);
  }

  /** What a project sees. Of the server ({@link AuthorityFiles#SERVER}): its own file. */
  public Seen seen(String project) {
    Held server = server();
    if (project.equals(AuthorityFiles.SERVER)) {
      return new Seen(server.version(), server.version(), server.file());
    }
    Held own = own(project);
    return new Seen(own.version(), server.version(), own.file().over(server.file()));
  }

  private Held held(String file) {
    long version = files.version(file);
    Held before;
    synchronized (held) {
      before = held.get(file);
    }
    if (before != null && before.version() >= version) {
      return before;
    }
    return version == 0 ? new Held(0, EntityFile.EMPTY) : keep(file, fresh(file, before));
  }

  private Held fresh(String file, Held before) {
    if (before == null) {
      Whole whole = files.whole(file);
      return new Held(whole.version(), EntityFile.of(whole.entries()));
    }
    Since since = files.since(file, before.version());
    Map<URI, Entry> put = new LinkedHashMap<>();
    List<URI> dropped = new ArrayList<>();
    for (Change change : since.changes()) {
      put.remove(change.id());
      dropped.remove(change.id());
      change
          .becomes()
          .ifPresentOrElse(entry -> put.put(change.id(), entry), () -> dropped.add(change.id()));
    }
    return new Held(since.version(), before.file().with(put.values(), dropped));
  }

  /** Whichever is newer: two threads may have read it at once. */
  private Held keep(String file, Held fresh) {
    synchronized (held) {
      return held.merge(file, fresh, (one, other) -> other.version() > one.version() ? other : one);
    }
  }
}
