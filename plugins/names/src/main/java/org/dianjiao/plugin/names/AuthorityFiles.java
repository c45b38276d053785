package org.dianjiao.plugin.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.EntityFile;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.LabelSearch;
import org.dianjiao.authority.ShippedEntities;
import org.dianjiao.plugin.names.lexicon.Layers;
import org.dianjiao.plugin.names.lexicon.Lexicon;

/**
 * The authority files as they are now: that of the server, or the entries that ship where there is
 * none, with the administrator's own entries; over it what a project has of its own. Read anew when
 * the host says that one has changed. Any number of threads may ask.
 */
final class AuthorityFiles {

  private static final String TABLE = "authority";
  private static final int MOST_PROJECTS = 16;

  private final PluginContext context;
  private final Function<List<Entity>, Lexicon> lexicons;
  private final List<Entity> own;
  private final Map<String, Kept> projects = new LinkedHashMap<>(MOST_PROJECTS, 0.75f, true);
  private Kept server;

  /**
   * Files of a host.
   *
   * @param own entries of the administrator, before all others
   */
  AuthorityFiles(
      PluginContext context, Function<List<Entity>, Lexicon> lexicons, List<Entity> own) {
    this.context = context;
    this.lexicons = lexicons;
    this.own = own;
    this.server = server(context.version("", TABLE));
  }

  /** What was read, of which versions, and by what people type. */
  private record Kept(long base, long version, Layers layers, LabelSearch search) {}

  /** The files that texts of a project go by; those of the server when no project is known. */
  synchronized Layers of(String project) {
    long base = context.version("", TABLE);
    if (base != server.version()) {
      server = server(base);
    }
    long version = project.isEmpty() ? 0 : context.version(project, TABLE);
    if (version == 0) {
      return server.layers();
    }
    Kept known = projects.get(project);
    if (known == null || known.base() != base || known.version() != version) {
      known = project(project, base, version);
      projects.put(project, known);
      projects.keySet().removeIf(each -> projects.size() > MOST_PROJECTS && !each.equals(project));
    }
    return known.layers();
  }

  /** The entities of the server's file, to be searched by hand. */
  synchronized LabelSearch search() {
    of("");
    return server.search();
  }

  private Kept server(long version) {
    List<Entry> entries = version == 0 ? ShippedEntities.read() : rows("");
    List<Entity> entities = new ArrayList<>(own);
    entities.addAll(entities(entries));
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(own);
    Layers layers = new Layers(List.of(lexicons.apply(entities)), EntityFile.of(all));
    return new Kept(0, version, layers, LabelSearch.over(entities));
  }

  private Kept project(String project, long base, long version) {
    List<Entry> entries = rows(project);
    EntityFile file = EntityFile.of(entries).over(server.layers().file());
    List<Lexicon> both =
        List.of(lexicons.apply(entities(entries)), server.layers().lexicons().get(0));
    return new Kept(base, version, new Layers(both, file), server.search());
  }

  private List<Entry> rows(String project) {
    return context.table(project, TABLE).stream().map(EntityRows::entry).toList();
  }

  private static List<Entity> entities(List<Entry> entries) {
    return entries.stream()
        .filter(Entity.class::isInstance)
        .map(Entity.class::cast)
        .sorted(Comparator.comparing(entity -> entity.id().toString()))
        .toList();
  }
}
