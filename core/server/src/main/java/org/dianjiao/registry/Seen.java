package org.dianjiao.registry;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.LabelSearch.Found;

/**
 * What a project sees at one moment: its own entries over those of the server; or the server's file
 * alone.
 */
public final class Seen {

  private final Held own;
  private final Held server;
  private final EntityFile file;

  Seen(Held own, Held server) {
    this.own = own;
    this.server = server;
    this.file = own.file().over(server.file());
  }

  /** The version of the project's own file; 0 when it has none. */
  public long own() {
    return own.version();
  }

  /** The version of the server's file. */
  public long server() {
    return server.version();
  }

  /** How many entries the project's own file has; of the server's alone: that one. */
  public int entries() {
    return own.file().size();
  }

  /** The entries. */
  public EntityFile file() {
    return file;
  }

  /** What the server says of an id of which the project says something else. */
  public Optional<Entity> hidden(URI id) {
    return own.file().own(id).isPresent() ? server.file().entity(id) : Optional.empty();
  }

  /**
   * The best entities for what is typed of a label, the best first.
   *
   * @param wanted which of them count
   */
  public List<Found> find(String query, Predicate<Entity> wanted, int limit) {
    return Stream.concat(
            own.index().find(query, wanted, limit),
            server.index().find(query, entity -> shows(entity) && wanted.test(entity), limit))
        .sorted()
        .limit(limit)
        .toList();
  }

  /** Those that are wanted, by their ids. */
  public List<Entity> list(Predicate<Entity> wanted) {
    return Stream.concat(own.index().entities(), server.index().entities().filter(this::shows))
        .filter(wanted)
        .sorted(Comparator.comparing(entity -> entity.id().toString()))
        .toList();
  }

  private boolean shows(Entity entity) {
    return own.file().own(entity.id()).isEmpty();
  }
}
