package org.dianjiao.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final int MOST_FILES = 32;

  private final AuthorityFiles files;
  private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  /** Reads from a database. */
  public AuthorityDesk(Database database) {
    this.files = database.authorityFiles();
  }

  /** Puts in what ships, unless anything was ever in the server's file. */
  public void ship() {
    if (files.version(AuthorityFiles.SERVER) > 0) {
      return;
    }
    List<Change> changes = ShippedEntities.read().stream().map(Change::added).toList();
    try {
      files.add(AuthorityFiles.SERVER, NewStep.byServer(Deed.SHIP, changes));
    } catch (EntryChanged faster) {
      held(AuthorityFiles.SERVER); // another node was: it is there
    }
  }

  /**
   * What a project sees.
   *
   * @param file the project, or {@link AuthorityFiles#SERVER} for the server's file alone
   */
  public Seen seen(String file) {
    Held server = held(AuthorityFiles.SERVER);
    return file.equals(AuthorityFiles.SERVER)
        ? new Seen(server, Held.NOTHING)
        : new Seen(held(file), server);
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
    return version == 0 ? Held.NOTHING : keep(file, fresh(file, before));
  }

  private Held fresh(String file, Held before) {
    if (before == null) {
      Whole whole = files.whole(file);
      return new Held(whole.version(), EntityFile.of(whole.entries()), Optional.empty());
    }
    Since since = files.since(file, before.version());
    Map<URI, Entry> put = new LinkedHashMap<>();
    Set<URI> changed = new HashSet<>();
    for (Change change : since.changes()) {
      changed.add(change.id());
      put.remove(change.id());
      change.becomes().ifPresent(entry -> put.put(change.id(), entry));
    }
    List<URI> dropped = changed.stream().filter(id -> !put.containsKey(id)).toList();
    return before.later(since.version(), before.file().with(put.values(), dropped), changed);
  }

  /** Whichever is newer: two threads may have read it at once. */
  private Held keep(String file, Held fresh) {
    synchronized (held) {
      Held kept =
          held.merge(file, fresh, (one, other) -> other.version() > one.version() ? other : one);
      List<String> oldest = new ArrayList<>(held.keySet());
      oldest.remove(AuthorityFiles.SERVER);
      oldest.subList(0, Math.max(0, oldest.size() - MOST_FILES)).forEach(held::remove);
      return kept;
    }
  }
}
