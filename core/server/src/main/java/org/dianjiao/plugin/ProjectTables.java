package org.dianjiao.plugin;

import java.util.List;

/** What projects keep for plugins. Asked on threads of plugins; may block. */
@FunctionalInterface
public interface ProjectTables {

  /** Nothing is kept anywhere. */
  ProjectTables NONE = (project, name) -> List.of();

  /**
   * The rows of a table.
   *
   * @param project as questions to plugins name it; empty when none is known, or the server's own
   *     is wanted
   * @return no rows when there is no such project or table
   */
  List<List<String>> rows(String project, String name);

  /** What is another number when the rows of a table are others; 0 when nothing is kept. */
  default long version(String project, String name) {
    return 0;
  }
}
