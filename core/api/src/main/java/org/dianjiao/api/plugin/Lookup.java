package org.dianjiao.api.plugin;

import java.util.List;
import org.dianjiao.api.Body;

/**
 * Optional: lets a person search the plugin's authority file by hand. An {@link Analyzer}
 * implements it too.
 *
 * <pre>{@code
 * List<Body.Identification> found = lookup.lookup("奕山", "person", 10);
 * }</pre>
 *
 * @since 1.0
 */
public interface Lookup {

  /**
   * Entries that match a query, best first.
   *
   * @param query what the person typed, not blank
   * @param type {@code person}, {@code place} …, or empty for any
   * @param limit the most entries wanted
   * @throws Exception when it cannot answer
   */
  List<Body.Identification> lookup(String query, String type, int limit) throws Exception;
}
