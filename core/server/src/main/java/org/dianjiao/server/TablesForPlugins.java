package org.dianjiao.server;

import java.util.List;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.plugin.ProjectTables;
import org.dianjiao.storage.Database;
import org.dianjiao.variant.RuleTable;

/** The tables that the storage keeps for plugins. */
final class TablesForPlugins implements ProjectTables {

  private static final String AUTHORITY = "authority";

  private final Database database;

  TablesForPlugins(Database database) {
    this.database = database;
  }

  @Override
  public List<List<String>> rows(String project, String name) {
    return switch (name) {
      case RuleTable.NAME -> database.variantRules().of(project).rulesOnly().rows();
      case AUTHORITY ->
          database.authorityFiles().whole(project).entries().stream()
              .map(EntityRows::cells)
              .toList();
      default -> List.of();
    };
  }

  @Override
  public long version(String project, String name) {
    return switch (name) {
      case RuleTable.NAME -> database.variantRules().of(project).version();
      case AUTHORITY -> database.authorityFiles().version(project);
      default -> 0;
    };
  }
}
